import { InvalidInput, normalUpperQuantile, tUpperQuantile } from "../../numeric/index.js";
import { remembering } from "../../numeric/remembering.js";
import { checkLevel } from "../arm.js";
import type { Interval } from "../estimate.js";
import { checkPositiveInteger, readPrinted } from "./grim.js";
import {
  type EndsFit,
  type IntervalFault,
  intervalFault,
  type PrintedEnds,
  readEnds,
} from "./interval-ends.js";
import {
  type Bounds,
  checkRules,
  HALF_ROUNDING,
  holds,
  printedBounds,
  type RoundingRule,
} from "./printed.js";
import type { PrintedSpread } from "./printed-moments.js";

/** How many standard errors an interval reaches: a quantile, or two by rule of thumb. */
export type IntervalMultiplier = "t" | "normal" | "two";

/** The interval of a mean by one method. */
export interface MeanIntervalReading {
  readonly multiplier: IntervalMultiplier;
  readonly spread: PrintedSpread;
  readonly interval: Interval; // of the numbers as printed
  readonly lower: ValueRange; // ends that numbers inside the rounding can have
  readonly upper: ValueRange;
  readonly fit: EndsFit; // "as-printed" when no interval was printed
  /** What one figure would have to be, were the others right; absent where nothing would do. */
  readonly instead: Instead;
}

/** Ranges, each of one figure while the others stay. */
export interface Instead {
  readonly lower?: ValueRange;
  readonly upper?: ValueRange;
  readonly mean?: ValueRange;
  readonly sd?: ValueRange;
}

/** From one number to another. */
export interface ValueRange {
  readonly lower: number;
  readonly upper: number;
}

/** The intervals that a printed mean, standard deviation and n give, held against a printed one. */
export interface MeanInterval {
  readonly method: "mean-interval";
  readonly mean: string; // as printed
  readonly sd: string; // as printed
  readonly n: number;
  readonly level: number;
  readonly readings: readonly MeanIntervalReading[];
  /** What is wrong with the printed interval whatever the method. */
  readonly fault?: IntervalFault;
}

/** A mean, its standard deviation and n, as printed. */
export interface PrintedMean {
  readonly mean: string;
  readonly sd: string;
  readonly n: number;
}

const SPREADS: readonly PrintedSpread[] = ["sd", "sem", "population-sd"];
const EVERYWHERE = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
const COMPUTED_TO = 1e-9;

/**
 * The confidence interval of a mean: mean ± k standard errors, k by Student's t on n − 1, by the
 * normal distribution, or 2 (at a level of 0.95 only); the printed spread read as the SD of the sample,
 * as the standard error itself, or as the SD of a population (divisor n).
 *
 * A reading fits when some mean and some spread inside their rounding give both ends within theirs,
 * at once: four linear bounds on mean and half-width, solved exactly.
 *
 * @param printed - mean, SD and n
 * @param options.ci - interval as printed
 * @param options.level - its confidence level; 0.95
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput when a number cannot be read, the SD is negative, n < 2, or on a bad level
 * @source [@student1908]
 */
export function meanInterval(
  { mean, sd, n }: PrintedMean,
  {
    ci,
    level = 0.95,
    rules = HALF_ROUNDING,
  }: {
    ci?: readonly [string, string];
    level?: number;
    rules?: readonly RoundingRule[];
  } = {},
): MeanInterval {
  checkLevel("meanInterval", level);
  checkRules("meanInterval", rules);
  checkPositiveInteger("meanInterval", "n", n);
  if (n < 2)
    throw new InvalidInput("meanInterval", `needs n of at least 2; got ${n}`, "n_too_small");
  const [centre, spread] = [readPrinted("meanInterval", mean), readPrinted("meanInterval", sd)];
  if (spread.negative) {
    throw new InvalidInput("meanInterval", `needs an SD of at least 0; got "${spread.text}"`);
  }
  const ends = ci === undefined ? undefined : readEnds("meanInterval", ci, rules);
  const means = printedBounds(centre, rules);
  const spreads = printedBounds(spread, rules);
  const sds = { lower: Math.max(0, spreads.lower), upper: spreads.upper };
  const fault = ends && intervalFault(means, ends, EVERYWHERE);
  const readings = multipliers(level, n).flatMap(({ multiplier, value }) =>
    SPREADS.map((reading): MeanIntervalReading => {
      const perSd = value * errorOf(reading, n);
      const widths = { lower: perSd * sds.lower, upper: perSd * sds.upper };
      const half = perSd * spread.value;
      const interval = { lower: centre.value - half, upper: centre.value + half, level };
      return {
        multiplier,
        spread: reading,
        interval,
        lower: { lower: means.lower - widths.upper, upper: means.upper - widths.lower },
        upper: { lower: means.lower + widths.lower, upper: means.upper + widths.upper },
        fit: ends === undefined ? "as-printed" : fitOf(interval, means, widths, ends),
        instead: ends === undefined ? {} : insteadOf(means, widths, ends, perSd),
      };
    }),
  );
  return {
    method: "mean-interval",
    mean: centre.text,
    sd: spread.text,
    n,
    level,
    readings,
    ...(fault === undefined ? {} : { fault }),
  };
}

