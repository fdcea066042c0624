import { normalSurvival } from "../../numeric/index.js";
import type { Estimate } from "../estimate.js";
import { checkCorrelated, fisherInterval } from "./correlations.js";
import { exactKendallP, kendallScore } from "./kendall-score.js";

/** Kendall's rank correlation. */
export interface KendallCorrelation {
  readonly method: "kendall";
  readonly n: number;
  readonly tauB: Estimate; // ties allowed for; interval by Fieller, Hartley and Pearson
  readonly concordant: number; // pairs of subjects
  readonly discordant: number;
  readonly z: number; // corrected for ties, without continuity correction
  readonly p: number; // two-sided, normal approximation
  readonly exact: number; // two-sided p; NaN with ties and beyond 100 subjects
  /** "too-few-for-interval": the interval needs 5 subjects and reads NaN. */
  readonly note?: "too-few-for-interval";
}

const MOST_EXACT = 100; // subjects; a tenth of a second

/**
 * Kendall's rank correlation tau-b.
 *
 * @param first - (n) one value per subject
 * @param second - (n) the same subjects, same order
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput on unequal lengths, n < 3, values that are not finite, or a constant column
 * @source [@kendall1970] test; [@fieller1957] interval
 */
export function kendallCorrelation(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): KendallCorrelation {
  checkCorrelated("kendallCorrelation", first, second, level);
  const n = first.length;
  const score = kendallScore(first, second);
  const z = score.excess / Math.sqrt(score.variance);
  const standardError = n > 4 ? Math.sqrt(0.437 / (n - 4)) : Number.NaN;
  const isExact = n <= MOST_EXACT && !score.hasTies;
  return {
    method: "kendall",
    n,
    tauB: { value: score.tauB, ci: fisherInterval(score.tauB, standardError, level) },
    concordant: score.concordant,
    discordant: score.discordant,
    z,
    p: Math.min(1, 2 * normalSurvival(Math.abs(z))),
    exact: isExact ? exactKendallP(score) : Number.NaN,
    ...(n > 4 ? {} : { note: "too-few-for-interval" as const }),
  };
}
