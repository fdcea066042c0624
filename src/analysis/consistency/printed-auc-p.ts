import { InvalidInput, inTheNameOf, normalSurvival } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { shown } from "../columns.js";
import { criticalZ } from "../proportion/intervals.js";
import { hanleyMcNeilError } from "../roc/area-intervals.js";
import { aucVarianceRange } from "./auc-variance.js";
import { type PrintedEnds, readEnds } from "./interval-ends.js";
import { type PSpan, pSpan } from "./p-span.js";
import { type Bounds, HALF_ROUNDING, parsePrintedP, printedBounds } from "./printed.js";
import { casesTried, readArea } from "./printed-auc.js";

/**
 * Tests of an area against ½ that need no scores: by the width of its interval, or by the side of
 * it towards ½; by the variance under no difference, which is the normal approximation of the
 * Mann–Whitney test, plain or with continuity correction; and by Hanley and McNeil's error.
 */
export type AucTest = "interval" | "interval-side" | "null" | "null-continuity" | "hanley-mcneil";

/** The p of one test. */
export interface AucTestP {
  readonly test: AucTest;
  readonly p: PSpan;
  readonly cases: readonly number[]; // for which it prints so, or agrees; of one number, that
}

/** A printed p of an area against ½, held against every test. */
export interface PrintedAucP {
  readonly method: "printed-auc-p";
  readonly tests: readonly AucTestP[];
  /** The p that DeLong's error could give for some scores; NaN where it is not defined. */
  readonly possible: { readonly lower: number; readonly upper: number };
  /** No test agrees, each decides otherwise at the level, and none comes near. */
  readonly opposite: boolean;
}

/** Exact and unequal-variance tests stay within so many times the p of those above. */
const REACH = 8;
const UNDEFINED = { lower: Number.NaN, upper: Number.NaN };
const SLACK = 1e-9;

/**
 * Recomputes the p of an area under the ROC curve against ½.
 *
 * @param auc - as printed
 * @param n - cases and controls together
 * @param p - as printed, "0.04" or "<0.01"
 * @param options.cases - how many are cases; all numbers are tried without
 * @param options.ci - lower and upper limit, as printed
 * @param options.level - confidence level of the interval, and of the decision; 0.95
 * @param options.sides - of the printed p; two
 * @throws InvalidInput as `printedAuc`, and when the p cannot be read
 * @source [@hanley1982], [@mann1947]
 */
export function printedAucP(
  auc: string,
  n: number,
  p: string,
  {
    cases,
    ci,
    level = 0.95,
    sides = 2,
  }: { cases?: number; ci?: readonly [string, string]; level?: number; sides?: 1 | 2 } = {},
): PrintedAucP {
  const where = "printedAucP";
  const area = readArea(where, auc);
  const tried = casesTried(where, n, cases);
  checkLevel(where, level);
  if (sides !== 1 && sides !== 2) {
    throw new InvalidInput(where, `needs 1 or 2 sides; got ${shown(sides)}`);
  }
  const ends = ci === undefined ? undefined : readEnds(where, ci, HALF_ROUNDING);
  const printed = inTheNameOf(where, () => parsePrintedP(p)).bounds;
  const { lower, upper } = printedBounds(area);
  const areas = [Math.max(0, lower), area.value, Math.min(1, upper)] as const;
  const p2 = (z: number): number => sides * normalSurvival(Math.abs(z));
  const ofErrors = (least: number, asPrinted: number, most: number, shift = 0): PSpan =>
    pSpan(
      {
        lower: p2(quotient(farthest(areas) - shift, least)),
        upper: p2(quotient(nearest(areas) - shift, most)),
        asPrinted: p2(quotient(Math.abs(area.value - 0.5) - shift, asPrinted)),
      },
      printed,
    );
  const byInterval = ends === undefined ? [] : intervalTests(ends, areas, level, tried, ofErrors);
  const bySizes = (["null", "null-continuity", "hanley-mcneil"] as const).map((test) =>
    best(
      test,
      tried.map((m) => [m, testOf(test, areas, m, n - m, ofErrors)]),
    ),
  );
  const tests = [...byInterval, ...bySizes];
  const errors = tried
    .filter((m) => m > 1 && n - m > 1) // DeLong's variance is not defined otherwise
    .map((m) => errorsOf(areas, m, n - m));
  const possible =
    errors.length === 0
      ? UNDEFINED
      : {
          lower: p2(quotient(farthest(areas), Math.min(...errors.map(([least]) => least)))),
          upper: p2(quotient(nearest(areas), Math.max(...errors.map(([, most]) => most)))),
        };
  return {
    method: "printed-auc-p",
    tests,
    possible,
    opposite: isOpposite(
      printed,
      tests,
      ends === undefined && errors.length > 0 ? possible : undefined,
      1 - level,
    ),
  };
}

