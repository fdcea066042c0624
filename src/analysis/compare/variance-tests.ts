import {
  chiSquareSurvival,
  InvalidInput,
  mean,
  median,
  midRanks,
  normalQuantile,
} from "../../numeric/index.js";
import { shown } from "../columns.js";
import { checkGroups, checkResidual, summaries } from "./groups.js";
import { oneWayAnova } from "./one-way-anova.js";

/** A test that k groups have one variance, by chi-square. */
export interface VarianceChiSquare {
  readonly method: "bartlett" | "fligner-killeen";
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** "zero-variance": a group does not vary (Bartlett), or none (Fligner and Killeen). */
  readonly note?: "zero-variance";
}

/** A test that k groups have one variance, by an analysis of distances from their centres. */
export interface LeveneTest {
  readonly method: "levene";
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
  /** "zero-variance": the distances do not vary within groups; f and p read NaN. */
  readonly note?: "zero-variance";
}

/**
 * Bartlett's test of equal variances, which supposes normal data.
 *
 * @param groups - the values of each group, at least 2 in each
 * @throws InvalidInput on fewer than 2 groups, one with fewer than 2 values, or values that are not
 *   finite
 * @source [@bartlett1937]
 */
export function bartlettTest(groups: readonly ArrayLike<number>[]): VarianceChiSquare {
  checkGroups("bartlettTest", groups, 2);
  const all = summaries(groups);
  const k = groups.length;
  const df = all.reduce((sum, { n }) => sum + n - 1, 0);
  const pooled = all.reduce((sum, { sd, n }) => sum + (n - 1) * sd ** 2, 0) / df;
  const isConstant = all.some(({ sd }) => sd === 0);
  // ln of the ratio, not the difference of logarithms: equal variances give exactly 0.
  const sum = all.reduce((total, { sd, n }) => total + (n - 1) * Math.log(pooled / sd ** 2), 0);
  const inverse = all.reduce((total, { n }) => total + 1 / (n - 1), 0);
  const statistic = isConstant ? Number.NaN : sum / (1 + (inverse - 1 / df) / (3 * (k - 1)));
  return chiSquare("bartlett", statistic, k - 1);
}

/**
 * Levene's test of equal variances; with the median as centre it is Brown and Forsythe's, which
 * bears skewed data.
 *
 * @param groups - the values of each group
 * @param centre - from which the distances are taken
 * @throws InvalidInput on fewer than 2 groups, an empty one, values that are not finite, no more
 *   values than groups, or an unknown centre
 * @source [@brown1974]
 */
export function leveneTest(
  groups: readonly ArrayLike<number>[],
  centre: "median" | "mean",
): LeveneTest {
  checkGroups("leveneTest", groups, 1);
  checkResidual("leveneTest", groups);
  if (centre !== "median" && centre !== "mean") {
    const rule = `needs the centre "median" or "mean"; got ${shown(centre)}`;
    throw new InvalidInput("leveneTest", rule, "unknown_choice");
  }
  const centreOf = centre === "median" ? median : mean;
  const { f, df1, df2, p, note } = oneWayAnova(distances(groups, centreOf));
  return { method: "levene", f, df1, df2, p, ...(note === undefined ? {} : { note }) };
}

/**
 * The test of Fligner and Killeen of equal variances, by normal scores of the distances from the
 * medians; the one least hurt by odd shapes.
 *
 * @param groups - the values of each group
 * @throws InvalidInput on fewer than 2 groups, an empty one or values that are not finite
 * @source [@fligner1976]
 */
export function flignerTest(groups: readonly ArrayLike<number>[]): VarianceChiSquare {
  checkGroups("flignerTest", groups, 1);
  const away = distances(groups, median);
  const pooled = away.flatMap((group) => Array.from(group));
  const n = pooled.length;
  const scores = midRanks(pooled).map((rank) => normalQuantile(0.5 + rank / (2 * (n + 1))));
  const centre = mean(scores);
  const variance = scores.reduce((sum, score) => sum + (score - centre) ** 2, 0) / (n - 1);
  let from = 0;
  const spread = away.reduce((sum, group) => {
    const own = scores.subarray(from, from + group.length);
    from += group.length;
    return sum + group.length * (mean(own) - centre) ** 2;
  }, 0);
  const isConstant = pooled.every((distance) => distance === pooled[0]);
  return chiSquare(
    "fligner-killeen",
    isConstant ? Number.NaN : spread / variance,
    groups.length - 1,
  );
}

function distances(
  groups: readonly ArrayLike<number>[],
  centreOf: (group: ArrayLike<number>) => number,
): Float64Array[] {
  return groups.map((group) => {
    const centre = centreOf(group);
    return Float64Array.from(group, (value) => Math.abs(value - centre));
  });
}

function chiSquare(
  method: VarianceChiSquare["method"],
  statistic: number,
  df: number,
): VarianceChiSquare {
  const p = chiSquareSurvival(statistic, df);
  const isDefined = !Number.isNaN(statistic);
  return { method, statistic, df, p, ...(isDefined ? {} : { note: "zero-variance" as const }) };
}
