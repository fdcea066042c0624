import {
  mean as kahanMean,
  sum as kahanSum,
  median as sortedMedian,
  sampleVariance as twoPassVariance,
} from "simple-statistics";
import { checkNumbers, checkProbability } from "./checks.js";
import { InvalidInput } from "./invalid-input.js";

/** The nine sample quantiles of Hyndman and Fan, numbered as in R; 7 is R's default. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * Arithmetic mean, summed with Neumaier's compensation.
 *
 * @param values - (n), n at least 1
 * @throws InvalidInput when there are no values or one is not finite
 */
export function mean(values: ArrayLike<number>): number {
  return kahanMean(checked("mean", values));
}

/**
 * Sum with Neumaier's compensation, exact for whole numbers.
 *
 * @throws InvalidInput when there are no values or one is not finite
 */
export function sum(values: ArrayLike<number>): number {
  return kahanSum(checked("sum", values));
}

/**
 * Sample variance, divisor n − 1, by two passes, so that a large common offset costs no digits.
 *
 * @param values - (n)
 * @returns NaN for a single value
 * @throws InvalidInput when there are no values or one is not finite
 */
export function sampleVariance(values: ArrayLike<number>): number {
  const list = checked("sampleVariance", values);
  return list.length === 1 ? Number.NaN : twoPassVariance(list);
}

/** Sample standard deviation, divisor n − 1; as `sampleVariance`. */
export function sampleStandardDeviation(values: ArrayLike<number>): number {
  const list = checked("sampleStandardDeviation", values);
  return list.length === 1 ? Number.NaN : Math.sqrt(twoPassVariance(list));
}

/**
 * The middle value, or the mean of the two in the middle.
 *
 * @throws InvalidInput when there are no values or one is not finite
 */
export function median(values: ArrayLike<number>): number {
  return sortedMedian(checked("median", values));
}

/**
 * A sample quantile.
 *
 * simple-statistics has one too, but of no type in the literature when n is odd.
 *
 * @param values - (n), in any order
 * @param p - between 0 and 1
 * @param options.type - definition by Hyndman and Fan; 7
 * @throws InvalidInput when there are no values, one is not finite, or p is not a probability
 * @source [@hyndman1996]
 */
export function quantile(
  values: ArrayLike<number>,
  p: number,
  { type = 7 }: { type?: QuantileType } = {},
): number {
  checkProbability("quantile", p);
  const sorted = Float64Array.from(checked("quantile", values)).sort();
  const n = sorted.length;
  const at = (rank: number): number => sorted[Math.min(n, Math.max(1, rank)) - 1]!;
  const position = positionOf(p, n, type);
  const fuzz = 4 * Number.EPSILON; // R's: a rank that is whole but for rounding counts as whole
  const below = Math.floor(position + fuzz);
  const share = Math.abs(position - below) < fuzz ? 0 : position - below;
  const along = weight(share, below, type);
  if (along === 1) return at(below + 1);
  return at(below) + along * (at(below + 1) - at(below));
}

/** Rank, 1-based and with a fraction, at which the quantile stands. */
function positionOf(p: number, n: number, type: QuantileType): number {
  switch (type) {
    case 1:
    case 2:
    case 4:
      return n * p;
    case 3:
      return n * p - 0.5;
    case 5:
      return n * p + 0.5;
    case 6:
      return (n + 1) * p;
    case 7:
      return 1 + (n - 1) * p;
    case 8:
      return 1 / 3 + (n + 1 / 3) * p;
    case 9:
      return 3 / 8 + (n + 1 / 4) * p;
  }
}

/** How far to go from the value at the whole rank to the next one. */
function weight(share: number, below: number, type: QuantileType): number {
  if (type === 1) return share > 0 ? 1 : 0;
  if (type === 2) return share > 0 ? 1 : 0.5;
  if (type === 3) return share > 0 || below % 2 !== 0 ? 1 : 0;
  return share;
}

function checked(where: string, values: ArrayLike<number>): number[] {
  checkNumbers(where, "values", values);
  if (values.length === 0)
    throw new InvalidInput(where, "needs at least one value; got none", "empty");
  return Array.from(values);
}
