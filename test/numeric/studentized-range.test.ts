import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  studentizedRangeCdf,
  studentizedRangeQuantile,
  studentizedRangeSurvival,
  studentizedRangeUpperQuantile,
  tSurvival,
} from "../../src/numeric/index.js";

const off = (a: number, b: number): number => (a === b ? 0 : Math.abs(a / b - 1));
const df = fc.oneof(
  fc.double({ min: -0.5, max: 4, noNaN: true }).map((e) => 10 ** e),
  fc.constant(Number.POSITIVE_INFINITY),
);

describe("the studentized range", () => {
  it("is √2·|t| for two groups, far out as well", () => {
    const place = fc.double({ min: -3, max: 1.5, noNaN: true }).map((e) => 10 ** e);
    fc.assert(
      fc.property(place, df, (t, k) => {
        const twoSided = 2 * tSurvival(t, k);
        fc.pre(twoSided >= 1e-280);
        expect(off(studentizedRangeSurvival(Math.SQRT2 * t, 2, k), twoSided)).toBeLessThan(1e-11);
        const inside = studentizedRangeCdf(Math.SQRT2 * t, 2, k);
        expect(Math.abs(inside + twoSided - 1)).toBeLessThan(1e-11);
      }),
      { numRuns: 40 },
    );
  });

  it("is the range of normal values for a known standard error", () => {
    // mpmath, 25 digits
    const known = Number.POSITIVE_INFINITY;
    expect(off(studentizedRangeCdf(0.5, 30, known), 1.975625969260868e-20)).toBeLessThan(1e-11);
    expect(off(studentizedRangeCdf(8, 3, known), 0.999999953785613)).toBeLessThan(1e-14);
    expect(off(studentizedRangeSurvival(8, 3, known), 4.62143871293362e-8)).toBeLessThan(1e-12);
  });

  it("gives the printed 5 % points of Tukey's table", () => {
    const table = [
      [3, 10, 3.88],
      [4, 20, 3.96],
      [5, 60, 3.98],
      [10, 12, 5.39],
      [3, Number.POSITIVE_INFINITY, 3.31],
    ] as const;
    for (const [groups, k, printed] of table) {
      expect(studentizedRangeQuantile(0.95, groups, k)).toBeCloseTo(printed, 2);
    }
  });

  it("adds to 1 and falls with the number of groups", () => {
    const groups = fc.integer({ min: 2, max: 60 });
    const place = fc.double({ min: 0.05, max: 15, noNaN: true });
    fc.assert(
      fc.property(place, groups, df, (q, k, v) => {
        const inside = studentizedRangeCdf(q, k, v);
        expect(Math.abs(inside + studentizedRangeSurvival(q, k, v) - 1)).toBeLessThan(1e-11);
        expect(studentizedRangeCdf(q, k + 1, v)).toBeLessThanOrEqual(inside * (1 + 1e-11));
      }),
      { numRuns: 25 },
    );
  });

  it("leads back from its quantiles in both tails", () => {
    for (const [p, groups, k] of [
      [1e-8, 3, 5],
      [0.4, 12, 2],
      [1e-30, 4, 10],
    ] as const) {
      const low = studentizedRangeQuantile(p, groups, k);
      expect(off(studentizedRangeCdf(low, groups, k), p)).toBeLessThan(1e-11);
      const high = studentizedRangeUpperQuantile(p, groups, k);
      expect(off(studentizedRangeSurvival(high, groups, k), p)).toBeLessThan(1e-11);
    }
  });
});
