import { describe, expect, it } from "vitest";
import {
  type Interval,
  type ProportionTest,
  type TwoProportions,
  twoProportions,
} from "../../../src/analysis/index.js";
import { type GoldenCase, goldenCases, goldenMisses } from "../../numeric/golden.js";

const limits = ({ lower, upper }: Interval): number[] | number =>
  Number.isNaN(lower) && Number.isNaN(upper) ? Number.NaN : [lower, upper];

function compare({ input }: GoldenCase): TwoProportions {
  return twoProportions(
    { count: input.x1, n: input.n1 },
    { count: input.x2, n: input.n2 },
    { level: input.conf_level },
  );
}

function answerOf(got: TwoProportions): object {
  const p = (test: ProportionTest, alternative = "two-sided"): number | undefined =>
    got.tests.find((one) => one.test === test && one.alternative === alternative)?.p;
  return {
    p1: got.first.count / got.first.n,
    p2: got.second.count / got.second.n,
    rd: {
      estimate: got.difference.value,
      se_wald: got.difference.standardError,
      wald: limits(got.difference.wald),
      newcombe: limits(got.difference.newcombe),
      newcombe_cc: limits(got.difference.newcombeContinuity),
      agresti_caffo: limits(got.difference.agrestiCaffo),
      mee: limits(got.difference.mee),
      miettinen_nurminen: limits(got.difference.miettinenNurminen),
    },
    rr: {
      estimate: got.riskRatio.value,
      se_log: got.riskRatio.seLog,
      katz: limits(got.riskRatio.katz),
      koopman: limits(got.riskRatio.koopman),
      miettinen_nurminen: limits(got.riskRatio.miettinenNurminen),
    },
    or: {
      estimate: got.oddsRatio.value,
      se_log: got.oddsRatio.seLog,
      woolf: limits(got.oddsRatio.woolf),
      haldane: {
        estimate: got.oddsRatio.haldane.value,
        ci: limits(got.oddsRatio.haldane.ci),
      },
      conditional_mle: got.oddsRatio.conditional.value,
      conditional_ci: limits(got.oddsRatio.conditional.ci),
      conditional_ci_mid_p: limits(got.oddsRatio.conditionalMidP),
    },
    tests: {
      fisher_two_sided: p("fisher"),
      fisher_less: p("fisher", "less"),
      fisher_greater: p("fisher", "greater"),
      fisher_central: p("fisher-doubled"),
      fisher_mid_p_two_sided: p("fisher-mid-p"),
      chi2: got.statistics.chi2,
      p_chi2: p("chi2"),
      chi2_n_minus_1: got.statistics.chi2NMinus1,
      p_chi2_n_minus_1: p("chi2-n-1"),
      chi2_yates: got.statistics.yates,
      p_yates: p("yates"),
      g: got.statistics.g,
      p_g: p("g"),
      min_expected: got.statistics.smallestExpected,
      phi: got.statistics.phi,
      barnard_z_pooled: p("barnard"),
      boschloo: p("boschloo"),
    },
    nnt: {
      estimate: got.numberNeeded.value,
      newcombe_bounds_inverse: got.numberNeeded.inverseLimits,
    },
  };
}

describe("twoProportions", () => {
  for (const one of goldenCases("two-group", "two_proportions")) {
    it(`gives the values of R's packages for ${one.id}`, () => {
      expect(goldenMisses(answerOf(compare(one)), one)).toEqual([]);
    });
  }
});
