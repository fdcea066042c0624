import {
  InvalidInput,
  inTheNameOf,
  normalSurvival,
  tSurvival,
  tTwoSided,
  tUpperQuantile,
} from "../../numeric/index.js";
import type { Alternative } from "../arm.js";
import { sizes } from "./cosine-law.js";
import { readPrinted } from "./grim.js";
import { type PSpan, pSpan } from "./p-span.js";
import {
  type Bounds,
  checkRules,
  HALF_ROUNDING,
  parsePrintedP,
  printedBounds,
  type RoundingRule,
} from "./printed.js";
import { countedTail, edgeworthTail, MOST_COUNTED, type SpearmanTail } from "./spearman-tails.js";

/** Coefficients whose p follows from the coefficient and the number of pairs. */
export type TestedCoefficient = "pearson" | "spearman";

/**
 * Tests of a correlation: Student's t on n − 2; Fisher's z with √(n − 3); and, for ranks, the normal
 * approximation r√(n − 1), all orders without ties, and the Edgeworth series that R takes for them.
 */
export type CorrelationTest = "t" | "fisher-z" | "normal" | "exact" | "edgeworth";

/** The p that one test of a printed correlation can give. */
export interface CorrelationSpan extends PSpan {
  readonly test: CorrelationTest;
  readonly alternative: Alternative; // "greater": of a correlation above 0
}

/** All that a printed correlation with its number of pairs says of its p. */
export interface CorrelationP {
  readonly method: "correlation-p";
  readonly r: string; // as printed
  readonly n: number;
  readonly printedP?: string;
  readonly spans: readonly CorrelationSpan[];
  readonly agrees: boolean; // some two-sided span meets the printed p
}

const FEWEST = 3; // pairs that have a p
const MOST_SERIES = 1290; // pairs; beyond, R takes Student's t for ranks too
const FEWEST_SERIES = 10;
const ALTERNATIVES: readonly Alternative[] = ["two-sided", "less", "greater"];

/**
 * The range of p over all correlations that print as a given one, by each test of it, two-sided and
 * one-sided, held against a printed p.
 *
 * Every p falls as the correlation moves away from 0, so a range is that of the ends of the rounding
 * interval, and exact. The tests over all orders know no ties: they are given where some coefficient
 * without ties prints so.
 *
 * @param r - as printed
 * @param n - pairs, at least 3
 * @param coefficient - "pearson", or "spearman" for ranks
 * @param options.p - p as printed, "0.04" or "<0.01"
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput when r is no number from −1 to 1, n < 3, or on a bad p or coefficient
 * @source [@fisher1921]; [@student1908] t; [@best1975] the series
 */
export function correlationP(
  r: string,
  n: number,
  coefficient: TestedCoefficient,
  { p, rules = HALF_ROUNDING }: { p?: string; rules?: readonly RoundingRule[] } = {},
): CorrelationP {
  const where = "correlationP";
  checkRules(where, rules);
  checkPairsOf(where, n);
  if (coefficient !== "pearson" && coefficient !== "spearman") {
    const got = JSON.stringify(coefficient);
    throw new InvalidInput(where, `needs "pearson" or "spearman"; got ${got}`);
  }
  const { value, bounds } = readCoefficient(where, r, rules);
  const printed =
    p === undefined ? undefined : inTheNameOf(where, () => parsePrintedP(p, rules).bounds);
  const spans = testsOf(coefficient, n, value, bounds).flatMap(({ test, tail, at, from, to }) =>
    ALTERNATIVES.map((alternative): CorrelationSpan => {
      const p = (x: number): number => pOf(tail, x, alternative);
      const ends = alternative === "two-sided" ? sizes([from, to]) : ([from, to] as const);
      const [one, other] = [p(ends[0]), p(ends[1])];
      const range = { lower: Math.min(one, other), upper: Math.max(one, other) };
      return { test, alternative, ...pSpan({ ...range, asPrinted: p(at) }, printed) };
    }),
  );
  return {
    method: "correlation-p",
    r,
    n,
    ...(p === undefined ? {} : { printedP: p }),
    spans,
    agrees: spans.some((span) => span.alternative === "two-sided" && span.agrees),
  };
}

