import { normalUpperQuantile } from "../../numeric/index.js";
import { checkColumn } from "../columns.js";
import { checkCoverageAndLevel } from "./bland-altman.js";
import type { CoverageAndLevel } from "./limits-of-agreement.js";
import { pairedDifferences } from "./paired-differences.js";
import { heightAt, type StraightLine, straightLine } from "./straight-line.js";

/** Limits of agreement at one mean of the two methods. */
export interface LimitsAtMean {
  readonly mean: number;
  readonly bias: number;
  readonly sd: number; // of the differences there
  readonly lower: number;
  readonly upper: number;
}

/** Limits of agreement that follow the size of the measurement, in its unit. */
export interface BlandAltmanRegression {
  readonly method: "bland-altman-regression";
  readonly n: number;
  readonly coverage: number;
  readonly bias: StraightLine; // d on the mean of the pair
  readonly spread: StraightLine; // |residual| on the mean of the pair
  /** At each mean asked for, one SD throughout: the residual SD of `bias`. */
  readonly constantSpread: readonly LimitsAtMean[];
  /** At each mean asked for, SD = √(π/2) × the line of `spread`. */
  readonly changingSpread: readonly LimitsAtMean[];
  /**
   * "zero-variance": every pair has the same mean, so the lines read NaN; "negative-sd": the line of
   * `spread` is below 0 at a mean asked for, so the limits there mean nothing.
   */
  readonly note?: "zero-variance" | "negative-sd";
}

/**
 * Limits of agreement by regression, for a bias or a spread that changes over the range.
 *
 * The differences are regressed on the means of the pairs, then the absolute residuals on the
 * same means; for normal residuals the mean absolute one is σ·√(2/π).
 *
 * @param test - (n) one value per subject by the method under study
 * @param reference - (n) the same subjects, same order, same unit
 * @param at - means at which to give the limits
 * @param options.coverage - share of the differences the limits should hold; 0.95
 * @param options.level - confidence level of the intervals of the slopes; 0.95
 * @throws InvalidInput on unequal lengths, n < 3, non-finite values, or a level outside (0, 1)
 * @source [@bland1999] section 3.2
 */
export function blandAltmanRegression(
  test: ArrayLike<number>,
  reference: ArrayLike<number>,
  at: ArrayLike<number>,
  { coverage = 0.95, level = 0.95 }: Partial<CoverageAndLevel> = {},
): BlandAltmanRegression {
  const where = "blandAltmanRegression";
  checkCoverageAndLevel(where, { coverage, level });
  const { n, means, differences } = pairedDifferences(where, test, reference, 3);
  checkColumn(where, "means in at", at);
  const z = normalUpperQuantile((1 - coverage) / 2);
  const bias = straightLine(means, differences, level);
  const residuals = means.map((mean, i) => Math.abs(differences[i]! - heightAt(bias, mean)));
  const spread = straightLine(means, residuals, level);
  const limitsAt = (sdAt: (mean: number) => number): LimitsAtMean[] =>
    Array.from(at, (mean) => {
      const [centre, sd] = [heightAt(bias, mean), sdAt(mean)];
      return { mean, bias: centre, sd, lower: centre - z * sd, upper: centre + z * sd };
    });
  const changingSpread = limitsAt((mean) => Math.sqrt(Math.PI / 2) * heightAt(spread, mean));
  const note = noteOf(bias.slope.value, changingSpread);
  return {
    method: "bland-altman-regression",
    n,
    coverage,
    bias,
    spread,
    constantSpread: limitsAt(() => bias.residualSd),
    changingSpread,
    ...(note ? { note } : {}),
  };
}

function noteOf(
  slope: number,
  limits: readonly LimitsAtMean[],
): "zero-variance" | "negative-sd" | undefined {
  if (Number.isNaN(slope)) return "zero-variance";
  return limits.some(({ sd }) => sd < 0) ? "negative-sd" : undefined;
}
