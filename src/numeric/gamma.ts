import gammaQuantileStart from "@stdlib/math-base-special-gammaincinv";
import { checkPositive, checkProbability } from "./checks.js";
import { lowerGamma, upperGamma } from "./incomplete-gamma.js";
import { invertTail } from "./tail-inverse.js";

/**
 * P(X ≤ x) for a gamma variable, exact in the far tail.
 *
 * @param shape - above 0
 * @param rate - reciprocal of the scale, above 0
 * @throws InvalidInput unless shape and rate are above 0
 */
export function gammaCdf(x: number, shape: number, rate = 1): number {
  checkParameters("gammaCdf", shape, rate);
  return Number.isNaN(x) ? Number.NaN : lowerGamma(shape, x * rate);
}

/** P(X > x) for a gamma variable, exact in the far tail. */
export function gammaSurvival(x: number, shape: number, rate = 1): number {
  checkParameters("gammaSurvival", shape, rate);
  return Number.isNaN(x) ? Number.NaN : upperGamma(shape, x * rate);
}

/**
 * The x with P(X ≤ x) = p.
 *
 * @throws InvalidInput when p is not a probability, or shape or rate is not above 0
 */
export function gammaQuantile(p: number, shape: number, rate = 1): number {
  checkProbability("gammaQuantile", p);
  checkParameters("gammaQuantile", shape, rate);
  if (p === 0) return 0;
  return (p > 0.5 ? fromUpper(1 - p, shape) : fromLower(p, shape)) / rate;
}

/**
 * The x with P(X > x) = q; for a small q more precise than `gammaQuantile(1 - q, …)`.
 *
 * @throws InvalidInput when q is not a probability, or shape or rate is not above 0
 */
export function gammaUpperQuantile(q: number, shape: number, rate = 1): number {
  checkProbability("gammaUpperQuantile", q);
  checkParameters("gammaUpperQuantile", shape, rate);
  if (q === 1) return 0;
  return (q > 0.5 ? fromLower(1 - q, shape) : fromUpper(q, shape)) / rate;
}

function checkParameters(where: string, shape: number, rate: number): void {
  checkPositive(where, "shape", shape);
  checkPositive(where, "rate", rate);
}

function fromLower(p: number, shape: number): number {
  const tail = (x: number): number => lowerGamma(shape, x);
  return invertTail({ tail, rising: true, guess: gammaQuantileStart(p, shape, false) }, p);
}

function fromUpper(q: number, shape: number): number {
  if (q === 0) return Number.POSITIVE_INFINITY;
  const tail = (x: number): number => upperGamma(shape, x);
  return invertTail({ tail, rising: false, guess: gammaQuantileStart(q, shape, true) }, q);
}
