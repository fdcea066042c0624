import { rubinPool as pool } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, completePairs, confLevel, number } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";

const schema = z.object({
  estimates: column,
  variances: column,
  n: number.nullish(),
  k: z.number().nullish(),
  conf_level: confLevel,
});

/** Rubin's rules: estimates of n subjects and k coefficients pooled over imputed data sets. */
export const rubinPool: Statistic = statistic("rubin_pool", schema, (input) => {
  const [estimates, variances] = completePairs(input.estimates, input.variances);
  const pooled = pool(estimates, variances, {
    completeDf: (input.n ?? Number.POSITIVE_INFINITY) - (input.k ?? 1),
    level: input.conf_level,
  });
  return {
    m: pooled.imputations,
    estimate: pooled.estimate.value,
    within: pooled.within,
    between: pooled.between,
    total: pooled.total,
    se: pooled.standardError,
    df: pooled.df,
    riv: pooled.relativeIncrease,
    lambda: pooled.lambda,
    fmi: pooled.fractionMissing,
    ci: limits(pooled.estimate.ci),
    t: pooled.t,
    p: pooled.p,
    note: pooled.note,
  };
});
