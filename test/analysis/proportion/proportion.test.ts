import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Interval, proportion } from "../../../src/analysis/index.js";
import { goldenCases, goldenMisses } from "../../numeric/golden.js";

const limits = ({ lower, upper }: Interval): number[] => [lower, upper];
const counts = fc
  .integer({ min: 1, max: 300 })
  .chain((n) => fc.record({ n: fc.constant(n), count: fc.integer({ min: 0, max: n }) }));

describe("proportion", () => {
  for (const one of goldenCases("diagnostics", "binom_ci").filter((c) => !c.expected.error)) {
    it(`gives the intervals of R's binom, PropCIs and base for ${one.id}`, () => {
      const got = proportion(one.input.x, one.input.n, { level: one.input.conf_level });
      const { intervals } = got;
      const answer = {
        x: got.count,
        n: got.n,
        estimate: got.value,
        wald: limits(intervals.wald),
        wilson: limits(intervals.wilson),
        wilson_cc: limits(intervals.wilsonContinuity),
        clopper_pearson: limits(intervals.exact),
        jeffreys: limits(intervals.jeffreys),
        jeffreys_modified: limits(intervals.jeffreysModified),
        agresti_coull: limits(intervals.agrestiCoull),
        agresti_coull_clipped: limits(intervals.agrestiCoullClipped),
        mid_p: limits(intervals.midP),
        likelihood_ratio: limits(intervals.likelihoodRatio),
        logit: limits(intervals.logit),
      };
      expect(goldenMisses(answer, one, ["arcsine_anscombe"])).toEqual([]);
    });
  }

  it("mirrors every interval when successes and failures swap", () => {
    fc.assert(
      fc.property(counts, ({ count, n }) => {
        const got = proportion(count, n).intervals;
        const mirrored = proportion(n - count, n).intervals;
        for (const method of Object.keys(got) as (keyof typeof got)[]) {
          if (method === "logit" && (count === 0 || count === n)) continue;
          expect(got[method].lower).toBeCloseTo(1 - mirrored[method].upper, 11);
          expect(got[method].upper).toBeCloseTo(1 - mirrored[method].lower, 11);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("holds the mid-p and the score interval inside the exact one's reach", () => {
    fc.assert(
      fc.property(counts, ({ count, n }) => {
        const { exact, midP } = proportion(count, n).intervals;
        expect(midP.lower).toBeGreaterThanOrEqual(exact.lower);
        expect(midP.upper).toBeLessThanOrEqual(exact.upper);
        expect(exact.lower).toBeLessThanOrEqual(count / n);
        expect(exact.upper).toBeGreaterThanOrEqual(count / n);
      }),
    );
  });

  it("widens every interval with the level", () => {
    const narrow = proportion(6, 9, { level: 0.9 }).intervals;
    const wide = proportion(6, 9, { level: 0.99 }).intervals;
    for (const method of Object.keys(narrow) as (keyof typeof narrow)[]) {
      expect(wide[method].lower).toBeLessThan(narrow[method].lower);
      expect(wide[method].upper).toBeGreaterThan(narrow[method].upper);
      expect(wide[method].level).toBe(0.99);
    }
  });

  it("refuses no trials, counts outside the trials and levels outside (0, 1)", () => {
    expect(() => proportion(0, 0)).toThrow("proportion: needs n to be a positive integer; got 0");
    expect(() => proportion(7, 6)).toThrow("proportion: needs a count from 0 to 6; got 7");
    expect(() => proportion(1.5, 6)).toThrow("needs a count from 0 to 6; got 1.5");
    expect(() => proportion(1, 6, { level: 95 })).toThrow("level between 0 and 1; got 95");
  });
});
