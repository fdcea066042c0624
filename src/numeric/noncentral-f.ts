import { checkNonNegative, checkPositive, checkProbability } from "./checks.js";
import { fCdf, fSurvival } from "./fisher-f.js";
import { lowerBeta, upperBeta } from "./incomplete-beta.js";
import { poissonMixture } from "./poisson-mixture.js";
import { invertTail } from "./tail-inverse.js";

/**
 * P(F ≤ x) for the noncentral F: a noncentral chi-square over df1, divided by a central one over
 * df2. Exact in the far tail.
 *
 * @param df1 - degrees of freedom of the numerator, above 0
 * @param df2 - degrees of freedom of the denominator, above 0
 * @param ncp - noncentrality of the numerator, at least 0
 * @throws InvalidInput unless both df are above 0 and ncp finite and at least 0
 */
export function noncentralFCdf(x: number, df1: number, df2: number, ncp: number): number {
  check("noncentralFCdf", df1, df2, ncp);
  return lower(x, df1, df2, ncp);
}

/** P(F > x) for the noncentral F, exact in the far tail. */
export function noncentralFSurvival(x: number, df1: number, df2: number, ncp: number): number {
  check("noncentralFSurvival", df1, df2, ncp);
  return upper(x, df1, df2, ncp);
}

/**
 * The x with P(F ≤ x) = p.
 *
 * @throws InvalidInput when p is not a probability, a df not above 0 or ncp below 0
 */
export function noncentralFQuantile(p: number, df1: number, df2: number, ncp: number): number {
  checkProbability("noncentralFQuantile", p);
  check("noncentralFQuantile", df1, df2, ncp);
  if (p > 0.5) return fromUpper(1 - p, df1, df2, ncp);
  return fromLower(p, df1, df2, ncp);
}

/** The x with P(F > x) = q; for a small q more precise than from 1 − q. */
export function noncentralFUpperQuantile(q: number, df1: number, df2: number, ncp: number): number {
  checkProbability("noncentralFUpperQuantile", q);
  check("noncentralFUpperQuantile", df1, df2, ncp);
  if (q > 0.5) return fromLower(1 - q, df1, df2, ncp);
  return fromUpper(q, df1, df2, ncp);
}

function check(where: string, df1: number, df2: number, ncp: number): void {
  checkPositive(where, "df1", df1);
  checkPositive(where, "df2", df2);
  checkNonNegative(where, "ncp", ncp);
}

function lower(x: number, df1: number, df2: number, ncp: number): number {
  if (ncp === 0 || !(x > 0 && x < Number.POSITIVE_INFINITY)) return fCdf(x, df1, df2);
  const ratio = df2 / df1;
  const [a, b] = [df1 / 2, df2 / 2];
  const tail =
    x < ratio
      ? (j: number): number => lowerBeta(x / (ratio + x), a + j, b)
      : (j: number): number => upperBeta(ratio / (ratio + x), b, a + j);
  return poissonMixture(ncp / 2, tail, { rising: false });
}

function upper(x: number, df1: number, df2: number, ncp: number): number {
  if (ncp === 0 || !(x > 0 && x < Number.POSITIVE_INFINITY)) return fSurvival(x, df1, df2);
  const ratio = df2 / df1;
  const [a, b] = [df1 / 2, df2 / 2];
  const tail =
    x < ratio
      ? (j: number): number => upperBeta(x / (ratio + x), a + j, b)
      : (j: number): number => lowerBeta(ratio / (ratio + x), b, a + j);
  return poissonMixture(ncp / 2, tail, { rising: true });
}

function fromLower(p: number, df1: number, df2: number, ncp: number): number {
  if (p === 0) return 0;
  const tail = (x: number): number => lower(x, df1, df2, ncp);
  return invertTail({ tail, rising: true, guess: 1 + ncp / df1, step: 0.1 }, p);
}

function fromUpper(q: number, df1: number, df2: number, ncp: number): number {
  if (q === 0) return Number.POSITIVE_INFINITY;
  const tail = (x: number): number => upper(x, df1, df2, ncp);
  return invertTail({ tail, rising: false, guess: 1 + ncp / df1, step: 0.1 }, q);
}
