import { checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";
import { type AgreementWeights, weightMatrix } from "./agreement-weights.js";
import { type Category, type CodedRatings, completeRatings, type Ratings } from "./categories.js";
import { type KappaParts, kappaParts } from "./cohen-kappa.js";
import { marginsOf } from "./square-table.js";

/** Cohen's kappa of two of the raters, who are columns of the ratings. */
export interface PairKappa {
  readonly first: number;
  readonly second: number;
  readonly kappa: number;
}

/** Mean of Cohen's kappa over all pairs of raters. */
export interface LightKappa {
  readonly method: "light-kappa";
  readonly n: number;
  readonly raters: number;
  readonly kappa: Estimate;
  readonly standardError: number;
  readonly pairs: readonly PairKappa[]; // 0 with 1, 0 with 2, …
  /** "one-category": two raters used one and the same category, so their kappa is 0/0. */
  readonly note?: "one-category" | "perfect-agreement";
}

/**
 * Light's kappa: the mean of Cohen's kappa over all pairs of raters.
 *
 * What a subject adds to each pair's kappa is averaged over the pairs; its spread over the subjects
 * is the standard error, which for two raters is that of Fleiss, Cohen and Everitt.
 *
 * @param ratings - rows subjects, columns raters, none missing
 * @param levels - every category in its order, whether it occurs or not
 * @param weights - "unweighted" where any disagreement is as bad as any other
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput on bad levels or weights, no subject, fewer than two raters, a missing rating
 *   or one that is not among the levels
 * @source [@light1971]; [@fleiss1969] influence of a subject
 */
export function lightKappa(
  ratings: Ratings,
  levels: ArrayLike<Category>,
  weights: AgreementWeights,
  { level = 0.95 }: { level?: number } = {},
): LightKappa {
  const coded = completeRatings("lightKappa", ratings, levels);
  const matrix = weightMatrix("lightKappa", weights, levels.length);
  checkLevel("lightKappa", level);
  const { n, raters, codes } = coded;
  const pairs: PairKappa[] = [];
  const influence = new Float64Array(n);
  for (let first = 0; first < raters; first++) {
    for (let second = first + 1; second < raters; second++) {
      const parts = pairParts(coded, first, second, matrix);
      pairs.push({ first, second, kappa: parts.kappa });
      for (let i = 0; i < n; i++) {
        influence[i]! += parts.influence[codes[i * raters + first]!]![codes[i * raters + second]!]!;
      }
    }
  }
  const value = pairs.reduce((sum, { kappa }) => sum + kappa, 0) / pairs.length;
  const square = influence.reduce((sum, one) => sum + (one / pairs.length) ** 2, 0);
  const standardError = Math.sqrt(square) / n;
  const reach = criticalZ(level) * standardError;
  const note = Number.isNaN(value) ? "one-category" : value === 1 ? "perfect-agreement" : undefined;
  return {
    method: "light-kappa",
    n,
    raters,
    kappa: { value, ci: { lower: value - reach, upper: value + reach, level } },
    standardError,
    pairs,
    ...(note === undefined ? {} : { note }),
  };
}

function pairParts(
  { n, raters, codes }: CodedRatings,
  first: number,
  second: number,
  weights: readonly (readonly number[])[],
): KappaParts {
  const table = weights.map((row) => row.map(() => 0));
  for (let i = 0; i < n; i++) {
    table[codes[i * raters + first]!]![codes[i * raters + second]!]! += 1;
  }
  return kappaParts(table, marginsOf("lightKappa", table), weights);
}
