import { normalUpperQuantile, tTwoSided, tUpperQuantile } from "../../numeric/index.js";
import type { Interval } from "../estimate.js";

/** Quantile of Student's t that leaves `level` between it and its mirror; df Infinity is the normal, below 1 there is none. */
export function quantileOf(df: number, level: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalUpperQuantile((1 - level) / 2);
  return df > 0 ? tUpperQuantile((1 - level) / 2, df) : Number.NaN;
}

/** Two-sided p of a t statistic, df Infinity the normal; NaN without degrees of freedom. */
export function twoSidedP(statistic: number, df: number): number {
  return df > 0 ? tTwoSided(statistic, df) : Number.NaN;
}

/** value ± quantile · standard error. */
export function intervalOf(
  value: number,
  standardError: number,
  df: number,
  level: number,
): Interval {
  const margin = quantileOf(df, level) * standardError;
  return { lower: value - margin, upper: value + margin, level };
}

/** Limits of many values with one quantile. */
export function intervalsOf(
  values: Float64Array,
  standardErrors: Float64Array,
  quantile: number,
): { lower: Float64Array; upper: Float64Array } {
  return {
    lower: values.map((value, i) => value - quantile * standardErrors[i]!),
    upper: values.map((value, i) => value + quantile * standardErrors[i]!),
  };
}
