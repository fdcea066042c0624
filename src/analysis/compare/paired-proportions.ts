import { brent, InvalidInput } from "../../numeric/index.js";
import { type Arm, checkLevel, checkTwoByTwo, type TwoByTwo } from "../arm.js";
import type { Interval } from "../estimate.js";
import { criticalZ, wilsonInterval } from "../proportion/intervals.js";

/** Two proportions on the same subjects; differences are first − second. */
export interface PairedProportions {
  readonly method: "paired-proportions";
  readonly n: number; // subjects
  readonly first: Arm;
  readonly second: Arm;
  readonly phi: number; // correlation of the two outcomes; 0 where a margin is empty
  readonly difference: PairedDifference;
}

/** Difference of two proportions on the same subjects, with its intervals. */
export interface PairedDifference {
  readonly value: number;
  readonly tango: Interval; // score
  readonly newcombe: Interval; // square and add, method 10
  readonly newcombeCorrected: Interval; // the same, phi shrunk where it is positive
  readonly agrestiMin: Interval; // Wald after ½ more in each cell
  readonly wald: Interval; // for comparison
}

/**
 * Compares two proportions on the same subjects.
 *
 * @param table - rows success and failure by the first method, columns by the second
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput when a cell is not a count or all are 0
 * @source [@tango1998]; [@newcombe1998paired]; [@agresti2005]
 */
export function pairedProportions(
  table: TwoByTwo,
  { level = 0.95 }: { level?: number } = {},
): PairedProportions {
  checkTwoByTwo("pairedProportions", table);
  checkLevel("pairedProportions", level);
  const [[both, onlyFirst], [onlySecond, neither]] = table;
  const n = both + onlyFirst + onlySecond + neither;
  if (n === 0) {
    throw new InvalidInput("pairedProportions", "needs at least one subject; got 0", "n_zero");
  }
  const first = { count: both + onlyFirst, n };
  const second = { count: both + onlySecond, n };
  const phi = phiOf(table, 0);
  return {
    method: "paired-proportions",
    n,
    first,
    second,
    phi,
    difference: {
      value: (onlyFirst - onlySecond) / n,
      tango: tangoInterval(onlyFirst, onlySecond, n, level),
      newcombe: newcombeInterval(first, second, phi, level),
      newcombeCorrected: newcombeInterval(first, second, phiOf(table, n / 2), level),
      agrestiMin: waldInterval(onlyFirst + 0.5, onlySecond + 0.5, n + 2, level),
      wald: waldInterval(onlyFirst, onlySecond, n, level),
    },
  };
}

/** Correlation of the outcomes; a positive product of cells is shrunk towards 0 by `correction`. */
function phiOf([[a, b], [c, d]]: TwoByTwo, correction: number): number {
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  if (margins === 0) return 0;
  const excess = a * d - b * c;
  return (excess > 0 ? Math.max(0, excess - correction) : excess) / Math.sqrt(margins);
}

function newcombeInterval(first: Arm, second: Arm, phi: number, level: number): Interval {
  const [p1, p2] = [first.count / first.n, second.count / second.n];
  const one = wilsonInterval(first.count, first.n, level);
  const two = wilsonInterval(second.count, second.n, level);
  const combined = (x: number, y: number): number =>
    Math.sqrt(Math.max(0, x * x - 2 * phi * x * y + y * y));
  const value = p1 - p2;
  return {
    lower: value - combined(p1 - one.lower, two.upper - p2),
    upper: value + combined(one.upper - p1, p2 - two.lower),
    level,
  };
}

function waldInterval(onlyFirst: number, onlySecond: number, n: number, level: number): Interval {
  const excess = onlyFirst - onlySecond;
  const reach = (criticalZ(level) * Math.sqrt(onlyFirst + onlySecond - excess ** 2 / n)) / n;
  return { lower: excess / n - reach, upper: excess / n + reach, level };
}

/** The differences that the score test, its variance estimated under that difference, does not reject. */
function tangoInterval(onlyFirst: number, onlySecond: number, n: number, level: number): Interval {
  const z = criticalZ(level);
  const value = (onlyFirst - onlySecond) / n;
  const score = (difference: number): number => {
    const excess = n * (value - difference);
    if (excess === 0) return 0;
    const chance = chanceOnlySecond(onlyFirst, onlySecond, n, difference);
    const variance = n * (2 * chance + difference * (1 - difference));
    return excess / Math.sqrt(Math.max(0, variance));
  };
  return {
    lower: value === -1 ? -1 : brent((d) => z - score(d), -1, value),
    upper: value === 1 ? 1 : brent((d) => -z - score(d), value, 1),
    level,
  };
}

/** Maximum likelihood of the chance of `onlySecond` under a difference: a quadratic. */
function chanceOnlySecond(b: number, c: number, n: number, difference: number): number {
  const half = ((2 * n - b + c) * difference - b - c) / 2;
  const product = -c * difference * (1 - difference);
  const root = Math.sqrt(Math.max(0, half * half - 2 * n * product));
  // The larger root, in the form that does not cancel.
  return half > 0 ? -product / (half + root) : (root - half) / (2 * n);
}
