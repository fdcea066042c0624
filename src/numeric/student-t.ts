import tQuantileStart from "@stdlib/stats-base-dists-t-quantile";
import { checkPositive, checkProbability } from "./checks.js";
import { lowerBeta, upperBeta } from "./incomplete-beta.js";
import { logLowerBeta } from "./log-incomplete.js";
import { normalLogSurvival, normalSurvival, normalUpperQuantile } from "./normal.js";
import { invertTail } from "./tail-inverse.js";

const CENTRAL = 0.4; // beyond it quantiles are so near 0 that the tail hides their digits
const POWER_LAW_FROM = 1e100; // from here on the tail is t^−df to the last bit, and t² may overflow

/**
 * P(T ≤ t) for Student's t, exact in both tails.
 *
 * @param df - degrees of freedom, above 0, fractions allowed; Infinity gives the normal
 * @throws InvalidInput unless df is above 0
 */
export function tCdf(t: number, df: number): number {
  checkDf("tCdf", df);
  return upperTail(-t, df);
}

/** P(T > t) for Student's t, exact in both tails. */
export function tSurvival(t: number, df: number): number {
  checkDf("tSurvival", df);
  return upperTail(t, df);
}

/** P(|T| ≥ |t|): the two-sided p of a t statistic. */
export function tTwoSided(t: number, df: number): number {
  checkDf("tTwoSided", df);
  return 2 * upperTail(Math.abs(t), df);
}

/** ln P(T ≤ t), also where the probability itself is below the smallest double. */
export function tLogCdf(t: number, df: number): number {
  checkDf("tLogCdf", df);
  return logUpperTail(-t, df);
}

/** ln P(T > t), also where the probability itself is below the smallest double. */
export function tLogSurvival(t: number, df: number): number {
  checkDf("tLogSurvival", df);
  return logUpperTail(t, df);
}

/**
 * The t with P(T ≤ t) = p.
 *
 * @throws InvalidInput when p is not a probability or df is not above 0
 */
export function tQuantile(p: number, df: number): number {
  checkProbability("tQuantile", p);
  checkDf("tQuantile", df);
  return p <= 0.5 ? -upperHalf(p, df) : upperHalf(1 - p, df);
}

/**
 * The t with P(T > t) = q; for a small q more precise than `tQuantile(1 - q, df)`.
 *
 * @throws InvalidInput when q is not a probability or df is not above 0
 */
export function tUpperQuantile(q: number, df: number): number {
  checkProbability("tUpperQuantile", q);
  checkDf("tUpperQuantile", df);
  return q <= 0.5 ? upperHalf(q, df) : -upperHalf(1 - q, df);
}

function checkDf(where: string, df: number): void {
  if (df !== Number.POSITIVE_INFINITY) checkPositive(where, "df", df);
}

function upperTail(t: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalSurvival(t);
  if (Number.isNaN(t)) return Number.NaN;
  const half = halfTail(Math.abs(t), df);
  return t >= 0 ? half : 1 - half;
}

function logUpperTail(t: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalLogSurvival(t);
  if (Number.isNaN(t)) return Number.NaN;
  const half = logHalfTail(Math.abs(t), df);
  return t >= 0 ? half : Math.log1p(-Math.exp(half));
}

/** P(T > t) for t ≥ 0. */
function halfTail(t: number, df: number): number {
  if (t > POWER_LAW_FROM) return halfTail(POWER_LAW_FROM, df) * (POWER_LAW_FROM / t) ** df;
  const square = t * t;
  return square < df
    ? upperBeta(square / (df + square), 0.5, df / 2) / 2
    : lowerBeta(df / (df + square), df / 2, 0.5) / 2;
}

/** ln P(T > t) for t ≥ 0. */
function logHalfTail(t: number, df: number): number {
  if (t > POWER_LAW_FROM) {
    return logHalfTail(POWER_LAW_FROM, df) - df * (Math.log(t) - Math.log(POWER_LAW_FROM));
  }
  const square = t * t;
  const whole = df + square;
  return logLowerBeta(df / whole, square / whole, df / 2, 0.5) - Math.LN2;
}

/** The t ≥ 0 with P(T > t) = q ≤ ½. */
function upperHalf(q: number, df: number): number {
  if (q === 0) return Number.POSITIVE_INFINITY;
  if (q === 0.5) return 0;
  if (df === Number.POSITIVE_INFINITY) {
    return normalUpperQuantile(q);
  }
  if (q > CENTRAL) {
    const tail = (t: number): number => lowerBeta((t * t) / (df + t * t), 0.5, df / 2) / 2;
    return invertTail({ tail, rising: true, guess: -tQuantileStart(q, df) }, 0.5 - q);
  }
  return invertTail(
    { tail: (t) => halfTail(t, df), rising: false, guess: -tQuantileStart(q, df) },
    q,
  );
}
