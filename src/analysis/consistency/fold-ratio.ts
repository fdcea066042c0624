import { readPrinted } from "./grim.js";
import { type Bounds, closed, overlap, type PrintedNumber, printedBounds } from "./printed.js";

/**
 * What "x-fold" may mean of two values: one over the other, or the size of their difference over
 * one of them, as where "threefold less" is said of a fall by three times what is left.
 */
export type FoldReadingName =
  | "first/second"
  | "second/first"
  | "difference/first"
  | "difference/second";

/** One reading of a printed ratio. */
export interface FoldReading {
  readonly reading: FoldReadingName;
  readonly asPrinted: number; // of the printed values themselves; NaN over 0
  readonly lower: number; // no values inside the rounding give a smaller one
  readonly upper: number; // nor a larger one
  /** What prints as the ratio: the printed values' own, that of some values that round to them, that with its decimals cut off, or nothing. */
  readonly agrees: "as-printed" | "within-rounding" | "by-truncation" | "no";
}

/** A printed ratio against the two values that it is of. */
export interface FoldRatio {
  readonly method: "fold-ratio";
  readonly ratio: string; // as printed
  readonly readings: readonly FoldReading[];
}

/** Our own arithmetic, given away on both sides. */
const COMPUTED_TO = 1e-12;

/**
 * Holds a printed ratio ("x-fold") against the two printed values, reading by reading.
 *
 * Each value stands for the interval that rounds to it, and so does the ratio. A quotient of
 * intervals has its extremes at their ends, and over an interval that holds 0 it may be anything.
 * The sign of a difference tells its direction and is passed over.
 *
 * @param first - first value, as printed
 * @param second - second value, as printed
 * @param ratio - as printed, "3" or "3.69"
 * @throws InvalidInput when a number cannot be read
 * @source [@moore1966] quotients of intervals
 */
export function foldRatio(first: string, second: string, ratio: string): FoldRatio {
  const a = readPrinted("foldRatio", first);
  const b = readPrinted("foldRatio", second);
  const printed = readPrinted("foldRatio", ratio);
  const signed = printsOf(printed);
  const unsigned = printed.negative
    ? printsOf({ ...printed, digits: -printed.digits, negative: false })
    : signed;
  const [ab, ba] = [quotient(a, b), quotient(b, a)];
  const readings = [
    reading("first/second", ab, a.value / b.value, signed),
    reading("second/first", ba, b.value / a.value, signed),
    reading("difference/first", change(ba), Math.abs(b.value / a.value - 1), unsigned),
    reading("difference/second", change(ab), Math.abs(a.value / b.value - 1), unsigned),
  ];
  return { method: "fold-ratio", ratio: printed.text, readings };
}

/** What prints as the ratio, rounded and cut off. */
interface Prints {
  readonly rounded: Bounds;
  readonly cutOff: Bounds;
}

function printsOf(ratio: PrintedNumber): Prints {
  return { rounded: printedBounds(ratio), cutOff: printedBounds(ratio, ["truncation"]) };
}

function reading(
  name: FoldReadingName,
  { lower, upper }: Bounds,
  value: number,
  { rounded, cutOff }: Prints,
): FoldReading {
  const asPrinted = Number.isFinite(value) ? value : Number.NaN;
  const meets = (prints: Bounds, from: number, to: number): boolean =>
    !Number.isNaN(from) && overlap(prints, around(from, to));
  const agrees = meets(rounded, asPrinted, asPrinted)
    ? "as-printed"
    : meets(rounded, lower, upper)
      ? "within-rounding"
      : meets(cutOff, asPrinted, asPrinted)
        ? "by-truncation"
        : "no";
  return { reading: name, asPrinted, lower, upper, agrees };
}

/** Every quotient of two numbers that print so. */
function quotient(dividend: PrintedNumber, divisor: PrintedNumber): Bounds {
  const [x, y] = [printedBounds(dividend), printedBounds(divisor)];
  if (y.lower <= 0 && y.upper >= 0) {
    return closed(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  }
  const ends = [x.lower / y.lower, x.lower / y.upper, x.upper / y.lower, x.upper / y.upper];
  return closed(Math.min(...ends), Math.max(...ends));
}

/** The size of q − 1 over all quotients q. */
function change({ lower, upper }: Bounds): Bounds {
  const ends = [Math.abs(lower - 1), Math.abs(upper - 1)];
  const holdsOne = lower <= 1 && upper >= 1;
  return closed(holdsOne ? 0 : Math.min(...ends), Math.max(...ends));
}

function around(lower: number, upper: number): Bounds {
  const slack = (x: number): number =>
    Number.isFinite(x) ? COMPUTED_TO * Math.max(1, Math.abs(x)) : 0;
  return closed(lower - slack(lower), upper + slack(upper));
}
