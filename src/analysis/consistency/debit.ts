import { InvalidInput } from "../../numeric/index.js";
import { checkPositiveInteger, readPrinted } from "./grim.js";
import { numeratorsOf } from "./numerators.js";
import { checkSpread, deviationRange, type PrintedSpread } from "./printed-moments.js";

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
 * The DEBIT test: the standard deviation of zeros and ones follows from their mean.
 *
 * @param mean - share of ones, as printed
 * @param sd - as printed
 * @param n - how many subjects, at least 2
 * @param options.spread - what is printed as `sd`: of a sample (divisor n − 1), the standard error
 *   of the mean, or of a population (divisor n); "sd"
 * @throws InvalidInput when a number cannot be read, the mean is no share, the SD negative or n < 2
 * @source [@heathers2019]
 */
export function debit(
  mean: string,
  sd: string,
  n: number,
  { spread: reading = "sd" }: { spread?: PrintedSpread } = {},
): Debit {
  const share = readPrinted("debit", mean);
  const spread = readPrinted("debit", sd);
  checkPositiveInteger("debit", "n", n);
  if (n < 2)
    throw new InvalidInput("debit", `needs n of at least 2 for an SD; got ${n}`, "n_too_small");
  if (share.negative || share.value > 1) {
    throw new InvalidInput("debit", `needs a share from 0 to 1; got "${mean}"`);
  }
  if (spread.negative) throw new InvalidInput("debit", `needs an SD of at least 0; got "${sd}"`);
  checkSpread("debit", reading);
  const deviations = deviationRange(spread, n, reading);
  const counts = numeratorsOf(share, n, "either-half").filter((count) => {
    const deviation = BigInt(count) * BigInt(n - count); // n·Σx² − (Σx)² of zeros and ones
    return (
      count >= 0 && count <= n && deviation >= deviations.first && deviation <= deviations.last
    );
  });
  return {
    method: "debit",
    mean: share.text,
    sd: spread.text,
    n,
    counts,
    consistent: counts.length > 0,
  };
}
