import { checkPositive, checkProbability } from "./checks.js";
import { gammaCdf, gammaQuantile, gammaSurvival, gammaUpperQuantile } from "./gamma.js";
import { logUpperGamma } from "./log-incomplete.js";

/**
 * P(X ≤ x) for chi-square with `df` degrees of freedom, exact in the far tail.
 *
 * @throws InvalidInput unless df is above 0
 */
export function chiSquareCdf(x: number, df: number): number {
  checkPositive("chiSquareCdf", "df", df);
  return gammaCdf(x, df / 2, 0.5);
}

/** P(X > x) for chi-square, exact in the far tail. */
export function chiSquareSurvival(x: number, df: number): number {
  checkPositive("chiSquareSurvival", "df", df);
  return gammaSurvival(x, df / 2, 0.5);
}

/** ln P(X > x), also where the probability itself is below the smallest double. */
export function chiSquareLogSurvival(x: number, df: number): number {
  checkPositive("chiSquareLogSurvival", "df", df);
  return Number.isNaN(x) ? Number.NaN : logUpperGamma(df / 2, x / 2);
}

/**
 * The x with P(X ≤ x) = p.
 *
 * @throws InvalidInput when p is not a probability or df is not above 0
 */
export function chiSquareQuantile(p: number, df: number): number {
  checkProbability("chiSquareQuantile", p);
  checkPositive("chiSquareQuantile", "df", df);
  return gammaQuantile(p, df / 2, 0.5);
}

/** The x with P(X > x) = q; for a small q more precise than `chiSquareQuantile(1 - q, df)`. */
export function chiSquareUpperQuantile(q: number, df: number): number {
  checkProbability("chiSquareUpperQuantile", q);
  checkPositive("chiSquareUpperQuantile", "df", df);
  return gammaUpperQuantile(q, df / 2, 0.5);
}
