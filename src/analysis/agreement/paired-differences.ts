import { checkPairs } from "../columns.js";

/** Differences test − reference of pairs, with the sums that every method of agreement needs. */
export interface PairedDifferences {
  readonly n: number;
  readonly differences: Float64Array; // (n)
  readonly means: Float64Array; // (n), of the two values of a pair
  readonly mean: number; // of the differences
  readonly sd: number; // of the differences, divisor n − 1
  /** The differences are one constant but for rounding, so nothing can be tested against `sd`. */
  readonly isConstant: boolean;
}

/** R's `t.test` calls data essentially constant when the standard error is below this share of their size. */
const CONSTANT_BELOW = 10 * Number.EPSILON;

/**
 * The differences of pairs and their mean and standard deviation, in two passes, so that an offset
 * common to both columns costs no digits.
 *
 * What is not a finite number is found by its trace in a sum; only then is every pair looked at by
 * itself, to name the one.
 *
 * @param where - the function that asks, named in a refusal
 * @param least - fewest pairs it can work with, at least 2
 * @throws InvalidInput as `checkPairs`
 */
export function pairedDifferences(
  where: string,
  test: ArrayLike<number>,
  reference: ArrayLike<number>,
  least = 2,
): PairedDifferences {
  const n = isList(test) && isList(reference) && test.length === reference.length ? test.length : 0;
  if (n < least) checkPairs(where, test, reference, least);
  const differences = new Float64Array(n);
  const means = new Float64Array(n);
  let sum = 0;
  let size = 0;
  for (let i = 0; i < n; i++) {
    const x = test[i]!;
    const y = reference[i]!;
    const d = x - y;
    differences[i] = d;
    means[i] = (x + y) / 2;
    sum += d;
    size += typeof x === "number" && typeof y === "number" ? Math.abs(x) + Math.abs(y) : Number.NaN;
  }
  if (!Number.isFinite(size)) checkPairs(where, test, reference, least);
  const { mean, sd } = meanAndSd(differences, sum / n);
  const isConstant = sd / Math.sqrt(n) <= CONSTANT_BELOW * (size / n);
  return { n, differences, means, mean, sd, isConstant };
}

function isList(values: unknown): boolean {
  return Array.isArray(values) || (ArrayBuffer.isView(values) && "length" in values);
}

/** Mean and standard deviation about a first guess of the mean. */
function meanAndSd(values: Float64Array, guess: number): { mean: number; sd: number } {
  const n = values.length;
  let rest = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const deviation = values[i]! - guess;
    rest += deviation;
    squares += deviation * deviation;
  }
  const shift = rest / n;
  return {
    mean: guess + shift,
    sd: Math.sqrt(Math.max(0, squares - rest * shift) / (n - 1)),
  };
}
