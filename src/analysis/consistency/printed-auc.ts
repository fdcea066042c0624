import { InvalidInput } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { shown } from "../columns.js";
import { criticalZ } from "../proportion/intervals.js";
import {
  AUC_INTERVALS,
  type AucIntervalMethod,
  type AucWidth,
  aucWidth,
  binomialLowerMeets,
} from "./auc-intervals.js";
import { checkPositiveInteger, readPrinted } from "./grim.js";
import {
  type EndsFit,
  endsFit,
  type IntervalFault,
  intervalFault,
  type PrintedEnds,
  readEnds,
} from "./interval-ends.js";
import { numeratorRange } from "./numerators.js";
import { HALF_ROUNDING, type PrintedNumber, printedBounds } from "./printed.js";

/** An interval that a method gives, and the numbers of cases for which it does. */
export interface AucIntervalFit {
  readonly interval: AucIntervalMethod;
  readonly fit: Exclude<EndsFit, "none">; // for the best of the numbers of cases
  readonly cases: readonly number[]; // those that fit so; all for an interval that needs none
}

/** An area under the curve held against its subjects and its interval. */
export interface PrintedAuc {
  readonly method: "printed-auc";
  readonly n: number;
  /** The numbers of cases, as told or of all that n allows, for which some scores have this area. */
  readonly possibleCases: readonly number[];
  /** Areas that those subjects can have just below and above, where the printed one is impossible. */
  readonly nearest: readonly number[];
  /** What no interval of an area can be. */
  readonly fault?: IntervalFault;
  /** Without an interval, or with a fault in it, empty. */
  readonly fits: readonly AucIntervalFit[];
  /** Whether some scores could have so wide an interval, for some possible number of cases. */
  readonly width?: AucWidth;
}

const MOST_CASES = 1000; // of unknown number that are tried; of more subjects, an even choice
const STEEPEST = 3; // so fast do limits move with the area, short of an area of 0 or 1
const MOST_SLOW = 40; // Newcombe's interval is found by search

/**
 * Whether an area under the ROC curve is possible for its subjects, and which interval it has.
 *
 * An empirical area is a multiple of 1/(2 × cases × controls). Its interval is compared with those
 * that need no scores; where none fits, DeLong's or a bootstrap's may, and its width is held
 * against the variances that any scores could have (`aucVarianceRange`).
 *
 * @param auc - as printed
 * @param n - cases and controls together
 * @param options.cases - how many of them are cases; all numbers from 1 to n − 1 are tried without
 * @param options.ci - lower and upper limit, as printed
 * @param options.level - confidence level of the interval; 0.95
 * @throws InvalidInput when a number cannot be read, the area is none from 0 to 1, n is below 2, or
 *   the cases are no number from 1 to n − 1
 * @source [@hanley1982], [@newcombe2006], [@delong1988]
 */
