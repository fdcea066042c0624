import { InvalidInput, inTheNameOf } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { shown } from "../columns.js";
import type { Interval } from "../estimate.js";
import { checkPositiveInteger } from "./grim.js";
import { type IntervalFault, intervalFault, type PrintedEnds, readEnds } from "./interval-ends.js";
import { type IntegerRange, numeratorRange } from "./numerators.js";
import { parsePercent } from "./percent-counts.js";
import { closed, HALF_ROUNDING } from "./printed.js";
import {
  type NamedMethod,
  type ProportionMethod,
  QUICK_METHODS,
  SEARCHED_METHODS,
} from "./proportion-methods.js";

/** A proportion as printed: its count, its percentage, or both, out of n. */
export interface PrintedShare {
  readonly n: number;
  readonly count?: number;
  readonly percent?: string;
}

/** A method whose interval prints as the given one. */
export interface ProportionMethodFit {
  readonly interval: ProportionMethod;
  readonly count: number; // the smallest that the share allows and the interval fits
  readonly all: boolean; // every count that the share allows fits
  readonly level: number;
}

/** A proportion held against its printed interval. */
export interface PrintedProportion {
  readonly method: "printed-proportion";
  /** The first and last count that the share allows; undefined when it allows none. */
  readonly counts?: { readonly first: number; readonly last: number };
  /** What no interval can be: ends swapped, or the share outside. */
  readonly fault?: IntervalFault;
  readonly fits: readonly ProportionMethodFit[];
  /** Methods that would give the limits at another level than the one asked for. */
  readonly otherLevels: readonly ProportionMethodFit[];
  /** Where none fits, the limits of all methods over all counts, in the unit of the printed ones. */
  readonly hull?: {
    readonly lower: readonly [number, number];
    readonly upper: readonly [number, number];
  };
  /** Whether the printed limits lie inside that hull. */
  readonly withinHull?: boolean;
}

const OTHER_LEVELS: readonly number[] = [0.6827, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999];
const MOST_LISTED = 60; // counts that are all tried; beyond, limits rise with the count
const MOST_SEARCHED = 5000; // subjects, beyond which closed forms bound the other methods too
const EXACT = SEARCHED_METHODS.filter(([name]) => name === "exact");
const SLACK = 1e-9;

/**
 * Which interval of a proportion a printed one is, over all counts that the share allows.
 *
 * @param share - n with count, percentage or both
 * @param ci - lower and upper limit, as printed
 * @param options.whole - the unit of the limits: 100 for per cent, 1 for fractions; 100
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput when a number cannot be read, n is no positive integer, the count is outside 0
 *   to n, or there is neither count nor percentage
 * @source [@newcombe1998single], [@brown2001]
 */
export function printedProportion(
  share: PrintedShare,
  ci: readonly [string, string],
  { whole = 100, level = 0.95 }: { whole?: 1 | 100; level?: number } = {},
): PrintedProportion {
  const where = "printedProportion";
  const { n, counts } = readShare(where, share);
  checkLevel(where, level);
  if (whole !== 1 && whole !== 100) {
    throw new InvalidInput(where, `needs a whole of 1 or 100; got ${shown(whole)}`);
  }
  const ends = readEnds(where, ci, HALF_ROUNDING);
  if (counts === undefined) return { method: "printed-proportion", fits: [], otherLevels: [] };
  const base = { method: "printed-proportion" as const, counts };
  const estimates = closed((whole * counts.first) / n, (whole * counts.last) / n);
  const anywhere = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
  const fault = intervalFault(estimates, ends, anywhere);
  const question = { n, whole, ends, counts };
  // Jeffreys's interval leaves out the share itself where no one, or everyone, has the outcome.
  const fits = fault === "ends-swapped" ? [] : fitsOf(question, level);
  if (fits.length > 0) return { ...base, fits, otherLevels: [] };
  if (fault === "ends-swapped") return { ...base, fault, fits, otherLevels: [] };
  const hull = hullOf(question, level);
  if (fault !== undefined) return { ...base, fault, fits, otherLevels: [], hull };
  const usual = counts.first === counts.last ? [...QUICK_METHODS, ...EXACT] : QUICK_METHODS;
  const otherLevels = OTHER_LEVELS.filter((one) => one !== level).flatMap((one) =>
    fitsAmong(usual, question, one),
  );
  return { ...base, fits, otherLevels, hull, withinHull: isWithin(ends, hull) };
}

interface Question {
  readonly n: number;
  readonly whole: number;
  readonly ends: PrintedEnds;
  readonly counts: { readonly first: number; readonly last: number };
}

