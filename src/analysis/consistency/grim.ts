import { InvalidInput, inTheNameOf } from "../../numeric/index.js";
import { numeratorsOf } from "./numerators.js";
import { type PrintedNumber, parsePrinted } from "./printed.js";

/** Whether integers can have a printed mean. */
export interface Grim {
  readonly method: "grim";
  readonly mean: string; // as printed
  readonly n: number;
  readonly items: number;
  /** Sums of the n × items integers that print as this mean; a half may have gone up or down. */
  readonly possibleSums: readonly number[];
  readonly consistent: boolean;
  /** Whether the decimals are fine enough for some mean of so many integers to be impossible. */
  readonly informative: boolean;
}

/**
 * The GRIM test: a mean of n integers is a multiple of 1/n, so not every printed mean is possible.
 *
 * Decided in integers, so that a half is a half.
 *
 * @param mean - as printed; its decimals count
 * @param n - how many subjects
 * @param options.items - integers averaged in each subject, as in a scale of several items; 1
 * @throws InvalidInput when the mean cannot be read, or n or items is not a positive integer
 * @source [@brown2017]
 */
export function grim(mean: string, n: number, { items = 1 }: { items?: number } = {}): Grim {
  const printed = readPrinted("grim", mean);
  checkPositiveInteger("grim", "n", n);
  checkPositiveInteger("grim", "items", items);
  const possibleSums = numeratorsOf(printed, n * items, "either-half");
  return {
    method: "grim",
    mean: printed.text,
    n,
    items,
    possibleSums,
    consistent: possibleSums.length > 0,
    informative: n * items < 10 ** printed.decimals,
  };
}

/**
 * A printed number of a check.
 *
 * @throws InvalidInput in the name of the check when it cannot be read
 */
export function readPrinted(where: string, text: string): PrintedNumber {
  return inTheNameOf(where, () => parsePrinted(text));
}

/**
 * Refuses a size that is no positive integer.
 *
 * @throws InvalidInput
 */
export function checkPositiveInteger(where: string, name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InvalidInput(where, `needs ${name} to be a positive integer; got ${value}`);
  }
}
