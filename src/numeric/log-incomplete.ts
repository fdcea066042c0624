/**
 * Logarithms of the incomplete beta and gamma functions that go on where the functions themselves
 * fall below the smallest double.
 */

import { betaFraction, logPrefactor, lowerBeta, upperBeta } from "./incomplete-beta.js";
import { lowerGamma, tailFraction, tailSeries, upperGamma } from "./incomplete-gamma.js";
import { logPoissonTerm } from "./point-mass.js";

const UNDERFLOW = 1e-290; // below it the function is about to lose digits

/** ln I_x(a, b) with y = 1 − x given apart, so that neither cancels. */
export function logLowerBeta(x: number, y: number, a: number, b: number): number {
  if (x <= 0) return Number.NEGATIVE_INFINITY;
  const value = x <= y ? lowerBeta(x, a, b) : upperBeta(y, b, a);
  if (value > 0.5) return Math.log1p(-(x <= y ? upperBeta(x, a, b) : lowerBeta(y, b, a)));
  if (value > UNDERFLOW) return Math.log(value);
  return logPrefactor(x, y, a, b) + Math.log(betaFraction(x, y, a, b));
}

/** ln P(a, x). */
export function logLowerGamma(a: number, x: number): number {
  const value = lowerGamma(a, x);
  if (value > 0.5) return Math.log1p(-upperGamma(a, x));
  if (value > UNDERFLOW || x <= 0) return Math.log(value);
  return logPoissonTerm(a, x) + Math.log(tailSeries(a, x));
}

/** ln Q(a, x). */
export function logUpperGamma(a: number, x: number): number {
  const value = upperGamma(a, x);
  if (value > 0.5) return Math.log1p(-lowerGamma(a, x));
  if (value > UNDERFLOW || x === Number.POSITIVE_INFINITY) return Math.log(value);
  return logPoissonTerm(a, x) + Math.log(a * tailFraction(a, x));
}
