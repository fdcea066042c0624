import { checkNonNegative, checkPositive, checkProbability } from "./checks.js";
import { chiSquareCdf, chiSquareSurvival } from "./chi-square.js";
import { lowerGamma, upperGamma } from "./incomplete-gamma.js";
import { poissonMixture } from "./poisson-mixture.js";
import { invertTail } from "./tail-inverse.js";

/**
 * P(X ≤ x) for the noncentral chi-square: the sum of squares of `df` normal variables of variance
 * 1 whose squared means sum to `ncp`. Exact in the far tail.
 *
 * @param df - degrees of freedom, above 0, fractions allowed
 * @param ncp - noncentrality, at least 0
 * @throws InvalidInput unless df is above 0 and ncp finite and at least 0
 */
export function noncentralChiSquareCdf(x: number, df: number, ncp: number): number {
  check("noncentralChiSquareCdf", df, ncp);
  return lower(x, df, ncp);
}

/** P(X > x) for the noncentral chi-square, exact in the far tail. */
export function noncentralChiSquareSurvival(x: number, df: number, ncp: number): number {
  check("noncentralChiSquareSurvival", df, ncp);
  return upper(x, df, ncp);
}

/**
 * The x with P(X ≤ x) = p.
 *
 * @throws InvalidInput when p is not a probability, df not above 0 or ncp below 0
 */
export function noncentralChiSquareQuantile(p: number, df: number, ncp: number): number {
  checkProbability("noncentralChiSquareQuantile", p);
  check("noncentralChiSquareQuantile", df, ncp);
  if (p > 0.5) return fromUpper(1 - p, df, ncp);
  return fromLower(p, df, ncp);
}

/** The x with P(X > x) = q; for a small q more precise than from 1 − q. */
export function noncentralChiSquareUpperQuantile(q: number, df: number, ncp: number): number {
  checkProbability("noncentralChiSquareUpperQuantile", q);
  check("noncentralChiSquareUpperQuantile", df, ncp);
  if (q > 0.5) return fromLower(1 - q, df, ncp);
  return fromUpper(q, df, ncp);
}

function check(where: string, df: number, ncp: number): void {
  checkPositive(where, "df", df);
  checkNonNegative(where, "ncp", ncp);
}

function lower(x: number, df: number, ncp: number): number {
  if (ncp === 0 || !(x > 0 && x < Number.POSITIVE_INFINITY)) return chiSquareCdf(x, df);
  return poissonMixture(ncp / 2, (j) => lowerGamma(df / 2 + j, x / 2), { rising: false });
}

function upper(x: number, df: number, ncp: number): number {
  if (ncp === 0 || !(x > 0 && x < Number.POSITIVE_INFINITY)) return chiSquareSurvival(x, df);
  return poissonMixture(ncp / 2, (j) => upperGamma(df / 2 + j, x / 2), { rising: true });
}

function fromLower(p: number, df: number, ncp: number): number {
  if (p === 0) return 0;
  return invertTail(
    { tail: (x) => lower(x, df, ncp), rising: true, guess: df + ncp, step: 0.1 },
    p,
  );
}

function fromUpper(q: number, df: number, ncp: number): number {
  if (q === 0) return Number.POSITIVE_INFINITY;
  return invertTail(
    { tail: (x) => upper(x, df, ncp), rising: false, guess: df + ncp, step: 0.1 },
    q,
  );
}