/** A correlation with the range that roundings leave it. */
export interface CorrelationRange {
  readonly asPrinted: number; // from the printed figures themselves; NaN where they are a bound
  readonly lower: number;
  readonly upper: number;
}

/**
 * The size of the correlation that has a printed two-sided p by Student's t.
 *
 * @param p - as printed, "0.04" or "<0.01"
 * @param n - pairs, at least 3
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput on a bad p or n < 3
 * @source [@student1908]
 */
export function correlationFromP(
  p: string,
  n: number,
  { rules = HALF_ROUNDING }: { rules?: readonly RoundingRule[] } = {},
): CorrelationRange {
  const where = "correlationFromP";
  checkRules(where, rules);
  checkPairsOf(where, n);
  const { relation, bounds } = inTheNameOf(where, () => parsePrintedP(p, rules));
  const size = (one: number): number => {
    const t = tUpperQuantile(one / 2, n - 2);
    return t === Number.POSITIVE_INFINITY ? 1 : t / Math.sqrt(t * t + n - 2);
  };
  const asPrinted =
    relation === "=" ? size(readPrinted(where, p.replace(/^[\s=p]+/i, "")).value) : Number.NaN;
  return { asPrinted, lower: size(bounds.upper), upper: size(bounds.lower) };
}

/**
 * The numbers of pairs whose correlation, printed so, has a printed two-sided p by Student's t.
 *
 * @param r - as printed
 * @param p - as printed, "0.04" or "<0.01"
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @returns fewest and most pairs, most possibly Infinity; undefined when no number of pairs will do
 * @throws InvalidInput when r is no number from −1 to 1, or on a bad p
 * @source [@student1908]
 */
export function pairsOfCorrelation(
  r: string,
  p: string,
  { rules = HALF_ROUNDING }: { rules?: readonly RoundingRule[] } = {},
): { readonly least: number; readonly most: number } | undefined {
  const where = "pairsOfCorrelation";
  checkRules(where, rules);
  const { bounds } = readCoefficient(where, r, rules);
  const printed = inTheNameOf(where, () => parsePrintedP(p, rules).bounds);
  const [smallest, largest] = sizes([bounds.lower, bounds.upper]);
  // A p falls with the number of pairs: strongly enough from `least` on, no longer weakly after `most`.
  const least = firstFrom(FEWEST, (n) => {
    const at = tTail(n - 2)(largest);
    return 2 * at < printed.upper || (printed.upperIncluded && 2 * at === printed.upper);
  });
  const past = firstFrom(FEWEST, (n) => {
    const at = tTail(n - 2)(smallest);
    return 2 * at < printed.lower || (!printed.lowerIncluded && 2 * at === printed.lower);
  });
  return least < past ? { least, most: past - 1 } : undefined;
}

const MOST_PAIRS = 2 ** 40; // beyond, a p says nothing of the number of pairs

/** The first whole number from which a condition holds that does not end; Infinity if none is found. */
function firstFrom(start: number, holdsAt: (n: number) => boolean): number {
  let reached = start;
  while (!holdsAt(reached)) {
    reached *= 2;
    if (reached > MOST_PAIRS) return Number.POSITIVE_INFINITY;
  }
  let before = reached === start ? start - 1 : reached / 2;
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (holdsAt(middle)) reached = middle;
    else before = middle;
  }
  return reached;
}

/**
 * A printed correlation with what prints as it, cut to [−1, 1].
 *
 * @throws InvalidInput in the name of the caller when it is no number from −1 to 1
 */
