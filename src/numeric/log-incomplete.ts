/**
 * Logarithms of the incomplete beta and gamma functions that go on where the functions themselves
 * fall below the smallest double.
 */

import { lowerBeta, upperBeta } from "./incomplete-beta.js";
import { lowerGamma, tailFraction, tailSeries, upperGamma } from "./incomplete-gamma.js";
import { logPoissonTerm } from "./point-mass.js";
import { lgamma } from "./special.js";

const UNDERFLOW = 1e-290; // below it the function is about to lose digits

/** ln I_x(a, b) with y = 1 − x given apart, so that neither cancels. */
export function logLowerBeta(x: number, y: number, a: number, b: number): number {
  if (x <= 0) return Number.NEGATIVE_INFINITY;
  const value = x <= y ? lowerBeta(x, a, b) : upperBeta(y, b, a);
  if (value > 0.5) return Math.log1p(-(x <= y ? upperBeta(x, a, b) : lowerBeta(y, b, a)));
  if (value > UNDERFLOW) return Math.log(value);
  const logX = x <= y ? Math.log(x) : Math.log1p(-y);
  const logY = x <= y ? Math.log1p(-x) : Math.log(y);
  const logBeta = lgamma(a) + lgamma(b) - lgamma(a + b);
  return a * logX + b * logY - Math.log(a) - logBeta + Math.log(betaFraction(x, a, b));
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

/** I_x over x^a y^b/(a B): a continued fraction by Lentz's method, for x below the mean. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let k = 1; ; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= c * d;
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < 2 * Number.EPSILON) return fraction;
  }
}
