import { binomialCdf, binomialQuantile } from "../../numeric/index.js";
import type { Interval } from "../estimate.js";

/** An interval for a quantile between two ordered values, which holds for any distribution. */
export interface OrderStatisticInterval extends Interval {
  readonly rankLower: number; // 1-based; 0 means that no value is low enough, and lower is −Infinity
  readonly rankUpper: number; // n + 1 means that no value is high enough, and upper is Infinity
  readonly coverage: number; // the least that it holds, at or above the level
}

/**
 * Interval of a quantile by ranks: how many values fall below the quantile is binomial.
 *
 * @param sorted - (n), ascending
 * @param p - the quantile's probability
 * @source [@david2003] section 7.1
 */
export function orderStatisticInterval(
  sorted: ArrayLike<number>,
  p: number,
  level: number,
): OrderStatisticInterval {
  const n = sorted.length;
  const rankLower = binomialQuantile((1 - level) / 2, n, p);
  const rankUpper = binomialQuantile((1 + level) / 2, n, p) + 1;
  return {
    lower: rankLower === 0 ? Number.NEGATIVE_INFINITY : sorted[rankLower - 1]!,
    upper: rankUpper === n + 1 ? Number.POSITIVE_INFINITY : sorted[rankUpper - 1]!,
    level,
    rankLower,
    rankUpper,
    coverage:
      binomialCdf(rankUpper - 1, n, p) - (rankLower === 0 ? 0 : binomialCdf(rankLower - 1, n, p)),
  };
}
