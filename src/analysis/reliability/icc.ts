import { InvalidInput } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkFinite } from "../columns.js";
import type { Estimate } from "../estimate.js";
import {
  checkIccChoice,
  ICC_CHOICES,
  type IccChoice,
  mcGrawWongName,
  shroutFleissName,
} from "./icc-choice.js";
import {
  type IccQuantiles,
  type IccTest,
  iccInterval,
  iccIntervalDf,
  iccQuantiles,
  iccTest,
  iccValue,
} from "./icc-inference.js";
import {
  type MeasuredRatings,
  type RatingMeanSquares,
  ratingMeanSquares,
} from "./icc-mean-squares.js";

/** An intraclass correlation: the share of the variance of ratings that is between subjects. */
export interface Icc extends IccTest {
  readonly method: "icc";
  readonly choice: IccChoice;
  readonly name: string; // McGraw and Wong's: ICC(A,1)
  readonly shroutFleissName: string | undefined; // ICC(2,1); undefined where they have none
  readonly n: number; // subjects
  readonly k: number; // raters
  readonly icc: Estimate;
  readonly rho0: number; // the value that the F test is against
  /**
   * "perfect-agreement": raters never differ, so F is infinite. "zero-variance": 0/0, NaN.
   * "negative-denominator": noise exceeds the spread of subjects so far that an estimate or limit of
   * an average leaves its scale and is not to be read.
   */
  readonly note?: "perfect-agreement" | "zero-variance" | "negative-denominator";
}

/** Every intraclass correlation of one set of ratings, and the errors of measurement behind them. */
export interface IccTable {
  readonly method: "icc-table";
  readonly n: number;
  readonly k: number;
  readonly meanSquares: RatingMeanSquares;
  readonly coefficients: readonly Icc[]; // ten, in the order of McGraw and Wong
  readonly agreementDf: number; // Satterthwaite's, of the intervals of agreement
  readonly semAgreement: number; // in the unit of the ratings: raters' offsets count
  readonly semConsistency: number; // they do not
  /** Smallest change of one subject beyond error, 1.96·√2·SEM of consistency. */
  readonly detectableChange: number;
}

/** Options of intraclass correlations. */
export interface IccOptions {
  readonly level?: number;
  readonly rho0?: number;
}

const NORMAL_95 = 1.96; // [@weir2005]: the multiplier that detectable changes are published with

/**
 * One intraclass correlation of n subjects measured by k raters, with its interval and an F test.
 *
 * The three choices are yours: they are what "the ICC" of a paper leaves unsaid. Random and mixed
 * raters give the same numbers; they differ in whom the result speaks for. Averages of mixed raters
 * suppose that subjects and raters do not interact.
 *
 * @param ratings - a row per subject, or `{ raters: [column, column, …] }`; no value missing
 * @param choice - which of the ten
 * @param options.level - confidence level of the interval; 0.95
 * @param options.rho0 - value of the coefficient that the F test is against, below 1; 0
 * @throws InvalidInput on fewer than 2 subjects or raters, missing values, ratings that are all one
 *   number, an unknown choice, or a level outside (0, 1)
 * @source [@shrout1979], [@mcgraw1996]
 */
export function icc(
  ratings: MeasuredRatings,
  choice: IccChoice,
  { level = 0.95, rho0 = 0 }: IccOptions = {},
): Icc {
  checkIccChoice("icc", choice);
  checkOptions("icc", level, rho0);
  const meanSquares = ratingMeanSquares("icc", ratings);
  return coefficient(meanSquares, choice, iccQuantiles(meanSquares, choice, level), rho0);
}

/**
 * All ten intraclass correlations of McGraw and Wong at once, six of which Shrout and Fleiss named.
 *
 * @param ratings - a row per subject, or `{ raters: [column, column, …] }`; no value missing
 * @param options.level - confidence level of the intervals; 0.95
 * @param options.rho0 - value of the coefficients that the F tests are against, below 1; 0
 * @throws InvalidInput as `icc`
 * @source [@mcgraw1996], [@weir2005] standard errors of measurement
 */
export function iccTable(
  ratings: MeasuredRatings,
  { level = 0.95, rho0 = 0 }: IccOptions = {},
): IccTable {
  checkOptions("iccTable", level, rho0);
  const meanSquares = ratingMeanSquares("iccTable", ratings);
  const quantiles = quantilesOfDesigns(meanSquares, level);
  const semConsistency = Math.sqrt(meanSquares.error);
  return {
    method: "icc-table",
    n: meanSquares.n,
    k: meanSquares.k,
    meanSquares,
    coefficients: ICC_CHOICES.map((choice) =>
      coefficient(meanSquares, choice, quantiles(choice), rho0),
    ),
    agreementDf: iccIntervalDf(meanSquares),
    // Raters that differ by less than chance have no variance of their own.
    semAgreement: Math.sqrt(Math.max(meanSquares.within, meanSquares.error)),
    semConsistency,
    detectableChange: NORMAL_95 * Math.SQRT2 * semConsistency,
  };
}

/** Quantiles by design: random raters and mixed, single ratings and averages have the same. */
function quantilesOfDesigns(
  meanSquares: RatingMeanSquares,
  level: number,
): (choice: IccChoice) => IccQuantiles {
  const known = new Map<string, IccQuantiles>();
  return (choice) => {
    const design = choice.model === "one-way" ? choice.model : choice.type;
    const quantiles = known.get(design) ?? iccQuantiles(meanSquares, choice, level);
    known.set(design, quantiles);
    return quantiles;
  };
}

function coefficient(
  meanSquares: RatingMeanSquares,
  choice: IccChoice,
  quantiles: IccQuantiles,
  rho0: number,
): Icc {
  const value = iccValue(meanSquares, choice);
  const ci = iccInterval(meanSquares, choice, quantiles);
  const note = noteOn(meanSquares, value, ci.upper < ci.lower);
  return {
    method: "icc",
    choice,
    name: mcGrawWongName(choice),
    shroutFleissName: shroutFleissName(choice),
    n: meanSquares.n,
    k: meanSquares.k,
    icc: { value, ci },
    rho0,
    ...iccTest(meanSquares, choice, rho0),
    ...(note === undefined ? {} : { note }),
  };
}

function noteOn(
  meanSquares: RatingMeanSquares,
  value: number,
  isReversed: boolean,
): Icc["note"] | undefined {
  if (meanSquares.within === 0) return "perfect-agreement";
  if (Number.isNaN(value)) return "zero-variance";
  return value > 1 || isReversed ? "negative-denominator" : undefined;
}

function checkOptions(where: string, level: number, rho0: number): void {
  checkLevel(where, level);
  checkFinite(where, "rho0", rho0);
  if (rho0 >= 1) throw new InvalidInput(where, `needs rho0 below 1; got ${rho0}`, "rho0");
}
