import {
  equivalenceTest,
  type MeanSdN,
  ratioOfMeans,
  standardisedDifference,
  studentTest,
  type TwoMeansTest,
  varianceRatio,
  welchTest,
} from "../../analysis/index.js";
import { limits } from "../output.js";
import type { Answer } from "../statistic.js";

/** What both statistics of two means answer from the summaries of the groups. */
export function twoMeans(
  first: MeanSdN,
  second: MeanSdN,
  level: number,
  margin: number | undefined,
): Answer {
  const welch = welchTest(first, second, { level });
  const student = studentTest(first, second, { level });
  const diff = welch.difference.value;
  if (welch.note !== undefined) return { diff, error: "zero_variance" };
  const effect = standardisedDifference(first, second, { level });
  const variances = varianceRatio(first, second, { level });
  return {
    diff,
    welch: test(welch),
    student: { sd_pooled: effect.pooledSd, ...test(student) },
    effect: {
      cohen_d: effect.cohenD.value,
      hedges_g: effect.hedgesG.value,
      j_exact: effect.correction,
      j_approx: effect.correctionApproximate,
      cohen_d_ci_noncentral: limits(effect.cohenD.ci),
      hedges_g_ci_noncentral: limits(effect.hedgesG.ci),
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
    ratio_of_means: first.mean * second.mean > 0 ? ratio(first, second, level) : undefined,
    noninferiority: margin === undefined ? undefined : withMargin(first, second, margin),
  };
}

function test({ standardError, t, df, p, difference }: TwoMeansTest): object {
  return { se: standardError, t, df, p, ci: limits(difference.ci) };
}

function ratio(first: MeanSdN, second: MeanSdN, level: number): object {
  const { ratio: estimate, log, seLog } = ratioOfMeans(first, second, { level });
  return { estimate: estimate.value, log, se_log: seLog, ci: limits(estimate.ci) };
}

function withMargin(first: MeanSdN, second: MeanSdN, margin: number): object {
  const got = equivalenceTest(first, second, margin);
  return {
    margin,
    t: got.t,
    p: got.nonInferiorityP,
    tost_p: got.equivalenceP,
    ci_90: limits(got.ci),
  };
}
