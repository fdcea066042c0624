import { fCdf, fQuantile, fSurvival, fUpperQuantile, InvalidInput } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";
import { checkMeanSdN, type MeanSdN } from "./mean-sd-n.js";

/** The F test of two variances. */
export interface VarianceRatio {
  readonly method: "variance-ratio";
  readonly ratio: Estimate; // first/second
  readonly df1: number;
  readonly df2: number;
  readonly p: number; // two-sided, twice the smaller tail
  /** "zero-variance": an SD is 0, so p and limits read NaN. */
  readonly note?: "zero-variance";
}

/** The ratio of two means with an interval on the log scale. */
export interface RatioOfMeans {
  readonly method: "ratio-of-means";
  readonly ratio: Estimate; // first/second
  readonly log: number;
  readonly seLog: number;
}

/**
 * The F test of equal variances and the interval of their ratio, for normal data.
 *
 * @param first - { mean, sd, n } of the first group; see `meanSdN`
 * @param second - of the second, in the same unit
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput when n < 2, an SD is negative or a number is not finite
 */
export function varianceRatio(
  first: MeanSdN,
  second: MeanSdN,
  { level = 0.95 }: { level?: number } = {},
): VarianceRatio {
  checkMeanSdN("varianceRatio", first);
  checkMeanSdN("varianceRatio", second);
  checkLevel("varianceRatio", level);
  const df1 = first.n - 1;
  const df2 = second.n - 1;
  const value = (first.sd / second.sd) ** 2;
  if (first.sd === 0 || second.sd === 0) {
    const ci = { lower: Number.NaN, upper: Number.NaN, level };
    const ratio = { value, ci };
    return { method: "variance-ratio", ratio, df1, df2, p: Number.NaN, note: "zero-variance" };
  }
  const tail = (1 - level) / 2;
  const ci = {
    lower: value / fUpperQuantile(tail, df1, df2),
    upper: value / fQuantile(tail, df1, df2),
    level,
  };
  const smaller = Math.min(fCdf(value, df1, df2), fSurvival(value, df1, df2));
  const p = Math.min(1, 2 * smaller);
  return { method: "variance-ratio", ratio: { value, ci }, df1, df2, p };
}

/**
 * The ratio of two means of one sign, for quantities with a zero of their own.
 *
 * @param first - { mean, sd, n } of the first group; see `meanSdN`
 * @param second - of the second, in the same unit
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput as `varianceRatio`, and when the means differ in sign or one is 0
 * @source [@hedges1999] the log response ratio
 */
export function ratioOfMeans(
  first: MeanSdN,
  second: MeanSdN,
  { level = 0.95 }: { level?: number } = {},
): RatioOfMeans {
  checkMeanSdN("ratioOfMeans", first);
  checkMeanSdN("ratioOfMeans", second);
  checkLevel("ratioOfMeans", level);
  if (!(first.mean * second.mean > 0)) {
    const got = `${first.mean} and ${second.mean}`;
    throw new InvalidInput(
      "ratioOfMeans",
      `needs means of one sign and not 0; got ${got}`,
      "non_positive",
    );
  }
  const part = ({ mean, sd, n }: MeanSdN): number => (sd / mean) ** 2 / n;
  const value = first.mean / second.mean;
  const seLog = Math.sqrt(part(first) + part(second));
  const reach = Math.exp(criticalZ(level) * seLog);
  const ci = { lower: value / reach, upper: value * reach, level };
  return { method: "ratio-of-means", ratio: { value, ci }, log: Math.log(value), seLog };
}
