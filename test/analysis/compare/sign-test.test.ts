import { describe, expect, it } from "vitest";
import { signTest } from "../../../src/analysis/index.js";

describe("signTest", () => {
  it("is a fair coin for the pairs that differ", () => {
    const got = signTest([2, 3, 4, 5, 6, 1, 7], [1, 1, 1, 1, 1, 2, 7]);
    expect([got.plus, got.minus, got.zeros]).toEqual([5, 1, 1]);
    expect(got.p).toBeCloseTo((2 * 7) / 64, 14);
  });

  it("is 1 when no pair differs, or as many either way", () => {
    expect(signTest([1], [1]).p).toBe(1);
    expect(signTest([1, 2], [2, 1]).p).toBe(1);
  });

  it("refuses missing values, naming the pair", () => {
    expect(() => signTest([1, Number.NaN], [1, 2])).toThrow("pair 1 is (NaN, 2)");
  });
});
