import { InvalidInput, inTheNameOf, tTwoSided, tUpperQuantile } from "../../numeric/index.js";
import { type CorrelationRange, readCoefficient } from "./correlation-p.js";
import {
  cosineLaw,
  type PairOfMeans,
  type PrintedMeasurement,
  readPair,
  readSd,
  type Span,
  sizes,
} from "./cosine-law.js";
import { readPrinted } from "./grim.js";
import { type PSpan, pSpan } from "./p-span.js";
import {
  checkRules,
  HALF_ROUNDING,
  parsePrintedP,
  printedBounds,
  type RoundingRule,
} from "./printed.js";
import { signedRankBounds } from "./signed-rank-bounds.js";
import { inTail, TAILS, type TestTail } from "./test-tail.js";

/** The p of Student's t test of paired measurements. */
export interface PairedSpan extends PSpan {
  readonly tail: TestTail; // "own": one-sided in the direction of the difference
}

/** All that two printed means ± SD of the same subjects allow. */
export interface PairedMeansP {
  readonly method: "paired-means-p";
  readonly n: number;
  readonly printedP?: string;
  readonly r?: string; // correlation as printed
  /** Over the printed correlation, or over all from −1 to 1: then nothing is as printed and reads NaN. */
  readonly spans: readonly PairedSpan[];
  readonly agrees: boolean; // the two-sided range meets the printed p
  /** Least and greatest two-sided p by Wilcoxon's signed-rank test or the sign test. */
  readonly ranks: { readonly least: number; readonly most: number };
}

/**
 * The range of p of the paired t test over all means, SDs and correlations that print as given ones,
 * held against a printed p.
 *
 * The SD of the differences is √(s₁² + s₂² − 2 r s₁ s₂). Without a printed correlation the range is
 * over all from −1 to 1, so a p outside it belongs to no paired t test of these means.
 *
 * @param first - mean and SD of the first measurement as printed
 * @param second - of the second, in the same unit
 * @param n - subjects, at least 2
 * @param options.r - correlation between the measurements as printed
 * @param options.p - p as printed, "0.04" or "<0.01"
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput when n < 2, a number cannot be read, an SD is negative, r is no number from
 *   −1 to 1, or on a bad p
 * @source [@student1908]
 */
export function pairedMeansP(
  first: PrintedMeasurement,
  second: PrintedMeasurement,
  n: number,
  { r, p, rules = HALF_ROUNDING }: { r?: string; p?: string; rules?: readonly RoundingRule[] } = {},
): PairedMeansP {
  const where = "pairedMeansP";
  checkRules(where, rules);
  checkSubjects(where, n);
  const pair = readPair(where, first, second, rules);
  const correlation = r === undefined ? undefined : readCoefficient(where, r, rules);
  const printed =
    p === undefined ? undefined : inTheNameOf(where, () => parsePrintedP(p, rules).bounds);
  const { lower, upper } = correlation?.bounds ?? { lower: -1, upper: 1 };
  const t = tRange(pair, n, [lower, upper]);
  const point =
    correlation === undefined
      ? Number.NaN
      : tOf(pair.difference, differenceSd(...pair.sd, correlation.value), n);
  const p2 = (size: number): number =>
    size === Number.POSITIVE_INFINITY ? 0 : tTwoSided(size, n - 1);
  const two = { lower: p2(t[1]), upper: p2(t[0]), asPrinted: p2(point) };
  const spans = TAILS.map((tail) => ({ tail, ...pSpan(inTail(two, tail), printed) }));
  return {
    method: "paired-means-p",
    n,
    ...(p === undefined ? {} : { printedP: p }),
    ...(r === undefined ? {} : { r }),
    spans,
    agrees: spans[0]!.agrees,
    // By Cantelli's inequality few differences lie on the other side of 0 when t is large.
    ranks: signedRankBounds(n, Math.floor(n / (1 + t[0] ** 2 / (n - 1)) + 1e-9)),
  };
}

/** The correlation between two measurements that a paired test implies. */
export interface ImpliedCorrelation {
  readonly method: "implied-correlation";
  readonly correlation: CorrelationRange; // unbounded: outside [−1, 1] there is none
  readonly possible: boolean; // the range meets [−1, 1]
}

/**
 * The correlation between two measurements of the same subjects that the printed p of their
 * paired t test implies.
 *
 * From p follow t, the SD of the differences and r = (s₁² + s₂² − s_d²)/(2 s₁ s₂).
 *
 * @param first - mean and SD of the first measurement as printed
 * @param second - of the second, in the same unit
 * @param n - subjects, at least 2
 * @param p - as printed, "0.04" or "<0.01"
 * @param options.sided - "two", or "one" when the p is one-sided in the direction of the difference
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput when n < 2, a number cannot be read, an SD is negative, or on a bad p
 * @source [@student1908]
 */
export function impliedCorrelation(
  first: PrintedMeasurement,
  second: PrintedMeasurement,
  n: number,
  p: string,
  {
    sided = "two",
    rules = HALF_ROUNDING,
  }: { sided?: "one" | "two"; rules?: readonly RoundingRule[] } = {},
): ImpliedCorrelation {
  const where = "impliedCorrelation";
  checkRules(where, rules);
  checkSubjects(where, n);
  if (sided !== "one" && sided !== "two") {
    throw new InvalidInput(where, `needs "one" or "two"; got ${JSON.stringify(sided)}`);
  }
  const t = sizeOfT(where, p, n, rules, sided === "one" ? 1 : 2);
  return implied(readPair(where, first, second, rules), n, t);
}

