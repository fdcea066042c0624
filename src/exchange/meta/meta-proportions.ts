import {
  metaProportions,
  metaProportionsGlmm,
  type PoolingMethod,
  type ProportionScale,
  type ProportionStudies,
  proportionEffects,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, completePairs, confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Answer, type Statistic, statistic } from "../statistic.js";
import { pooledAnswer } from "./pooled-answer.js";

const SCALES: Readonly<Record<string, ProportionScale>> = {
  plo: "logit",
  pas: "arcsine",
  pr: "raw",
  pft: "freeman-tukey",
};

const METHODS: Readonly<Record<string, PoolingMethod>> = {
  ee: "common-effect",
  dl: "dersimonian-laird",
  reml: "reml",
};

const ZERO_CORRECTION = 0.5; // the reference adds it on every scale

/** Studies of one group by events, pooled on every scale. */
export const metaProportionsStatistic: Statistic = statistic(
  "meta_proportions",
  z.object({ xi: column, ni: column, conf_level: confLevel }),
  ({ xi, ni, conf_level: level }) => {
    const [events, n] = completePairs(xi, ni);
    const studies = { events, n };
    const scales = Object.entries(SCALES).map(([key, scale]) => [
      key,
      scaleAnswer(studies, scale, level),
    ]);
    const { harmonicMeanN } = metaProportions(studies, "freeman-tukey", "common-effect");
    const glmm = metaProportionsGlmm(studies, { level });
    return {
      k: n.length,
      ...Object.fromEntries(scales),
      glmm: {
        estimate: glmm.estimate.value,
        se: glmm.standardError,
        tau2: glmm.tau2,
        proportion: glmm.proportion.value,
        proportion_ci: limits(glmm.proportion.ci),
      },
      harmonic_mean_n: harmonicMeanN,
    };
  },
);

function scaleAnswer(studies: ProportionStudies, scale: ProportionScale, level: number): Answer {
  const zeroCorrection = ZERO_CORRECTION;
  const { effects, variances } = proportionEffects(studies, scale, { zeroCorrection });
  const pools = Object.entries(METHODS).map(([key, method]) => {
    const pool = metaProportions(studies, scale, method, { level, zeroCorrection });
    const { value, ci } = pool.proportion;
    return [key, { ...pooledAnswer(pool), proportion: value, proportion_ci: limits(ci) }];
  });
  return { yi: effects, vi: variances, ...Object.fromEntries(pools) };
}
