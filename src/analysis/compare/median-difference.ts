import { binomialCdf, normalUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkColumn } from "../columns.js";
import type { Estimate } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";
import { middle } from "./hodges-lehmann.js";

/** Two medians and their difference first − second, in the unit of the values. */
export interface MedianDifference {
  readonly method: "median-difference";
  readonly first: number;
  readonly second: number;
  readonly standardError: number;
  readonly difference: Estimate;
}

/**
 * The difference of the medians of two groups. It is not the median difference, for which see
 * `hodgesLehmann`.
 *
 * The standard error of each median comes from two order statistics about it, so that no shape of
 * the distribution is supposed.
 *
 * @param first - (n1) values of the first group, at least 5
 * @param second - (n2) values of the second group, same unit
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput when a group has fewer than 5 values or a value is not finite
 * @source [@bonett2002medians]
 */
export function medianDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): MedianDifference {
  checkColumn("medianDifference", "values of the first group", first, 5);
  checkColumn("medianDifference", "values of the second group", second, 5);
  checkLevel("medianDifference", level);
  const one = medianOf(first);
  const other = medianOf(second);
  const standardError = Math.hypot(one.standardError, other.standardError);
  const value = one.median - other.median;
  const reach = criticalZ(level) * standardError;
  return {
    method: "median-difference",
    first: one.median,
    second: other.median,
    standardError,
    difference: { value, ci: { lower: value - reach, upper: value + reach, level } },
  };
}

function medianOf(values: ArrayLike<number>): { median: number; standardError: number } {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const rank = Math.max(1, Math.round((n + 1) / 2 - Math.sqrt(n)));
  // The two order statistics hold the median with chance 1 − 2 tail.
  const tail = binomialCdf(rank - 1, n, 0.5);
  const standardError = (sorted[n - rank]! - sorted[rank - 1]!) / (2 * normalUpperQuantile(tail));
  return { median: middle(sorted), standardError };
}
