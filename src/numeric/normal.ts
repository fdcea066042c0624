import { checkProbability } from "./checks.js";
import { erf, erfc } from "./special.js";

const FAR = 30; // beyond it the tail nears the smallest double and only its logarithm is kept
const CENTRAL = 0.4; // beyond it quantiles are so near 0 that the tail hides their digits
const LOG_SQRT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** Density e^(−z²/2)/√(2π) of a standard normal Z. */
export function normalDensity(z: number): number {
  return Math.exp(normalLogDensity(z));
}

/** ln of the density of a standard normal Z. */
export function normalLogDensity(z: number): number {
  return -0.5 * z * z - LOG_SQRT_TWO_PI;
}

/** P(Z ≤ z) for a standard normal Z. */
export function normalCdf(z: number): number {
  return 0.5 * erfc(-z / Math.SQRT2);
}

/** P(Z > z) for a standard normal Z, exact in the far tail. */
export function normalSurvival(z: number): number {
  return 0.5 * erfc(z / Math.SQRT2);
}

/** ln P(Z ≤ z), also where the probability itself is below the smallest double. */
export function normalLogCdf(z: number): number {
  if (z > 0) return Math.log1p(-normalSurvival(z));
  return z < -FAR ? farLogTail(-z) : Math.log(normalCdf(z));
}

/** ln P(Z > z), also where the probability itself is below the smallest double. */
export function normalLogSurvival(z: number): number {
  return normalLogCdf(-z);
}

/**
 * The z with P(Z ≤ z) = p; ∓Infinity for p of 0 and 1.
 *
 * @throws InvalidInput when p is not a probability
 */
export function normalQuantile(p: number): number {
  checkProbability("normalQuantile", p);
  return p <= 0.5 ? lowerQuantile(p) : -lowerQuantile(1 - p);
}

/**
 * The z with P(Z > z) = q; for a small q more precise than `normalQuantile(1 - q)`.
 *
 * @throws InvalidInput when q is not a probability
 */
export function normalUpperQuantile(q: number): number {
  checkProbability("normalUpperQuantile", q);
  return q <= 0.5 ? -lowerQuantile(q) : lowerQuantile(1 - q);
}

/** Newton on the logarithm of the tail, which is concave: from the left it never overshoots. */
function lowerQuantile(p: number): number {
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p > CENTRAL) return centralQuantile(p - 0.5);
  const target = Math.log(p);
  let z = -Math.sqrt(-2 * (target + Math.LN2)); // P(Z ≤ z) ≤ e^(−z²/2)/2 places this left of the root
  for (let i = 0; i < 60; i++) {
    const log = normalLogCdf(z);
    const step = (target - log) * Math.exp(log - normalLogDensity(z));
    z += step;
    if (Math.abs(step) <= 1e-15 * Math.abs(z)) break;
  }
  return z;
}

/** The z with P(0 ≤ Z ≤ z) = p for a small p, by Newton's steps on the error function. */
function centralQuantile(p: number): number {
  let z = p * Math.sqrt(2 * Math.PI);
  for (let i = 0; i < 20; i++) {
    const step = (p - erf(z / Math.SQRT2) / 2) / normalDensity(z);
    z += step;
    if (Math.abs(step) <= 1e-15 * Math.abs(z)) break;
  }
  return z;
}

/** ln P(Z > z) for large z by the continued fraction of Mills' ratio. */
function farLogTail(z: number): number {
  if (z === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  let fraction = z;
  for (let k = 12; k >= 1; k--) fraction = z + k / fraction;
  return -0.5 * z * z - LOG_SQRT_TWO_PI - Math.log(fraction);
}
