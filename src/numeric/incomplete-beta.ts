import { deviance } from "./point-mass.js";
import { stirlingError } from "./special.js";

const LITTLE_LEFT = 0.99; // above it 1 − the other tail costs more than two digits
const MOST_STEPS = 5000;

/**
 * Regularised incomplete beta function I_x(a, b): the chance that a beta variable is at most x.
 *
 * The other tail's continued fraction converges faster above the mean, and is subtracted from 1
 * where that costs nothing.
 *
 * @param x - between 0 and 1
 * @param a - first shape, above 0
 * @param b - second shape, above 0
 */
export function lowerBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  return x >= 1 ? 1 : tail(x, 1 - x, a, b);
}

/** 1 − I_x(a, b), exact in the far tail. */
export function upperBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 1;
  return x >= 1 ? 0 : tail(1 - x, x, b, a);
}

/** I_x(a, b) with y = 1 − x given apart. */
function tail(x: number, y: number, a: number, b: number): number {
  if (x * (a + b + 2) <= a + 1)
    return Math.exp(logPrefactor(x, y, a, b)) * betaFraction(x, y, a, b);
  const other = Math.exp(logPrefactor(y, x, b, a)) * betaFraction(y, x, b, a);
  if (other < LITTLE_LEFT) return 1 - other;
  const fraction = betaFraction(x, y, a, b);
  return Number.isNaN(fraction) ? 1 - other : Math.exp(logPrefactor(x, y, a, b)) * fraction;
}

/**
 * ln of x^a y^b/B(a, b), by the saddle-point expansion, so that large shapes keep their digits.
 *
 * @source [@loader2000]
 */
export function logPrefactor(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const scale = 0.5 * Math.log((a / n) * (b / (2 * Math.PI)));
  return scale + errors - deviance(a, n * x) - deviance(b, n * y);
}

/**
 * I_x(a, b) over x^a y^b/B(a, b): a continued fraction by Lentz's method, fast for x up to the
 * mean; NaN where it has not converged in 5,000 steps.
 *
 * @source [@didonato1992] equation 9
 */
export function betaFraction(x: number, y: number, a: number, b: number): number {
  const lambda = a > b ? (a + b) * y - b : a - (a + b) * x; // from the side that does not cancel
  let c = (a / (a + 1)) * (lambda + 1);
  let d = 0;
  let fraction = 1 / c;
  for (let n = 1; n <= MOST_STEPS; n++) {
    const odd = a + 2 * n - 1;
    const numerator = ((a + n - 1) / odd) * ((a + b + n - 1) / odd) * n * (b - n) * x * x;
    const denominator =
      n + (n * (b - n) * x) / odd + ((a + n) / (odd + 2)) * (lambda + 1 + n * (1 + y));
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    const factor = c * d;
    fraction /= factor;
    if (Math.abs(factor - 1) < 1.5 * Number.EPSILON) return fraction;
  }
  return Number.NaN;
}