function readShare(
  where: string,
  share: PrintedShare,
): { n: number; counts: { first: number; last: number } | undefined } {
  if (share === null || typeof share !== "object") {
    throw new InvalidInput(where, `needs n with a count or a percentage; got ${shown(share)}`);
  }
  const { n, count, percent } = share;
  checkPositiveInteger(where, "n", n);
  if (count === undefined && percent === undefined) {
    throw new InvalidInput(where, "needs a count or a percentage; got neither");
  }
  if (count !== undefined && !(Number.isSafeInteger(count) && count >= 0 && count <= n)) {
    throw new InvalidInput(where, `needs a count from 0 to ${n}; got ${shown(count)}`);
  }
  if (percent === undefined) return { n, counts: { first: count!, last: count! } };
  const printed = inTheNameOf(where, () => parsePercent(where, percent));
  const range = countRange(
    numeratorRange({ ...printed, decimals: printed.decimals + 2 }, n, "either-half"),
    n,
  );
  if (count === undefined) return { n, counts: range };
  return { n, counts: { first: count, last: count } }; // whether it is the percentage is another matter
}

function countRange(
  { first, last }: IntegerRange,
  n: number,
): { first: number; last: number } | undefined {
  const [from, to] = [Math.max(0, Number(first)), Math.min(n, Number(last))];
  return from <= to ? { first: from, last: to } : undefined;
}

/** The methods that fit: the searched ones are asked where none of the others does. */
function fitsOf(question: Question, level: number): ProportionMethodFit[] {
  const quick = fitsAmong(QUICK_METHODS, question, level);
  if (quick.length > 0) return quick;
  // Over many counts or in a large sample the exact interval stands for all that are searched.
  const { n, counts } = question;
  const isMany = counts.last - counts.first > MOST_LISTED || n > MOST_SEARCHED;
  return fitsAmong(isMany ? EXACT : SEARCHED_METHODS, question, level);
}

function fitsAmong(
  methods: readonly NamedMethod[],
  question: Question,
  level: number,
): ProportionMethodFit[] {
  const found = methods.flatMap(([interval, intervalOf]): ProportionMethodFit[] => {
    const of = (count: number): Interval => intervalOf(count, question.n, level);
    const count = countThatFits(
      question,
      of,
      QUICK_METHODS.some(([name]) => name === interval),
    );
    if (count === undefined) return [];
    const { first, last } = question.counts;
    const all = first === last || (printsAs(of(first), question) && printsAs(of(last), question));
    return [{ interval, count, all, level }];
  });
  // Cutting an interval matters only where it leaves 0 to 1.
  const names = found.map((one) => one.interval);
  return found.filter(({ interval }) => {
    const whole = interval.replace(/Clipped$/, "");
    return whole === interval || !names.some((one) => one === whole);
  });
}

/** A count whose limits both print so; the smallest that brings neither below, of limits that rise. */
function countThatFits(
  question: Question,
  intervalOf: (count: number) => Interval,
  isQuick: boolean,
): number | undefined {
  const { counts, ends, whole } = question;
  const isAtLeast = (count: number): boolean => {
    const { lower, upper } = intervalOf(count);
    return (
      whole * lower >= ends.lower.lower - slackOf(ends.lower) &&
      whole * upper >= ends.upper.lower - slackOf(ends.upper)
    );
  };
  let [from, to] = [counts.first, counts.last];
  const mayList = isQuick && to - from <= MOST_LISTED;
  while (!mayList && from < to) {
    const middle = Math.floor((from + to) / 2);
    if (isAtLeast(middle)) to = middle;
    else from = middle + 1;
  }
  for (let count = from; count <= to; count++) {
    if (printsAs(intervalOf(count), question)) return count;
  }
  return undefined;
}

function printsAs({ lower, upper }: Interval, { ends, whole }: Question): boolean {
  const near = (x: number, end: PrintedEnds["lower"]): boolean =>
    whole * x >= end.lower - slackOf(end) && whole * x <= end.upper + slackOf(end);
  return near(lower, ends.lower) && near(upper, ends.upper);
}

function slackOf({ lower, upper }: PrintedEnds["lower"]): number {
  return SLACK * (Math.abs(lower) + Math.abs(upper) + (upper - lower));
}

function hullOf(
  { n, whole, counts }: Question,
  level: number,
): { lower: readonly [number, number]; upper: readonly [number, number] } {
  const searched = n > MOST_SEARCHED ? [] : SEARCHED_METHODS;
  const all = [...QUICK_METHODS, ...searched].flatMap(([, intervalOf]) =>
    [counts.first, counts.last].map((count) => intervalOf(count, n, level)),
  );
  const span = (values: number[]): readonly [number, number] => {
    const finite = values.filter((x) => !Number.isNaN(x));
    return [whole * Math.min(...finite), whole * Math.max(...finite)];
  };
  return { lower: span(all.map(({ lower }) => lower)), upper: span(all.map(({ upper }) => upper)) };
}

function isWithin(
  { lower, upper }: PrintedEnds,
  hull: { readonly lower: readonly [number, number]; readonly upper: readonly [number, number] },
): boolean {
  return (
    lower.upper >= hull.lower[0] &&
    lower.lower <= hull.lower[1] &&
    upper.upper >= hull.upper[0] &&
    upper.lower <= hull.upper[1]
  );
}
