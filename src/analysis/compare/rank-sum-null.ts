import { hypergeometricPmf } from "../../numeric/index.js";
import type { RankTails } from "./rank-tests.js";

export { exactTwoSided as twoSidedRankSum } from "./rank-tests.js";

/** Sums of j scores of one half, chosen at random, for j up to half of them. */
interface HalfSums {
  readonly count: number; // of scores
  readonly total: number; // their sum
  readonly lowest: Int32Array; // (rows) smallest sum of j scores
  readonly rows: readonly Float64Array[]; // chances of the sums from the smallest on
}

const MOST_WORK = 2e9; // additions; a few seconds

/**
 * The exact distribution of a rank sum with ties: every choice of the group among all subjects is
 * equally likely.
 *
 * The subjects are halved at the median. Within a half the sums of j ranks are counted rank by
 * rank, for up to half of its subjects: the others are what is left over. A tail of the whole is
 * then a tail of one half for each sum of the other. Only positive terms are added, so that far
 * tails keep their digits.
 *
 * @param ranks - (n) whole or half numbers, in any order
 * @param size - of the group, from 0 to n
 * @returns undefined when there is too much to count
 * @source [@streitberg1986] shift algorithm
 */
export function rankSumNull(ranks: ArrayLike<number>, size: number): RankTails | undefined {
  const n = ranks.length;
  const doubled = Int32Array.from(ranks, (rank) => 2 * rank).sort();
  const least = doubled[0] ?? 0;
  const unit = doubled.reduce((divisor, rank) => commonDivisor(divisor, rank - least), 0) || 1;
  const scores = doubled.map((rank) => (rank - least) / unit);
  const half = n >> 1;
  // A sum of more than half of the subjects is what the sum of the others leaves.
  const few = Math.min(size, n - size);
  const halves = [scores.subarray(0, half), scores.subarray(half)] as const;
  if (work(halves[0], few) + work(halves[1], few) > MOST_WORK) return undefined;
  const total = scores.reduce((sum, score) => sum + score, 0);
  const tail = tailOf(halfSums(halves[0], few), halfSums(halves[1], few), few);
  const inScores = (sum: number): number => (2 * sum - least * size) / unit;
  const atMost = (sum: number): number => {
    const most = Math.floor(inScores(sum));
    return few === size ? tail(most, "lower") : tail(total - most, "upper");
  };
  const atLeast = (sum: number): number => {
    const fewest = Math.ceil(inScores(sum));
    return few === size ? tail(fewest, "upper") : tail(total - fewest, "lower");
  };
  return { atMost, atLeast };
}

function commonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

function rowsNeeded(count: number, few: number): number {
  return Math.min(few, count >> 1);
}

/** Additions that `subsetSums` makes. */
function work(scores: Int32Array, few: number): number {
  const most = rowsNeeded(scores.length, few);
  const sums = prefixSums(scores);
  let additions = 0;
  for (let i = 1; i <= scores.length; i++) {
    for (let j = 1; j <= Math.min(i >> 1, most); j++) {
      additions += sums[i - 1]! - sums[i - j]! - sums[j - 1]! + 1;
    }
  }
  return additions;
}

function prefixSums(scores: Int32Array): Float64Array {
  const sums = new Float64Array(scores.length + 1);
  scores.forEach((score, i) => {
    sums[i + 1] = sums[i]! + score;
  });
  return sums;
}

/**
 * The chances of the sums of j scores for every j that is needed.
 *
 * @param scores - ascending
 * @param few - most scores that are ever chosen
 */
function halfSums(scores: Int32Array, few: number): HalfSums {
  const count = scores.length;
  const sums = Int32Array.from(prefixSums(scores)); // whole numbers make the loops below faster
  const rows = Array.from(
    { length: rowsNeeded(count, few) + 1 },
    (_, j) => new Float64Array(sums[count]! - sums[count - j]! - sums[j]! + 1),
  );
  rows[0]![0] = 1;
  for (let i = 1; i <= count; i++) {
    for (let j = Math.min(i >> 1, rows.length - 1); j >= 1; j--) {
      const [row, fewer] = [rows[j]!, rows[j - 1]!];
      // In units of all choices of j at the end, so that nothing overflows.
      const factor = j / (count - j + 1);
      const width = sums[i - 1]! - sums[i - j]! - sums[j - 1]! + 1;
      // Of i − 1 = 2j − 1 scores, j are chosen when j − 1 are left over.
      if (i === 2 * j) for (let k = 0; k < width; k++) row[k] = factor * fewer[width - 1 - k]!;
      addShifted(row, fewer, width, scores[i - 1]! - scores[j - 1]!, factor);
    }
  }
  return { count, total: sums[count]!, lowest: sums.subarray(0, rows.length), rows };
}

/** Adds the first `width` values of a row, times a factor, `shift` places on. */
function addShifted(
  to: Float64Array,
  from: Float64Array,
  width: number,
  shift: number,
  factor: number,
): void {
  // Nearly all the time goes into this sum; by fours and in place of an offset it takes half of it.
  const there = to.subarray(shift, shift + width);
  const last = width - 3;
  let k = 0;
  for (; k < last; k += 4) {
    there[k]! += factor * from[k]!;
    there[k + 1]! += factor * from[k + 1]!;
    there[k + 2]! += factor * from[k + 2]!;
    there[k + 3]! += factor * from[k + 3]!;
  }
  for (; k < width; k++) there[k]! += factor * from[k]!;
}

/** Sums of j scores of a half; those of more than half of the scores mirror those left over. */
interface Choice {
  readonly row: number;
  readonly mirrored: boolean;
  readonly lowest: number;
  readonly width: number;
}

function choice({ count, total, lowest, rows }: HalfSums, j: number): Choice {
  const mirrored = j >= rows.length;
  const row = mirrored ? count - j : j;
  const width = rows[row]!.length;
  return {
    row,
    mirrored,
    lowest: mirrored ? total - lowest[row]! - width + 1 : lowest[row]!,
    width,
  };
}

/** The tails of the sum of `size` scores of both halves together. */
function tailOf(
  first: HalfSums,
  second: HalfSums,
  size: number,
): (sum: number, side: "lower" | "upper") => number {
  const fromLowest = second.rows.map((row) => cumulated(row));
  const fromHighest = second.rows.map((row) => cumulated(row.toReversed()));
  return (sum, side) => {
    let total = 0;
    for (let j = Math.max(0, size - second.count); j <= Math.min(first.count, size); j++) {
      const one = choice(first, j);
      const other = choice(second, size - j);
      const isLower = side === "lower";
      const tails = (isLower === other.mirrored ? fromHighest : fromLowest)[other.row]!;
      // How many sums of the second half are in the tail, when the first has its lowest sum.
      const places = sum - one.lowest - other.lowest;
      const atLowest = isLower ? places + 1 : other.width - places;
      const chances = first.rows[one.row]!;
      const step = isLower === one.mirrored ? 1 : -1;
      const start = one.mirrored ? atLowest - step * (one.width - 1) : atLowest;
      let inner = 0;
      for (let k = 0, needed = start; k < one.width; k++, needed += step) {
        if (needed > 0) inner += chances[k]! * tails[Math.min(needed, other.width)]!;
      }
      total += inner * hypergeometricPmf(j, first.count, second.count, size);
    }
    return Math.min(1, total);
  };
}

/** Sums of the first 0, 1, 2, … values. */
function cumulated(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!;
    sums[i + 1] = sum;
  }
  return sums;
}
