/** Of each observation: how many others lie on the same or the other side in both variables. */
export interface Concordance {
  readonly concordant: Float64Array; // (n)
  readonly discordant: Float64Array; // (n)
  readonly tiedFirst: Float64Array; // (n) others equal in the first variable, also if in both
  readonly tiedSecond: Float64Array; // (n)
  readonly tiedBoth: Float64Array; // (n)
}

/**
 * Concordant, discordant and tied partners of each observation, in O(n log n).
 *
 * @param first - (n)
 * @param second - (n) the same subjects, same order
 */
export function concordance(first: ArrayLike<number>, second: ArrayLike<number>): Concordance {
  const n = first.length;
  const x = densePositions(first);
  const y = densePositions(second);
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((i, j) => x.of[i]! - x.of[j]!);
  const cells = new Map<number, number>();
  for (let i = 0; i < n; i++) {
    const cell = x.of[i]! * y.sizes.length + y.of[i]!;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  const result: Concordance = {
    concordant: new Float64Array(n),
    discordant: new Float64Array(n),
    tiedFirst: Float64Array.from(x.of, (level) => x.sizes[level]! - 1),
    tiedSecond: Float64Array.from(y.of, (level) => y.sizes[level]! - 1),
    tiedBoth: Float64Array.from(
      x.of,
      (level, i) => cells.get(level * y.sizes.length + y.of[i]!)! - 1,
    ),
  };
  const seen = countTree(y.sizes.length); // observations with a smaller x
  const upTo = countTree(y.sizes.length); // and those with the same
  for (let from = 0, to = 0; from < n; from = to) {
    while (to < n && x.of[order[to]!] === x.of[order[from]!]) upTo.add(y.of[order[to++]!]!);
    for (const i of order.subarray(from, to)) {
      const level = y.of[i]!;
      const below = seen.below(level);
      const above = from - seen.below(level + 1);
      const belowLater = y.before[level]! - upTo.below(level);
      const aboveLater = n - to - (y.before[level + 1]! - upTo.below(level + 1));
      result.concordant[i] = below + aboveLater;
      result.discordant[i] = above + belowLater;
    }
    for (const i of order.subarray(from, to)) seen.add(y.of[i]!);
  }
  return result;
}

/** Positions of the values among the distinct ones, ascending, and how often each occurs. */
function densePositions(values: ArrayLike<number>): {
  of: Int32Array;
  sizes: number[];
  before: number[]; // (distinct + 1) observations below each
} {
  const distinct = [...new Set(Array.from(values))].sort((a, b) => a - b);
  const positions = new Map(distinct.map((value, i) => [value, i]));
  const of = Int32Array.from({ length: values.length }, (_, i) => positions.get(values[i]!)!);
  const sizes = distinct.map(() => 0);
  for (const level of of) sizes[level]! += 1;
  const before = [0];
  for (const [i, size] of sizes.entries()) before.push(before[i]! + size);
  return { of, sizes, before };
}

/** Counts by level with sums over all levels below one, each in O(log levels): Fenwick's tree. */
function countTree(levels: number): {
  add: (level: number) => void;
  below: (level: number) => number;
} {
  const tree = new Uint32Array(levels + 1);
  return {
    add: (level) => {
      for (let i = level + 1; i <= levels; i += i & -i) tree[i]! += 1;
    },
    below: (level) => {
      let sum = 0;
      for (let i = level; i > 0; i -= i & -i) sum += tree[i]!;
      return sum;
    },
  };
}
