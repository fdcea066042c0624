import { checkCount, checkProbability } from "./checks.js";
import { remembering } from "./remembering.js";
import {
  lowerTailOf,
  quantileOf,
  type SymmetricNull,
  symmetricNull,
  upperTailOf,
} from "./symmetric-null.js";

/**
 * P(K ≤ k) for the number of concordant pairs among the n(n − 1)/2 of two independent rankings
 * without ties; Kendall's tau is 4k/(n(n − 1)) − 1. Exact in the far tail. The work grows with n⁴:
 * 0.1 s for 100.
 *
 * @param n - number of subjects ranked
 * @throws InvalidInput when n is not a count
 * @source [@kendall1938]
 */
export function kendallCdf(k: number, n: number): number {
  checkCount("kendallCdf", "n", n);
  return lowerTailOf(distribution(n), k);
}

/** P(K > k), exact in the far tail. */
export function kendallSurvival(k: number, n: number): number {
  checkCount("kendallSurvival", "n", n);
  return upperTailOf(distribution(n), k);
}

/**
 * The smallest k with P(K ≤ k) ≥ p.
 *
 * @throws InvalidInput when p is not a probability or n not a count
 */
export function kendallQuantile(p: number, n: number): number {
  checkProbability("kendallQuantile", p);
  checkCount("kendallQuantile", "n", n);
  return quantileOf(distribution(n), p);
}

const distribution = remembering(
  (n: number): SymmetricNull => symmetricNull(masses(n), (n * (n - 1)) / 2),
);

/**
 * P(K = k) for k up to the middle: the m-th subject is concordant with 0 … m − 1 of those before,
 * each equally likely.
 */
function masses(n: number): Float64Array {
  const middle = Math.floor((n * (n - 1)) / 4);
  let mass = new Float64Array(middle + 1);
  mass[0] = 1;
  for (let m = 2; m <= n; m++) {
    const next = new Float64Array(middle + 1);
    const reach = Math.min(middle, (m * (m - 1)) / 2);
    for (let k = 0; k <= reach; k++) {
      let sum = 0; // added anew for each k: taking the oldest term off would cancel in the tail
      for (let j = Math.max(0, k - m + 1); j <= k; j++) sum += mass[j]!;
      next[k] = sum / m;
    }
    mass = next;
  }
  return mass;
}
