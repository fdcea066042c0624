import { InvalidInput, quantile, type Random } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { shown } from "../columns.js";
import type { Estimate, Interval } from "../estimate.js";
import { tIntervalCutAtOne } from "./agreement-coefficients.js";
import { type AlphaMetric, distances, midRankScores } from "./alpha-metric.js";
import { type Category, codedRatings, MISSING, type Ratings } from "./categories.js";

/** Reliability of ratings by any number of raters, missing ones allowed. */
export interface KrippendorffAlpha {
  readonly method: "krippendorff-alpha";
  readonly metric: AlphaMetric;
  readonly n: number; // subjects rated at least once
  readonly units: number; // of them with two ratings or more; the others say nothing of agreement
  readonly ratings: number; // in those units
  readonly alpha: Estimate; // Student's t on subjects − 1, cut at 1
  readonly standardError: number; // Gwet's
  readonly bootstrap?: Interval; // percentiles; there when `random` is given
  /** "one-category": all these ratings are equal, 0/0; "no-pairs": no unit has two ratings. */
  readonly note?: "one-category" | "no-pairs" | "perfect-agreement";
}

/**
 * Krippendorff's alpha: 1 − observed/expected disagreement, from the coincidences of ratings within
 * units, a rating of a unit with m ratings counting 1/(m − 1) with each of the others.
 *
 * @param ratings - rows units, columns raters; null or NaN where missing
 * @param levels - every category, for "ordinal" in its order, for "interval" and "ratio" as numbers
 * @param metric - how disagreement grows with the distance of two categories
 * @param options.level - confidence level of both intervals; 0.95
 * @param options.random - to resample units for the bootstrap interval; none is made without it
 * @param options.replicates - of the bootstrap; 2000
 * @throws InvalidInput on bad levels, levels that are no numbers where the metric needs them, fewer
 *   than two raters, a rating that is not among the levels, or replicates that are no count
 * @source [@krippendorff2019] chapter 12; [@gwet2014] standard error; [@zapf2016] bootstrap
 */
export function krippendorffAlpha(
  ratings: Ratings,
  levels: ArrayLike<Category>,
  metric: AlphaMetric,
  {
    level = 0.95,
    random,
    replicates = 2000,
  }: { level?: number; random?: Random; replicates?: number } = {},
): KrippendorffAlpha {
  const { codes, raters } = codedRatings("krippendorffAlpha", ratings, levels);
  const between = distances("krippendorffAlpha", metric, levels);
  checkLevel("krippendorffAlpha", level);
  if (!Number.isSafeInteger(replicates) || replicates < 2) {
    const rule = `needs replicates of at least 2; got ${shown(replicates)}`;
    throw new InvalidInput("krippendorffAlpha", rule, "replicates");
  }
  const rated = ratedUnits(codes, raters);
  const units = rated.filter((unit) => unit.length > 1);
  const whole = disagreement(units, levels.length, between);
  const { value } = whole;
  const standardError = gwetError(units, whole, metric);
  const note = noteOf(units, value);
  return {
    method: "krippendorff-alpha",
    metric,
    n: rated.length,
    units: units.length,
    ratings: whole.total,
    alpha: { value, ci: tIntervalCutAtOne(value, standardError, rated.length, level) },
    standardError,
    ...(random === undefined
      ? {}
      : { bootstrap: percentiles(units, levels.length, between, { random, replicates, level }) }),
    ...(note === undefined ? {} : { note }),
  };
}

/** The codes of a unit's ratings, one or more. */
type Unit = Int32Array;

function ratedUnits(codes: Int32Array, raters: number): Unit[] {
  const units: Unit[] = [];
  for (let from = 0; from < codes.length; from += raters) {
    const given = codes.subarray(from, from + raters).filter((code) => code !== MISSING);
    if (given.length > 0) units.push(given);
  }
  return units;
}

/** Disagreement within units and between all ratings. */
interface Disagreement {
  readonly value: number; // alpha
  readonly total: number; // ratings
  readonly counts: Float64Array; // (q) ratings by category
  readonly coincidences: readonly Float64Array[]; // (q × q)
  readonly between: readonly Float64Array[]; // (q × q) distances
  readonly observed: number; // Σ coincidences × distance
  readonly expected: number; // Σ product of counts × distance
}

