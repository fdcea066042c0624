import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proportionalBias } from "../../../src/analysis/index.js";
import { expectClose } from "./close.js";

const value = fc.integer({ min: -300, max: 300 });
const pairs = fc.array(fc.tuple(value, value), { minLength: 4, maxLength: 30 });

describe("proportionalBias", () => {
  it("recovers a slope that is there without error", () => {
    const means = [10, 20, 30, 45];
    const got = proportionalBias(
      means.map((m) => m + (0.2 * m - 1) / 2),
      means.map((m) => m - (0.2 * m - 1) / 2),
    );
    expect(got.slope.value).toBeCloseTo(0.2, 12);
    expect(got.intercept).toBeCloseTo(-1, 12);
    expect(got.r).toBeCloseTo(1, 12);
  });

  it("turns its slope round when the methods swap, with the same p", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
        const [one, other] = [proportionalBias(x, y), proportionalBias(y, x)];
        expect(other.note).toBe(one.note);
        expectClose(other.slope.value, -one.slope.value, 9);
        expectClose(other.p, one.p, 9);
        expect(other.test).toEqual(one.reference);
      }),
      { seed: 11, numRuns: 40 },
    );
  });

  it("has no slope where all means are equal, and no test with two pairs", () => {
    const flat = proportionalBias([1, 2, 3.1], [3, 2, 0.9]);
    expect(flat.note).toBe("zero-variance");
    expect([flat.slope.value, flat.p, flat.r]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    const two = proportionalBias([1, 3], [2, 2]);
    expect(two.note).toBe("two-pairs");
    expect(two.slope.value).toBeCloseTo(2, 12);
    expect([two.p, two.slope.ci.lower]).toEqual([Number.NaN, Number.NaN]);
  });

  it("keeps its digits at an offset of a billion", () => {
    const [x, y] = [
      [1.25, 2.5, 3.75, 4.5, 6.25],
      [1, 2.25, 4, 4.25, 6],
    ];
    const far = (values: number[]): number[] => values.map((v) => v + 2 ** 30);
    expect(proportionalBias(far(x), far(y)).p).toBeCloseTo(proportionalBias(x, y).p, 6);
  });
});
