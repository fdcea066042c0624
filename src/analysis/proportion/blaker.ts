import { betaQuantile, binomialCdf, binomialSurvival, brent } from "../../numeric/index.js";
import type { Interval } from "../estimate.js";

/**
 * Blaker's exact interval: it lies within the one of Clopper and Pearson and still never covers
 * less than its level. Of all chances whose acceptability is above 1 − level it takes the hull, as
 * they can leave gaps.
 *
 * @source [@blaker2000]
 */
export function blakerInterval(count: number, n: number, level: number): Interval {
  return {
    lower: lowerLimit(count, n, 1 - level),
    upper: 1 - lowerLimit(n - count, n, 1 - level),
    level,
  };
}

/**
 * Below the estimate, a chance is acceptable by P(X ≥ count) + P(X ≤ k), k the most that keeps the
 * second term from exceeding the first. At the limit of Clopper and Pearson that is at most α. It
 * passes α where it grows through it, k being fixed, or at the latest where k steps up: there both
 * terms are equal, and the first is above α/2 by then.
 */
function lowerLimit(count: number, n: number, alpha: number): number {
  if (count === 0) return 0;
  const exact = betaQuantile(alpha / 2, count, n - count + 1);
  const atLeast = (p: number): number => binomialSurvival(count - 1, n, p);
  const k = mostWithin(n, exact, alpha / 2);
  const step = brent((p) => atLeast(p) - binomialCdf(k + 1, n, p), exact, 1);
  const excess = (p: number): number => atLeast(p) + binomialCdf(k, n, p) - alpha;
  if (!(excess(exact) < 0)) return exact;
  return excess(step) > 0 ? brent(excess, exact, step) : step;
}

/** The largest k with P(X ≤ k) ≤ tail; −1 when there is none. */
function mostWithin(n: number, p: number, tail: number): number {
  let [below, above] = [-1, n];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (binomialCdf(middle, n, p) <= tail) below = middle;
    else above = middle;
  }
  return below;
}
