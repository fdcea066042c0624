import { normalSurvival } from "../../numeric/index.js";

/** p-values of a rank test; "less": the first group, or measurement, tends to be the smaller. */
export interface RankP {
  readonly twoSided: number;
  readonly less: number;
  readonly greater: number;
}

/** Tails of the exact null distribution of a rank statistic. */
export interface RankTails {
  /** P(statistic ≤ given). */
  atMost(value: number): number;
  /** P(statistic ≥ given). */
  atLeast(value: number): number;
}

/** p-values that are not defined or not computed. */
export const NO_RANK_P: RankP = { twoSided: Number.NaN, less: Number.NaN, greater: Number.NaN };

/**
 * The chance of a statistic at least as far from its expectation as the one observed; with ties it
 * is not twice a one-sided p.
 *
 * @source [@hothorn2008]
 */
export function exactTwoSided(
  { atMost, atLeast }: RankTails,
  value: number,
  expected: number,
): number {
  const distance = Math.abs(value - expected);
  if (distance === 0) return 1;
  return Math.min(1, atMost(expected - distance) + atLeast(expected + distance));
}

/** Exact p-values of a rank statistic. */
export function exactRankP(tails: RankTails, value: number, expected: number): RankP {
  return {
    twoSided: exactTwoSided(tails, value, expected),
    less: tails.atMost(value),
    greater: tails.atLeast(value),
  };
}

/**
 * p-values by the normal approximation; all 1 when the statistic cannot vary.
 *
 * @param continuity - ½ for the continuity correction, 0 without
 */
export function normalRankP(distance: number, sd: number, continuity: number): RankP {
  if (sd === 0) return { twoSided: 1, less: 1, greater: 1 };
  const beyond = Math.max(0, Math.abs(distance) - continuity) / sd;
  return {
    twoSided: Math.min(1, 2 * normalSurvival(beyond)),
    less: normalSurvival(-(distance + continuity) / sd),
    greater: normalSurvival((distance - continuity) / sd),
  };
}

const FUZZ = 10 * Number.EPSILON; // R's, where a tail equals the error but for rounding

/** Which order statistic, counted from either end, limits an interval, and what that covers. */
export interface IntervalRank {
  readonly k: number; // 1-based
  readonly achieved: number; // coverage for continuous data
}

/**
 * The order statistics that limit an interval from the null distribution of a count.
 *
 * @param most - largest value of the count
 * @returns k at least 1, even when the outermost values cover less than the level
 */
export function intervalRank({ atMost }: RankTails, most: number, level: number): IntervalRank {
  const tail = (1 - level) / 2 - FUZZ;
  let [below, reaching] = [-1, most];
  while (reaching - below > 1) {
    const middle = Math.floor((below + reaching) / 2);
    if (atMost(middle) >= tail) reaching = middle;
    else below = middle;
  }
  const k = Math.max(1, reaching);
  return { k, achieved: Math.max(0, 1 - 2 * atMost(k - 1)) };
}