function disagreement(
  units: readonly Unit[],
  q: number,
  distancesOf: (counts: Float64Array) => Float64Array[],
): Disagreement {
  const counts = new Float64Array(q);
  const coincidences = Array.from({ length: q }, () => new Float64Array(q));
  let total = 0;
  for (const unit of units) {
    const each = 1 / (unit.length - 1);
    total += unit.length;
    for (let g = 0; g < unit.length; g++) {
      counts[unit[g]!]! += 1;
      for (let h = 0; h < unit.length; h++) {
        if (g !== h) coincidences[unit[g]!]![unit[h]!]! += each;
      }
    }
  }
  const between = distancesOf(counts);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < q; c++) {
    for (let k = 0; k < q; k++) {
      observed += coincidences[c]![k]! * between[c]![k]!;
      expected += counts[c]! * counts[k]! * between[c]![k]!;
    }
  }
  const value = expected > 0 ? 1 - ((total - 1) * observed) / expected : Number.NaN;
  return { value, total, counts, coincidences, between, observed, expected };
}

/**
 * Gwet's standard error: the spread of what each unit adds to 1 − N·observed/expected. The ordinal
 * distances, which depend on the counts, move with them.
 */
function gwetError(units: readonly Unit[], whole: Disagreement, metric: AlphaMetric): number {
  const { total, counts, between, observed, expected } = whole;
  const n = units.length;
  const toAll = between.map((row) => row.reduce((sum, far, k) => sum + far * counts[k]!, 0));
  const pull = metric === "ordinal" ? ordinalPull(whole) : undefined;
  let square = 0;
  for (const unit of units) {
    let within = 0;
    let toOthers = 0;
    for (let g = 0; g < unit.length; g++) {
      toOthers += 2 * toAll[unit[g]!]!;
      for (let h = 0; h < g; h++) within += (2 * between[unit[g]!]![unit[h]!]!) / (unit.length - 1);
    }
    if (pull !== undefined) {
      const moved = midRankScores(histogram(unit, counts.length));
      for (const [c, shift] of moved.entries()) {
        within += shift * pull.observed[c]!;
        toOthers += shift * pull.expected[c]!;
      }
    }
    const share = unit.length / total;
    const size = share + (share - 1 / n) / total; // the second part: Gwet's small-sample correction
    const added = size * observed + within - (toOthers / expected) * observed;
    square += ((total / expected) * added) ** 2;
  }
  return n > 1 ? Math.sqrt((square * n) / (n - 1)) : Number.NaN;
}

/** How both disagreements grow with the mid-rank of each category, (q). */
function ordinalPull({ counts, coincidences }: Disagreement): {
  observed: number[];
  expected: number[];
} {
  const ranks = midRankScores(counts);
  const slope = (weightOf: (c: number, k: number) => number): number[] =>
    Array.from(ranks, (rank, c) =>
      ranks.reduce((sum, other, k) => sum + 4 * weightOf(c, k) * (rank - other), 0),
    );
  return {
    observed: slope((c, k) => coincidences[c]![k]!),
    expected: slope((c, k) => counts[c]! * counts[k]!),
  };
}

function histogram(unit: Unit, q: number): Float64Array {
  const counts = new Float64Array(q);
  for (const code of unit) counts[code]! += 1;
  return counts;
}

/** Percentile interval over resampled units; resamples of equal ratings have no alpha and are left out. */
function percentiles(
  units: readonly Unit[],
  q: number,
  distancesOf: (counts: Float64Array) => Float64Array[],
  { random, replicates, level }: { random: Random; replicates: number; level: number },
): Interval {
  const values: number[] = [];
  for (let b = 0; b < replicates && units.length > 0; b++) {
    const drawn = units.map(() => units[random.integer(units.length)]!);
    const { value } = disagreement(drawn, q, distancesOf);
    if (!Number.isNaN(value)) values.push(value);
  }
  if (values.length === 0) return { lower: Number.NaN, upper: Number.NaN, level };
  const tail = (1 - level) / 2;
  return { lower: quantile(values, tail), upper: quantile(values, 1 - tail), level };
}

function noteOf(units: readonly Unit[], value: number): KrippendorffAlpha["note"] {
  if (units.length === 0) return "no-pairs";
  if (Number.isNaN(value)) return "one-category";
  return value === 1 ? "perfect-agreement" : undefined;
}
