import { InvalidInput, tTwoSided } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkFinite } from "../columns.js";
import { correlationT, fisherInterval } from "../compare/correlations.js";
import { checkMeanSdN } from "../compare/mean-sd-n.js";
import type { Estimate } from "../estimate.js";
import { type Limit, limitsOfAgreement } from "./limits-of-agreement.js";
import { concordanceError } from "./lin-concordance.js";

/** Mean and sample standard deviation (divisor n − 1) of one of two methods. */
export interface MeanSd {
  readonly mean: number;
  readonly sd: number;
}

/** What means, SDs and correlation of two methods say of their agreement; differences are second − first. */
export interface AgreementFromSummary {
  readonly method: "agreement-from-summary";
  readonly n: number; // pairs
  readonly pearson: Estimate; // interval by Fisher's z
  readonly pearsonP: number; // two-sided, of no correlation
  readonly concordance: Estimate; // Lin's; interval by Fisher's z
  readonly biasCorrection: number; // concordance = pearson × this
  readonly bias: Estimate; // in the unit of the methods, by t on n − 1
  readonly pairedP: number; // two-sided, of no bias
  readonly sdOfDifferences: Estimate; // interval by chi-square
  readonly lowerLimit: Limit;
  readonly upperLimit: Limit;
}

/**
 * Bias, limits of agreement and Lin's concordance from what papers print of two methods on the same
 * subjects: both means and standard deviations, and Pearson's correlation.
 *
 * SD² of the differences = s₁² + s₂² − 2·r·s₁·s₂, so all of it follows from the summary as from the
 * pairs themselves; only the intervals suppose normal data, as they do there.
 *
 * @param first - mean and SD by the first method, both SDs above 0
 * @param second - by the second, same unit
 * @param pairs - number of pairs, at least 4, and Pearson's correlation of them, within (−1, 1)
 * @param options.coverage - share of differences the limits should hold; 0.95
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput when a number is not finite or out of its range
 * @source [@lin1989], [@lin2000note], [@bland1999], [@carkeet2015] limits, [@fisher1921]
 */
export function agreementFromSummary(
  first: MeanSd,
  second: MeanSd,
  { n, r }: { readonly n: number; readonly r: number },
  { coverage = 0.95, level = 0.95 }: { coverage?: number; level?: number } = {},
): AgreementFromSummary {
  const where = "agreementFromSummary";
  for (const { mean, sd } of [first, second]) {
    checkMeanSdN(where, { mean, sd, n });
    if (sd === 0) {
      throw new InvalidInput(where, "needs methods that vary; got an SD of 0", "zero_variance");
    }
  }
  if (n < 4) throw new InvalidInput(where, `needs at least 4 pairs; got ${n}`, "too_few_pairs");
  checkFinite(where, "r", r);
  if (Math.abs(r) >= 1) throw new InvalidInput(where, `needs r between -1 and 1; got ${r}`, "r");
  checkLevel(where, coverage);
  checkLevel(where, level);

  const shift = second.mean - first.mean;
  const sd = Math.sqrt((first.sd - second.sd) ** 2 + 2 * (1 - r) * first.sd * second.sd);
  const {
    bias,
    sd: spread,
    ...limits
  } = limitsOfAgreement({ n, mean: shift, sd }, { coverage, level });
  // Lin's variances have the divisor n.
  const locationShift = (shift / Math.sqrt(first.sd * second.sd)) * Math.sqrt(n / (n - 1));
  const scaleShift = second.sd / first.sd;
  const biasCorrection = 2 / (scaleShift + 1 / scaleShift + locationShift ** 2);
  const value = r * biasCorrection;
  const error = concordanceError({ value, r, biasCorrection, locationShift, n });
  const t = shift / (sd / Math.sqrt(n));
  return {
    method: "agreement-from-summary",
    n,
    pearson: { value: r, ci: fisherInterval(r, 1 / Math.sqrt(n - 3), level) },
    pearsonP: correlationT(r, n - 2).p,
    concordance: { value, ci: fisherInterval(value, error / (1 - value * value), level) },
    biasCorrection,
    bias,
    pairedP: tTwoSided(t, n - 1),
    sdOfDifferences: spread,
    lowerLimit: limits.lowerLimit,
    upperLimit: limits.upperLimit,
  };
}
