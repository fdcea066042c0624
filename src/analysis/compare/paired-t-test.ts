import { mean, sampleStandardDeviation, tTwoSided, tUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkPairs } from "../columns.js";
import type { Estimate, Interval } from "../estimate.js";
import { isRounding } from "./mean-sd-n.js";
import { noncentralityOfT } from "./noncentrality.js";

/** Student's t test of paired measurements; differences are first − second, in their unit. */
export interface PairedTTest {
  readonly method: "paired-t-test";
  readonly n: number; // pairs
  readonly difference: Estimate; // mean of the differences
  readonly sd: number; // of the differences
  readonly standardError: number;
  readonly t: number;
  readonly df: number;
  readonly p: number; // two-sided
  readonly dZ: Estimate; // in SDs of the differences, exact interval
  readonly dAverage: number; // in the root mean square of the SDs of the two measurements
  /** "zero-variance": all differences are equal, so t, p, intervals and dZ read NaN. */
  readonly note?: "zero-variance";
}

/**
 * Student's t test of paired measurements, with the standardised mean differences.
 *
 * @param first - (n) one value per subject
 * @param second - (n) the same subjects, same order, same unit
 * @param options.level - confidence level of the intervals; 0.95
 * @throws InvalidInput on unequal lengths, n < 2 or values that are not finite
 * @source [@student1908]; [@cumming2001] the interval of dZ
 */
export function pairedTTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): PairedTTest {
  checkPairs("pairedTTest", first, second, 2);
  checkLevel("pairedTTest", level);
  const n = first.length;
  const differences = Float64Array.from(first, (value, i) => value - second[i]!);
  const value = mean(differences);
  const sd = sampleStandardDeviation(differences);
  const standardError = sd / Math.sqrt(n);
  const spread = Math.hypot(sampleStandardDeviation(first), sampleStandardDeviation(second));
  const dAverage = spread === 0 ? Number.NaN : (value / spread) * Math.SQRT2;
  const common = { method: "paired-t-test", n, sd, standardError, df: n - 1, dAverage } as const;
  if (isRounding(standardError, mean(first), mean(second))) {
    const ci: Interval = { lower: Number.NaN, upper: Number.NaN, level };
    const none = { t: Number.NaN, p: Number.NaN, dZ: { value: Number.NaN, ci } };
    return { ...common, ...none, difference: { value, ci }, note: "zero-variance" };
  }
  const t = value / standardError;
  const reach = tUpperQuantile((1 - level) / 2, n - 1) * standardError;
  const { lower, upper } = noncentralityOfT(t, n - 1, level);
  return {
    ...common,
    difference: { value, ci: { lower: value - reach, upper: value + reach, level } },
    t,
    p: tTwoSided(t, n - 1),
    dZ: {
      value: value / sd,
      ci: { lower: lower / Math.sqrt(n), upper: upper / Math.sqrt(n), level },
    },
  };
}
