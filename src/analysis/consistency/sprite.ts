import { InvalidInput, type Random } from "../../numeric/index.js";
import { checkPositiveInteger } from "./grim.js";
import { type Grimmer, readMoments } from "./grimmer.js";
import {
  hasMoments,
  type IntegerMoments,
  type IntegerScale,
  type OpenScale,
  type PrintedMoments,
  type PrintedSpread,
  squaresRange,
  windowOf,
} from "./printed-moments.js";
import { possibleMedians, possibleModes, type ValueCount, valueCounts } from "./sprite-facts.js";
import {
  allDistributions,
  type DistributionGraph,
  distributionGraph,
  drawDistribution,
} from "./sprite-graph.js";
import { shiftedSample } from "./sprite-shifts.js";

/** The integer distributions that print as a mean and standard deviation. */
export interface Sprite {
  readonly method: "sprite";
  readonly mean: string; // as printed
  readonly sd: string; // as printed
  readonly n: number;
  /** As given; an open end is the furthest that mean, SD and n allow. */
  readonly scale: IntegerScale;
  /** Why there is no distribution; "none" where there are some. */
  readonly reason: Grimmer["reason"];
  /** How many distributions there are, exact up to 2⁵³; NaN where they are too many to count. */
  readonly total: number;
  /** `distributions` holds every one of them. */
  readonly exhaustive: boolean;
  /** How many subjects have each value, from the scale's lower end: all distributions, or those drawn. */
  readonly distributions: readonly (readonly number[])[];
  /** What holds in all of them, listed or not; absent where there are none or too many to count. */
  readonly inAll?: CommonFacts;
  readonly note?: "not-counted";
}

/** What is common to all distributions. */
export interface CommonFacts {
  /** Of each value of the scale, how many subjects have it at least and at most. */
  readonly counts: readonly ValueCount[];
  readonly medians: readonly number[]; // that are possible
  readonly modes: readonly number[]; // that are possible; also of a shared first place
}

/** How to list the distributions that a mean and standard deviation leave open. */
export interface SpriteOptions {
  readonly spread?: PrintedSpread;
  readonly limit?: number;
  readonly random?: Random;
  readonly draws?: number;
}

const MOST_VALUES = 10_000;
const MOST_MOMENTS = 100_000;
const MOST_SUBJECTS = 100_000;
const MOST_STEPS = { mostSteps: 5_000_000 }; // a graph of about a second

/**
 * SPRITE: the distributions of n integers that print as a mean and standard deviation.
 *
 * All sums and sums of squares that print so, a half rounded up or down, are decided in integers, and
 * all distributions that have them are counted as the paths of a graph, without listing them. Up to
 * `limit` they are listed; beyond it, `draws` of them are drawn independently, each distribution
 * (not each order of the subjects) as likely as any other. Where even the graph is too large, samples
 * are made by random shifts, which favour no distribution on purpose but are not equally likely.
 *
 * @param mean - as printed
 * @param sd - as printed
 * @param n - how many subjects, at least 2
 * @param scale - values that one subject can have; open at an end that is left out
 * @param options.spread - what is printed as `sd`: of a sample (divisor n − 1), the standard error
 *   of the mean, or of a population (divisor n); "sd"
 * @param options.limit - most distributions that are listed; 100,000
 * @param options.random - source of the draws; without it none are drawn
 * @param options.draws - how many are drawn; 1,000
 * @throws InvalidInput when a number cannot be read, the SD is negative, n < 2 or above 100,000,
 *   or the scale is empty or of more than 10,000 values
 * @source [@heathers2018] who draw by shifts; the count of all is exact
 */
