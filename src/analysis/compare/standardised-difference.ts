import { stirlingError } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Estimate, Interval } from "../estimate.js";
import { checkMeanSdN, isRounding, type MeanSdN } from "./mean-sd-n.js";
import { noncentralityOfT } from "./noncentrality.js";
import { pooledSd } from "./t-tests.js";

/** Differences of two means in units of a standard deviation, first − second. */
export interface StandardisedDifference {
  readonly method: "standardised-difference";
  readonly pooledSd: number; // in the unit of the means
  readonly cohenD: Estimate; // in pooled SDs
  readonly hedgesG: Estimate; // cohenD freed of its small-sample bias
  readonly correction: number; // the exact factor between the two
  readonly correctionApproximate: number; // 1 − 3/(4 df − 1), for comparison
  readonly varianceOfG: number; // large-sample
  readonly glassDelta: number; // in SDs of the second group
  /** "zero-variance": an SD that a difference is divided by is 0; that difference reads NaN. */
  readonly note?: "zero-variance";
}

/**
 * Cohen's d and Hedges's g with exact intervals from the noncentral t, and Glass's delta.
 *
 * @param first - { mean, sd, n } of the first group; see `meanSdN`
 * @param second - of the second, in the same unit
 * @param options.level - confidence level of both intervals; 0.95
 * @throws InvalidInput when n < 2, an SD is negative or a number is not finite
 * @source [@hedges1981] the correction Γ(m/2)/(√(m/2) Γ((m − 1)/2)) and the variance;
 *   [@cumming2001] intervals
 */
export function standardisedDifference(
  first: MeanSdN,
  second: MeanSdN,
  { level = 0.95 }: { level?: number } = {},
): StandardisedDifference {
  checkMeanSdN("standardisedDifference", first);
  checkMeanSdN("standardisedDifference", second);
  checkLevel("standardisedDifference", level);
  const df = first.n + second.n - 2;
  const difference = first.mean - second.mean;
  const pooled = pooledSd(first, second);
  const perMean = Math.sqrt(1 / first.n + 1 / second.n);
  const varies = (sd: number): boolean => !isRounding(sd * perMean, first.mean, second.mean);
  const cohenD = varies(pooled)
    ? { value: difference / pooled, ci: intervalOfD(difference / pooled, perMean, df, level) }
    : { value: Number.NaN, ci: { lower: Number.NaN, upper: Number.NaN, level } };
  const correction = hedgesCorrection(df);
  const hedgesG = cohenD.value * correction;
  return {
    method: "standardised-difference",
    pooledSd: pooled,
    cohenD,
    hedgesG: { value: hedgesG, ci: scaled(cohenD.ci, correction) },
    correction,
    correctionApproximate: 1 - 3 / (4 * df - 1),
    varianceOfG: 1 / first.n + 1 / second.n + hedgesG ** 2 / (2 * (first.n + second.n)),
    glassDelta: varies(second.sd) ? difference / second.sd : Number.NaN,
    ...(varies(pooled) && varies(second.sd) ? {} : { note: "zero-variance" as const }),
  };
}

function intervalOfD(d: number, perMean: number, df: number, level: number): Interval {
  return scaled(noncentralityOfT(d / perMean, df, level), perMean);
}

function scaled({ lower, upper, level }: Interval, factor: number): Interval {
  return { lower: lower * factor, upper: upper * factor, level };
}

/** Γ(x)/(√x Γ(x − ½)) with x = df/2, as Stirling's formula with its error, so nothing cancels. */
export function hedgesCorrection(df: number): number {
  const x = df / 2;
  const log = -(x - 1) * Math.log1p(-0.5 / x) - 0.5 + stirlingError(x) - stirlingError(x - 0.5);
  return Math.exp(log);
}
