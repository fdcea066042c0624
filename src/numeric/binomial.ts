import { checkCount, checkProbability } from "./checks.js";
import { smallestCountLeaving, smallestCountReaching } from "./count-inverse.js";
import { lowerBeta, upperBeta } from "./incomplete-beta.js";
import { logLowerBeta } from "./log-incomplete.js";
import { binomialTerm } from "./point-mass.js";

/**
 * P(X = k) for X successes in n trials of chance p; 0 where k is outside 0…n.
 *
 * @throws InvalidInput when n is not a count or p not a probability
 */
export function binomialPmf(k: number, n: number, p: number): number {
  check("binomialPmf", n, p);
  if (Number.isNaN(k)) return Number.NaN;
  return Number.isInteger(k) && k >= 0 && k <= n ? binomialTerm(k, n, p, 1 - p) : 0;
}

/** P(X ≤ k), exact in the far tail. */
export function binomialCdf(k: number, n: number, p: number): number {
  check("binomialCdf", n, p);
  if (Number.isNaN(k)) return Number.NaN;
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  return whole >= n ? 1 : upperBeta(p, whole + 1, n - whole);
}

/** P(X > k), exact in the far tail. */
export function binomialSurvival(k: number, n: number, p: number): number {
  check("binomialSurvival", n, p);
  if (Number.isNaN(k)) return Number.NaN;
  const whole = Math.floor(k);
  if (whole < 0) return 1;
  return whole >= n ? 0 : lowerBeta(p, whole + 1, n - whole);
}

/** ln P(X ≤ k), also where the probability itself is below the smallest double. */
export function binomialLogCdf(k: number, n: number, p: number): number {
  check("binomialLogCdf", n, p);
  if (Number.isNaN(k)) return Number.NaN;
  const whole = Math.floor(k);
  if (whole < 0) return Number.NEGATIVE_INFINITY;
  return whole >= n ? 0 : logLowerBeta(1 - p, p, n - whole, whole + 1);
}

/** ln P(X > k), also where the probability itself is below the smallest double. */
export function binomialLogSurvival(k: number, n: number, p: number): number {
  check("binomialLogSurvival", n, p);
  if (Number.isNaN(k)) return Number.NaN;
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  return whole >= n ? Number.NEGATIVE_INFINITY : logLowerBeta(p, 1 - p, whole + 1, n - whole);
}

/**
 * The smallest k with P(X ≤ k) ≥ probability.
 *
 * @throws InvalidInput when n is not a count, or p or probability is none
 */
export function binomialQuantile(probability: number, n: number, p: number): number {
  checkProbability("binomialQuantile", probability);
  check("binomialQuantile", n, p);
  return smallestCountReaching((k) => binomialCdf(k, n, p), probability, n);
}

/** The smallest k with P(X > k) ≤ probability. */
export function binomialUpperQuantile(probability: number, n: number, p: number): number {
  checkProbability("binomialUpperQuantile", probability);
  check("binomialUpperQuantile", n, p);
  return smallestCountLeaving((k) => binomialSurvival(k, n, p), probability, n);
}

function check(where: string, n: number, p: number): void {
  checkCount(where, "n", n);
  checkProbability(where, p);
}
