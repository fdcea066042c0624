import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blandAltmanNonparametric } from "../../../src/analysis/index.js";
import { expectClose } from "./close.js";

const differences = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 2, maxLength: 60 });
const zeros = (values: readonly number[]): number[] => values.map(() => 0);

describe("blandAltmanNonparametric", () => {
  it("mirrors limits and rank intervals when the methods swap places", () => {
    fc.assert(
      fc.property(differences, (d) => {
        const one = blandAltmanNonparametric(d, zeros(d));
        const other = blandAltmanNonparametric(zeros(d), d);
        expectClose(other.lowerLimit.value, -one.upperLimit.value, 9);
        expectClose(other.lowerLimit.harrellDavis, -one.upperLimit.harrellDavis, 8);
        expect(other.lowerLimit.ci.lower).toBe(-one.upperLimit.ci.upper);
        expect(other.median.ci.upper).toBe(0 - one.median.ci.lower);
        expectClose(other.signedRank.p, one.signedRank.p, 12);
      }),
      { seed: 11, numRuns: 40 },
    );
  });

  it("follows any rising map of the differences where the quantile is one of them", () => {
    const d = [-9, -4, -2, -1, 0, 1, 3, 5, 8];
    const cubes = d.map((x) => x ** 3);
    const one = blandAltmanNonparametric(d, zeros(d), { coverage: 0.5, level: 0.5 });
    const other = blandAltmanNonparametric(cubes, zeros(d), { coverage: 0.5, level: 0.5 });
    expect(other.median.ci.lower).toBe(one.median.ci.lower ** 3);
    expect(other.lowerLimit.byType[1]).toBe(one.lowerLimit.byType[1] ** 3);
    expect(other.lowerLimit.ci.rankLower).toBe(one.lowerLimit.ci.rankLower);
  });

  it("says when n is too small to bound the limits, and holds at least the level", () => {
    const few = Array.from({ length: 40 }, (_, i) => i);
    const got = blandAltmanNonparametric(few, zeros(few));
    expect(got.note).toBe("unbounded");
    expect(got.lowerLimit.ci.lower).toBe(Number.NEGATIVE_INFINITY);
    expect(got.upperLimit.ci.rankUpper).toBe(41);
    const many = Array.from({ length: 200 }, (_, i) => i);
    const enough = blandAltmanNonparametric(many, zeros(many));
    expect(enough.note).toBeUndefined();
    for (const { ci } of [enough.lowerLimit, enough.median, enough.upperLimit]) {
      expect(ci.coverage).toBeGreaterThanOrEqual(0.95);
      expect(ci.coverage).toBeLessThan(0.99);
    }
  });

  it("gives the one value of constant differences", () => {
    const got = blandAltmanNonparametric([3, 4, 5], [1, 2, 3]);
    expect([got.median.value, got.lowerLimit.harrellDavis, got.upperLimit.value]).toEqual([
      2, 2, 2,
    ]);
  });
});
