import {
  type BinaryMeasure,
  type BinaryStudies,
  binaryEffects,
  type MantelHaenszel,
  type MantelHaenszelMeasure,
  mantelHaenszel,
  metaBinary,
  metaBinaryGlmm,
  petoOddsRatio,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, completeRows, confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Answer, type Statistic, statistic } from "../statistic.js";
import { pooledAnswer } from "./pooled-answer.js";

const MEASURES: Readonly<Record<string, BinaryMeasure>> = {
  iv_or: "log-odds-ratio",
  iv_rr: "log-risk-ratio",
  iv_rd: "risk-difference",
  iv_as: "arcsine",
};

/** Studies of two arms by events, pooled by every method and measure. */
export const metaBinaryStatistic: Statistic = statistic(
  "meta_binary",
  z.object({ ai: column, n1i: column, ci: column, n2i: column, conf_level: confLevel }),
  ({ ai, n1i, ci, n2i, conf_level: level }) => {
    const rows = completeRows(ai.map((a, i) => [a, n1i[i]!, ci[i]!, n2i[i]!]));
    const [events1, n1, events2, n2] = [0, 1, 2, 3].map((j) => rows.map((row) => row[j]!));
    const studies = { events1, n1, events2, n2 } as BinaryStudies;
    const mh = (measure: MantelHaenszelMeasure): MantelHaenszel =>
      mantelHaenszel(studies, measure, { level });
    const or = mh("log-odds-ratio");
    const glmm = metaBinaryGlmm(studies, { level });
    const peto = petoOddsRatio(studies, { level });
    return {
      k: rows.length,
      mh_or: {
        ...mhAnswer(or),
        cmh: {
          chi2_cc: or.cochranMantelHaenszel.statistic,
          p_cc: or.cochranMantelHaenszel.p,
          tarone: or.tarone.statistic,
          tarone_p: or.tarone.p,
        },
      },
      mh_rr: mhAnswer(mh("log-risk-ratio")),
      mh_rd: mhAnswer(mh("risk-difference")),
      peto: {
        estimate: peto.estimate.value,
        se: peto.standardError,
        ci: limits(peto.estimate.ci),
        p: peto.p,
        Q: peto.q.statistic,
      },
      ...Object.fromEntries(
        Object.entries(MEASURES).map(([key, measure]) => [
          key,
          inverseVarianceAnswer(studies, measure, level),
        ]),
      ),
      glmm_um_fs: { estimate: glmm.estimate.value, se: glmm.standardError, tau2: glmm.tau2 },
    };
  },
);

function mhAnswer({ estimate, standardError, p, q }: MantelHaenszel): Answer {
  return {
    estimate: estimate.value,
    se: standardError,
    ci: limits(estimate.ci),
    p,
    Q: q.statistic,
    Q_df: q.df,
    Q_p: q.p,
    k_used: q.df + 1,
  };
}

function inverseVarianceAnswer(
  studies: BinaryStudies,
  measure: BinaryMeasure,
  level: number,
): Answer {
  const { effects, variances } = binaryEffects(studies, measure);
  return {
    yi: effects,
    vi: variances,
    dl: pooledAnswer(metaBinary(studies, measure, "dersimonian-laird", { level })),
    reml: pooledAnswer(metaBinary(studies, measure, "reml", { level })),
  };
}
