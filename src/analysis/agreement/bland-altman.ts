import { tTwoSided } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import {
  type CoverageAndLevel,
  type LimitsOfAgreement,
  limitsOfAgreement,
} from "./limits-of-agreement.js";
import { type PairedDifferences, pairedDifferences } from "./paired-differences.js";

/** Agreement of two methods; every field but n, t and p is in the unit of the measurements. */
export interface BlandAltman extends LimitsOfAgreement {
  readonly method: "bland-altman";
  readonly n: number;
  readonly coverage: number;
  readonly standardError: number; // of the bias
  readonly t: number; // bias against 0, on n − 1 degrees of freedom
  readonly p: number; // two-sided
  readonly nOutside: number; // differences beyond the limits
  readonly means: Float64Array; // (n), abscissa of the plot
  readonly differences: Float64Array; // (n), test − reference
  /** "zero-variance": the differences are one constant, so t and p are not defined and read NaN. */
  readonly note?: "zero-variance";
}

/**
 * Bias and limits of agreement between two methods measured on the same subjects.
 *
 * With dᵢ = testᵢ − referenceᵢ, the limits are d̄ ± z·s, z the normal quantile that leaves
 * `coverage` of the differences between them. Each limit carries its exact interval and the usual
 * approximations; `proportionalBias` and `shapiroWilk` on `differences` ask whether one pair of limits
 * is right for the whole range.
 *
 * @param test - (n) one value per subject by the method under study
 * @param reference - (n) the same subjects, same order, same unit
 * @param options.coverage - share of differences the limits should hold; 0.95
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput on unequal lengths, n < 2, non-finite values, or a level outside (0, 1)
 * @source [@bland1986], [@bland1999], [@carkeet2015] exact intervals of the limits
 */
export function blandAltman(
  test: ArrayLike<number>,
  reference: ArrayLike<number>,
  { coverage = 0.95, level = 0.95 }: Partial<CoverageAndLevel> = {},
): BlandAltman {
  checkCoverageAndLevel("blandAltman", { coverage, level });
  const pairs = pairedDifferences("blandAltman", test, reference);
  const { n, differences, means, sd, isConstant } = pairs;
  const limits = limitsOfAgreement(pairs, { coverage, level });
  const standardError = sd / Math.sqrt(n);
  return {
    method: "bland-altman",
    n,
    coverage,
    ...limits,
    standardError,
    ...biasTest(pairs),
    nOutside: isConstant ? 0 : countOutside(differences, limits),
    means,
    differences,
    ...(isConstant ? { note: "zero-variance" as const } : {}),
  };
}

/**
 * Refuses what cannot be a coverage or a confidence level.
 *
 * @throws InvalidInput unless both are between 0 and 1
 */
export function checkCoverageAndLevel(where: string, { coverage, level }: CoverageAndLevel): void {
  checkLevel(where, coverage);
  checkLevel(where, level);
}

/** Student's test of the mean difference against 0; NaN where the differences are constant. */
function biasTest({ n, mean, sd, isConstant }: PairedDifferences): { t: number; p: number } {
  if (isConstant) return { t: Number.NaN, p: Number.NaN };
  const t = mean / (sd / Math.sqrt(n));
  return { t, p: tTwoSided(t, n - 1) };
}

function countOutside(
  differences: Float64Array,
  { lowerLimit, upperLimit }: LimitsOfAgreement,
): number {
  const [lower, upper] = [lowerLimit.value, upperLimit.value];
  let count = 0;
  for (let i = 0; i < differences.length; i++) {
    if (differences[i]! < lower || differences[i]! > upper) count++;
  }
  return count;
}