export function printedAuc(
  auc: string,
  n: number,
  {
    cases,
    ci,
    level = 0.95,
  }: { cases?: number; ci?: readonly [string, string]; level?: number } = {},
): PrintedAuc {
  const where = "printedAuc";
  const printed = readArea(where, auc);
  const tried = casesTried(where, n, cases);
  checkLevel(where, level);
  const ends = ci === undefined ? undefined : readEnds(where, ci, HALF_ROUNDING);
  const possibleCases = tried.filter((m) => isSomeShare(printed, 2 * m * (n - m)));
  const base = {
    method: "printed-auc" as const,
    n,
    possibleCases,
    nearest: possibleCases.length > 0 ? [] : nearestAreas(printed.value, tried, n),
  };
  if (ends === undefined) return { ...base, fits: [] };
  const bounds = printedBounds(printed);
  const fault = intervalFault(bounds, ends, [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  if (fault !== undefined) return { ...base, fault, fits: [] };
  const held = possibleCases.length > 0 ? possibleCases : tried;
  const width = widthOver(printed, ends, held, n, level);
  return {
    ...base,
    width,
    fits: width === "possible" ? fitsOf(printed, ends, held, n, level) : [],
  };
}

/**
 * A printed area.
 *
 * @throws InvalidInput in the name of the check unless it is a number from 0 to 1
 */
export function readArea(where: string, auc: string): PrintedNumber {
  const printed = readPrinted(where, auc);
  if (!(printed.value >= 0 && printed.value <= 1)) {
    throw new InvalidInput(where, `needs an area from 0 to 1; got "${auc}"`);
  }
  return printed;
}

/**
 * The numbers of cases that come into question.
 *
 * @throws InvalidInput in the name of the check when n is below 2 or the cases leave no case or no control
 */
export function casesTried(where: string, n: number, cases: number | undefined): readonly number[] {
  checkPositiveInteger(where, "n", n);
  if (n < 2) throw new InvalidInput(where, `needs at least a case and a control; got n ${n}`);
  if (cases !== undefined) {
    checkPositiveInteger(where, "cases", cases);
    if (cases >= n) {
      throw new InvalidInput(where, `needs cases below n, ${n}; got ${shown(cases)}`);
    }
    return [cases];
  }
  const step = Math.max(1, (n - 1) / MOST_CASES);
  return Array.from({ length: Math.min(n - 1, MOST_CASES) }, (_, i) => 1 + Math.floor(i * step));
}

/** Whether some number of half-pairs prints as the area. */
function isSomeShare(printed: PrintedNumber, halfPairs: number): boolean {
  if (halfPairs >= 10 ** printed.decimals) return true; // finer than the print
  const { first, last } = numeratorRange(printed, halfPairs, "either-half");
  return first <= last;
}

function nearestAreas(area: number, tried: readonly number[], n: number): number[] {
  const pairs = tried.map((m) => 2 * m * (n - m));
  const below = pairs.map((one) => Math.floor(area * one) / one);
  const above = pairs.map((one) => Math.min(1, Math.ceil(area * one) / one));
  return [Math.max(...below), Math.min(...above)];
}

function fitsOf(
  printed: PrintedNumber,
  ends: PrintedEnds,
  tried: readonly number[],
  n: number,
  level: number,
): AucIntervalFit[] {
  const whole = printedBounds(printed);
  const bounds = { ...whole, lower: Math.max(0, whole.lower), upper: Math.min(1, whole.upper) };
  const area = { value: printed.value, bounds };
  const z = criticalZ(level);
  const slack = STEEPEST * (whole.upper - whole.lower);
  const found = (Object.keys(AUC_INTERVALS) as AucIntervalMethod[]).flatMap(
    (interval): AucIntervalFit[] => {
      if (interval === "newcombe" && tried.length > MOST_SLOW) return [];
      const endsOf = AUC_INTERVALS[interval];
      const of = (m: number): EndsFit => {
        const ofArea = (x: number): readonly [number, number] => endsOf(x, m, n - m, level, z);
        return isNear(ofArea(printed.value), ends, slack) ? endsFit(ofArea, area, ends) : "none";
      };
      if (interval === "binomial") {
        if (!binomialLowerMeets([bounds.lower, bounds.upper], n, level, ends)) return [];
        const fit = of(tried[0]!);
        return fit === "none" ? [] : [{ interval, fit, cases: tried }];
      }
      const each = tried.map((m) => [m, of(m)] as const);
      for (const fit of ["as-printed", "within-rounding"] as const) {
        const cases = each.filter(([, one]) => one === fit).map(([m]) => m);
        if (cases.length > 0) return [{ interval, fit, cases }];
      }
      return [];
    },
  );
  // Cutting an interval matters only where it reaches beyond 1.
  const isCut = found.some(({ interval }) => interval === "hanley-mcneil");
  return found.filter(({ interval }) => !(isCut && interval === "hanley-mcneil-uncut"));
}

/** Whether limits are near enough to the printed ones for an area that rounds alike to meet them. */
function isNear(
  [lower, upper]: readonly [number, number],
  printed: PrintedEnds,
  slack: number,
): boolean {
  return (
    lower >= printed.lower.lower - slack &&
    lower <= printed.lower.upper + slack &&
    upper >= printed.upper.lower - slack &&
    upper <= printed.upper.upper + slack
  );
}

function widthOver(
  printed: PrintedNumber,
  ends: PrintedEnds,
  tried: readonly number[],
  n: number,
  level: number,
): AucWidth {
  const bounds = printedBounds(printed);
  let width: AucWidth = "possible";
  for (const m of tried) {
    width = aucWidth(bounds, ends, m, n - m, level);
    if (width === "possible") break;
  }
  return width;
}
