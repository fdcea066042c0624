import { normalUpperQuantile } from "../../numeric/index.js";
import { medianOf } from "./passing-bablok-quickselect.js";
import type { RankedSlopes } from "./passing-bablok-slopes.js";

/** The shifted median of slopes and its limits. */
export interface SlopeLimits {
  readonly slope: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Median and limits by ranks, all shifted by the number of slopes below −1. Beyond the first or last
 * slope the median is NaN, a limit ±Infinity.
 *
 * @param n - points, of which the slopes are
 * @source [@passing1983]
 */
export function shiftedMedian(slopes: RankedSlopes, n: number, level: number): SlopeLimits {
  const { count, offset } = slopes;
  const spread = Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
  const lowerRank = Math.round((count - normalUpperQuantile((1 - level) / 2) * spread) / 2);
  const ranks = [
    Math.floor((count + 1) / 2),
    Math.floor(count / 2) + 1, // the same as the first where the count is odd
    lowerRank,
    count - lowerRank + 1,
  ].map((rank) => rank + offset);
  const reached = ranks.filter((rank) => rank >= 1 && rank <= count);
  const found = slopes.ofRanks(reached);
  const [low, high, lower, upper] = ranks.map((rank) => found[reached.indexOf(rank)]);
  return {
    slope: ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2,
    lower: lower ?? Number.NEGATIVE_INFINITY,
    upper: upper ?? Number.POSITIVE_INFINITY,
  };
}

/** Median of y − slope·x; for a vertical line the end of the scale that it tends to, x above 0. */
export function medianIntercept(x: ArrayLike<number>, y: ArrayLike<number>, slope: number): number {
  if (!Number.isFinite(slope)) return -slope;
  const intercepts = new Float64Array(x.length);
  for (let i = 0; i < intercepts.length; i++) intercepts[i] = y[i]! - slope * x[i]!;
  return medianOf(intercepts);
}
