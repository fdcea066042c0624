import { describe, expect, it } from "vitest";
import {
  foldedNormalQuantile,
  noncentralChiSquareQuantile,
  normalUpperQuantile,
} from "../../src/numeric/index.js";

describe("foldedNormalQuantile", () => {
  it("is the root of the non-central chi-square quantile", () => {
    for (const p of [0.05, 0.5, 0.9, 0.999]) {
      for (const shift of [0, 0.2, -1, 3, 10]) {
        const root = Math.sqrt(noncentralChiSquareQuantile(p, 1, shift * shift));
        expect(foldedNormalQuantile(p, shift) / root).toBeCloseTo(1, 9);
      }
    }
  });

  it("is the normal quantile about a far shift, and covers the ends", () => {
    expect(foldedNormalQuantile(0.975, 1e6)).toBeCloseTo(1e6 + normalUpperQuantile(0.025), 6);
    expect(foldedNormalQuantile(0.9, 0)).toBeCloseTo(normalUpperQuantile(0.05), 14);
    expect([foldedNormalQuantile(0, 2), foldedNormalQuantile(1, 2)]).toEqual([
      0,
      Number.POSITIVE_INFINITY,
    ]);
    expect(() => foldedNormalQuantile(1.1, 0)).toThrow("needs a probability");
  });
});
