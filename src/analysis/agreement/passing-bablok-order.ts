/** An order of points, and how many pairs changed places to get there. */
export interface Reordered {
  readonly order: Uint32Array; // (n) points, first to last
  readonly inversions: number; // pairs that stood the other way round before
  /** (2m) the inverted pairs that were asked for by rank: one that moved back, one that moved ahead. */
  readonly picked: Uint32Array;
}

/** By what points are put in order. */
export interface SortKeys {
  readonly key: Float64Array; // (n) by point
  readonly near: number; // keys that differ by no more do not decide
  readonly isBefore: (second: number, first: number) => boolean; // then this does
}

const RUN = 8; // points that insertion sorts faster than merging
const LONG = 64; // points that a search and a copy of a block are worth it for

/**
 * Sorts points by merging, counts the pairs that change places, and notes some of those pairs.
 *
 * Pairs are ranked in the order in which sorting finds them. Points that neither key nor `isBefore`
 * tells apart stay as they were.
 *
 * @param before - (n) the points in their present order
 * @param ranks - ascending ranks, from 0, of the pairs to note
 */
export function reorder(
  before: Uint32Array,
  { key, near, isBefore }: SortKeys,
  ranks: ArrayLike<number> = [],
): Reordered {
  const n = before.length;
  let [points, nextPoints] = [before.slice(), new Uint32Array(n)];
  let [keys, nextKeys] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) keys[i] = key[before[i]!]!;
  const picked = new Uint32Array(2 * ranks.length);
  let found = 0;
  let wanted = ranks.length > 0 ? ranks[0]! : Number.POSITIVE_INFINITY;
  let inversions = 0;

  /** Notes the wanted ones of the pairs that a point forms with those it has just passed. */
  const pick = (point: number, passed: Uint32Array, first: number, past: number): void => {
    while (wanted < inversions) {
      picked[2 * found] = passed[first + (wanted - past)]!;
      picked[2 * found + 1] = point;
      found++;
      wanted = found < ranks.length ? ranks[found]! : Number.POSITIVE_INFINITY;
    }
  };

  for (let start = 0; start < n; start += RUN) {
    const end = Math.min(start + RUN, n);
    for (let i = start + 1; i < end; i++) {
      const [ownKey, point] = [keys[i]!, points[i]!];
      let to = i;
      while (to > start) {
        const gap = ownKey - keys[to - 1]!;
        if (gap > near || (gap >= -near && !isBefore(point, points[to - 1]!))) break;
        to--;
      }
      if (to === i) continue;
      const past = inversions;
      inversions += i - to;
      if (wanted < inversions) pick(point, points, to, past);
      for (let k = i; k > to; k--) {
        keys[k] = keys[k - 1]!;
        points[k] = points[k - 1]!;
      }
      keys[to] = ownKey;
      points[to] = point;
    }
  }

  const copy = (from: number, until: number, to: number): void => {
    if (until - from >= LONG) {
      nextPoints.set(points.subarray(from, until), to);
      nextKeys.set(keys.subarray(from, until), to);
      return;
    }
    for (let i = from; i < until; i++) {
      nextPoints[to + i - from] = points[i]!;
      nextKeys[to + i - from] = keys[i]!;
    }
  };

  for (let width = RUN; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(middle + width, n);
      let [left, right] = [start, middle];
      if (middle === end) left = middle;
      else if (width >= LONG) left = firstFrom(keys, keys[middle]! - near, start, middle);
      copy(start, left, start);
      let to = left;
      while (left < middle && right < end) {
        const gap = keys[right]! - keys[left]!;
        if (gap > near || (gap >= -near && !isBefore(points[right]!, points[left]!))) {
          nextPoints[to] = points[left]!;
          nextKeys[to++] = keys[left++]!;
        } else {
          const past = inversions;
          inversions += middle - left;
          if (wanted < inversions) pick(points[right]!, points, left, past);
          nextPoints[to] = points[right]!;
          nextKeys[to++] = keys[right++]!;
        }
      }
      copy(left, middle, to);
      copy(right, end, to + middle - left);
    }
    [points, nextPoints] = [nextPoints, points];
    [keys, nextKeys] = [nextKeys, keys];
  }
  return { order: points, inversions, picked };
}

/** The first place in an ascending stretch from which on keys reach a least value. */
function firstFrom(keys: Float64Array, least: number, start: number, end: number): number {
  let [from, to] = [start, end];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (keys[middle]! < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
