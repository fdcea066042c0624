import { byWords, countsToStarts } from "./word-sort.js";

const FEWEST_BITS = 4; // of a digit; the smallest tables of counts still cost less than a sort
const MOST_BITS = 11; // a count per digit then stays in the fastest cache
const MOST_MOVES = 16; // per number; more of them and the radix sort is faster

/**
 * Sorts numbers ascending, in place, and carries a tag with each; equal numbers keep their order.
 *
 * The range is cut into cells, four or more per number, which two passes of a radix sort put in
 * order; insertion ends the work. Where most numbers share few cells, as with one far outlier,
 * a radix sort of all 64 bits does it: the time is O(n) whatever the numbers.
 *
 * @param values - (n) without NaN; −0 equals 0
 * @param tags - (n), such as the indices 0 … n − 1
 */
export function sortTagged(values: Float64Array, tags: Uint32Array): void {
  sortByCells(values, tags);
  if (!insertionSorts(values, tags)) byWords(values, tags);
}

/** Sorts by cell only. What stands in one cell keeps its order. */
function sortByCells(values: Float64Array, tags: Uint32Array): void {
  const n = values.length;
  const { least, range } = rangeOf(values);
  const bits = digitBits(n);
  const digits = 1 << bits;
  const mask = digits - 1;
  const scale = (digits * digits - 1) / range; // where it is not finite, every cell reads 0
  const low = new Uint32Array(digits);
  const high = new Uint32Array(digits);
  for (let i = 0; i < n; i++) {
    const cell = ((values[i]! - least) * scale) | 0;
    low[cell & mask]!++;
    high[cell >>> bits]!++;
  }
  countsToStarts(low);
  countsToStarts(high);
  const halfValues = new Float64Array(n);
  const halfTags = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    const place = low[(((value - least) * scale) | 0) & mask]!++;
    halfValues[place] = value;
    halfTags[place] = tags[i]!;
  }
  for (let i = 0; i < n; i++) {
    const value = halfValues[i]!;
    const place = high[(((value - least) * scale) | 0) >>> bits]!++;
    values[place] = value;
    tags[place] = halfTags[i]!;
  }
}

function rangeOf(values: Float64Array): { least: number; range: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, range: most - least };
}

/** Bits of a digit, two of which make at least four cells for each of n numbers. */
function digitBits(n: number): number {
  const needed = Math.ceil(Math.log2(4 * n) / 2);
  return Math.min(MOST_BITS, Math.max(FEWEST_BITS, needed));
}

/** Insertion sort of what is nearly sorted; false when it gave up, the numbers then being in some order. */
function insertionSorts(values: Float64Array, tags: Uint32Array): boolean {
  let left = MOST_MOVES * values.length;
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    if (values[i - 1]! <= value) continue;
    const tag = tags[i]!;
    let place = i;
    while (place > 0 && values[place - 1]! > value) {
      values[place] = values[place - 1]!;
      tags[place] = tags[place - 1]!;
      place--;
    }
    values[place] = value;
    tags[place] = tag;
    left -= i - place;
    if (left < 0) return false;
  }
  return true;
}
