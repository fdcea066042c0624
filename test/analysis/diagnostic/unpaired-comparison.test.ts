import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  diagnosticAccuracy,
  fisherTest,
  twoProportions,
  unpairedTestComparison,
} from "../../../src/analysis/index.js";

const count = fc.integer({ min: 1, max: 40 });
const counts = fc.record({
  truePositive: count,
  falsePositive: count,
  falseNegative: count,
  trueNegative: count,
});
const RATES = ["sensitivity", "specificity", "ppv", "npv"] as const;
const RATIOS = ["likelihoodRatioPositive", "likelihoodRatioNegative", "oddsRatio"] as const;

describe("unpairedTestComparison", () => {
  it("compares each rate as two proportions, each ratio as a ratio of the tables' own", () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const got = unpairedTestComparison(first, second);
        const [one, other] = [diagnosticAccuracy(first), diagnosticAccuracy(second)];
        for (const name of RATES) {
          const { difference, riskRatio } = twoProportions(one[name], other[name]);
          expect(got[name].difference.ci).toEqual(difference.newcombe);
          expect(got[name].ratio.ci.upper).toBeCloseTo(riskRatio.katz.upper, 8);
          const { p } = fisherTest([
            [one[name].count, one[name].n - one[name].count],
            [other[name].count, other[name].n - other[name].count],
          ]);
          expect(got[name].fisher).toBe(p);
        }
        for (const name of RATIOS) {
          expect(got[name].value).toBeCloseTo(one[name].value / other[name].value, 8);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("turns round when the studies swap", () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const one = unpairedTestComparison(first, second);
        const other = unpairedTestComparison(second, first);
        for (const name of RATES) {
          expect(other[name].difference.ci.lower).toBeCloseTo(-one[name].difference.ci.upper, 12);
          expect(other[name].chiSquare.p).toBeCloseTo(one[name].chiSquare.p, 10);
        }
        for (const name of RATIOS) {
          expect(other[name].z).toBeCloseTo(-one[name].z, 10);
          expect(other[name].p).toBeCloseTo(one[name].p, 10);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("notes what a study does not have", () => {
    const one = { truePositive: 4, falsePositive: 0, falseNegative: 2, trueNegative: 0 };
    const other = { truePositive: 3, falsePositive: 1, falseNegative: 0, trueNegative: 7 };
    const got = unpairedTestComparison(one, other);
    expect(got.specificity.note).toBe("no-trials");
    expect([got.specificity.difference.value, got.specificity.fisher]).toEqual([NaN, NaN]);
    expect(got.sensitivity).not.toHaveProperty("note");
    expect(got.oddsRatio.p).toBeNaN();
  });

  it("refuses an empty study", () => {
    const one = { truePositive: 4, falsePositive: 0, falseNegative: 2, trueNegative: 1 };
    const none = { truePositive: 0, falsePositive: 0, falseNegative: 0, trueNegative: 0 };
    expect(() => unpairedTestComparison(one, none)).toThrow(
      "unpairedTestComparison: needs at least one subject; got 0",
    );
  });
});
