import fQuantileStart from "@stdlib/stats-base-dists-f-quantile";
import { checkPositive, checkProbability } from "./checks.js";
import { lowerBeta, upperBeta } from "./incomplete-beta.js";
import { logLowerBeta } from "./log-incomplete.js";
import { invertTail } from "./tail-inverse.js";

/**
 * P(F ≤ x) for Fisher's F, exact in the far tail.
 *
 * @param df1 - degrees of freedom of the numerator, above 0
 * @param df2 - degrees of freedom of the denominator, above 0
 * @throws InvalidInput unless both are above 0
 */
export function fCdf(x: number, df1: number, df2: number): number {
  checkDf("fCdf", df1, df2);
  return tails(x, df1, df2).lower;
}

/** P(F > x), exact in the far tail. */
export function fSurvival(x: number, df1: number, df2: number): number {
  checkDf("fSurvival", df1, df2);
  return tails(x, df1, df2).upper;
}

/** ln P(F > x), also where the probability itself is below the smallest double. */
export function fLogSurvival(x: number, df1: number, df2: number): number {
  checkDf("fLogSurvival", df1, df2);
  if (Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 0;
  if (x === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  const ratio = df2 / df1;
  return logLowerBeta(ratio / (ratio + x), x / (ratio + x), df2 / 2, df1 / 2);
}

/**
 * The x with P(F ≤ x) = p.
 *
 * @throws InvalidInput when p is not a probability or a df is not above 0
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  checkProbability("fQuantile", p);
  checkDf("fQuantile", df1, df2);
  if (p === 0) return 0;
  if (p > 0.5) return fUpperQuantile(1 - p, df1, df2);
  const tail = (x: number): number => tails(x, df1, df2).lower;
  return invertTail({ tail, rising: true, guess: fQuantileStart(p, df1, df2) }, p);
}

/**
 * The x with P(F > x) = q; for a small q more precise than `fQuantile(1 - q, …)`.
 *
 * @throws InvalidInput when q is not a probability or a df is not above 0
 */
export function fUpperQuantile(q: number, df1: number, df2: number): number {
  checkProbability("fUpperQuantile", q);
  checkDf("fUpperQuantile", df1, df2);
  if (q === 0) return Number.POSITIVE_INFINITY;
  if (q > 0.5) return fQuantile(1 - q, df1, df2);
  const tail = (x: number): number => tails(x, df1, df2).upper;
  return invertTail({ tail, rising: false, guess: 1 / fQuantileStart(q, df2, df1) }, q);
}

function checkDf(where: string, df1: number, df2: number): void {
  checkPositive(where, "df1", df1);
  checkPositive(where, "df2", df2);
}

/** Both tails; the beta argument is formed so that neither it nor its complement cancels. */
function tails(x: number, df1: number, df2: number): { lower: number; upper: number } {
  if (Number.isNaN(x)) return { lower: Number.NaN, upper: Number.NaN };
  if (x <= 0) return { lower: 0, upper: 1 };
  const a = df1 / 2;
  const b = df2 / 2;
  const ratio = df2 / df1;
  if (x < ratio) {
    const y = x / (ratio + x);
    return { lower: lowerBeta(y, a, b), upper: upperBeta(y, a, b) };
  }
  const y = ratio / (ratio + x);
  return { lower: upperBeta(y, b, a), upper: lowerBeta(y, b, a) };
}