type Areas = readonly [number, number, number];
type OfErrors = (least: number, asPrinted: number, most: number, shift?: number) => PSpan;

function intervalTests(
  { lower, upper }: PrintedEnds,
  areas: Areas,
  level: number,
  tried: readonly number[],
  ofErrors: OfErrors,
): AucTestP[] {
  const z = criticalZ(level);
  const middle = (b: Bounds): number => (b.lower + b.upper) / 2;
  const width = [
    Math.max(0, upper.lower - lower.upper),
    middle(upper) - middle(lower),
    upper.upper - lower.lower,
  ].map((one) => one / 2 / z) as [number, number, number];
  const isAbove = areas[1] >= 0.5;
  const side = (
    isAbove
      ? [areas[0] - lower.upper, areas[1] - middle(lower), areas[2] - lower.lower]
      : [upper.lower - areas[2], middle(upper) - areas[1], upper.upper - areas[0]]
  ).map((one) => Math.max(0, one) / z) as [number, number, number];
  return [
    { test: "interval", p: ofErrors(...width), cases: tried },
    { test: "interval-side", p: ofErrors(...side), cases: tried },
  ];
}

function testOf(
  test: "null" | "null-continuity" | "hanley-mcneil",
  areas: Areas,
  m: number,
  k: number,
  ofErrors: OfErrors,
): PSpan {
  if (test === "hanley-mcneil") {
    const errors = areas.map((area) => hanleyMcNeilError(area, m, k));
    return ofErrors(Math.min(...errors), errors[1]!, Math.max(...errors));
  }
  const error = Math.sqrt((m + k + 1) / (12 * m * k));
  return ofErrors(error, error, error, test === "null" ? 0 : 0.5 / (m * k));
}

/** The test at the numbers of cases where it fits best. */
function best(test: AucTest, spans: readonly (readonly [cases: number, p: PSpan])[]): AucTestP {
  const printing = spans.filter(([, p]) => p.prints);
  const fitting = printing.length > 0 ? printing : spans.filter(([, p]) => p.agrees);
  const shownAs = fitting.length > 0 ? fitting : spans;
  return { test, p: shownAs[Math.floor(shownAs.length / 2)]![1], cases: fitting.map(([m]) => m) };
}

function errorsOf(areas: Areas, m: number, k: number): readonly [number, number] {
  const inside = Math.min(areas[2], Math.max(areas[0], 0.5));
  return [
    Math.sqrt(Math.min(...[inside, ...areas].map((one) => aucVarianceRange(one, m, k).lower))),
    Math.sqrt(Math.max(aucVarianceRange(inside, m, k).upper, hanleyMcNeilError(inside, m, k) ** 2)),
  ];
}

function isOpposite(
  printed: Bounds,
  tests: readonly AucTestP[],
  possible: PrintedAucP["possible"] | undefined,
  alpha: number,
): boolean {
  if (tests.some(({ p }) => p.agrees)) return false;
  const lower = Math.min(...tests.map(({ p }) => p.lower));
  const upper = Math.max(...tests.map(({ p }) => p.upper));
  const isOtherSide =
    printed.lower >= alpha - SLACK
      ? upper < alpha
      : printed.upper <= alpha + SLACK && lower > alpha;
  const least = Math.min(lower, possible?.lower ?? lower);
  const most = Math.max(upper, possible?.upper ?? upper);
  return isOtherSide && (printed.lower > REACH * most || printed.upper < least / REACH);
}

function nearest([least, , most]: Areas): number {
  return least <= 0.5 && most >= 0.5 ? 0 : Math.min(Math.abs(least - 0.5), Math.abs(most - 0.5));
}

function farthest([least, , most]: Areas): number {
  return Math.max(Math.abs(least - 0.5), Math.abs(most - 0.5));
}

function quotient(distance: number, error: number): number {
  if (distance <= 0 || error === Number.POSITIVE_INFINITY) return 0;
  return error <= 0 ? Number.POSITIVE_INFINITY : distance / error;
}
