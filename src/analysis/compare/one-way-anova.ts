import { fSurvival } from "../../numeric/index.js";
import { checkAtLeastTwo, checkGroups, checkResidual, summaries } from "./groups.js";
import { checkMeanSdN, isRounding, type MeanSdN } from "./mean-sd-n.js";

/** One-way analysis of variance of the means of k groups. */
export interface OneWayAnova {
  readonly method: "one-way-anova";
  readonly groups: readonly MeanSdN[]; // SD NaN for a single value
  readonly ssBetween: number; // in squared units of the values
  readonly ssWithin: number;
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
  readonly eta2: number; // share of the sum of squares that lies between groups
  readonly omega2: number; // the same freed of most of its bias; may be below 0
  readonly welch: WelchAnova;
  readonly combined: MeanSdN; // all groups as one
  /** "zero-variance": no group varies, so no test is defined; f, p and welch read NaN. */
  readonly note?: "zero-variance";
}

/** Welch's test of the means of k groups of unequal variances. */
export interface WelchAnova {
  readonly f: number; // NaN, with df2 and p, when a group has one value or does not vary
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

/**
 * One-way analysis of variance, classical and Welch's.
 *
 * @param groups - the values of each group, same unit
 * @throws InvalidInput on fewer than 2 groups, an empty one, values that are not finite, or no more
 *   values than groups
 * @source [@welch1951]
 */
export function oneWayAnova(groups: readonly ArrayLike<number>[]): OneWayAnova {
  checkGroups("oneWayAnova", groups, 1);
  checkResidual("oneWayAnova", groups);
  return anova(summaries(groups));
}

/**
 * One-way analysis of variance from printed summaries; of two groups it equals the t tests.
 *
 * @param groups - mean, SD and size of each group
 * @throws InvalidInput on fewer than 2 groups, n < 2, a negative SD or a number that is not finite
 * @source [@welch1951]
 */
export function oneWayAnovaFromSummaries(groups: readonly MeanSdN[]): OneWayAnova {
  checkAtLeastTwo("oneWayAnovaFromSummaries", groups);
  for (const group of groups) checkMeanSdN("oneWayAnovaFromSummaries", group);
  return anova(groups);
}

function anova(groups: readonly MeanSdN[]): OneWayAnova {
  const total = groups.reduce((sum, { n }) => sum + n, 0);
  const reference = groups[0]!.mean; // sums of distances from it keep the digits of far offsets
  const grandMean =
    reference + groups.reduce((sum, { mean, n }) => sum + n * (mean - reference), 0) / total;
  const ssBetween = groups.reduce((sum, { mean, n }) => sum + n * (mean - grandMean) ** 2, 0);
  const ssWithin = groups.reduce((sum, { sd, n }) => sum + (n > 1 ? (n - 1) * sd ** 2 : 0), 0);
  const df1 = groups.length - 1;
  const df2 = total - groups.length;
  const meanSquare = ssWithin / df2;
  const isConstant = isRounding(Math.sqrt(meanSquare / total), ...groups.map(({ mean }) => mean));
  const f = isConstant ? Number.NaN : ssBetween / df1 / meanSquare;
  const ssTotal = ssBetween + ssWithin;
  return {
    method: "one-way-anova",
    groups,
    ssBetween,
    ssWithin,
    f,
    df1,
    df2,
    p: fSurvival(f, df1, df2),
    eta2: ssBetween / ssTotal,
    omega2: (ssBetween - df1 * meanSquare) / (ssTotal + meanSquare),
    welch: welchAnova(groups, isConstant),
    combined: { mean: grandMean, sd: Math.sqrt(ssTotal / (total - 1)), n: total },
    ...(isConstant ? { note: "zero-variance" as const } : {}),
  };
}

function welchAnova(groups: readonly MeanSdN[], isConstant: boolean): WelchAnova {
  const k = groups.length;
  const df1 = k - 1;
  if (isConstant || groups.some(({ sd, n }) => n < 2 || sd === 0)) {
    return { f: Number.NaN, df1, df2: Number.NaN, p: Number.NaN };
  }
  const weights = groups.map(({ sd, n }) => n / sd ** 2);
  const total = weights.reduce((sum, w) => sum + w, 0);
  const reference = groups[0]!.mean;
  const centre =
    reference +
    groups.reduce((sum, { mean }, i) => sum + weights[i]! * (mean - reference), 0) / total;
  const between = groups.reduce((sum, { mean }, i) => sum + weights[i]! * (mean - centre) ** 2, 0);
  const doubt = groups.reduce((sum, { n }, i) => sum + (1 - weights[i]! / total) ** 2 / (n - 1), 0);
  const scale = doubt / (k ** 2 - 1);
  const f = between / df1 / (1 + 2 * (k - 2) * scale);
  const df2 = 1 / (3 * scale);
  return { f, df1, df2, p: fSurvival(f, df1, df2) };
}
