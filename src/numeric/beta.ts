import betaQuantileStart from "@stdlib/math-base-special-kernel-betaincinv";
import { checkPositive, checkProbability } from "./checks.js";
import { lowerBeta, upperBeta } from "./incomplete-beta.js";
import { invertTail } from "./tail-inverse.js";

/**
 * P(X ≤ x) for a beta variable, exact in the far tail.
 *
 * @param a - first shape, above 0
 * @param b - second shape, above 0
 * @throws InvalidInput unless both shapes are above 0
 */
export function betaCdf(x: number, a: number, b: number): number {
  checkShapes("betaCdf", a, b);
  return Number.isNaN(x) ? Number.NaN : lowerBeta(x, a, b);
}

/** P(X > x) for a beta variable, exact in the far tail. */
export function betaSurvival(x: number, a: number, b: number): number {
  checkShapes("betaSurvival", a, b);
  return Number.isNaN(x) ? Number.NaN : upperBeta(x, a, b);
}

/**
 * The x with P(X ≤ x) = p.
 *
 * @throws InvalidInput when p is not a probability or a shape is not above 0
 */
export function betaQuantile(p: number, a: number, b: number): number {
  checkProbability("betaQuantile", p);
  checkShapes("betaQuantile", a, b);
  if (p === 0 || p === 1) return p;
  return p > 0.5 ? fromUpper(1 - p, a, b) : fromLower(p, a, b);
}

/**
 * The x with P(X > x) = q; for a small q more precise than `betaQuantile(1 - q, …)`.
 *
 * @throws InvalidInput when q is not a probability or a shape is not above 0
 */
export function betaUpperQuantile(q: number, a: number, b: number): number {
  checkProbability("betaUpperQuantile", q);
  checkShapes("betaUpperQuantile", a, b);
  if (q === 0 || q === 1) return 1 - q;
  return q > 0.5 ? fromLower(1 - q, a, b) : fromUpper(q, a, b);
}

function checkShapes(where: string, a: number, b: number): void {
  checkPositive(where, "shape a", a);
  checkPositive(where, "shape b", b);
}

function fromLower(p: number, a: number, b: number): number {
  const tail = (x: number): number => lowerBeta(x, a, b);
  return invertTail({ tail, rising: true, guess: guess(a, b, p, 1 - p), largest: 1 }, p);
}

function fromUpper(q: number, a: number, b: number): number {
  const tail = (x: number): number => upperBeta(x, a, b);
  return invertTail({ tail, rising: false, guess: guess(a, b, 1 - q, q), largest: 1 }, q);
}

function guess(a: number, b: number, p: number, q: number): number {
  return betaQuantileStart(a, b, p, q)[0] ?? a / (a + b);
}