/** A paired test as printed. */
export interface PrintedPairedTest {
  readonly n: number; // subjects
  readonly meanDifference: string;
  readonly sd: readonly [string, string]; // of the two measurements
  /** The statistic, or else its two-sided p. */
  readonly t?: string;
  readonly p?: string;
}

/**
 * The correlation between two measurements of the same subjects from the printed mean difference,
 * the SDs and the t, or p, of their paired t test.
 *
 * @param test - as printed; t goes before p
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput when n < 2, a number cannot be read, an SD is negative, or neither t nor p is given
 * @source [@student1908]
 */
export function correlationFromPairedT(
  test: PrintedPairedTest,
  { rules = HALF_ROUNDING }: { rules?: readonly RoundingRule[] } = {},
): ImpliedCorrelation {
  const where = "correlationFromPairedT";
  checkRules(where, rules);
  const { n, meanDifference, sd, t, p } = test;
  checkSubjects(where, n);
  if (!Array.isArray(sd) || sd.length !== 2) {
    throw new InvalidInput(where, `needs the SDs of two measurements; got ${JSON.stringify(sd)}`);
  }
  const difference = readPrinted(where, meanDifference);
  const { lower, upper } = printedBounds(difference, rules);
  const [a, b] = [readSd(where, sd[0], rules), readSd(where, sd[1], rules)];
  const pair: PairOfMeans = {
    difference: difference.value,
    differences: [lower, upper],
    sd: [a.sd, b.sd],
    sds: [a.sds, b.sds],
  };
  if (t === undefined && p === undefined) {
    throw new InvalidInput(where, "needs t or p; got neither");
  }
  return implied(
    pair,
    n,
    t === undefined ? sizeOfT(where, p!, n, rules) : printedT(where, t, rules),
  );
}

/** The size of t as printed, NaN behind a bound of p, and its range. */
interface SizeOfT {
  readonly asPrinted: number;
  readonly range: Span;
}

function printedT(where: string, t: string, rules: readonly RoundingRule[]): SizeOfT {
  const printed = readPrinted(where, t);
  const { lower, upper } = printedBounds(printed, rules);
  return { asPrinted: Math.abs(printed.value), range: sizes([lower, upper]) };
}

function sizeOfT(
  where: string,
  p: string,
  n: number,
  rules: readonly RoundingRule[],
  sides: 1 | 2 = 2,
): SizeOfT {
  const { relation, bounds } = inTheNameOf(where, () => parsePrintedP(p, rules));
  // A one-sided p above ½ has the other direction, and a t of its own sign that is below 0.
  const t = (one: number): number => Math.max(0, tUpperQuantile(one / sides, n - 1));
  const asPrinted =
    relation === "=" ? t(readPrinted(where, p.replace(/^[\s=p]+/i, "")).value) : Number.NaN;
  return { asPrinted, range: [t(bounds.upper), t(bounds.lower)] };
}

function implied(pair: PairOfMeans, n: number, t: SizeOfT): ImpliedCorrelation {
  const root = Math.sqrt(n);
  const squared = (difference: number, size: number): number =>
    difference === 0 ? 0 : ((difference * root) / size) ** 2; // of the SD of the differences
  const [near, far] = sizes(pair.differences);
  // No difference and t = 0 go with any SD of the differences.
  const most = t.range[0] === 0 ? Number.POSITIVE_INFINITY : squared(far, t.range[0]);
  const range = cosineLaw(...pair.sds, [-most, -squared(near, t.range[1])]);
  const [s1, s2] = pair.sd;
  const own = squared(pair.difference, t.asPrinted);
  const asPrinted = (s1 * s1 + s2 * s2 - own) / (2 * s1 * s2);
  const correlation = { asPrinted, lower: range[0], upper: range[1] };
  return {
    method: "implied-correlation",
    correlation,
    possible: range[0] <= 1 + COMPUTED_TO && range[1] >= -1 - COMPUTED_TO,
  };
}

const COMPUTED_TO = 1e-9;

/** Smallest and largest |t| over the box of means, SDs and correlations. */
function tRange({ differences, sds }: PairOfMeans, n: number, r: Span): Span {
  const [near, far] = sizes(differences);
  return [tOf(near, largestSd(sds, r[0]), n), tOf(far, smallestSd(sds, r[1]), n)];
}

function tOf(difference: number, sd: number, n: number): number {
  return difference === 0 ? 0 : (Math.abs(difference) / sd) * Math.sqrt(n);
}

/** √(s₁² + s₂² − 2 r s₁ s₂), without cancelling where r is near 1. */
function differenceSd(s1: number, s2: number, r: number): number {
  return Math.sqrt((s1 - s2) ** 2 + 2 * (1 - r) * s1 * s2);
}

/** The SD of the differences is convex in both SDs: its greatest value stands at a corner. */
function largestSd([s1, s2]: readonly [Span, Span], r: number): number {
  return Math.max(...s1.flatMap((a) => s2.map((b) => differenceSd(a, b, r))));
}

/** Its least value stands at a corner, or on a side where one SD is r times the other. */
function smallestSd([s1, s2]: readonly [Span, Span], r: number): number {
  const inside = (x: number, [from, to]: Span): number => Math.min(to, Math.max(from, x));
  const sides = [
    ...s2.map((b) => differenceSd(inside(r * b, s1), b, r)),
    ...s1.map((a) => differenceSd(a, inside(r * a, s2), r)),
  ];
  return Math.min(...sides);
}

function checkSubjects(where: string, n: number): void {
  if (!Number.isSafeInteger(n) || n < 2) {
    throw new InvalidInput(where, `needs at least 2 subjects; got ${n}`, "n_too_small");
  }
}
