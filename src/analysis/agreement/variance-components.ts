import {
  chiSquareQuantile,
  chiSquareUpperQuantile,
  normalUpperQuantile,
} from "../../numeric/index.js";
import type { Estimate } from "../estimate.js";
import type { CoverageAndLevel } from "./limits-of-agreement.js";

/** A part of a variance: its estimate, its weight in the sum, and its degrees of freedom. */
export interface VariancePart {
  readonly variance: number;
  readonly weight: number;
  readonly df: number;
}

/** Limits of agreement whose variance is a sum of parts. */
export interface ComponentLimits {
  readonly sd: number;
  readonly lowerLimit: Estimate;
  readonly upperLimit: Estimate;
}

/**
 * Limits of agreement from a bias and independent parts of the variance of one difference, with
 * intervals put together from those of the bias (by the normal) and of each part (by chi-square).
 *
 * @param bias - mean of the subjects' mean differences
 * @param biasVariance - of that mean
 * @param parts - those of weight 0 are left out; they may have no degrees of freedom
 * @source [@zou2013] method of variance estimates recovery (MOVER)
 */
export function componentLimits(
  bias: number,
  biasVariance: number,
  parts: readonly VariancePart[],
  { coverage, level }: CoverageAndLevel,
): ComponentLimits {
  const tail = (1 - level) / 2;
  const z = normalUpperQuantile((1 - coverage) / 2);
  let [total, below, above] = [0, 0, 0];
  for (const { variance, weight, df } of parts) {
    if (weight === 0) continue;
    const part = weight * variance;
    total += part;
    below += (part * (1 - df / chiSquareUpperQuantile(tail, df))) ** 2;
    above += (part * (df / chiSquareQuantile(tail, df) - 1)) ** 2;
  }
  const sd = Math.sqrt(total);
  const sdLower = Math.sqrt(Math.max(0, total - Math.sqrt(below)));
  const sdUpper = Math.sqrt(total + Math.sqrt(above));
  const ofBias = normalUpperQuantile(tail) * Math.sqrt(biasVariance);
  const inward = Math.hypot(ofBias, z * (sd - sdLower));
  const outward = Math.hypot(ofBias, z * (sdUpper - sd));
  const [lower, upper] = [bias - z * sd, bias + z * sd];
  return {
    sd,
    lowerLimit: { value: lower, ci: { lower: lower - outward, upper: lower + inward, level } },
    upperLimit: { value: upper, ci: { lower: upper - inward, upper: upper + outward, level } },
  };
}
