import { tTwoSided, tUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import { checkMeanSdN, isRounding, type MeanSdN } from "./mean-sd-n.js";

export { checkMeanSdN } from "./mean-sd-n.js";

/** A t test of two independent means; differences are first − second, in their unit. */
export interface TwoMeansTest {
  readonly method: "student" | "welch";
  readonly difference: Estimate;
  readonly standardError: number;
  readonly t: number;
  readonly df: number;
  readonly p: number; // two-sided
  /** "zero-variance": neither group varies, so t, df and p are not defined and read NaN. */
  readonly note?: "zero-variance";
}

/**
 * Student's t test of two means from printed summaries, with one pooled variance.
 *
 * @param first - { mean, sd, n } of the first group; see `meanSdN`
 * @param second - of the second, in the same unit
 * @param options.level - confidence level of the interval of the difference; 0.95
 * @throws InvalidInput when n < 2, an SD is negative or a number is not finite
 * @source [@student1908]
 */
export function studentTest(
  first: MeanSdN,
  second: MeanSdN,
  { level = 0.95 }: { level?: number } = {},
): TwoMeansTest {
  check("studentTest", first, second, level);
  const df = first.n + second.n - 2;
  const standardError = pooledSd(first, second) * Math.sqrt(1 / first.n + 1 / second.n);
  return result("student", first, second, standardError, df, level);
}

/**
 * Welch's t test of two means from printed summaries, variances unequal, with Satterthwaite's
 * degrees of freedom.
 *
 * @param first - { mean, sd, n } of the first group; see `meanSdN`
 * @param second - of the second, in the same unit
 * @param options.level - confidence level of the interval of the difference; 0.95
 * @throws InvalidInput when n < 2, an SD is negative or a number is not finite
 * @source [@welch1947], [@satterthwaite1946] degrees of freedom
 */
export function welchTest(
  first: MeanSdN,
  second: MeanSdN,
  { level = 0.95 }: { level?: number } = {},
): TwoMeansTest {
  check("welchTest", first, second, level);
  const se1 = first.sd / Math.sqrt(first.n);
  const se2 = second.sd / Math.sqrt(second.n);
  const df = welchDf(se1, first.n, se2, second.n);
  const standardError = Math.hypot(se1, se2);
  return result("welch", first, second, standardError, df, level);
}

/** The standard deviation common to two groups, on n₁ + n₂ − 2 degrees of freedom. */
export function pooledSd(first: MeanSdN, second: MeanSdN): number {
  const sum = (first.n - 1) * first.sd ** 2 + (second.n - 1) * second.sd ** 2;
  return Math.sqrt(sum / (first.n + second.n - 2));
}

/**
 * Satterthwaite's degrees of freedom from the standard errors of two means; it depends on their
 * ratio alone. NaN when both are 0.
 */
export function welchDf(se1: number, n1: number, se2: number, n2: number): number {
  const both = Math.hypot(se1, se2);
  const share1 = (se1 / both) ** 2;
  const share2 = (se2 / both) ** 2;
  return 1 / (share1 ** 2 / (n1 - 1) + share2 ** 2 / (n2 - 1));
}

function check(where: string, first: MeanSdN, second: MeanSdN, level: number): void {
  checkMeanSdN(where, first);
  checkMeanSdN(where, second);
  checkLevel(where, level);
}

function result(
  method: "student" | "welch",
  first: MeanSdN,
  second: MeanSdN,
  standardError: number,
  df: number,
  level: number,
): TwoMeansTest {
  const difference = first.mean - second.mean;
  if (isRounding(standardError, first.mean, second.mean)) {
    const undefinedCi = { lower: Number.NaN, upper: Number.NaN, level };
    return {
      method,
      difference: { value: difference, ci: undefinedCi },
      standardError,
      t: Number.NaN,
      df: Number.NaN,
      p: Number.NaN,
      note: "zero-variance",
    };
  }
  const t = difference / standardError;
  const margin = tUpperQuantile((1 - level) / 2, df) * standardError;
  const ci = { lower: difference - margin, upper: difference + margin, level };
  return {
    method,
    difference: { value: difference, ci },
    standardError,
    t,
    df,
    p: tTwoSided(t, df),
  };
}
