import { InvalidInput } from "../../numeric/index.js";
import { checkPositiveInteger, readPrinted } from "./grim.js";
import { numeratorsOf } from "./numerators.js";
import type { PrintedNumber } from "./printed.js";

/** Whether zeros and ones can have a printed mean and standard deviation. */
export interface Debit {
  readonly method: "debit";
  readonly mean: string; // as printed
  readonly sd: string; // as printed
  readonly n: number;
  readonly counts: readonly number[]; // numbers of ones that print as both
  readonly consistent: boolean;
}

/**
 * The DEBIT test: the standard deviation of zeros and ones (divisor n − 1) follows from their mean.
 *
 * @param mean - share of ones, as printed
 * @param sd - as printed
 * @param n - how many subjects, at least 2
 * @throws InvalidInput when a number cannot be read, the mean is no share, the SD negative or n < 2
 * @source [@heathers2019]
 */
export function debit(mean: string, sd: string, n: number): Debit {
  const share = readPrinted("debit", mean);
  const spread = readPrinted("debit", sd);
  checkPositiveInteger("debit", "n", n);
  if (n < 2)
    throw new InvalidInput("debit", `needs n of at least 2 for an SD; got ${n}`, "n_too_small");
  if (share.negative || share.value > 1) {
    throw new InvalidInput("debit", `needs a share from 0 to 1; got "${mean}"`);
  }
  if (spread.negative) throw new InvalidInput("debit", `needs an SD of at least 0; got "${sd}"`);
  const counts = numeratorsOf(share, n, "either-half").filter(
    (count) => count >= 0 && count <= n && printsAs(count, n, spread),
  );
  return {
    method: "debit",
    mean: share.text,
    sd: spread.text,
    n,
    counts,
    consistent: counts.length > 0,
  };
}

/** SD² = k(n − k)/(n(n − 1)) against the squared ends of the rounding interval, in integers. */
function printsAs(count: number, n: number, { digits, decimals }: PrintedNumber): boolean {
  const size = BigInt(n);
  const products = 4n * 10n ** (2n * BigInt(decimals)) * BigInt(count) * (size - BigInt(count));
  const end = (doubled: bigint): bigint => size * (size - 1n) * doubled * doubled;
  const lowest = digits === 0n ? 0n : end(2n * digits - 1n);
  return products >= lowest && products <= end(2n * digits + 1n);
}
