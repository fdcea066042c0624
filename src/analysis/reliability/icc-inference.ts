import { fSurvival, fUpperQuantile } from "../../numeric/index.js";
import type { Interval } from "../estimate.js";
import type { IccChoice } from "./icc-choice.js";
import type { RatingMeanSquares } from "./icc-mean-squares.js";

/** A test of ρ = ρ₀ against ρ > ρ₀ by an F ratio. */
export interface IccTest {
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number; // one-sided, of ρ > ρ₀
}

/**
 * The coefficient itself. Negative values are kept: they say that raters differ more within a subject
 * than between subjects.
 */
export function iccValue(ms: RatingMeanSquares, choice: IccChoice): number {
  const spread = pooledRaters(ms, choice);
  const noise = noiseOf(ms, choice);
  const bias = countsOffsets(choice) ? (spread * (ms.raters - ms.error)) / ms.n : 0;
  return (ms.subjects - noise) / (ms.subjects + (spread - 1) * noise + bias);
}

/**
 * The F test of ρ = ρ₀, ρ₀ on the scale of the coefficient itself.
 *
 * @source [@mcgraw1996] table 8
 */
export function iccTest(ms: RatingMeanSquares, choice: IccChoice, rho0: number): IccTest {
  const { n, k } = ms;
  const spread = pooledRaters(ms, choice);
  if (countsOffsets(choice)) {
    const weight = (spread * rho0) / (n * (1 - rho0));
    const [a, b] = [weight, 1 + weight * (n - 1)];
    const df2 = rho0 === 0 ? (n - 1) * (k - 1) : satterthwaite(ms, a, b);
    return tested(ms.subjects / (a * ms.raters + b * ms.error), n - 1, df2);
  }
  const f = (ms.subjects / noiseOf(ms, choice)) * ((1 - rho0) / (1 + (spread - 1) * rho0));
  return tested(f, n - 1, noiseDf(ms, choice));
}

/** What the limits of a coefficient multiply mean squares by. */
export interface IccQuantiles {
  readonly level: number;
  readonly lower: number; // F for the lower limit
  readonly upper: number; // F for the upper limit
}

/**
 * The quantiles behind the limits, the same for single ratings and averages: exact where the raters'
 * offsets do not enter, by Satterthwaite's degrees of freedom for agreement in two-way designs.
 *
 * @source [@shrout1979], [@mcgraw1996] table 7
 */
export function iccQuantiles(
  ms: RatingMeanSquares,
  choice: IccChoice,
  level: number,
): IccQuantiles {
  const tail = (1 - level) / 2;
  const df1 = ms.n - 1;
  const df2 = countsOffsets(choice) ? iccIntervalDf(ms) : noiseDf(ms, choice);
  if (!(df2 > 0)) return { level, lower: Number.NaN, upper: Number.NaN };
  return {
    level,
    lower: fUpperQuantile(tail, df1, df2),
    upper: fUpperQuantile(tail, df2, df1),
  };
}

/**
 * Limits of the coefficient from its quantiles.
 *
 * @source [@shrout1979], [@mcgraw1996] table 7
 */
export function iccInterval(
  ms: RatingMeanSquares,
  choice: IccChoice,
  { level, lower, upper }: IccQuantiles,
): Interval {
  if (ms.within === 0) return { lower: 1, upper: 1, level };
  const { n } = ms;
  const spread = pooledRaters(ms, choice);
  const noise = noiseOf(ms, choice);
  const bias = countsOffsets(choice) ? (spread * (ms.raters - ms.error)) / n : 0;
  const limit = (subjects: number): number =>
    subjects === Number.POSITIVE_INFINITY
      ? 1
      : (subjects - noise) / (subjects + (spread - 1) * noise + bias);
  return { lower: limit(ms.subjects / lower), upper: limit(ms.subjects * upper), level };
}

/**
 * Satterthwaite's degrees of freedom behind the interval of agreement in two-way designs, at the
 * estimate; NaN when the raters never differ.
 */
export function iccIntervalDf(ms: RatingMeanSquares): number {
  const { n, k } = ms;
  const rho = iccValue(ms, { model: "two-way-random", type: "agreement", unit: "single" });
  return satterthwaite(ms, k * rho, n * (1 - rho) + k * rho * (n - 1));
}

/** Degrees of freedom of a·(mean square of raters) + b·(mean square of error). */
function satterthwaite(ms: RatingMeanSquares, a: number, b: number): number {
  const { n, k } = ms;
  const [ofRaters, ofError] = [a * ms.raters, b * ms.error];
  return (ofRaters + ofError) ** 2 / (ofRaters ** 2 / (k - 1) + ofError ** 2 / ((n - 1) * (k - 1)));
}

/** Whether the raters' constant offsets are told apart from error, and count as disagreement. */
function countsOffsets({ model, type }: IccChoice): boolean {
  return model !== "one-way" && type === "agreement";
}

/** k where one rating is judged, 1 where their mean is: what multiplies variances of one rating. */
function pooledRaters({ k }: RatingMeanSquares, { unit }: IccChoice): number {
  return unit === "single" ? k : 1;
}

function noiseOf(ms: RatingMeanSquares, { model }: IccChoice): number {
  return model === "one-way" ? ms.within : ms.error;
}

function noiseDf({ n, k }: RatingMeanSquares, { model }: IccChoice): number {
  return model === "one-way" ? n * (k - 1) : (n - 1) * (k - 1);
}

function tested(f: number, df1: number, df2: number): IccTest {
  const p = f === Number.POSITIVE_INFINITY ? 0 : df2 > 0 ? fSurvival(f, df1, df2) : Number.NaN;
  return { f, df1, df2, p };
}
