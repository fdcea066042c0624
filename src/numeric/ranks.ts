import { checkArray } from "./checks.js";
import { InvalidInput } from "./invalid-input.js";

/**
 * Ranks from 1 on; equal values share the mean of the ranks they would take. Infinite values rank
 * at the ends. Ranks are whole or half numbers, so sums of them stay exact.
 *
 * @param values - (n)
 * @returns (n), in the order of the values
 * @throws InvalidInput when a value is NaN
 */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const order = ascending("midRanks", values);
  const ranks = new Float64Array(values.length);
  for (const { from, to } of runs(values, order)) {
    const rank = (from + 1 + to) / 2;
    for (let i = from; i < to; i++) ranks[order[i]!] = rank;
  }
  return ranks;
}

/**
 * How often each distinct value occurs, by ascending value; a value without ties counts 1.
 *
 * @throws InvalidInput when a value is NaN
 */
export function tieSizes(values: ArrayLike<number>): Uint32Array {
  const sizes = runs(values, ascending("tieSizes", values)).map(({ from, to }) => to - from);
  return Uint32Array.from(sizes);
}

/** Indices of the values by ascending value. */
function ascending(where: string, values: ArrayLike<number>): Uint32Array {
  checkArray(where, "values", values);
  for (let i = 0; i < values.length; i++) {
    if (typeof values[i] !== "number" || Number.isNaN(values[i])) {
      throw new InvalidInput(where, `needs values that are numbers; value ${i} is ${values[i]}`);
    }
  }
  const order = Uint32Array.from({ length: values.length }, (_, i) => i);
  // Not the difference: Infinity − Infinity is no order.
  return order.sort((i, j) => (values[i]! < values[j]! ? -1 : values[i]! > values[j]! ? 1 : 0));
}

/** The runs of equal values along an ascending order. */
function runs(values: ArrayLike<number>, order: Uint32Array): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = 0;
  for (let i = 1; i <= order.length; i++) {
    if (i < order.length && values[order[i]!] === values[order[from]!]) continue;
    found.push({ from, to: i });
    from = i;
  }
  return found;
}
