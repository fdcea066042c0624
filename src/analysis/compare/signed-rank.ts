import { midRanks } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkPairs } from "../columns.js";
import type { Estimate } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";
import { middle } from "./hodges-lehmann.js";
import {
  exactRankP,
  type IntervalRank,
  intervalRank,
  NO_RANK_P,
  normalRankP,
  type RankP,
} from "./rank-tests.js";
import { signedRankNull } from "./signed-rank-null.js";
import { signedRanks } from "./signed-ranks.js";

/** Wilcoxon's signed-rank test of paired measurements; differences are first − second. */
export interface SignedRankTest {
  readonly method: "signed-rank-test";
  readonly n: number; // pairs
  readonly zeros: number; // pairs without a difference
  readonly vPlus: number; // sum of the ranks of the positive differences, zeros dropped
  readonly vMinus: number;
  readonly hasTies: boolean; // among the differences that are not 0
  readonly exact: RankP; // over all signs, zeros dropped
  readonly exactPratt: RankP; // zeros take part in the ranking and are dropped then
  readonly z: number; // zeros dropped, corrected for ties, without continuity correction
  readonly normal: RankP;
  readonly normalContinuity: RankP;
  readonly pseudomedian: Estimate; // of the differences that are not 0
  readonly achieved: number; // coverage of its interval for continuous data
  readonly rankBiserial: number; // (vPlus − vMinus)/(vPlus + vMinus)
  /**
   * "all-zero": no pair differs, p-values are 1 and the rest reads NaN; "level-not-reached": even
   * the outermost averages cover less than the level; "exact-not-computed": there are too many
   * pairs, exact p-values and `achieved` read NaN and the interval is approximate.
   */
  readonly note?: "all-zero" | "level-not-reached" | "exact-not-computed";
}

/**
 * Wilcoxon's signed-rank test: exact with ties, by the normal approximation, and with Pratt's way
 * of ranking zeros; and the pseudomedian of the differences.
 *
 * Differences are compared as the doubles they are: 18.8 − 19.4 and 18.4 − 19 are not tied. Round
 * measurements to whole multiples of their resolution first where that matters.
 *
 * @param first - (n) one value per subject
 * @param second - (n) the same subjects, same order, same unit
 * @param options.level - confidence level of the interval of the pseudomedian; 0.95
 * @throws InvalidInput on unequal lengths, no pair or values that are not finite
 * @source [@wilcoxon1945]; [@pratt1959] zeros; [@hodges1963] pseudomedian
 */
export function signedRankTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): SignedRankTest {
  checkPairs("signedRankTest", first, second, 1);
  checkLevel("signedRankTest", level);
  const differences = Float64Array.from(first, (value, i) => value - second[i]!);
  const { used, ranks, hasTies, total, vPlus, distance, sd } = signedRanks(differences);
  const n = used.length;
  const exact = exactP(used, ranks);
  const { pseudomedian, achieved } = walsh(used, level);
  const note = noteOf(n, exact, achieved, level);
  return {
    method: "signed-rank-test",
    n: first.length,
    zeros: first.length - n,
    vPlus,
    vMinus: total - vPlus,
    hasTies,
    exact,
    exactPratt: prattP(differences),
    z: n === 0 ? Number.NaN : distance / sd,
    normal: normalRankP(distance, sd, 0),
    normalContinuity: normalRankP(distance, sd, 0.5),
    pseudomedian,
    achieved,
    rankBiserial: (2 * vPlus - total) / total,
    ...(note === undefined ? {} : { note }),
  };
}

function exactP(differences: Float64Array, ranks: Float64Array): RankP {
  const tails = signedRankNull(ranks);
  if (tails === undefined) return NO_RANK_P;
  const positive = ranks.reduce((sum, rank, i) => sum + (differences[i]! > 0 ? rank : 0), 0);
  const total = ranks.reduce((sum, rank) => sum + rank, 0);
  return exactRankP(tails, positive, total / 2);
}

function prattP(differences: Float64Array): RankP {
  const ranks = midRanks(differences.map(Math.abs));
  const isUsed = (_: number, i: number): boolean => differences[i] !== 0;
  return exactP(differences.filter(isUsed), ranks.filter(isUsed));
}

/** The median of all averages of two differences, or of one with itself, and its interval. */
function walsh(
  differences: Float64Array,
  level: number,
): { pseudomedian: Estimate; achieved: number } {
  const n = differences.length;
  if (n === 0) {
    const ci = { lower: Number.NaN, upper: Number.NaN, level };
    return { pseudomedian: { value: Number.NaN, ci }, achieved: Number.NaN };
  }
  const averages = new Float64Array((n * (n + 1)) / 2);
  let at = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) averages[at++] = (differences[i]! + differences[j]!) / 2;
  }
  averages.sort();
  const { k, achieved } = rankWithoutTies(n, level);
  const ci = { lower: averages[k - 1]!, upper: averages[averages.length - k]!, level };
  return { pseudomedian: { value: middle(averages), ci }, achieved };
}

function rankWithoutTies(n: number, level: number): IntervalRank {
  const total = (n * (n + 1)) / 2;
  const tails = signedRankNull(Float64Array.from({ length: n }, (_, i) => i + 1));
  if (tails !== undefined) return intervalRank(tails, total, level);
  const reach = criticalZ(level) * Math.sqrt((total * (2 * n + 1)) / 12);
  return { k: Math.max(1, Math.floor(total / 2 - reach)), achieved: Number.NaN };
}

function noteOf(n: number, exact: RankP, achieved: number, level: number): SignedRankTest["note"] {
  if (n === 0) return "all-zero";
  if (Number.isNaN(exact.twoSided) || Number.isNaN(achieved)) return "exact-not-computed";
  return achieved < level - 1e-12 ? "level-not-reached" : undefined;
}
