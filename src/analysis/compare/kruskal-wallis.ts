import {
  chiSquareSurvival,
  InvalidInput,
  midRanks,
  normalSurvival,
  tieSizes,
} from "../../numeric/index.js";
import { adjustedP, type PAdjustment } from "./adjusted-p.js";
import { checkGroups, pairsOf } from "./groups.js";
import { tieTerm } from "./mann-whitney.js";

/** The test of Kruskal and Wallis of k groups by their ranks. */
export interface KruskalWallis {
  readonly method: "kruskal-wallis";
  readonly meanRanks: readonly number[];
  readonly h: number; // corrected for ties
  readonly df: number;
  readonly p: number;
  readonly epsilon2: number; // h/(n − 1), the share of the variance of the ranks
  /** "all-tied": every value is the same; h, p and epsilon2 read NaN. */
  readonly note?: "all-tied";
}

/** Dunn's comparison of two groups after the test of Kruskal and Wallis. */
export interface DunnComparison {
  readonly first: number; // index of the group
  readonly second: number;
  readonly difference: number; // of the mean ranks, first − second
  readonly z: number;
  readonly p: number; // two-sided
  readonly adjustedP: number;
}

/**
 * The test of Kruskal and Wallis, by its chi-square approximation.
 *
 * @param groups - the values of each group
 * @throws InvalidInput on fewer than 2 groups, an empty one or values that are not finite
 * @source [@kruskal1952]
 */
export function kruskalWallis(groups: readonly ArrayLike<number>[]): KruskalWallis {
  checkGroups("kruskalWallis", groups, 1);
  const { meanRanks, variance, n } = ranked(groups);
  const centre = (n + 1) / 2;
  const spread = groups.reduce(
    (sum, group, i) => sum + group.length * (meanRanks[i]! - centre) ** 2,
    0,
  );
  const h = variance > 0 ? spread / variance : Number.NaN;
  const df = groups.length - 1;
  return {
    method: "kruskal-wallis",
    meanRanks,
    h,
    df,
    p: chiSquareSurvival(h, df),
    epsilon2: h / (n - 1),
    ...(variance > 0 ? {} : { note: "all-tied" as const }),
  };
}

/**
 * Dunn's comparisons of every two groups by the mean ranks of all groups together.
 *
 * @param groups - the values of each group
 * @param options.adjustment - for the number of comparisons; "holm"
 * @returns later groups against earlier ones, in R's order; NaN when every value is the same
 * @throws InvalidInput on fewer than 2 groups, an empty one or values that are not finite
 * @source [@dunn1964]; [@holm1979]
 */
export function dunnTest(
  groups: readonly ArrayLike<number>[],
  { adjustment = "holm" }: { adjustment?: PAdjustment } = {},
): DunnComparison[] {
  checkGroups("dunnTest", groups, 1);
  const { meanRanks, variance } = ranked(groups);
  const compared = pairsOf(groups.length).map(({ first, second }) => {
    const difference = meanRanks[first]! - meanRanks[second]!;
    const parts = 1 / groups[first]!.length + 1 / groups[second]!.length;
    const z = variance > 0 ? difference / Math.sqrt(variance * parts) : Number.NaN;
    return { first, second, difference, z, p: Math.min(1, 2 * normalSurvival(Math.abs(z))) };
  });
  const adjusted = adjustedOrRefused("dunnTest", compared, adjustment);
  return compared.map((one, i) => ({ ...one, adjustedP: adjusted[i]! }));
}

function adjustedOrRefused(
  where: string,
  compared: readonly { readonly p: number }[],
  adjustment: PAdjustment,
): ArrayLike<number> {
  const p = compared.map((one) => one.p);
  const isDefined = !p.some(Number.isNaN);
  try {
    const adjusted = adjustedP(isDefined ? p : p.map(() => 1), adjustment);
    return isDefined ? adjusted : p;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(where, `needs a known adjustment; got "${adjustment}"`, error.code);
  }
}

/** Mean ranks, and the variance of all ranks with divisor n − 1. */
function ranked(groups: readonly ArrayLike<number>[]): {
  meanRanks: number[];
  variance: number;
  n: number;
} {
  const pooled = groups.flatMap((group) => Array.from(group));
  const n = pooled.length;
  const ranks = midRanks(pooled);
  let from = 0;
  const meanRanks = groups.map((group) => {
    const own = ranks.subarray(from, from + group.length);
    from += group.length;
    return own.reduce((sum, rank) => sum + rank, 0) / group.length;
  });
  const variance = (n * (n + 1) - tieTerm(tieSizes(pooled)) / (n - 1)) / 12;
  return { meanRanks, variance, n };
}
