import { slopeBetween } from "./passing-bablok-exact.js";

/** How many pairs of points have no finite slope, and of what kind. */
export interface SteepPairs {
  readonly up: number; // equal x, the later point of the data above
  readonly down: number; // equal x, the later point of the data below
  readonly identical: number; // no slope at all
}

/** The finite slopes of all pairs of points, asked for by size or by rank. */
export interface FiniteSlopes {
  readonly count: number;
  readonly steep: SteepPairs;
  /** How many do not exceed each of some ascending numbers. */
  countsAtMost(slopes: readonly number[]): number[];
  /** The slopes of ranks from 1 to `count`. */
  ofRanks(ranks: readonly number[]): number[];
}

/** The finite slopes by listing all pairs: time and memory O(n²), the least of both for small n. */
export function listedSlopes(x: ArrayLike<number>, y: ArrayLike<number>): FiniteSlopes {
  const n = x.length;
  const all = new Float64Array((n * (n - 1)) / 2);
  let count = 0;
  let [up, down, identical] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [x1, y1] = [x[i]!, y[i]!];
    for (let j = i + 1; j < n; j++) {
      if (x[j] !== x1) all[count++] = slopeBetween(x1, y1, x[j]!, y[j]!);
      else if (y[j] === y1) identical++;
      else if (y[j]! > y1) up++;
      else down++;
    }
  }
  const sorted = all.subarray(0, count).sort();
  return {
    count,
    steep: { up, down, identical },
    countsAtMost: (slopes) => slopes.map((slope) => countAtMost(sorted, slope)),
    ofRanks: (ranks) => ranks.map((rank) => sorted[rank - 1]!),
  };
}

function countAtMost(sorted: Float64Array, slope: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! <= slope) from = middle + 1;
    else to = middle;
  }
  return from;
}
