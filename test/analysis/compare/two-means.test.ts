import { describe, expect, it } from "vitest";
import { pooledSd } from "../../../src/analysis/compare/t-tests.js";
import {
  equivalenceTest,
  type Interval,
  type MeanSdN,
  ratioOfMeans,
  standardisedDifference,
  studentTest,
  type TwoMeansTest,
  varianceRatio,
  welchTest,
} from "../../../src/analysis/index.js";
import { goldenCases, goldenMisses } from "../../numeric/golden.js";

const limits = ({ lower, upper }: Interval): number[] => [lower, upper];
const NEEDS_NONCENTRAL_T = ["effect.cohen_d_ci_noncentral", "effect.hedges_g_ci_noncentral"];

const test = ({ standardError, t, df, p, difference }: TwoMeansTest): object => ({
  se: standardError,
  t,
  df,
  p,
  ci: limits(difference.ci),
});

describe("tests of two means from summaries", () => {
  for (const one of goldenCases("two-group", "two_means_summary")) {
    const { mean1, sd1, n1, mean2, sd2, n2, conf_level: level, margin } = one.input;
    const first: MeanSdN = { mean: mean1, sd: sd1, n: n1 };
    const second: MeanSdN = { mean: mean2, sd: sd2, n: n2 };
    if (one.expected.error !== undefined) continue;
    it(`give metafor's values for ${one.id}`, () => {
      const effect = standardisedDifference(first, second);
      const variances = varianceRatio(first, second, { level });
      const ratio = ratioOfMeans(first, second, { level });
      const student = studentTest(first, second, { level });
      const equivalence = margin === undefined ? undefined : equivalenceTest(first, second, margin);
      const answer = {
        diff: student.difference.value,
        welch: test(welchTest(first, second, { level })),
        student: { sd_pooled: pooledSd(first, second), ...test(student) },
        effect: {
          cohen_d: effect.cohenD,
          hedges_g: effect.hedgesG,
          j_exact: effect.correction,
          j_approx: effect.correctionApproximate,
          var_g_metafor: effect.varianceOfG,
          glass_delta_group2: effect.glassDelta,
        },
        variance_ratio: {
          f: variances.ratio.value,
          df1: variances.df1,
          df2: variances.df2,
          p: variances.p,
          ci: limits(variances.ratio.ci),
        },
        ratio_of_means: {
          estimate: ratio.ratio.value,
          log: ratio.log,
          se_log: ratio.seLog,
          ci: limits(ratio.ratio.ci),
        },
        noninferiority: equivalence && {
          margin: equivalence.margin,
          t: equivalence.t,
          p: equivalence.nonInferiorityP,
          tost_p: equivalence.equivalenceP,
          ci_90: limits(equivalence.ci),
        },
      };
      expect(goldenMisses(answer, one, NEEDS_NONCENTRAL_T)).toEqual([]);
    });
  }
});
