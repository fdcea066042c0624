import {
  heterogeneity,
  type PooledEffect,
  type PoolingMethod,
  type PoolingTest,
  poolEffects,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, completePairs, confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Answer, type Statistic, statistic } from "../statistic.js";
import { pooledAnswer } from "./pooled-answer.js";

const METHODS: Readonly<Record<string, PoolingMethod>> = {
  dl: "dersimonian-laird",
  pm: "paule-mandel",
  reml: "reml",
  ml: "ml",
  he: "hedges",
  sj: "sidik-jonkman",
  eb: "empirical-bayes",
  hs: "hunter-schmidt",
};

const SEARCHED_TO = 100; // the reference looks for limits of τ² up to here, or to 10 τ² where that is more

/** Effects with variances, pooled by every method. */
export const metaGeneric: Statistic = statistic(
  "meta_generic",
  z.object({ yi: column, vi: column, conf_level: confLevel }),
  ({ yi, vi, conf_level: level }) => {
    const [effects, variances] = completePairs(yi, vi);
    const by = (method: PoolingMethod, test: PoolingTest = "normal"): PooledEffect =>
      poolEffects(effects, variances, method, { level, test });
    const common = by("common-effect");
    const { tau2: _, ...commonAnswer } = pooledAnswer(common) as { tau2: number };
    const known = {
      k: common.k,
      common: commonAnswer,
      weights_common_percent: common.studies.weightsPercent,
    };
    if (common.k === 1) return { ...known, random: Number.NaN };
    const reml = by("reml");
    return {
      ...known,
      q: { Q: common.q.statistic, df: common.q.df, p: common.q.p },
      i2_common: common.i2Percent,
      h2: common.h2,
      ...Object.fromEntries(
        Object.entries(METHODS).map(([key, method]) => [key, randomAnswer(by(method))]),
      ),
      ...Object.fromEntries(
        (["dl", "pm", "reml"] as const).map((key) => [
          `${key}_hksj`,
          hartungKnappAnswer(
            by(METHODS[key]!, "hartung-knapp"),
            by(METHODS[key]!, "hartung-knapp-ad-hoc"),
          ),
        ]),
      ),
      q_profile: qProfileAnswer(effects, variances, level, reml),
      weights_reml_percent: reml.studies.weightsPercent,
    };
  },
);

function randomAnswer(pool: PooledEffect): Answer {
  return {
    ...pooledAnswer(pool),
    I2: pool.i2Percent,
    prediction_z: limits(pool.predictions.normal),
    prediction_t_k_minus_2: limits(pool.predictions.tKMinus2),
  };
}

function hartungKnappAnswer(pool: PooledEffect, floored: PooledEffect): Answer {
  return {
    ...pooledAnswer(pool),
    df: pool.df,
    ad_hoc: { se: floored.standardError, ci: limits(floored.estimate.ci) },
    prediction_t_k_minus_1: limits(pool.predictions.tKMinus1),
  };
}

function qProfileAnswer(
  effects: readonly number[],
  variances: readonly number[],
  level: number,
  reml: PooledEffect,
): Answer {
  const { tau2, typicalVariance } = heterogeneity(effects, variances, { level });
  const most = Math.max(SEARCHED_TO, 10 * reml.tau2);
  const found = limits(tau2.ci).map((limit) => Math.min(limit, most));
  return { tau2: found, i2: found.map((limit) => (100 * limit) / (limit + typicalVariance)) };
}
