import { midRanks, tieSizes } from "../../numeric/index.js";
import { checkColumn } from "../columns.js";
import { rankSumNull } from "./rank-sum-null.js";
import { exactRankP, NO_RANK_P, normalRankP, type RankP } from "./rank-tests.js";

/** The test of Mann and Whitney, which is Wilcoxon's rank sum test, of two independent groups. */
export interface MannWhitneyTest {
  readonly method: "mann-whitney-test";
  readonly n1: number;
  readonly n2: number;
  readonly u1: number; // pairs in which the first group has the larger value, ties counted half
  readonly u2: number;
  readonly rankSum: number; // of the first group
  readonly hasTies: boolean;
  readonly exact: RankP; // over all ways to draw the first group, ties and all
  readonly z: number; // corrected for ties, without continuity correction
  readonly normal: RankP;
  readonly normalContinuity: RankP;
  /**
   * "all-tied": every value is the same, so z reads NaN and every p is 1; "exact-not-computed":
   * the groups are too large, exact p-values read NaN.
   */
  readonly note?: "all-tied" | "exact-not-computed";
}

/**
 * The test of Mann and Whitney: exact with ties, and by the normal approximation.
 *
 * @param first - (n1) values of the first group
 * @param second - (n2) values of the second group, same unit
 * @throws InvalidInput when a group is empty or a value is not finite
 * @source [@mann1947]; [@hothorn2008] the two-sided exact p
 */
export function mannWhitneyTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): MannWhitneyTest {
  checkColumn("mannWhitneyTest", "values of the first group", first);
  checkColumn("mannWhitneyTest", "values of the second group", second);
  const [n1, n2] = [first.length, second.length];
  const n = n1 + n2;
  const pooled = [...Array.from(first), ...Array.from(second)];
  const ranks = midRanks(pooled);
  const ties = tieSizes(pooled);
  const rankSum = ranks.subarray(0, n1).reduce((sum, rank) => sum + rank, 0);
  const u1 = rankSum - (n1 * (n1 + 1)) / 2;
  const distance = u1 - (n1 * n2) / 2;
  const sd = Math.sqrt(((n1 * n2) / 12) * (n + 1 - tieTerm(ties) / (n * (n - 1))));
  const isConstant = ties.length === 1;
  const tails = rankSumNull(ranks, n1);
  const note = isConstant ? "all-tied" : tails === undefined ? "exact-not-computed" : undefined;
  return {
    method: "mann-whitney-test",
    n1,
    n2,
    u1,
    u2: n1 * n2 - u1,
    rankSum,
    hasTies: ties.length < n,
    exact: tails === undefined ? NO_RANK_P : exactRankP(tails, rankSum, (n1 * (n + 1)) / 2),
    z: isConstant ? Number.NaN : distance / sd,
    normal: normalRankP(distance, isConstant ? 0 : sd, 0),
    normalContinuity: normalRankP(distance, isConstant ? 0 : sd, 0.5),
    ...(note === undefined ? {} : { note }),
  };
}

/** Σ t³ − t over groups of t tied values. */
export function tieTerm(sizes: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < sizes.length; i++) sum += sizes[i]! ** 3 - sizes[i]!;
  return sum;
}
