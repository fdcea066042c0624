import type { TwoByTwo } from "../arm.js";

/** R's allowance for rounding when it asks whether two tables are equally likely. */
const EQUALLY_LIKELY = 1 + 1e-7;

/**
 * The count in the first cell of a fourfold table, given all its margins.
 *
 * At odds ratio ω the chance of x is proportional to exp(logWeights[x − first]) ωˣ.
 */
export interface FisherDistribution {
  readonly first: number; // smallest count that the margins allow
  readonly observed: number;
  readonly logWeights: Float64Array; // (last − first + 1), relative to the likeliest table at ω = 1
}

/** p-values of Fisher's exact test. */
export interface FisherP {
  readonly twoSided: number; // total chance of the tables no likelier than the one observed
  readonly less: number;
  readonly greater: number;
  readonly doubled: number; // twice the smaller one-sided p, at most 1
  readonly midP: number; // two-sided, tables as likely as the one observed at half weight
  readonly midPLess: number;
  readonly midPGreater: number;
}

/** The distribution of the first cell, from a table of counts. */
export function fisherDistribution([[a, b], [c, d]]: TwoByTwo): FisherDistribution {
  const row = a + b;
  const column = a + c;
  const first = Math.max(0, column - (c + d));
  const last = Math.min(row, column);
  const logWeights = new Float64Array(last - first + 1);
  let largest = 0;
  for (let x = first; x < last; x++) {
    const ratio = ((row - x) * (column - x)) / ((x + 1) * (c + d - column + x + 1));
    const next = logWeights[x - first]! + Math.log(ratio);
    logWeights[x - first + 1] = next;
    largest = Math.max(largest, next);
  }
  return { first, observed: a, logWeights: logWeights.map((w) => w - largest) };
}

/** Chances of each count from `first` on, at a given logarithm of the odds ratio. */
export function fisherChances({ logWeights }: FisherDistribution, logOdds: number): Float64Array {
  let largest = Number.NEGATIVE_INFINITY;
  const tilted = logWeights.map((w, i) => w + i * logOdds);
  for (const w of tilted) largest = Math.max(largest, w);
  let sum = 0;
  const chances = tilted.map((w) => Math.exp(w - largest));
  for (const p of chances) sum += p;
  return chances.map((p) => p / sum);
}

/** p-values of the hypothesis that the odds ratio is 1. */
export function fisherP(distribution: FisherDistribution): FisherP {
  const chances = fisherChances(distribution, 0);
  const at = distribution.observed - distribution.first;
  const observed = chances[at]!;
  let below = 0;
  let above = 0;
  let rarer = 0;
  let equal = 0;
  chances.forEach((p, i) => {
    if (i < at) below += p;
    if (i > at) above += p;
    if (p <= observed / EQUALLY_LIKELY) rarer += p;
    else if (p <= observed * EQUALLY_LIKELY) equal += p;
  });
  const less = Math.min(1, below + observed);
  const greater = Math.min(1, above + observed);
  return {
    twoSided: Math.min(1, rarer + equal),
    less,
    greater,
    doubled: Math.min(1, 2 * Math.min(less, greater)),
    midP: rarer + equal / 2,
    midPLess: below + observed / 2,
    midPGreater: above + observed / 2,
  };
}
