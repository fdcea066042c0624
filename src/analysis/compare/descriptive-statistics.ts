import {
  mean,
  median,
  sampleStandardDeviation,
  sampleVariance,
  sum,
  tUpperQuantile,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkColumn } from "../columns.js";
import type { Interval } from "../estimate.js";

/** A measure of shape by the three definitions of Joanes and Gill. */
export interface ShapeMeasure {
  /** From the moments with divisor n: g₁ and g₂. */
  readonly moment: number;
  /** Unbiased under normality, as SAS and Excel have it: G₁ and G₂; NaN for n below 3 (4). */
  readonly adjusted: number;
  /** From the moments over powers of the SD, as MINITAB has it: b₁ and b₂; psych's default. */
  readonly sampleSd: number;
}

/** What a table of baseline data says of a column; in its unit unless it says otherwise. */
export interface DescriptiveStatistics {
  readonly n: number;
  readonly sum: number;
  readonly mean: number;
  /** Student's t interval of the mean; NaN for a single value. */
  readonly meanCi: Interval;
  readonly standardError: number;
  readonly variance: number; // divisor n − 1; unit squared
  readonly sd: number;
  readonly coefficientOfVariation: number; // SD over mean, a fraction
  readonly min: number;
  readonly max: number;
  readonly median: number;
  /** Tukey's: minimum, lower hinge, median, upper hinge, maximum. */
  readonly fiveNumbers: readonly [number, number, number, number, number];
  /** Median absolute deviation times 1.4826, which estimates the SD of normal values. */
  readonly mad: number;
  /** Mean without the tenth of the values at either end. */
  readonly trimmedMean: number;
  readonly geometricMean: number; // NaN unless all values are above 0
  readonly geometricSd: number; // a factor
  readonly skewness: ShapeMeasure; // without unit
  readonly excessKurtosis: ShapeMeasure; // without unit, 0 for the normal distribution
  /** How often the most frequent value occurs. */
  readonly modeCount: number;
}

const MAD_TO_SD = 1.4826; // 1/Φ⁻¹(¾), as rounded in R
const TRIMMED = 0.1;

/**
 * Describes a column of measurements.
 *
 * @param values - (n), n at least 1
 * @param options.level - confidence level of the interval of the mean; 0.95
 * @throws InvalidInput when there are no values, one is not finite, or level is outside (0, 1)
 * @source [@joanes1998] skewness and kurtosis, [@tukey1977] hinges
 */
export function descriptiveStatistics(
  values: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): DescriptiveStatistics {
  checkColumn("descriptiveStatistics", "values", values);
  checkLevel("descriptiveStatistics", level);
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const centre = mean(sorted);
  const middle = median(sorted);
  const aboutMiddle = sorted.map((x) => x - middle); // exact: a common offset costs no digits
  const sd = sampleStandardDeviation(sorted);
  const standardError = sd / Math.sqrt(n);
  const margin = n > 1 ? tUpperQuantile((1 - level) / 2, n - 1) * standardError : Number.NaN;
  return {
    n,
    sum: sum(sorted),
    mean: centre,
    meanCi: { lower: centre - margin, upper: centre + margin, level },
    standardError,
    variance: sampleVariance(sorted),
    sd,
    coefficientOfVariation: sd / centre,
    min: sorted[0]!,
    max: sorted[n - 1]!,
    median: middle,
    fiveNumbers: fiveNumbers(sorted),
    mad: MAD_TO_SD * median(aboutMiddle.map(Math.abs)),
    trimmedMean: trimmedMean(sorted),
    ...geometric(sorted),
    ...shape(aboutMiddle),
    modeCount: longestRun(sorted),
  };
}

function fiveNumbers(sorted: Float64Array): [number, number, number, number, number] {
  const n = sorted.length;
  const depth = Math.floor((n + 3) / 2) / 2; // of the hinges
  const at = (rank: number): number =>
    (sorted[Math.floor(rank) - 1]! + sorted[Math.ceil(rank) - 1]!) / 2;
  return [at(1), at(depth), at((n + 1) / 2), at(n + 1 - depth), at(n)];
}

function trimmedMean(sorted: Float64Array): number {
  const cut = Math.floor(sorted.length * TRIMMED);
  return mean(sorted.subarray(cut, sorted.length - cut));
}

function geometric(sorted: Float64Array): { geometricMean: number; geometricSd: number } {
  if (!(sorted[0]! > 0)) return { geometricMean: Number.NaN, geometricSd: Number.NaN };
  const logs = sorted.map(Math.log);
  return {
    geometricMean: Math.exp(mean(logs)),
    geometricSd: Math.exp(sampleStandardDeviation(logs)),
  };
}

function shape(values: Float64Array): { skewness: ShapeMeasure; excessKurtosis: ShapeMeasure } {
  const n = values.length;
  const centre = mean(values);
  const moment = (power: number): number => mean(values.map((x) => (x - centre) ** power));
  const variance = moment(2);
  const g1 = moment(3) / variance ** 1.5;
  const kurtosis = moment(4) / variance ** 2;
  const toSampleSd = (n - 1) / n;
  const g2 = kurtosis - 3;
  return {
    skewness: {
      moment: g1,
      adjusted: n > 2 ? (g1 * Math.sqrt(n * (n - 1))) / (n - 2) : Number.NaN,
      sampleSd: g1 * toSampleSd ** 1.5,
    },
    excessKurtosis: {
      moment: g2,
      adjusted: n > 3 ? ((n - 1) * ((n + 1) * g2 + 6)) / ((n - 2) * (n - 3)) : Number.NaN,
      sampleSd: kurtosis * toSampleSd ** 2 - 3,
    },
  };
}

/** Length of the longest run of equal values. */
function longestRun(sorted: Float64Array): number {
  let longest = 1;
  let run = 1;
  for (let i = 1; i < sorted.length; i++) {
    run = sorted[i] === sorted[i - 1] ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}
