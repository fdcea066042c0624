import type { Interval } from "../estimate.js";
import { intervalOf } from "./reference-distribution.js";

/** Prediction intervals of the effect of a further study; three quantiles are in use. */
export interface PredictionIntervals {
  readonly normal: Interval; // metafor's default
  readonly tKMinus2: Interval; // Higgins, Thompson and Spiegelhalter; the Cochrane Handbook
  readonly tKMinus1: Interval; // with Hartung and Knapp's standard error
}

/**
 * μ ± quantile·√(se² + τ²), each with NaN limits where its t has no degrees of freedom.
 *
 * @source [@higgins2009] t on k − 2
 */
export function predictionIntervals(
  pool: {
    readonly value: number;
    readonly standardError: number;
    readonly tau2: number;
    readonly k: number;
  },
  level: number,
): PredictionIntervals {
  const spread = Math.sqrt(pool.standardError ** 2 + pool.tau2);
  const at = (df: number): Interval => intervalOf(pool.value, spread, df, level);
  return {
    normal: at(Number.POSITIVE_INFINITY),
    tKMinus2: at(pool.k - 2),
    tKMinus1: at(pool.k - 1),
  };
}
