import { InvalidInput, inTheNameOf, tSurvival } from "../../numeric/index.js";
import type { Alternative } from "../arm.js";
import { welchDf } from "../compare/t-tests.js";
import { readPrinted } from "./grim.js";
import {
  type Bounds,
  checkRules,
  closed,
  HALF_ROUNDING,
  overlap,
  parsePrintedP,
  printedBounds,
  type RoundingRule,
} from "./printed.js";

/** A group as printed: "1.3 ± 0.7", 12 patients. */
export interface PrintedGroup {
  readonly n: number;
  readonly mean: string;
  readonly spread: string; // what stands behind ±
}

/** What ± means: the standard deviation of the values, or the standard error of their mean. */
export type SpreadReading = "sd" | "sem";

/** The p that one test can give for some values inside the rounding of the printed ones. */
export interface PRange {
  readonly test: "t" | "welch";
  readonly spread: SpreadReading;
  readonly alternative: Alternative;
  readonly lower: number; // no values inside the rounding give a smaller p
  readonly upper: number; // nor a larger one
  readonly asPrinted: number; // p of the printed values themselves; NaN when both spreads are 0
  readonly agrees: boolean; // the range meets the printed p; true when none was printed
}

/** All that two printed means ± spread allow. */
export interface TwoMeansP {
  readonly method: "two-means-p";
  readonly printedP?: string;
  readonly ranges: readonly PRange[];
  readonly agrees: boolean; // some range meets the printed p
}

/** Rounding of our own arithmetic, given away on both sides of a range. */
const COMPUTED_TO = 1e-9;
const MOST_CELLS = 16; // the spreads are cut into so many pieces each, see `welchBoxes`
const CELL = 1 / 256; // of a spread: wide enough to be quick, narrow enough for the df to stand still

const ALTERNATIVES: readonly Alternative[] = ["two-sided", "less", "greater"];

/**
 * The range of p over all values that print as two given means ± spread, for Student's and
 * Welch's test, for ± read as SD and as SEM, two-sided and one-sided, held against a printed p.
 *
 * A range never misses: it holds the p of every pair of means and spreads inside the rounding
 * intervals, whether or not integers or bounds of the data would forbid some of them. So a
 * printed p outside every range is a contradiction. The two-sided and one-sided p are monotone in
 * t and, at a given t, in the degrees of freedom:
 *
 * - t rises with the difference and its modulus falls with either spread, so its extremes stand at
 *   the ends of the intervals;
 * - Student's degrees of freedom are fixed, so its range is exact;
 * - Welch's depend on the ratio of the standard errors, rise up to (n₁ − 1)/(n₂ − 1) in the ratio
 *   of their squares and fall after it: their extremes are known, and t and df are bounded apart in
 *   each of up to 16 × 16 pieces of the spreads, which makes the range a little too wide, never too narrow.
 *
 * @param first - first group
 * @param second - second group
 * @param options.p - p as printed, "0.04" or "<0.01"
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput when n < 2, a number cannot be read, a spread is negative, or on a bad p
 */
export function twoMeansP(
  first: PrintedGroup,
  second: PrintedGroup,
  { p, rules = HALF_ROUNDING }: { p?: string; rules?: readonly RoundingRule[] } = {},
): TwoMeansP {
  checkRules("twoMeansP", rules);
  const printed =
    p === undefined ? undefined : inTheNameOf("twoMeansP", () => parsePrintedP(p, rules));
  const a = readGroup(first, rules);
  const b = readGroup(second, rules);
  const ranges = (["sd", "sem"] as const).flatMap((spread) =>
    (["t", "welch"] as const).flatMap((test) => {
      const pieces = tails(test, errorsOf(a, spread), errorsOf(b, spread));
      const exact = tails(test, pointErrors(a, spread), pointErrors(b, spread));
      return ALTERNATIVES.map((alternative): PRange => {
        const bounds = pRange(pieces, alternative);
        const point = pRange(exact, alternative);
        const asPrinted = a.spread + b.spread === 0 ? Number.NaN : (point.lower + point.upper) / 2;
        const range = widen(bounds);
        const agrees = printed === undefined || overlap(printed.bounds, range);
        const { lower, upper } = range;
        return { test, spread, alternative, lower, upper, asPrinted, agrees };
      });
    }),
  );
  return {
    method: "two-means-p",
    ...(p === undefined ? {} : { printedP: p }),
    ranges,
    agrees: ranges.some(({ agrees }) => agrees),
  };
}

