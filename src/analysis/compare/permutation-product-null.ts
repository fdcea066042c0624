import type { RankTails } from "./rank-tests.js";

/**
 * The exact distribution of Σ x y over all orders of y, each equally likely.
 *
 * For every set of values of y the sums with as many values of x, in the order given, are counted;
 * so 2ⁿ sets stand for n! orders.
 *
 * @param x - (n) ranks, whole or half numbers
 * @param y - (n) ranks
 */
export function permutationProductNull(x: ArrayLike<number>, y: ArrayLike<number>): RankTails {
  const n = x.length;
  const [scaleX, scaleY] = [scaleOf(x), scaleOf(y)];
  const a = Int32Array.from(x, (rank) => scaleX * rank);
  const b = Int32Array.from(y, (rank) => scaleY * rank);
  const most = greatestProduct(a, b);
  const bySet: (Float64Array | undefined)[] = Array.from({ length: 2 ** n });
  bySet[0] = new Float64Array(most + 1);
  bySet[0][0] = 1;
  for (let set = 0; set < 2 ** n - 1; set++) {
    const sums = bySet[set];
    if (sums === undefined) continue;
    bySet[set] = undefined; // sets that contain it come later, it is not needed again
    const size = bitsOf(set);
    const reached = sums.findLastIndex((chance) => chance > 0);
    for (let i = 0; i < n; i++) {
      if (set & (1 << i)) continue;
      bySet[set | (1 << i)] ??= new Float64Array(most + 1);
      const larger = bySet[set | (1 << i)]!;
      const shift = a[size]! * b[i]!;
      for (let sum = 0; sum <= reached; sum++) larger[sum + shift]! += sums[sum]! / (n - size);
    }
  }
  const chances = bySet[2 ** n - 1]!;
  const tail = (from: number, to: number): number => {
    let sum = 0;
    for (let i = Math.max(0, from); i <= Math.min(most, to); i++) sum += chances[i]!;
    return sum;
  };
  return {
    atMost: (value) => tail(0, Math.floor(scaleX * scaleY * value)),
    atLeast: (value) => tail(Math.ceil(scaleX * scaleY * value), most),
  };
}

/** What makes all ranks whole. */
function scaleOf(ranks: ArrayLike<number>): number {
  return Array.from(ranks).every(Number.isInteger) ? 1 : 2;
}

/** Σ a b with both in ascending order: no other order gives more. */
function greatestProduct(a: Int32Array, b: Int32Array): number {
  const [one, other] = [a.toSorted(), b.toSorted()];
  return one.reduce((sum, value, i) => sum + value * other[i]!, 0);
}

function bitsOf(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count;
}
