import {
  foldedNormalQuantile,
  InvalidInput,
  normalSurvival,
  normalUpperQuantile,
  quantile,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkFinite } from "../columns.js";
import type { Estimate, Interval } from "../estimate.js";
import { type Proportion, proportion } from "../proportion/proportion.js";
import { pairedDifferences } from "./paired-differences.js";

/** How far two methods differ at most in a share of subjects, in the unit of the measurements. */
export interface TotalDeviationIndex {
  readonly method: "total-deviation-index";
  readonly n: number;
  readonly coverage: number;
  readonly bias: number;
  readonly sd: number;
  readonly meanSquare: number; // of the differences, about 0
  readonly rootMeanSquare: number;
  readonly meanAbsolute: number;
  readonly largestAbsolute: number;
  /** For normal differences; interval by the delta method on the logarithm. */
  readonly index: Estimate;
  readonly linApproximation: number; // z·√(bias² + sd²), good where the bias is small against the SD
  readonly empirical: number; // quantile of the absolute differences, type 7
  /** "zero-variance": the differences are one constant, which is the index, without an interval. */
  readonly note?: "zero-variance";
}

/** How large a share of subjects two methods differ in by no more than a bound. */
export interface CoverageProbability {
  readonly method: "coverage-probability";
  readonly n: number;
  readonly bound: number; // in the unit of the measurements
  readonly probability: Estimate; // for normal differences; interval by the delta method on the logit
  readonly empirical: Proportion; // of the subjects seen
  /** "zero-variance": the differences are one constant, so the share is 0 or 1, without an interval. */
  readonly note?: "zero-variance";
}

/**
 * Total deviation index: the bound that a share `coverage` of the absolute differences between two
 * methods does not pass.
 *
 * @param test - (n) one value per subject by the method under study
 * @param reference - (n) the same subjects, same order, same unit
 * @param options.coverage - share of the differences to hold; 0.9
 * @param options.level - confidence level of the interval; 0.95
 * @throws InvalidInput on unequal lengths, n < 2, non-finite values, or a coverage or level outside (0, 1)
 * @source [@lin2000], [@lin2002]
 */
export function totalDeviationIndex(
  test: ArrayLike<number>,
  reference: ArrayLike<number>,
  { coverage = 0.9, level = 0.95 }: { coverage?: number; level?: number } = {},
): TotalDeviationIndex {
  const where = "totalDeviationIndex";
  checkLevel(where, coverage);
  checkLevel(where, level);
  const { n, differences, mean, sd, isConstant } = pairedDifferences(where, test, reference);
  const absolute = differences.map(Math.abs);
  const square = absolute.reduce((sum, d) => sum + d * d, 0) / n;
  const note = isConstant ? { note: "zero-variance" as const } : {};
  return {
    method: "total-deviation-index",
    n,
    coverage,
    bias: mean,
    sd,
    meanSquare: square,
    rootMeanSquare: Math.sqrt(square),
    meanAbsolute: absolute.reduce((sum, d) => sum + d, 0) / n,
    largestAbsolute: absolute.reduce((most, d) => Math.max(most, d), 0),
    index: isConstant
      ? { value: Math.abs(mean), ci: undefinedInterval(level) }
      : indexEstimate(n, mean, sd, coverage, level),
    linApproximation: normalUpperQuantile((1 - coverage) / 2) * Math.hypot(mean, sd),
    empirical: quantile(absolute, coverage),
    ...note,
  };
}

/**
 * Coverage probability: the share of differences between two methods that are within ±`bound`.
 *
 * @param test - (n) one value per subject by the method under study
 * @param reference - (n) the same subjects, same order, same unit
 * @param bound - largest difference that is still accepted, above 0
 * @param options.level - confidence level of the intervals; 0.95
 * @throws InvalidInput on unequal lengths, n < 2, non-finite values, a bound not above 0, or a level
 *   outside (0, 1)
 * @source [@lin2002]
 */
export function coverageProbability(
  test: ArrayLike<number>,
  reference: ArrayLike<number>,
  bound: number,
  { level = 0.95 }: { level?: number } = {},
): CoverageProbability {
  const where = "coverageProbability";
  checkLevel(where, level);
  checkFinite(where, "bound", bound);
  if (!(bound > 0)) {
    throw new InvalidInput(where, `needs a bound above 0; got ${bound}`, "bound");
  }
  const { n, differences, mean, sd, isConstant } = pairedDifferences(where, test, reference);
  let within = 0;
  for (const d of differences) if (Math.abs(d) <= bound) within++;
  return {
    method: "coverage-probability",
    n,
    bound,
    probability: isConstant
      ? { value: within === n ? 1 : 0, ci: undefinedInterval(level) }
      : probabilityEstimate(n, mean, sd, bound, level),
    empirical: proportion(within, n, { level }),
    ...(isConstant ? { note: "zero-variance" as const } : {}),
  };
}

/** The index δ with its interval: the delta method on ln δ, by the slopes of the share in mean and SD. */
function indexEstimate(
  n: number,
  mean: number,
  sd: number,
  share: number,
  level: number,
): Estimate {
  const value = sd * foldedNormalQuantile(share, mean / sd);
  const { byMean, bySd, byBound } = slopesOfShare(mean, sd, value);
  const standardError = Math.hypot(
    (byMean / byBound) * (sd / Math.sqrt(n)),
    (bySd / byBound) * (sd / Math.sqrt(2 * (n - 1))),
  );
  const factor = Math.exp((normalUpperQuantile((1 - level) / 2) * standardError) / value);
  return { value, ci: { lower: value / factor, upper: value * factor, level } };
}

function probabilityEstimate(
  n: number,
  mean: number,
  sd: number,
  bound: number,
  level: number,
): Estimate {
  const outside = normalSurvival((bound - mean) / sd) + normalSurvival((bound + mean) / sd);
  const value = 1 - outside;
  const { byMean, bySd } = slopesOfShare(mean, sd, bound);
  const standardError = Math.hypot(
    byMean * (sd / Math.sqrt(n)),
    bySd * (sd / Math.sqrt(2 * (n - 1))),
  );
  const reach = (normalUpperQuantile((1 - level) / 2) * standardError) / (value * outside);
  const odds = value / outside;
  const lower = 1 / (1 + Math.exp(reach) / odds);
  const upper = 1 / (1 + Math.exp(-reach) / odds);
  return { value, ci: { lower, upper, level } };
}

/** Derivatives of P(|D| ≤ bound), D normal, by its mean, its standard deviation and the bound. */
function slopesOfShare(
  mean: number,
  sd: number,
  bound: number,
): { byMean: number; bySd: number; byBound: number } {
  const [high, low] = [(bound - mean) / sd, (-bound - mean) / sd];
  const [atHigh, atLow] = [density(high), density(low)];
  return {
    byMean: (atLow - atHigh) / sd,
    bySd: (low * atLow - high * atHigh) / sd,
    byBound: (atHigh + atLow) / sd,
  };
}

function density(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

function undefinedInterval(level: number): Interval {
  return { lower: Number.NaN, upper: Number.NaN, level };
}
