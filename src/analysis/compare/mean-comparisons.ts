import { studentizedRangeSurvival, studentizedRangeUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import { checkGroups, checkResidual, pairsOf, summaries } from "./groups.js";
import { isRounding } from "./mean-sd-n.js";
import { welchDf } from "./t-tests.js";

/** Two of k groups compared, with p and interval adjusted for all pairs at once. */
export interface MeanComparison {
  readonly first: number; // index of the group
  readonly second: number;
  readonly difference: Estimate; // of the means, first − second
  readonly t: number; // difference over its standard error
  readonly df: number;
  readonly p: number;
  /** "zero-variance": the groups do not vary; t, p and limits read NaN. */
  readonly note?: "zero-variance";
}

/**
 * Tukey's honestly significant differences, with Kramer's extension to groups of unequal size: one
 * variance for all groups.
 *
 * @param groups - the values of each group, same unit
 * @param options.level - chance that all intervals hold; 0.95
 * @returns later groups against earlier ones, in R's order
 * @throws InvalidInput on fewer than 2 groups, an empty one, values that are not finite, or no more
 *   values than groups
 * @source [@tukey1949]; [@kramer1956]
 */
export function tukeyComparisons(
  groups: readonly ArrayLike<number>[],
  { level = 0.95 }: { level?: number } = {},
): MeanComparison[] {
  checkGroups("tukeyComparisons", groups, 1);
  checkResidual("tukeyComparisons", groups);
  checkLevel("tukeyComparisons", level);
  const all = summaries(groups);
  const df = all.reduce((sum, { n }) => sum + n - 1, 0);
  const within = all.reduce((sum, { sd, n }) => sum + (n > 1 ? (n - 1) * sd ** 2 : 0), 0) / df;
  return compared(groups, level, (first, second) => ({
    standardError: Math.sqrt(within * (1 / all[first]!.n + 1 / all[second]!.n)),
    df,
  }));
}

/**
 * The comparisons of Games and Howell: as Tukey's, but each pair with its own variances and degrees
 * of freedom, as in Welch's t test.
 *
 * @param groups - the values of each group, at least 2 in each, same unit
 * @param options.level - chance that all intervals hold; 0.95
 * @returns later groups against earlier ones, in R's order
 * @throws InvalidInput on fewer than 2 groups, one with fewer than 2 values, or values that are not
 *   finite
 * @source [@games1976]
 */
export function gamesHowellComparisons(
  groups: readonly ArrayLike<number>[],
  { level = 0.95 }: { level?: number } = {},
): MeanComparison[] {
  checkGroups("gamesHowellComparisons", groups, 2);
  checkLevel("gamesHowellComparisons", level);
  const all = summaries(groups).map(({ sd, n }) => ({ se: sd / Math.sqrt(n), n }));
  return compared(groups, level, (first, second) => {
    const [one, other] = [all[first]!, all[second]!];
    return {
      standardError: Math.hypot(one.se, other.se),
      df: welchDf(one.se, one.n, other.se, other.n),
    };
  });
}

function compared(
  groups: readonly ArrayLike<number>[],
  level: number,
  precision: (first: number, second: number) => { standardError: number; df: number },
): MeanComparison[] {
  const means = summaries(groups).map(({ mean }) => mean);
  const k = groups.length;
  const quantiles = new Map<number, number>(); // by df: Tukey's pairs share theirs
  const criticalRange = (df: number): number => {
    const critical = quantiles.get(df) ?? studentizedRangeUpperQuantile(1 - level, k, df);
    quantiles.set(df, critical);
    return critical;
  };
  return pairsOf(k).map(({ first, second }) => {
    const [one, other] = [means[first]!, means[second]!];
    const value = one - other;
    const { standardError, df } = precision(first, second);
    if (isRounding(standardError, one, other)) {
      const ci = { lower: Number.NaN, upper: Number.NaN, level };
      const none = { t: Number.NaN, df: Number.NaN, p: Number.NaN };
      return { first, second, difference: { value, ci }, ...none, note: "zero-variance" };
    }
    const t = value / standardError;
    const reach = criticalRange(df) * (standardError / Math.SQRT2);
    return {
      first,
      second,
      difference: { value, ci: { lower: value - reach, upper: value + reach, level } },
      t,
      df,
      p: studentizedRangeSurvival(Math.abs(t) * Math.SQRT2, k, df),
    };
  });
}