const tMultiplier = remembering((tail: number, df: number) => tUpperQuantile(tail, df));

function multipliers(
  level: number,
  n: number,
): { readonly multiplier: IntervalMultiplier; readonly value: number }[] {
  const tail = (1 - level) / 2;
  return [
    { multiplier: "t", value: tMultiplier(tail, n - 1) },
    { multiplier: "normal", value: normalUpperQuantile(tail) },
    ...(level === 0.95 ? [{ multiplier: "two", value: 2 } as const] : []),
  ];
}

/** Standard error of the mean for a printed spread of 1. */
function errorOf(spread: PrintedSpread, n: number): number {
  if (spread === "sem") return 1;
  return 1 / Math.sqrt(spread === "sd" ? n : n - 1);
}

function fitOf(
  interval: ValueRange,
  means: ValueRange,
  widths: ValueRange,
  ends: PrintedEnds,
): EndsFit {
  const near = (bounds: Bounds, end: number): boolean => {
    const slack = COMPUTED_TO * Math.max(1, Math.abs(end));
    const [lower, upper] = [bounds.lower - slack, bounds.upper + slack];
    return holds({ ...bounds, lower, upper }, end);
  };
  if (near(ends.lower, interval.lower) && near(ends.upper, interval.upper)) return "as-printed";
  const range = lowerEnds(means, widths, ends.upper);
  const meets =
    range !== undefined &&
    atMost(range.lower, ends.lower.upper) &&
    atMost(ends.lower.lower, range.upper);
  return meets ? "within-rounding" : "none";
}

function insteadOf(
  means: ValueRange,
  widths: ValueRange,
  ends: PrintedEnds,
  perSd: number,
): Instead {
  const { lower: a, upper: b } = ends;
  const upper = lowerEnds(mirrored(means), widths, mirrored(a));
  const width = range(
    [(b.lower - a.upper) / 2, means.lower - a.upper, b.lower - means.upper, 0],
    [(b.upper - a.lower) / 2, means.upper - a.lower, b.upper - means.lower],
  );
  return withoutMissing({
    lower: lowerEnds(means, widths, b),
    upper: upper && mirrored(upper),
    mean: range(
      [(a.lower + b.lower) / 2, a.lower + widths.lower, b.lower - widths.upper],
      [(a.upper + b.upper) / 2, a.upper + widths.upper, b.upper - widths.lower],
    ),
    sd: width && { lower: width.lower / perSd, upper: width.upper / perSd },
  });
}

/** The lower ends m − w of means m and half-widths w with m + w in the upper end's rounding. */
function lowerEnds(m: ValueRange, w: ValueRange, b: ValueRange): ValueRange | undefined {
  if (!atMost(m.lower + w.lower, b.upper) || !atMost(b.lower, m.upper + w.upper)) return undefined;
  return range(
    [m.lower - w.upper, b.lower - 2 * w.upper, 2 * m.lower - b.upper],
    [m.upper - w.lower, b.upper - 2 * w.lower, 2 * m.upper - b.lower],
  );
}

function mirrored({ lower, upper }: ValueRange): ValueRange {
  return { lower: -upper, upper: -lower };
}

/** From the largest of some lower ends to the smallest of some upper ends. */
function range(lowers: readonly number[], uppers: readonly number[]): ValueRange | undefined {
  const [lower, upper] = [Math.max(...lowers), Math.min(...uppers)];
  if (!atMost(lower, upper)) return undefined;
  return lower <= upper ? { lower, upper } : { lower: upper, upper: lower };
}

function atMost(x: number, y: number): boolean {
  return x <= y + COMPUTED_TO * Math.max(1, Math.abs(x), Math.abs(y));
}

function withoutMissing(all: Readonly<Record<keyof Instead, ValueRange | undefined>>): Instead {
  return Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined));
}
