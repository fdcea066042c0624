import { stirlingError } from "./special.js";

/**
 * Building blocks of the binomial, Poisson and gamma masses that stay exact for large counts,
 * where a difference of three log-gammas loses digits.
 *
 * @source [@loader2000] the saddle-point expansion: Stirling's error and the deviance part
 */

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** x ln(x/m) + m − x, without cancellation where x is near m. */
export function deviance(x: number, m: number): number {
  if (x === 0) return m;
  const difference = x - m;
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) - difference;
  const v = difference / (x + m);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/** e^−m m^x/Γ(x + 1) for x ≥ 0 and m > 0. */
export function poissonTerm(x: number, m: number): number {
  if (x === 0) return Math.exp(-m);
  return Math.exp(-stirlingError(x) - deviance(x, m)) / Math.sqrt(2 * Math.PI * x);
}

/** ln of e^−m m^x/Γ(x + 1), also where that is below the smallest double; x above 0. */
export function logPoissonTerm(x: number, m: number): number {
  return -stirlingError(x) - deviance(x, m) - HALF_LOG_TWO_PI - 0.5 * Math.log(x);
}

/** Γ(n + 1)/(Γ(k + 1)Γ(n − k + 1)) p^k q^(n − k) for 0 ≤ k ≤ n, with q = 1 − p given apart. */
export function binomialTerm(k: number, n: number, p: number, q: number): number {
  if (p === 0) return k === 0 ? 1 : 0;
  if (q === 0) return k === n ? 1 : 0;
  if (k === 0) return p < q ? Math.exp(n * Math.log1p(-p)) : Math.exp(n * Math.log(q));
  if (k === n) return p < q ? Math.exp(n * Math.log(p)) : Math.exp(n * Math.log1p(-q));
  const log =
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(n - k) -
    deviance(k, n * p) -
    deviance(n - k, n * q);
  return Math.exp(log) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}
