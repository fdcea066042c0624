import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { harrellDavis, quantile, seeded } from "../../src/numeric/index.js";

const values = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 40 });
const probability = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe("harrellDavis", () => {
  it("moves, scales and mirrors with the values, in any order", () => {
    fc.assert(
      fc.property(values, probability, (x, p) => {
        const one = harrellDavis(x, p);
        const moved = x.map((v) => 3 * v + 2).reverse();
        expect(harrellDavis(moved, p)).toBeCloseTo(3 * one + 2, 8);
        const mirrored = x.map((v) => -v);
        expect(harrellDavis(mirrored, 1 - p)).toBeCloseTo(-one, 8);
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it("is the mean of two values at one half, and nears the sample quantile in large samples", () => {
    expect(harrellDavis([1, 5], 0.5)).toBeCloseTo(3, 14);
    const random = seeded(3);
    const many = Float64Array.from({ length: 20_000 }, () => random.normal());
    for (const p of [0.0005, 0.025, 0.5, 0.975]) {
      const near = quantile(many, p, { type: 6 });
      expect(Math.abs(harrellDavis(many, p) - near)).toBeLessThan(p < 0.01 ? 0.05 : 0.005);
    }
  });

  it("refuses no values and the ends", () => {
    expect(() => harrellDavis([], 0.5)).toThrow("harrellDavis: needs at least one value");
    expect(() => harrellDavis([1], 1)).toThrow("needs p above 0 and below 1; got 1");
  });
});
