import { checkLevel } from "../arm.js";
import { conditionalOddsRatio } from "../compare/conditional-odds.js";
import {
  type FisherDistribution,
  type FisherP,
  fisherDistribution,
  fisherP,
} from "../compare/fisher-distribution.js";
import type { Estimate, Interval } from "../estimate.js";
import { type BinaryStudies, cellsOf, checkBinaryStudies } from "./binary-effects.js";

/** The odds ratio that all studies share, exactly; p-values are those that it is 1. */
export interface ExactOddsRatio extends Omit<FisherP, "twoSided"> {
  readonly method: "exact-odds-ratio";
  readonly k: number;
  readonly p: number; // two-sided, as R: total chance of the sums no likelier than this one
  /** Conditional maximum likelihood, with the exact interval; not its logarithm. */
  readonly oddsRatio: Estimate;
  readonly midPInterval: Interval;
  /** "one-table": the margins allow no other tables, so nothing can be learned from these. */
  readonly note?: "one-table";
}

/**
 * The common odds ratio of fourfold tables and its exact test, given the margins of every table.
 *
 * The sum of the studies' first cells is referred to its distribution under a shared odds ratio, the
 * convolution of the studies' hypergeometric ones. Nothing is added to any cell, a study without
 * events tells nothing, and nothing is approximated: the method for rare events in few, small studies.
 * It has no room for differences between studies.
 *
 * @param studies - columns of counts, one row per study
 * @param options.level - confidence level of the intervals; 0.95
 * @throws InvalidInput as `binaryEffects`, or a level outside (0, 1)
 * @source [@gart1970]; [@mehta1985] the convolution
 */
export function exactOddsRatio(
  studies: BinaryStudies,
  { level = 0.95 }: { level?: number } = {},
): ExactOddsRatio {
  checkBinaryStudies("exactOddsRatio", studies);
  checkLevel("exactOddsRatio", level);
  const each = Array.from(studies.events1, (_, i) => {
    const { a, b, c, d } = cellsOf(studies, i);
    return fisherDistribution([
      [a, b],
      [c, d],
    ]);
  });
  const total = each.reduce(convolved);
  const { twoSided, ...others } = fisherP(total);
  return {
    method: "exact-odds-ratio",
    k: each.length,
    p: twoSided,
    ...others,
    ...conditionalOddsRatio(total, level),
    ...(total.logWeights.length === 1 ? { note: "one-table" as const } : {}),
  };
}

/** The distribution of the sum of two first cells; in logarithms, so that no far tail is lost. */
function convolved(one: FisherDistribution, other: FisherDistribution): FisherDistribution {
  const [u, v] = [one.logWeights, other.logWeights];
  const logWeights = new Float64Array(u.length + v.length - 1);
  let largest = Number.NEGATIVE_INFINITY;
  for (let s = 0; s < logWeights.length; s++) {
    const [from, to] = [Math.max(0, s - v.length + 1), Math.min(s, u.length - 1)];
    let top = Number.NEGATIVE_INFINITY;
    for (let i = from; i <= to; i++) top = Math.max(top, u[i]! + v[s - i]!);
    let sum = 0;
    for (let i = from; i <= to; i++) sum += Math.exp(u[i]! + v[s - i]! - top);
    logWeights[s] = top + Math.log(sum);
    largest = Math.max(largest, logWeights[s]!);
  }
  return {
    first: one.first + other.first,
    observed: one.observed + other.observed,
    logWeights: logWeights.map((w) => w - largest),
  };
}
