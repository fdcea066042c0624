import { InvalidInput, normalUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkColumn } from "../columns.js";
import type { Estimate, Interval } from "../estimate.js";
import { sdInterval } from "./limits-of-agreement.js";
import { type Replicates, replicates, type SubjectName } from "./replicates.js";

/** 1.96·√2, by which the within-subject SD is multiplied to give the repeatability coefficient. */
export const REPEATABILITY_FACTOR: number = 1.96 * Math.SQRT2; // [@bland1996]

/** Measurement error of one method, in its unit; coefficients of variation are fractions. */
export interface MeasurementError {
  readonly method: "measurement-error";
  readonly n: number;
  readonly nSubjects: number;
  readonly mean: number;
  readonly msBetween: number;
  readonly msWithin: number;
  readonly dfWithin: number;
  readonly withinSd: Estimate; // by chi-square on dfWithin
  /** 1.96·√2 × withinSd: two values of one subject differ by less in 95 % of cases. */
  readonly repeatability: Estimate;
  readonly repeatabilityByQuantile: number; // with the normal quantile 1.95996… in place of 1.96
  readonly variation: {
    readonly overMean: number; // withinSd / mean
    readonly rootMeanSquare: number; // of the subjects' own coefficients
    readonly log: number; // e^(within-subject SD of the logarithms) − 1; NaN unless all values are above 0
  };
}

/**
 * Measurement error of a method from replicates on the same subjects: within-subject standard
 * deviation by one-way analysis of variance, repeatability coefficient, coefficient of variation.
 *
 * @param subjects - (n) whose value it is
 * @param values - (n)
 * @param options.level - confidence level of the intervals; 0.95
 * @throws InvalidInput on unequal lengths, non-finite values, fewer than 2 subjects
 *   (`too_few_subjects`), no subject with two values (`no_replicates`), or a level outside (0, 1)
 * @source [@bland1996], [@bland2006] coefficient of variation
 */
export function measurementError(
  subjects: ArrayLike<SubjectName>,
  values: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): MeasurementError {
  const where = "measurementError";
  checkLevel(where, level);
  checkColumn(where, "values", values);
  const data = replicates(where, subjects, values);
  const { n, nSubjects, mean, msBetween, msWithin, dfWithin } = data;
  if (dfWithin === 0) {
    throw new InvalidInput(where, "needs a subject with two values; got none", "no_replicates");
  }
  const withinSd = Math.sqrt(msWithin);
  const ci = sdInterval(withinSd, dfWithin, level);
  return {
    method: "measurement-error",
    n,
    nSubjects,
    mean,
    msBetween,
    msWithin,
    dfWithin,
    withinSd: { value: withinSd, ci },
    repeatability: { value: REPEATABILITY_FACTOR * withinSd, ci: scaled(ci, REPEATABILITY_FACTOR) },
    repeatabilityByQuantile: normalUpperQuantile(0.025) * Math.SQRT2 * withinSd,
    variation: {
      overMean: withinSd / mean,
      rootMeanSquare: rootMeanSquareVariation(data),
      log: logVariation(where, subjects, values),
    },
  };
}

function scaled({ lower, upper, level }: Interval, factor: number): Interval {
  return { lower: factor * lower, upper: factor * upper, level };
}

/** Root mean square of SD / mean over the subjects with two or more values. */
function rootMeanSquareVariation({ sizes, means, squaresWithin }: Replicates): number {
  let total = 0;
  let count = 0;
  for (let g = 0; g < sizes.length; g++) {
    if (sizes[g]! < 2) continue;
    total += squaresWithin[g]! / (sizes[g]! - 1) / means[g]! ** 2;
    count++;
  }
  return Math.sqrt(total / count);
}

function logVariation(
  where: string,
  subjects: ArrayLike<SubjectName>,
  values: ArrayLike<number>,
): number {
  const logs = Float64Array.from(values, (value) => (value > 0 ? Math.log(value) : Number.NaN));
  if (logs.some(Number.isNaN)) return Number.NaN;
  return Math.expm1(Math.sqrt(replicates(where, subjects, logs).msWithin));
}