export function readCoefficient(
  where: string,
  text: string,
  rules: readonly RoundingRule[],
): { value: number; bounds: Bounds } {
  const printed = readPrinted(where, text);
  if (Math.abs(printed.value) > 1) {
    throw new InvalidInput(where, `needs a coefficient from -1 to 1; got "${text}"`);
  }
  const { lower, upper, lowerIncluded, upperIncluded } = printedBounds(printed, rules);
  return {
    value: printed.value,
    bounds: {
      lower: Math.max(-1, lower),
      upper: Math.min(1, upper),
      lowerIncluded: lower < -1 || lowerIncluded,
      upperIncluded: upper > 1 || upperIncluded,
    },
  };
}

/** P(R ≥ r), falling in r, with the coefficient as printed and the ends of its rounding. */
interface TailTest {
  readonly test: CorrelationTest;
  readonly tail: (r: number) => number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

function testsOf(
  coefficient: TestedCoefficient,
  n: number,
  at: number,
  { lower: from, upper: to }: Bounds,
): TailTest[] {
  const whole = { at, from, to };
  const tests: TailTest[] = [{ test: "t", tail: tTail(n - 2), ...whole }];
  if (n > 3) {
    const root = Math.sqrt(n - 3);
    tests.push({ test: "fisher-z", tail: (r) => normalSurvival(Math.atanh(r) * root), ...whole });
  }
  if (coefficient === "pearson") return tests;
  const root = Math.sqrt(n - 1);
  tests.push({ test: "normal", tail: (r) => normalSurvival(r * root), ...whole });
  const attained = untied(n, whole);
  if (attained === undefined) return tests;
  const ofRanks = (test: CorrelationTest, tail: SpearmanTail): TailTest => ({
    test,
    tail: (r) => tail(squaresOf(r, n)),
    ...attained,
  });
  if (n <= MOST_COUNTED) tests.push(ofRanks("exact", countedTail(n)));
  if (n >= FEWEST_SERIES && n <= MOST_SERIES) tests.push(ofRanks("edgeworth", edgeworthTail(n)));
  return tests;
}

/** P(R ≥ r) by Student's t. */
function tTail(df: number): (r: number) => number {
  return (r) => {
    if (Math.abs(r) === 1) return r === 1 ? 0 : 1;
    const t = r * Math.sqrt(df / ((1 - r) * (1 + r)));
    return t > 0 ? tTwoSided(t, df) / 2 : tSurvival(t, df);
  };
}

/** S of a coefficient without ties: an even number. */
function squaresOf(r: number, n: number): number {
  return 2 * Math.round(((n ** 3 - n) * (1 - r)) / 12);
}

const SLACK = 1e-9; // of S, where the end of a rounding interval is itself attained

/** The coefficients without ties nearest the printed one and the ends of its rounding; undefined if none is inside. */
function untied(
  n: number,
  { at, from, to }: { at: number; from: number; to: number },
): { at: number; from: number; to: number } | undefined {
  const unit = 12 / (n ** 3 - n); // of r, for S one even number further
  const [lowest, highest] = [
    Math.ceil((1 - to) / unit - SLACK),
    Math.floor((1 - from) / unit + SLACK),
  ];
  if (lowest > highest) return undefined;
  const nearest = Math.min(highest, Math.max(lowest, Math.round((1 - at) / unit)));
  return { at: 1 - nearest * unit, from: 1 - highest * unit, to: 1 - lowest * unit };
}

function pOf(tail: (r: number) => number, r: number, alternative: Alternative): number {
  if (alternative === "two-sided") return Math.min(1, 2 * tail(Math.abs(r)));
  return tail(alternative === "greater" ? r : -r);
}

function checkPairsOf(where: string, n: number): void {
  if (!Number.isSafeInteger(n) || n < FEWEST) {
    throw new InvalidInput(where, `needs at least ${FEWEST} pairs; got ${n}`, "too_few_pairs");
  }
}
