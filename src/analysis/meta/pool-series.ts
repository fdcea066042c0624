import { checkEffects } from "./effect-columns.js";
import {
  checkPooling,
  type PooledEffect,
  type PoolingMethod,
  type PoolingTest,
  pooled,
} from "./pool-effects.js";
import { meanDesign } from "./weighted-fit.js";

/** A pool for each study, in columns of k: without it, or with it and all before. */
export interface PoolSeries {
  readonly method: PoolingMethod;
  readonly level: number;
  readonly estimates: Float64Array;
  readonly standardErrors: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly p: Float64Array;
  readonly tau2: Float64Array;
  readonly i2Percent: Float64Array;
}

/**
 * The pooled effect without each of the studies in turn.
 *
 * @param effects - (k) one per study
 * @param variances - (k) their sampling variances, above 0
 * @param method - as in `poolEffects`
 * @param options.level - confidence level; 0.95
 * @param options.test - as in `poolEffects`; `"normal"`
 * @throws InvalidInput on k < 2, and as `poolEffects`
 */
export function leaveOneOut(
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
  method: PoolingMethod,
  { level = 0.95, test = "normal" }: { level?: number; test?: PoolingTest } = {},
): PoolSeries {
  checkEffects("leaveOneOut", effects, variances, 2);
  checkPooling("leaveOneOut", method, level, test);
  return series(effects, variances, method, test, level, (i, row) => row !== i);
}

/**
 * The pooled effect after each study, in the order given: the first alone, the first two, …
 *
 * @param effects - (k) one per study, by date
 * @param variances - (k) their sampling variances, above 0
 * @param method - as in `poolEffects`
 * @param options.level - confidence level, which repeated looks do not keep; 0.95
 * @param options.test - as in `poolEffects`; `"normal"`
 * @throws InvalidInput as `poolEffects`
 * @source [@lau1992]
 */
export function cumulativePool(
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
  method: PoolingMethod,
  { level = 0.95, test = "normal" }: { level?: number; test?: PoolingTest } = {},
): PoolSeries {
  checkEffects("cumulativePool", effects, variances);
  checkPooling("cumulativePool", method, level, test);
  return series(effects, variances, method, test, level, (i, row) => row <= i);
}

function series(
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
  method: PoolingMethod,
  test: PoolingTest,
  level: number,
  isIn: (step: number, row: number) => boolean,
): PoolSeries {
  const pools = Array.from(effects, (_, step) => {
    const kept = (values: ArrayLike<number>): number[] =>
      Array.from(values).filter((__, row) => isIn(step, row));
    return pooled(meanDesign(kept(effects), kept(variances)), method, test, level);
  });
  const column = (value: (pool: PooledEffect) => number): Float64Array =>
    Float64Array.from(pools, value);
  return {
    method,
    level,
    estimates: column(({ estimate }) => estimate.value),
    standardErrors: column(({ standardError }) => standardError),
    lower: column(({ estimate }) => estimate.ci.lower),
    upper: column(({ estimate }) => estimate.ci.upper),
    p: column(({ p }) => p),
    tau2: column(({ tau2 }) => tau2),
    i2Percent: column(({ i2Percent }) => i2Percent),
  };
}
