import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Interval, mcNemarRange, mcNemarTest } from "../../../src/analysis/index.js";
import { goldenCases, goldenMisses } from "../../numeric/golden.js";

const limits = ({ lower, upper }: Interval): number[] => [lower, upper];

describe("mcNemarTest", () => {
  for (const one of goldenCases("agreement-categorical", "mcnemar")) {
    it(`gives the values of mcnemar.test and exact2x2 for ${one.id}`, () => {
      const got = mcNemarTest(one.input.table, { level: one.input.conf_level });
      const answer = {
        n: got.n,
        b: got.onlyFirst,
        c: got.onlySecond,
        discordant: got.onlyFirst + got.onlySecond,
        chi2: got.chiSquare.statistic,
        p: got.chiSquare.p,
        chi2_cc: got.chiSquareContinuity.statistic,
        chi2_cc_r: got.chiSquareContinuity.statistic,
        p_cc: got.chiSquareContinuity.p,
        p_exact: got.exact,
        p_midp: got.midP,
        or_conditional: got.oddsRatio.value,
        or_ci_exact: limits(got.oddsRatio.ci),
        diff: got.difference.value,
        diff_wald_ci: limits(got.difference.ci),
      };
      expect(goldenMisses(answer, one)).toEqual([]);
    });
  }

  it("turns round when the methods swap", () => {
    const one = mcNemarTest([
      [11, 10],
      [1, 0],
    ]);
    const other = mcNemarTest([
      [11, 1],
      [10, 0],
    ]);
    expect(other.exact).toBeCloseTo(one.exact, 15);
    expect(other.difference.ci.lower).toBeCloseTo(-one.difference.ci.upper, 15);
    expect(other.oddsRatio.ci.lower * one.oddsRatio.ci.upper).toBeCloseTo(1, 12);
  });

  it("refuses an empty table", () => {
    expect(() =>
      mcNemarTest([
        [0, 0],
        [0, 0],
      ]),
    ).toThrow("needs at least one subject; got 0");
  });
});

describe("mcNemarRange", () => {
  it("lists the splits of 21 and 12 successes in 22, with R's exact p", () => {
    // R 4.2: binom.test(0, 9)$p.value and binom.test(1, 11)$p.value
    const got = mcNemarRange({ n: 22, first: 21, second: 12 });
    expect(
      got.splits.map(({ both, onlyFirst, onlySecond, neither }) => [
        both,
        onlyFirst,
        onlySecond,
        neither,
      ]),
    ).toEqual([
      [12, 9, 0, 1],
      [11, 10, 1, 0],
    ]);
    expect(got.exact.lower).toBeCloseTo(0.00390625, 15);
    expect(got.exact.upper).toBeCloseTo(0.01171875, 15);
    expect(got.midP.lower).toBeCloseTo(0.001953125, 15);
  });

  it("holds the test of every table with those margins", () => {
    const cell = fc.integer({ min: 0, max: 25 });
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        fc.pre(a + b + c + d > 0);
        const range = mcNemarRange({ n: a + b + c + d, first: a + b, second: a + c });
        const table = mcNemarTest([
          [a, b],
          [c, d],
        ]);
        expect(table.exact).toBeGreaterThanOrEqual(range.exact.lower);
        expect(table.exact).toBeLessThanOrEqual(range.exact.upper);
        expect(table.midP).toBeGreaterThanOrEqual(range.midP.lower);
        expect(table.midP).toBeLessThanOrEqual(range.midP.upper);
        for (const split of range.splits) {
          expect(split.both + split.onlyFirst + split.onlySecond + split.neither).toBe(range.n);
        }
      }),
    );
  });

  it("has one split when a method always or never succeeds", () => {
    expect(mcNemarRange({ n: 5, first: 5, second: 2 }).splits).toHaveLength(1);
    expect(mcNemarRange({ n: 5, first: 0, second: 2 }).splits).toHaveLength(1);
    expect(mcNemarRange({ n: 1, first: 1, second: 1 }).exact).toEqual({ lower: 1, upper: 1 });
  });

  it("refuses a margin beyond the subjects", () => {
    expect(() => mcNemarRange({ n: 22, first: 23, second: 1 })).toThrow(
      "mcNemarRange: needs a count from 0 to 22; got 23",
    );
  });
});
