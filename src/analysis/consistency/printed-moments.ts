import { InvalidInput } from "../../numeric/index.js";
import { ceilingOf, type IntegerRange, numeratorRange } from "./numerators.js";
import type { PrintedNumber } from "./printed.js";

/**
 * What a printed spread is: the standard deviation of a sample (divisor n − 1), the standard error
 * of its mean, or the standard deviation of a population (divisor n).
 */
export type PrintedSpread = "sd" | "sem" | "population-sd";

/** Rounding of our own arithmetic, given away where values end. */
const COMPUTED_TO = 1e-12;

const SPREADS: readonly PrintedSpread[] = ["sd", "sem", "population-sd"];

/** Values that a subject can have: the integers from `least` to `most`. */
export interface IntegerScale {
  readonly least: number;
  readonly most: number;
}

/** A scale that may be open at either end. */
export type OpenScale = Partial<IntegerScale>;

/**
 * The sums of n integers that print as a mean, and the n·Σx² − (Σx)² that print as a spread.
 * Integers throughout, so that a half is a half; both roundings of a half are allowed.
 */
export interface PrintedMoments {
  readonly n: number;
  /** Sums are of x − origin, so that they are small. */
  readonly origin: number;
  readonly sums: IntegerRange;
  /** n·Σx² − (Σx)², which no origin changes. */
  readonly deviations: IntegerRange;
}

/** Sum and sum of squares of n integers. */
export interface IntegerMoments {
  readonly sum: number;
  readonly squares: number;
}

/**
 * The moments that print as a mean and a spread.
 *
 * @throws InvalidInput when the mean lies beyond what integers of 53 bits can tell
 */
export function printedMoments(
  where: string,
  mean: PrintedNumber,
  spread: PrintedNumber,
  n: number,
  reading: PrintedSpread,
): PrintedMoments {
  const origin = Math.round(mean.value);
  if (!Number.isSafeInteger(origin * n)) {
    throw new InvalidInput(where, `needs a sum below 2⁵³; got ${n} values about ${mean.text}`);
  }
  const { first, last } = numeratorRange(mean, n, "either-half");
  const shift = BigInt(origin) * BigInt(n);
  return {
    n,
    origin,
    sums: { first: first - shift, last: last - shift },
    deviations: deviationRange(spread, n, reading),
  };
}

/** The integers n·Σx² − (Σx)² that print as a spread. */
export function deviationRange(
  { digits, decimals }: PrintedNumber,
  n: number,
  reading: PrintedSpread,
): IntegerRange {
  const size = BigInt(n);
  const factor = { sd: size - 1n, sem: size * (size - 1n), "population-sd": size }[reading] * size;
  const unit = 4n * 10n ** (2n * BigInt(decimals));
  const end = (doubled: bigint): bigint => factor * doubled * doubled;
  const lowest = digits === 0n ? 0n : end(2n * digits - 1n);
  return { first: ceilingOf(lowest, unit), last: end(2n * digits + 1n) / unit };
}

/** The sums of squares that go with a sum: of its parity, with n·Q − S² in the range; `last` may be one above it. */
export function squaresRange({ n, deviations }: PrintedMoments, sum: bigint): IntegerRange {
  const size = BigInt(n);
  const first = ceilingOf(deviations.first + sum * sum, size);
  const last = (deviations.last + sum * sum) / size;
  return { first: (first - sum) % 2n === 0n ? first : first + 1n, last };
}

/** Whether some sum of squares of the right parity goes with some sum. */
export function hasMoments(moments: PrintedMoments): boolean {
  for (let sum = moments.sums.first; sum <= moments.sums.last; sum += 1n) {
    const { first, last } = squaresRange(moments, sum);
    if (first <= last) return true;
  }
  return false;
}

/**
 * The part of a scale on which values can lie: no further from the mean than (n − 1)/√n standard
 * deviations, which no value of a sample can.
 *
 * @returns from the origin of the moments; `least` above `most` where there is no such value
 * @source [@samuelson1968]
 */
export function windowOf(
  { n, origin, sums, deviations }: PrintedMoments,
  { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }: OpenScale,
): IntegerScale {
  const furthest = Math.sqrt((Number(deviations.last) * (n - 1)) / n ** 2) * (1 + COMPUTED_TO);
  return {
    least: Math.max(least - origin, Math.ceil(Number(sums.first) / n - furthest)),
    most: Math.min(most - origin, Math.floor(Number(sums.last) / n + furthest)),
  };
}

/**
 * Refuses what is no reading of a printed spread.
 *
 * @throws InvalidInput on an unknown word
 */
export function checkSpread(where: string, spread: PrintedSpread): void {
  if (!SPREADS.includes(spread)) {
    throw new InvalidInput(where, `needs a spread among ${SPREADS.join(", ")}; got "${spread}"`);
  }
}

/**
 * Refuses what is no scale.
 *
 * @throws InvalidInput unless its ends, where given, are integers in order
 */
export function checkScale(where: string, scale: OpenScale): void {
  const { least, most } = scale;
  const isEnd = (end: number | undefined): boolean =>
    end === undefined || Number.isSafeInteger(end);
  if (!isEnd(least) || !isEnd(most) || (least ?? -Infinity) > (most ?? Infinity)) {
    const rule = "needs a scale of integers, least to most";
    throw new InvalidInput(where, `${rule}; got ${least ?? "open"} to ${most ?? "open"}`);
  }
}
