import { InvalidInput } from "../../numeric/index.js";
import { checkPositiveInteger, readPrinted } from "./grim.js";
import { type IntegerSample, integerSample } from "./integer-sample.js";
import { ceilingOf, numeratorsOf } from "./numerators.js";
import type { PrintedNumber } from "./printed.js";

/** Whether integers can have a printed mean and standard deviation. */
export interface Grimmer {
  readonly method: "grimmer";
  readonly mean: string; // as printed
  readonly sd: string; // as printed
  readonly n: number;
  readonly grim: boolean; // some sum prints as the mean
  /** Some sum and some sum of squares of the right parity print as both. */
  readonly grimmer: boolean;
  /** Some sample of n integers on the scale prints as both. */
  readonly reachable: boolean;
  /** Such a sample, as counts of each value from the scale's lower end; absent where there is none. */
  readonly example?: IntegerSample;
  /** The first test that fails. */
  readonly reason: "none" | "GRIM" | "GRIMMER" | "scale";
}

/** Values that a subject can have: the integers from `least` to `most`. */
export interface IntegerScale {
  readonly least: number;
  readonly most: number;
}

/**
 * The GRIMMER test: integers with a given sum have sums of squares of its parity only, so not
 * every printed standard deviation (divisor n − 1) is possible; and on a bounded scale fewer still.
 *
 * Decided in integers throughout, a half rounded up or down. Anaya's further test on parities is
 * not used: whether n integers on the scale attain the sums is searched exhaustively instead.
 *
 * @param mean - as printed
 * @param sd - as printed
 * @param n - how many subjects, at least 2
 * @param scale - values that one subject can have
 * @throws InvalidInput when a number cannot be read, the SD is negative, n < 2 or the scale is empty
 * @source [@anaya2016], [@brown2017], [@heathers2018]
 */
export function grimmer(mean: string, sd: string, n: number, scale: IntegerScale): Grimmer {
  const printedMean = readPrinted("grimmer", mean);
  const printedSd = readPrinted("grimmer", sd);
  check(n, printedSd, scale);
  const moments = numeratorsOf(printedMean, n, "either-half").map((sum) => ({
    sum,
    squares: squaresOf(printedSd, sum, n),
  }));
  const known = { method: "grimmer", mean: printedMean.text, sd: printedSd.text, n } as const;
  const fails = { grimmer: false, reachable: false };
  if (moments.length === 0) return { ...known, grim: false, ...fails, reason: "GRIM" };
  if (!moments.some(({ squares }) => squares.length > 0)) {
    return { ...known, grim: true, ...fails, reason: "GRIMMER" };
  }
  for (const { sum, squares } of moments) {
    for (const square of squares) {
      const example = integerSample(n, sum, square, scale);
      if (example !== undefined) {
        return { ...known, grim: true, grimmer: true, reachable: true, example, reason: "none" };
      }
    }
  }
  return { ...known, grim: true, grimmer: true, reachable: false, reason: "scale" };
}

/** Sums of squares Q, of the parity of the sum, with √((Q − S²/n)/(n − 1)) printing as the SD. */
function squaresOf({ digits, decimals }: PrintedNumber, sum: number, n: number): number[] {
  const size = BigInt(n);
  const total = BigInt(sum);
  const unit = 4n * 10n ** (2n * BigInt(decimals)); // nQ − S² against n(n − 1)(2·digits ± 1)², in this unit
  const end = (doubled: bigint): bigint => size * (size - 1n) * doubled * doubled;
  const lowest = digits === 0n ? 0n : end(2n * digits - 1n);
  const highest = end(2n * digits + 1n);
  const found: number[] = [];
  let square = ceilingOf(ceilingOf(lowest, unit) + total * total, size);
  if ((square - total) % 2n !== 0n) square += 1n;
  for (; unit * (size * square - total * total) <= highest; square += 2n)
    found.push(Number(square));
  return found;
}

function check(n: number, sd: PrintedNumber, { least, most }: IntegerScale): void {
  checkPositiveInteger("grimmer", "n", n);
  if (n < 2)
    throw new InvalidInput("grimmer", `needs n of at least 2 for an SD; got ${n}`, "n_too_small");
  if (sd.negative) throw new InvalidInput("grimmer", `needs an SD of at least 0; got "${sd.text}"`);
  if (!Number.isSafeInteger(least) || !Number.isSafeInteger(most) || least > most) {
    throw new InvalidInput(
      "grimmer",
      `needs a scale of integers, least to most; got ${least} to ${most}`,
    );
  }
}
