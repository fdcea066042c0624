import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hodgesLehmann, mannWhitneyTest } from "../../../src/analysis/index.js";

const X = [21.0194, 25.1606, 20.6938, 16.8171, 19.0463, 18.5];
const Y = [18.7107, 24.9344, 23.0352, 16.3867, 31.6914, 23.8893, 24.6923, 22.7213];

describe("hodgesLehmann", () => {
  it("moves with either group and turns round when they swap", () => {
    const value = fc.integer({ min: -50, max: 50 });
    const group = fc.array(value, { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(group, group, value, (x, y, by) => {
        const one = hodgesLehmann(x, y).shift;
        const moved = hodgesLehmann(
          x.map((v) => v + by),
          y,
        ).shift;
        const other = hodgesLehmann(y, x).shift;
        expect(moved.value).toBe(one.value + by);
        expect(moved.ci.lower).toBe(one.ci.lower + by);
        expect(other.value).toBeCloseTo(-one.value, 12);
        expect(other.ci.upper).toBeCloseTo(-one.ci.lower, 12);
      }),
    );
  });

  it("ends where the exact test just does not reject", () => {
    const { shift, achieved } = hodgesLehmann(X, Y);
    const pAt = (by: number): number =>
      mannWhitneyTest(
        X.map((v) => v - by),
        Y,
      ).exact.twoSided;
    expect(pAt(shift.ci.lower - 1e-9)).toBeCloseTo(1 - achieved, 12);
    expect(pAt(shift.ci.lower + 1e-9)).toBeGreaterThan(1 - achieved);
    expect(achieved).toBeGreaterThanOrEqual(0.95);
  });

  it("says when even the outermost differences cover less than the level", () => {
    const got = hodgesLehmann([1, 2], [3, 5]);
    expect([got.note, got.k]).toEqual(["level-not-reached", 1]);
    expect(got.achieved).toBeCloseTo(1 - 2 / 6, 12);
  });

  it("takes the rank from the normal approximation for large groups", () => {
    const many = Array.from({ length: 1200 }, (_, i) => Math.sin(i));
    const got = hodgesLehmann(many, many);
    expect([got.note, got.achieved, got.shift.value]).toEqual(["approximate-rank", Number.NaN, 0]);
  });
});