/** A printed group with the intervals that its numbers stand for. */
interface Group {
  readonly n: number;
  readonly mean: number;
  readonly spread: number;
  readonly means: Bounds;
  readonly spreads: Bounds;
}

/** Standard errors between two ends, and means between two ends, of one group. */
interface Errors {
  readonly n: number;
  readonly means: readonly [number, number];
  readonly errors: readonly [number, number];
}

/** A box that holds every (t, df) of some pieces of the spreads. */
interface TBox {
  readonly t: readonly [number, number];
  readonly df: readonly [number, number];
}

function readGroup(group: PrintedGroup, rules: readonly RoundingRule[]): Group {
  const { n } = group;
  if (!Number.isSafeInteger(n) || n < 2) {
    throw new InvalidInput("twoMeansP", `needs n of at least 2 in each group; got ${n}`);
  }
  const mean = readPrinted("twoMeansP", group.mean);
  const spread = readPrinted("twoMeansP", group.spread);
  if (spread.value < 0) {
    throw new InvalidInput("twoMeansP", `needs a spread of at least 0; got "${group.spread}"`);
  }
  return {
    n,
    mean: mean.value,
    spread: spread.value,
    means: printedBounds(mean, rules),
    spreads: printedBounds(spread, rules),
  };
}

function errorsOf({ n, means, spreads }: Group, reading: SpreadReading): Errors {
  const divisor = reading === "sd" ? Math.sqrt(n) : 1;
  const errors = [Math.max(0, spreads.lower) / divisor, spreads.upper / divisor] as const;
  return { n, means: [means.lower, means.upper], errors };
}

function pointErrors({ n, mean, spread }: Group, reading: SpreadReading): Errors {
  const error = spread / (reading === "sd" ? Math.sqrt(n) : 1);
  return { n, means: [mean, mean], errors: [error, error] };
}

function tails(test: "t" | "welch", a: Errors, b: Errors): TBox[] {
  const ulps = 4 * Number.EPSILON * Math.max(...a.means.map(Math.abs), ...b.means.map(Math.abs));
  const isPoint = a.means[0] === a.means[1] && b.means[0] === b.means[1];
  const slack = isPoint ? 0 : ulps; // the subtraction of near means loses this much
  const difference = [a.means[0] - b.means[1] - slack, a.means[1] - b.means[0] + slack] as const;
  return test === "t" ? [studentBox(difference, a, b)] : welchBoxes(difference, a, b);
}

function studentBox(difference: readonly [number, number], a: Errors, b: Errors): TBox {
  const df = a.n + b.n - 2;
  // From standard errors: the SD of a group is its standard error times √n.
  const pooled = (end: 0 | 1): number => {
    const sum = (a.n - 1) * a.n * a.errors[end] ** 2 + (b.n - 1) * b.n * b.errors[end] ** 2;
    return Math.sqrt((sum / df) * (1 / a.n + 1 / b.n));
  };
  return { t: tRange(difference, pooled(0), pooled(1)), df: [df, df] };
}

function welchBoxes(difference: readonly [number, number], a: Errors, b: Errors): TBox[] {
  return cut(a.errors).flatMap((e1) =>
    cut(b.errors).map((e2): TBox => {
      const smallest = Math.hypot(e1[0], e2[0]);
      const largest = Math.hypot(e1[1], e2[1]);
      return { t: tRange(difference, smallest, largest), df: welchDfRange(e1, a.n, e2, b.n) };
    }),
  );
}

/** Pieces that together cover the interval. */
function cut([lower, upper]: readonly [number, number]): (readonly [number, number])[] {
  if (lower === upper) return [[lower, upper]];
  const cells = Math.min(MOST_CELLS, Math.ceil((upper - lower) / (CELL * upper)));
  const end = (i: number): number => (i === cells ? upper : lower + ((upper - lower) * i) / cells);
  return Array.from({ length: cells }, (_, i) => [end(i), end(i + 1)] as const);
}

