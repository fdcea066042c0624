import { checkPositive, checkProbability } from "./checks.js";
import { smallestCountLeaving, smallestCountReaching } from "./count-inverse.js";
import { lowerGamma, upperGamma } from "./incomplete-gamma.js";
import { poissonTerm } from "./point-mass.js";

/**
 * P(X = k) for a Poisson variable; 0 where k is not a count.
 *
 * @throws InvalidInput unless mean is above 0
 */
export function poissonPmf(k: number, mean: number): number {
  checkPositive("poissonPmf", "mean", mean);
  if (Number.isNaN(k)) return Number.NaN;
  return Number.isInteger(k) && k >= 0 ? poissonTerm(k, mean) : 0;
}

/** P(X ≤ k), exact in the far tail. */
export function poissonCdf(k: number, mean: number): number {
  checkPositive("poissonCdf", "mean", mean);
  if (Number.isNaN(k)) return Number.NaN;
  if (k === Number.POSITIVE_INFINITY) return 1;
  return k < 0 ? 0 : upperGamma(Math.floor(k) + 1, mean);
}

/** P(X > k), exact in the far tail. */
export function poissonSurvival(k: number, mean: number): number {
  checkPositive("poissonSurvival", "mean", mean);
  if (Number.isNaN(k)) return Number.NaN;
  if (k === Number.POSITIVE_INFINITY) return 0;
  return k < 0 ? 1 : lowerGamma(Math.floor(k) + 1, mean);
}

/**
 * The smallest k with P(X ≤ k) ≥ p; Infinity for p of 1.
 *
 * @throws InvalidInput when p is not a probability or mean is not above 0
 */
export function poissonQuantile(p: number, mean: number): number {
  checkProbability("poissonQuantile", p);
  checkPositive("poissonQuantile", "mean", mean);
  if (p === 1) return Number.POSITIVE_INFINITY;
  return smallestCountReaching((k) => poissonCdf(k, mean), p, Number.POSITIVE_INFINITY);
}

/** The smallest k with P(X > k) ≤ q; Infinity for q of 0. */
export function poissonUpperQuantile(q: number, mean: number): number {
  checkProbability("poissonUpperQuantile", q);
  checkPositive("poissonUpperQuantile", "mean", mean);
  if (q === 0) return Number.POSITIVE_INFINITY;
  return smallestCountLeaving((k) => poissonSurvival(k, mean), q, Number.POSITIVE_INFINITY);
}
