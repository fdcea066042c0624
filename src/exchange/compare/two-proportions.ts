import {
  twoProportions as compareProportions,
  type ProportionTest,
  type TwoProportions,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { confLevel, number } from "../input.js";
import { limits } from "../output.js";
import { type Answer, type Statistic, statistic } from "../statistic.js";

const INPUT = z.object({ x1: number, n1: number, x2: number, n2: number, conf_level: confLevel });

/** `two_proportions`: two independent proportions. */
export const twoProportions: Statistic = statistic(
  "two_proportions",
  INPUT,
  ({ x1, n1, x2, n2, conf_level: level }) => {
    const got = compareProportions({ count: x1, n: n1 }, { count: x2, n: n2 }, { level });
    return {
      p1: x1 / n1,
      p2: x2 / n2,
      rd: differences(got),
      rr: ratios(got),
      or: odds(got),
      tests: tests(got),
      nnt: {
        estimate: got.numberNeeded.value,
        newcombe_bounds_inverse: got.numberNeeded.inverseLimits,
      },
    };
  },
);

function differences({ difference }: TwoProportions): Answer {
  return {
    estimate: difference.value,
    se_wald: difference.standardError,
    wald: limits(difference.wald),
    newcombe: limits(difference.newcombe),
    newcombe_cc: limits(difference.newcombeContinuity),
    agresti_caffo: limits(difference.agrestiCaffo),
    mee: limits(difference.mee),
    miettinen_nurminen: limits(difference.miettinenNurminen),
  };
}

function ratios({ riskRatio }: TwoProportions): Answer {
  return {
    estimate: riskRatio.value,
    se_log: riskRatio.seLog,
    katz: limits(riskRatio.katz),
    koopman: limits(riskRatio.koopman),
    miettinen_nurminen: limits(riskRatio.miettinenNurminen),
  };
}

function odds({ oddsRatio }: TwoProportions): Answer {
  return {
    estimate: oddsRatio.value,
    se_log: oddsRatio.seLog,
    woolf: limits(oddsRatio.woolf),
    haldane: { estimate: oddsRatio.haldane.value, ci: limits(oddsRatio.haldane.ci) },
    conditional_mle: oddsRatio.conditional.value,
    conditional_ci: limits(oddsRatio.conditional.ci),
    conditional_ci_mid_p: limits(oddsRatio.conditionalMidP),
  };
}

function tests({ statistics, tests: all }: TwoProportions): Answer {
  const p = (test: ProportionTest, alternative = "two-sided"): number | undefined =>
    all.find((one) => one.test === test && one.alternative === alternative)?.p;
  return {
    fisher_two_sided: p("fisher"),
    fisher_less: p("fisher", "less"),
    fisher_greater: p("fisher", "greater"),
    fisher_central: p("fisher-doubled"),
    fisher_mid_p_two_sided: p("fisher-mid-p"),
    chi2: statistics.chi2,
    p_chi2: p("chi2"),
    chi2_n_minus_1: statistics.chi2NMinus1,
    p_chi2_n_minus_1: p("chi2-n-1"),
    chi2_yates: statistics.yates,
    p_yates: p("yates"),
    g: statistics.g,
    p_g: p("g"),
    min_expected: statistics.smallestExpected,
    phi: statistics.phi,
    barnard_z_pooled: p("barnard"),
    boschloo: p("boschloo"),
  };
}
