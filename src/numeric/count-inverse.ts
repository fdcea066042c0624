/**
 * Rounding that a tail probability of counts may carry: a quantile of exactly this probability
 * must still give the count it came from.
 */
const ROUNDING = 64 * Number.EPSILON;

/**
 * The smallest count in [0, largest] whose lower tail reaches p, by doubling and bisection.
 *
 * @param cdf - P(X ≤ k), rising with k
 * @param largest - end of the support; Infinity allowed while p is below 1
 */
export function smallestCountReaching(
  cdf: (k: number) => number,
  p: number,
  largest: number,
): number {
  return firstCount((k) => cdf(k) >= p * (1 - ROUNDING), largest);
}

/** The smallest count in [0, largest] whose upper tail P(X > k) has fallen to q. */
export function smallestCountLeaving(
  survival: (k: number) => number,
  q: number,
  largest: number,
): number {
  return firstCount((k) => survival(k) <= q * (1 + ROUNDING), largest);
}

function firstCount(reached: (k: number) => boolean, largest: number): number {
  let below = -1; // not reached
  let at = 0;
  while (at < largest && !reached(at)) {
    below = at;
    at = Math.min(largest, 2 * at + 1);
  }
  while (at - below > 1) {
    const middle = Math.floor((at + below) / 2);
    if (reached(middle)) at = middle;
    else below = middle;
  }
  return at;
}
