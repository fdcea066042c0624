import { InvalidInput } from "../../numeric/index.js";
import { shown } from "../columns.js";
import { checkPositiveInteger, readPrinted } from "./grim.js";
import {
  type Bounds,
  checkRules,
  HALF_ROUNDING,
  printedBounds,
  type RoundingRule,
} from "./printed.js";

/** Between which ends the standard deviation of values with a printed mean must lie. */
export interface SdBounds {
  readonly method: "sd-bounds";
  readonly mean: string; // as printed
  /** Some mean that prints so lies between minimum and maximum. */
  readonly meanPossible: boolean;
  readonly lower: number; // NaN without a possible mean
  readonly upper: number; // Infinity where nothing bounds it
}

/** What is known of the values behind a mean. */
export interface KnownValues {
  readonly n?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly integer?: boolean;
  readonly rules?: readonly RoundingRule[];
}

/** Rounding of our own arithmetic, given away at both ends. */
const COMPUTED_TO = 1e-9;

/**
 * The least and greatest standard deviation (divisor n − 1) that values with a printed mean can have.
 *
 * It is greatest when all values but one stand at the ends: √((max − m)(m − min)·n/(n − 1)) where
 * that comes out even, a little less where it does not; (m − min)·√n when there is no upper end. Whole
 * numbers cannot all stand at a mean between two of them: with f its fraction, the least is
 * √(f(1 − f)·n/(n − 1)). Both are the extremes over all means that print so, and over all n ≥ 2
 * where n is unknown.
 *
 * @param mean - as printed
 * @param options.n - how many values, at least 2
 * @param options.minimum - no value lies below; none without
 * @param options.maximum - no value lies above; none without
 * @param options.integer - whether all values are whole numbers
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput when the mean cannot be read, n < 2, or the minimum lies above the maximum
 * @source [@bhatia2000]
 */
export function sdBounds(
  mean: string,
  { n, minimum, maximum, integer = false, rules = HALF_ROUNDING }: KnownValues = {},
): SdBounds {
  const printed = readPrinted("sdBounds", mean);
  checkRules("sdBounds", rules);
  check(n, minimum, maximum, integer);
  const [least, most] = integer
    ? [
        Math.ceil(minimum ?? Number.NEGATIVE_INFINITY),
        Math.floor(maximum ?? Number.POSITIVE_INFINITY),
      ]
    : [minimum ?? Number.NEGATIVE_INFINITY, maximum ?? Number.POSITIVE_INFINITY];
  const means = withinRange(printedBounds(printed, rules), least, most);
  const known = { method: "sd-bounds", mean: printed.text } as const;
  if (means === undefined) {
    return { ...known, meanPossible: false, lower: Number.NaN, upper: Number.NaN };
  }
  const lower = integer ? leastOfIntegers(means, n) : 0;
  const upper = greatest(means, [least, most], n);
  return {
    ...known,
    meanPossible: true,
    lower: lower * (1 - COMPUTED_TO),
    upper: upper * (1 + COMPUTED_TO),
  };
}

/** Two ends, the lower first. */
type Ends = readonly [number, number];

function withinRange(means: Bounds, least: number, most: number): Ends | undefined {
  const slack = COMPUTED_TO * Math.max(Math.abs(means.lower), Math.abs(means.upper));
  const [lower, upper] = [Math.max(means.lower, least), Math.min(means.upper, most)];
  if (lower > upper + slack) return undefined;
  return lower <= upper ? [lower, upper] : [upper, lower];
}

function leastOfIntegers([lower, upper]: Ends, n: number | undefined): number {
  if (Math.floor(upper) >= lower) return 0; // a whole number prints so
  const fractions = [lower, upper].map((m) => m - Math.floor(m));
  const variance = Math.min(...fractions.map((f) => f * (1 - f))); // concave between whole numbers
  return Math.sqrt(variance * (n === undefined ? 1 : n / (n - 1)));
}

function greatest(means: Ends, [least, most]: Ends, n: number | undefined): number {
  if (least === most) return 0;
  const room = Math.min(means[1] - least, most - means[0]); // with one end open
  if (!Number.isFinite(most - least)) {
    return room === 0 ? 0 : room * Math.sqrt(n ?? Number.POSITIVE_INFINITY);
  }
  const middle = Math.min(means[1], Math.max(means[0], (least + most) / 2));
  if (n === undefined) return Math.sqrt(2 * (most - middle) * (middle - least));
  // n·mean − n·least, shared out in full widths and one rest: convex between the full ones.
  const width = most - least;
  const totals = means.map((m) => Math.min(n * width, Math.max(0, n * (m - least))));
  const fullest = nearestWhole(
    (n * (middle - least)) / width,
    totals.map((t) => t / width),
  );
  const deviations = [...totals, ...fullest.map((k) => k * width)].map((total) => {
    const full = Math.floor(total / width);
    const rest = total - full * width;
    return full * width ** 2 + rest ** 2 - total ** 2 / n;
  });
  return Math.sqrt(Math.max(0, ...deviations) / (n - 1));
}

/** The whole numbers next to a number that lie between two ends. */
function nearestWhole(x: number, [lower, upper]: readonly number[]): number[] {
  return [Math.floor(x), Math.ceil(x)].filter((k) => k >= lower! && k <= upper!);
}

function check(
  n: number | undefined,
  minimum: number | undefined,
  maximum: number | undefined,
  integer: boolean,
): void {
  if (n !== undefined) {
    checkPositiveInteger("sdBounds", "n", n);
    if (n < 2) throw new InvalidInput("sdBounds", `needs n of at least 2; got ${n}`, "n_too_small");
  }
  const isEnd = (end: number | undefined): boolean => end === undefined || Number.isFinite(end);
  const inOrder = minimum === undefined || maximum === undefined || minimum <= maximum;
  if (!isEnd(minimum) || !isEnd(maximum) || !inOrder) {
    const got = `${shown(minimum)} and ${shown(maximum)}`;
    throw new InvalidInput("sdBounds", `needs a finite minimum up to the maximum; got ${got}`);
  }
  if (typeof integer !== "boolean") {
    throw new InvalidInput("sdBounds", `needs integer to be true or false; got ${shown(integer)}`);
  }
}
