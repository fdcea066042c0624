import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { medianDifference } from "../../../src/analysis/index.js";

const group = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 5, maxLength: 30 });

describe("medianDifference", () => {
  it("has Bonett and Price's standard error", () => {
    // n = 9: ranks round(5 − 3) = 2 and 8, z = qnorm(1 - 10/512)
    const got = medianDifference([1, 2, 3, 4, 5, 6, 7, 8, 9], [5, 5, 5, 5, 5]);
    expect([got.first, got.second, got.difference.value]).toEqual([5, 5, 0]);
    expect(got.standardError).toBeCloseTo(6 / (2 * 2.06352789831624), 12);
  });

  it("moves and stretches with the unit, and turns round when the groups swap", () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const one = medianDifference(x, y);
        const scaled = medianDifference(
          x.map((v) => 4 * v - 8),
          y.map((v) => 4 * v - 8),
        );
        expect(scaled.difference.ci.lower).toBeCloseTo(4 * one.difference.ci.lower, 9);
        expect(medianDifference(y, x).difference.ci.lower).toBeCloseTo(-one.difference.ci.upper, 9);
      }),
    );
  });

  it("refuses fewer than five values", () => {
    expect(() => medianDifference([1, 2, 3, 4], [1, 2, 3, 4, 5])).toThrow(
      "medianDifference: needs at least 5 values of the first group; got 4",
    );
  });
});