/** Range of difference/error; no difference gives t = 0, also without any error. */
function tRange(
  [lower, upper]: readonly [number, number],
  smallest: number,
  largest: number,
): readonly [number, number] {
  const t = (difference: number, error: number): number =>
    difference === 0 ? 0 : difference / error;
  return [t(lower, lower < 0 ? smallest : largest), t(upper, upper < 0 ? largest : smallest)];
}

/** Range of Satterthwaite's df: the ends of the ratio, and the peak where it lies between them. */
function welchDfRange(
  e1: readonly [number, number],
  n1: number,
  e2: readonly [number, number],
  n2: number,
): readonly [number, number] {
  const ends = [welchDf(e1[0], n1, e2[1], n2), welchDf(e1[1], n1, e2[0], n2)];
  const whole = [Math.min(n1, n2) - 1, n1 + n2 - 2] as const;
  if (ends.some(Number.isNaN)) return whole; // both errors 0: any df is a limit of some values
  const balance = (x: number, y: number): number => x * x * (n2 - 1) - y * y * (n1 - 1);
  const holdsPeak = balance(e1[0], e2[1]) <= 0 && balance(e1[1], e2[0]) >= 0;
  return [Math.min(...ends), holdsPeak ? whole[1] : Math.max(...ends)];
}

/** Smallest and largest p over some boxes of (t, df). */
function pRange(
  boxes: readonly TBox[],
  alternative: Alternative,
): { lower: number; upper: number } {
  const sides = alternative === "two-sided" ? 2 : 1;
  const corners = boxes.map(({ t, df }) => ({ t: towards(t, alternative), df }));
  // At t ≥ 0 the tail falls with df, at t < 0 it rises.
  const smallest = corners.map(({ t, df }) => ({ t: t[1], df: t[1] >= 0 ? df[1] : df[0] }));
  const largest = corners.map(({ t, df }) => ({ t: t[0], df: t[0] >= 0 ? df[0] : df[1] }));
  return { lower: sides * extremeTail(smallest, 1), upper: sides * extremeTail(largest, -1) };
}

/**
 * The smallest (side 1) or largest (side −1) P(T > t) over some (t, df).
 *
 * Walking away from the extreme t, a point can only matter when its df is more extreme than all
 * before it; the few that are get evaluated.
 */
function extremeTail(points: readonly { t: number; df: number }[], side: 1 | -1): number {
  const extremity = ({ t, df }: { t: number; df: number }): number => (side * t >= 0 ? df : -df);
  const sorted = points.toSorted((a, b) => (a.t === b.t ? 0 : a.t < b.t === side > 0 ? 1 : -1));
  const startsPositive = side * sorted[0]!.t >= 0;
  let frontier = Number.NEGATIVE_INFINITY;
  let extreme = side > 0 ? 1 : 0;
  for (const point of sorted) {
    if (startsPositive && side * point.t < 0) break; // on the other side of p = ½
    if (extremity(point) <= frontier) continue;
    frontier = extremity(point);
    const p = tSurvival(point.t, point.df);
    extreme = side > 0 ? Math.min(extreme, p) : Math.max(extreme, p);
  }
  return extreme;
}

/** The statistic whose upper tail is the p: t, −t or |t|. */
function towards(
  [lower, upper]: readonly [number, number],
  alternative: Alternative,
): readonly [number, number] {
  if (alternative === "greater") return [lower, upper];
  if (alternative === "less") return [-upper, -lower];
  const farthest = Math.max(Math.abs(lower), Math.abs(upper));
  return lower <= 0 && upper >= 0
    ? [0, farthest]
    : [Math.min(Math.abs(lower), Math.abs(upper)), farthest];
}

function widen({ lower, upper }: { lower: number; upper: number }): Bounds {
  return closed(lower * (1 - COMPUTED_TO), Math.min(1, upper * (1 + COMPUTED_TO)));
}
