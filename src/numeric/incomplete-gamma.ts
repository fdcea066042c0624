import gammainc from "@stdlib/math-base-special-gammainc";
import { poissonTerm } from "./point-mass.js";

const STDLIB_HOLDS_BELOW = 150; // its large-shape expansion is wrong by up to a third from about 200

/**
 * Regularised lower incomplete gamma function P(a, x): the chance that a gamma variable of
 * shape a and rate 1 is at most x.
 *
 * @param a - shape, above 0
 * @param x - at least 0
 */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x === Number.POSITIVE_INFINITY) return 1;
  if (a < STDLIB_HOLDS_BELOW) return gammainc(x, a, true, false);
  return x < a ? poissonTerm(a, x) * tailSeries(a, x) : 1 - beyond(a, x);
}

/** Regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x), exact in the far tail. */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  if (a < STDLIB_HOLDS_BELOW) return gammainc(x, a, true, true);
  return x < a ? 1 - poissonTerm(a, x) * tailSeries(a, x) : beyond(a, x);
}

/** P(a, x) over x^a e^−x/Γ(a + 1): Σ x^k/((a + 1)…(a + k)), for x < a. */
export function tailSeries(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * (Number.EPSILON / 8); k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** Q(a, x) over x^a e^−x/Γ(a): Legendre's continued fraction by Lentz's method, for x ≥ a. */
export function tailFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / Number.MIN_VALUE;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; ; k++) {
    const numerator = k * (a - k);
    b += 2;
    d = 1 / (b + numerator * d);
    c = b + numerator / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) return fraction;
  }
}

function beyond(a: number, x: number): number {
  return poissonTerm(a, x) * a * tailFraction(a, x);
}