export function sprite(
  mean: string,
  sd: string,
  n: number,
  scale: OpenScale,
  { spread = "sd", limit = 100_000, random, draws = 1000 }: SpriteOptions = {},
): Sprite {
  checkPositiveInteger("sprite", "limit", limit);
  checkPositiveInteger("sprite", "draws", draws);
  const moments = readMoments("sprite", { mean, sd, n }, scale, spread);
  if (n > MOST_SUBJECTS) {
    throw new InvalidInput("sprite", `needs n of at most ${MOST_SUBJECTS}; got ${n}`);
  }
  const window = windowOf(moments, scale);
  const shown = shownScale(moments, window, scale);
  const known = { method: "sprite", mean: mean.trim(), sd: sd.trim(), n, scale: shown } as const;
  const pairs = allMoments(moments, window);
  const graph = pairs && distributionGraph(n, window.most - window.least, pairs, MOST_STEPS);
  const padded = (counts: readonly number[]): readonly number[] => {
    const before = window.least + moments.origin - shown.least;
    const all = new Array<number>(shown.most - shown.least + 1).fill(0);
    counts.forEach((count, i) => {
      all[before + i] = count;
    });
    return all;
  };
  const drawn = (draw: () => readonly number[] | undefined): (readonly number[])[] =>
    Array.from({ length: random === undefined ? 0 : draws }, draw).flatMap((counts) =>
      counts === undefined ? [] : [padded(counts)],
    );
  if (graph === undefined) {
    return {
      ...known,
      reason: "none",
      total: Number.NaN,
      exhaustive: false,
      distributions: drawn(() => shiftedSample(moments, window, random!)),
      note: "not-counted",
    };
  }
  if (graph.total === 0) {
    const reason = reasonOf(moments);
    return { ...known, reason, total: 0, exhaustive: true, distributions: [] };
  }
  const exhaustive = graph.total <= limit;
  return {
    ...known,
    reason: "none",
    total: graph.total,
    exhaustive,
    distributions: exhaustive
      ? Array.from(allDistributions(graph), padded)
      : drawn(() => drawDistribution(graph, random!)),
    inAll: factsOf(graph, window.least + moments.origin, shown),
  };
}

/** The scale that the counts are of; refuses one that is too long to list. */
function shownScale(
  { origin }: PrintedMoments,
  window: IntegerScale,
  { least, most }: OpenScale,
): IntegerScale {
  const shown = { least: least ?? window.least + origin, most: most ?? window.most + origin };
  const size = shown.most - shown.least + 1;
  if (size > MOST_VALUES) {
    const rule = `needs a scale of at most ${MOST_VALUES} values`;
    throw new InvalidInput("sprite", `${rule}; got ${shown.least} to ${shown.most}`);
  }
  return size >= 1 ? shown : { least: shown.least, most: shown.least };
}

/** Sums and sums of squares that print so, of the distances from the window's lower end. */
function allMoments(
  moments: PrintedMoments,
  { least, most }: IntegerScale,
): IntegerMoments[] | undefined {
  const { n, sums } = moments;
  const found: IntegerMoments[] = [];
  if (least > most) return found;
  if (sums.last - sums.first > MOST_MOMENTS) return undefined;
  for (let sum = sums.first; sum <= sums.last; sum += 1n) {
    const { first, last } = squaresRange(moments, sum);
    if (found.length + Number(last - first) / 2 > MOST_MOMENTS) return undefined;
    const s = Number(sum);
    for (let q = Number(first); q <= Number(last); q += 2) {
      found.push({ sum: s - n * least, squares: q - 2 * least * s + n * least ** 2 });
    }
  }
  return found;
}

function reasonOf(moments: PrintedMoments): Grimmer["reason"] {
  if (moments.sums.first > moments.sums.last) return "GRIM";
  return hasMoments(moments) ? "scale" : "GRIMMER";
}

function factsOf(graph: DistributionGraph, least: number, shown: IntegerScale): CommonFacts {
  const counts = new Map(valueCounts(graph).map((one) => [one.value + least, one]));
  return {
    counts: Array.from({ length: shown.most - shown.least + 1 }, (_, i) => {
      const value = shown.least + i;
      return { least: 0, most: 0, ...counts.get(value), value };
    }),
    medians: possibleMedians(graph).map((median) => median + least),
    modes: possibleModes(graph).map((mode) => mode + least),
  };
}
