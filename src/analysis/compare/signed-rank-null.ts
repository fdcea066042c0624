import type { RankTails } from "./rank-tests.js";

const MOST_WORK = 1e9; // additions; seconds

/**
 * The exact distribution of the sum of the ranks of the positive differences, each being positive
 * with chance ½, ties and all.
 *
 * @param ranks - (n) whole or half numbers
 * @returns undefined when there is too much to count
 * @source [@streitberg1986] shift algorithm
 */
export function signedRankNull(ranks: ArrayLike<number>): RankTails | undefined {
  const doubled = Int32Array.from(ranks, (rank) => 2 * rank).sort();
  const total = doubled.reduce((sum, rank) => sum + rank, 0);
  const half = Math.floor(total / 2); // the distribution is symmetric about total/2
  if (doubled.length * half > MOST_WORK) return undefined;
  const chances = new Float64Array(half + 1);
  chances[0] = 1;
  let reached = 0;
  for (const rank of doubled) {
    reached = Math.min(half, reached + rank);
    for (let sum = reached; sum >= rank; sum--) {
      chances[sum] = (chances[sum]! + chances[sum - rank]!) / 2;
    }
    for (let sum = Math.min(rank - 1, reached); sum >= 0; sum--) chances[sum]! /= 2;
  }
  let sum = 0;
  const lower = chances.map((chance) => (sum += chance));
  const atMost = (value: number): number => {
    const most = Math.floor(2 * value);
    if (most < 0) return 0;
    if (most >= total) return 1;
    return most <= half ? lower[most]! : 1 - lower[total - most - 1]!;
  };
  return { atMost, atLeast: (value) => atMost(total / 2 - value) };
}
