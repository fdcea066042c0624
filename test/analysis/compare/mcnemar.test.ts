import { describe, expect, it } from "vitest";
import { type Interval, mcNemarTest } from "../../../src/analysis/index.js";
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
});
