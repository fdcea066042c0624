import type { IntegerScale } from "./grimmer.js";

/** A sample of integers on a scale. */
export interface IntegerSample {
  /** How many subjects have each value, from the scale's lower end up. */
  readonly counts: readonly number[];
}

/**
 * Some n integers on a scale with a given sum and sum of squares.
 *
 * A search over how many subjects have the highest value, then the next. It looks only where the
 * sum of squares lies between that of the most even and of the most extreme split of what is left,
 * and never twice at the same remainder, so it ends quickly also where there is no such sample.
 *
 * @returns undefined when there is none
 * @source [@heathers2018] the question; they sample where this searches
 */
export function integerSample(
  n: number,
  sum: number,
  squares: number,
  { least, most }: IntegerScale,
): IntegerSample | undefined {
  // Distances from the lower end: Σ(x − l) = S − nl, Σ(x − l)² = Q − 2lS + nl².
  const above = sum - n * least;
  const squaresAbove = squares - 2 * least * sum + n * least * least;
  const counts = new Array<number>(most - least + 1).fill(0);
  const dead = new Set<string>();

  const search = (value: number, left: number, rest: number, restSquares: number): boolean => {
    if (!within(value, left, rest, restSquares)) return false;
    if (value === 0) {
      counts[0] = left;
      return true;
    }
    const key = `${value} ${left} ${rest} ${restSquares}`;
    if (dead.has(key)) return false;
    const most = Math.min(left, Math.floor(rest / value));
    for (let count = 0; count <= most; count++) {
      counts[value] = count;
      const used = count * value;
      if (search(value - 1, left - count, rest - used, restSquares - used * value)) return true;
    }
    counts[value] = 0;
    dead.add(key);
    return false;
  };
  return search(counts.length - 1, n, above, squaresAbove) ? { counts } : undefined;
}

/** Whether `left` integers from 0 to `value` with that sum can have sums of squares below and above. */
function within(value: number, left: number, rest: number, restSquares: number): boolean {
  if (rest < 0 || rest > left * value) return false;
  if (left === 0 || value === 0) return rest === 0 && restSquares === 0;
  const share = Math.floor(rest / left);
  const odd = rest - share * left;
  const even = (left - odd) * share ** 2 + odd * (share + 1) ** 2;
  const full = Math.floor(rest / value);
  const extreme = full * value ** 2 + (rest - full * value) ** 2;
  return restSquares >= even && restSquares <= extreme;
}
