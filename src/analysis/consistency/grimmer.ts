import { InvalidInput } from "../../numeric/index.js";
import { checkPositiveInteger, readPrinted } from "./grim.js";
import {
  evenSquares,
  extremeSquares,
  type IntegerSample,
  integerSample,
} from "./integer-sample.js";
import {
  checkScale,
  checkSpread,
  hasMoments,
  type IntegerScale,
  type OpenScale,
  type PrintedMoments,
  type PrintedSpread,
  printedMoments,
  squaresRange,
  windowOf,
} from "./printed-moments.js";

/** Whether integers can have a printed mean and standard deviation. */
export interface Grimmer {
  readonly method: "grimmer";
  readonly mean: string; // as printed
  readonly sd: string; // as printed
  readonly n: number;
  readonly grim: boolean; // some sum prints as the mean
  /** Some sum and some sum of squares of the right parity print as both. */
  readonly grimmer: boolean;
  /** Some sample of n integers on the scale prints as both; true also where that was not searched. */
  readonly reachable: boolean;
  /** Such a sample; absent where there is none. */
  readonly example?: IntegerSample;
  /** The first test that fails. */
  readonly reason: "none" | "GRIM" | "GRIMMER" | "scale";
  /** The scale is too long, or n too large, for the search to end. */
  readonly note?: "not-searched";
}

/** Widest scale, most pairs of moments and most steps of a search, so that none takes long. */
const WIDEST = 20_000;
const MOST_PAIRS = 2_000;
const MOST_STEPS = 20_000;

/**
 * The GRIMMER test: integers with a given sum have sums of squares of its parity only, so not
 * every printed standard deviation is possible; and on a bounded scale fewer still.
 *
 * Decided in integers throughout, a half rounded up or down. Anaya's further test on parities is
 * not used: whether n integers on the scale attain the sums is searched exhaustively instead.
 *
 * @param mean - as printed
 * @param sd - as printed
 * @param n - how many subjects, at least 2
 * @param scale - values that one subject can have; open at an end that is left out
 * @param options.spread - what is printed as `sd`: of a sample (divisor n − 1), the standard error
 *   of the mean, or of a population (divisor n); "sd"
 * @throws InvalidInput when a number cannot be read, the SD is negative, n < 2 or the scale is empty
 * @source [@anaya2016], [@brown2017], [@heathers2018]
 */
export function grimmer(
  mean: string,
  sd: string,
  n: number,
  scale: OpenScale,
  { spread = "sd" }: { spread?: PrintedSpread } = {},
): Grimmer {
  const moments = readMoments("grimmer", { mean, sd, n }, scale, spread);
  const known = { method: "grimmer", mean: mean.trim(), sd: sd.trim(), n } as const;
  const fails = { grimmer: false, reachable: false };
  if (moments.sums.first > moments.sums.last) {
    return { ...known, grim: false, ...fails, reason: "GRIM" };
  }
  if (!hasMoments(moments)) return { ...known, grim: true, ...fails, reason: "GRIMMER" };
  const passed = { ...known, grim: true, grimmer: true };
  const found = findSample(moments, windowOf(moments, scale));
  if (found === "not-searched") {
    return { ...passed, reachable: true, reason: "none", note: "not-searched" };
  }
  return found === undefined
    ? { ...passed, reachable: false, reason: "scale" }
    : { ...passed, reachable: true, example: found, reason: "none" };
}

/**
 * Reads a printed mean and standard deviation of n integers.
 *
 * @throws InvalidInput in the name of the check, when one of them cannot be
 */
export function readMoments(
  where: string,
  { mean, sd, n }: { readonly mean: string; readonly sd: string; readonly n: number },
  scale: OpenScale,
  spread: PrintedSpread,
): PrintedMoments {
  const printedMean = readPrinted(where, mean);
  const printedSd = readPrinted(where, sd);
  checkPositiveInteger(where, "n", n);
  if (n < 2) {
    throw new InvalidInput(where, `needs n of at least 2 for an SD; got ${n}`, "n_too_small");
  }
  if (printedSd.negative) {
    throw new InvalidInput(where, `needs an SD of at least 0; got "${printedSd.text}"`);
  }
  checkScale(where, scale);
  checkSpread(where, spread);
  return printedMoments(where, printedMean, printedSd, n, spread);
}

/** A sample with some of the moments, from the middle of the sums outwards. */
function findSample(
  moments: PrintedMoments,
  window: IntegerScale,
): IntegerSample | "not-searched" | undefined {
  const { n, origin } = moments;
  if (window.least > window.most) return undefined;
  const furthest = Math.max(-window.least, window.most);
  const isSafe = Number.isSafeInteger(2 * n * furthest ** 2);
  if (window.most - window.least > WIDEST || !isSafe) return "not-searched";
  let steps = 0;
  let pairs = 0;
  for (const sum of outwards(moments.sums.first, moments.sums.last)) {
    if (++pairs > MOST_PAIRS) return "not-searched";
    const s = Number(sum);
    if (s < n * window.least || s > n * window.most) continue;
    const { first, last } = squaresRange(moments, sum);
    const lowest = Math.max(Number(first), evenSquares(n, s));
    const highest = Math.min(Number(last), extremeSquares(n, s, window));
    for (let squares = lowest; squares <= highest; squares += 2) {
      if (++pairs > MOST_PAIRS) return "not-searched";
      const mostSteps = MOST_STEPS - steps;
      const search = integerSample(n, { sum: s, squares }, window, { mostSteps });
      if (search.sample !== undefined) {
        return { least: search.sample.least + origin, counts: search.sample.counts };
      }
      steps += search.steps;
      if (!search.ended) return "not-searched";
    }
  }
  return undefined;
}

/** The integers of a range, those in its middle first. */
function* outwards(first: bigint, last: bigint): Generator<bigint> {
  const middle = (first + last) / 2n;
  yield middle;
  for (let by = 1n; middle - by >= first || middle + by <= last; by += 1n) {
    if (middle - by >= first) yield middle - by;
    if (middle + by <= last) yield middle + by;
  }
}
