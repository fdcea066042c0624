import type { IntegerMoments, IntegerScale } from "./printed-moments.js";

/** A sample of integers. */
export interface IntegerSample {
  /** Its lowest value. */
  readonly least: number;
  /** How many subjects have each value, from the lowest up to the highest. */
  readonly counts: readonly number[];
}

/** What a search for a sample came to. */
export interface SampleSearch {
  readonly sample?: IntegerSample;
  readonly steps: number;
  readonly ended: boolean; // false where the steps were used up before the search was done
}

/** So many subjects have one value. */
interface Run {
  readonly value: number;
  readonly count: number;
}

const MOST_STEPS = 20_000; // some milliseconds
const COMPUTED_TO = 1e-9;

/**
 * Some n integers on a scale with a given sum and sum of squares.
 *
 * A search over the highest value and how many subjects have it, then the next lower one. It looks
 * only where the sum of squares lies between that of the most even and of the most extreme split of
 * what is left, tries the largest first, which soon leaves an even split, and never looks twice at
 * the same remainder; so it ends quickly also where there is no such sample.
 *
 * @param options.mostSteps - after so many steps it gives up
 * @source [@heathers2018] the question; they sample where this searches
 */
export function integerSample(
  n: number,
  { sum, squares }: IntegerMoments,
  scale: IntegerScale,
  { mostSteps = MOST_STEPS }: { mostSteps?: number } = {},
): SampleSearch {
  const { least } = scale;
  const dead = new Set<string>();
  let steps = 0;

  const search = (most: number, left: number, s: number, q: number): Run[] | undefined => {
    if (!canHold(left, s, q, { least, most })) return undefined;
    if (q === evenSquares(left, s)) return evenSplit(left, s);
    if (left === 2) return pairOf(s, q, { least, most });
    const top = Math.min(most, highestValue(left, s, q));
    const key = `${top} ${left} ${s} ${q}`;
    if (dead.has(key)) return undefined;
    for (let value = top; value >= s / left; value--) {
      for (let count = mostOfValue(value, left, s, q); count > 0; count--) {
        if (++steps > mostSteps) return undefined;
        const rest = search(value - 1, left - count, s - count * value, q - count * value ** 2);
        if (rest !== undefined) return [{ value, count }, ...rest];
      }
    }
    dead.add(key);
    return undefined;
  };

  const sameParity = (squares - sum) % 2 === 0;
  const found = sameParity ? search(scale.most, n, sum, squares) : undefined;
  return {
    ...(found === undefined ? {} : { sample: sampleOf(found) }),
    steps,
    ended: steps <= mostSteps,
  };
}

/**
 * Whether sum and sum of squares lie where n integers on a scale can have them; some inside have
 * no integers all the same.
 */
export function canHold(
  n: number,
  sum: number,
  squares: number,
  { least, most }: IntegerScale,
): boolean {
  if (sum < n * least || sum > n * most) return false;
  return squares >= evenSquares(n, sum) && squares <= extremeSquares(n, sum, { least, most });
}

/** The smallest sum of squares of n integers with a sum: those next to their mean. */
export function evenSquares(n: number, sum: number): number {
  if (n === 0) return 0;
  const share = Math.floor(sum / n);
  const higher = sum - share * n;
  return (n - higher) * share ** 2 + higher * (share + 1) ** 2;
}

/** The largest sum of squares of n integers on a scale with a sum: all but one at the ends. */
export function extremeSquares(n: number, sum: number, { least, most }: IntegerScale): number {
  const width = most - least;
  const above = sum - n * least;
  const full = width === 0 ? 0 : Math.floor(above / width);
  const rest = above - full * width;
  return full * width ** 2 + rest ** 2 + 2 * least * sum - n * least ** 2;
}

/** No value lies further above the mean than (n − 1)/√n standard deviations. */
function highestValue(n: number, sum: number, squares: number): number {
  const mean = sum / n;
  const ofDeviations = squares - sum * mean;
  return Math.floor(mean + Math.sqrt((Math.max(0, ofDeviations) * (n - 1)) / n) + COMPUTED_TO);
}

/** So many at one value and the others at one other value have no smaller sum of squares. */
function mostOfValue(value: number, n: number, sum: number, squares: number): number {
  const mean = sum / n;
  const ofDeviations = squares - sum * mean;
  const apart = n * (value - mean) ** 2;
  return Math.min(n, Math.floor((n * ofDeviations) / (apart + ofDeviations) + COMPUTED_TO));
}

function evenSplit(n: number, sum: number): Run[] {
  if (n === 0) return [];
  const share = Math.floor(sum / n);
  const higher = sum - share * n;
  return [
    { value: share + 1, count: higher },
    { value: share, count: n - higher },
  ].filter(({ count }) => count > 0);
}

/** The two different integers with a sum and a sum of squares. */
function pairOf(sum: number, squares: number, { least, most }: IntegerScale): Run[] | undefined {
  const apart = Math.round(Math.sqrt(2 * squares - sum ** 2));
  const [high, low] = [(sum + apart) / 2, (sum - apart) / 2];
  const fits = Number.isInteger(high) && high ** 2 + low ** 2 === squares;
  return fits && high <= most && low >= least
    ? [high, low].map((value) => ({ value, count: 1 }))
    : undefined;
}

/** Runs from the highest value down, as counts. */
function sampleOf(runs: readonly Run[]): IntegerSample {
  const least = runs.at(-1)!.value;
  const counts = new Array<number>(runs[0]!.value - least + 1).fill(0);
  for (const { value, count } of runs) counts[value - least]! += count;
  return { least, counts };
}
