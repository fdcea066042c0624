import { InvalidInput } from "../../numeric/index.js";
import { checkCoverageAndLevel } from "./bland-altman.js";
import {
  type CoverageAndLevel,
  type LimitsOfAgreement,
  limitsOfAgreement,
} from "./limits-of-agreement.js";
import { pairedDifferences } from "./paired-differences.js";

/** Agreement of two methods in percent of the mean of each pair. */
export interface BlandAltmanPercent extends LimitsOfAgreement {
  readonly method: "bland-altman-percent";
  readonly n: number;
  readonly coverage: number;
  readonly means: Float64Array; // (n), in the unit of the measurements
  readonly percentages: Float64Array; // (n), 100 (test − reference) / mean
  /** "zero-variance": the percentages are one constant. */
  readonly note?: "zero-variance";
}

/**
 * Bias and limits of agreement of the differences in percent of the mean of their pair, for
 * differences that grow with the measurement; `blandAltmanLog` is the same question on ratios.
 *
 * @param test - (n) one value per subject by the method under study
 * @param reference - (n) the same subjects, same order, same unit
 * @param options.coverage - share of percentages the limits should hold; 0.95
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput on unequal lengths, n < 2, non-finite values, a pair whose mean is 0
 *   (`zero_mean`), or a level outside (0, 1)
 * @source [@bland1999] section 3.1
 */
export function blandAltmanPercent(
  test: ArrayLike<number>,
  reference: ArrayLike<number>,
  { coverage = 0.95, level = 0.95 }: Partial<CoverageAndLevel> = {},
): BlandAltmanPercent {
  const where = "blandAltmanPercent";
  checkCoverageAndLevel(where, { coverage, level });
  const { n, means, differences } = pairedDifferences(where, test, reference);
  const zero = means.indexOf(0);
  if (zero >= 0) {
    const got = `pair ${zero} is (${test[zero]}, ${reference[zero]})`;
    throw new InvalidInput(where, `needs pairs whose mean is not 0; ${got}`, "zero_mean");
  }
  const percentages = differences.map((d, i) => (100 * d) / means[i]!);
  const sums = pairedDifferences(where, percentages, new Float64Array(n));
  return {
    method: "bland-altman-percent",
    n,
    coverage,
    ...limitsOfAgreement(sums, { coverage, level }),
    means,
    percentages,
    ...(sums.isConstant ? { note: "zero-variance" as const } : {}),
  };
}
