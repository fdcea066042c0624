import { midRanks } from "../../numeric/index.js";
import type { Estimate } from "../estimate.js";
import { checkCorrelated, correlationOf, correlationT, fisherInterval } from "./correlations.js";
import { permutationProductNull } from "./permutation-product-null.js";
import { exactTwoSided } from "./rank-tests.js";

/** Spearman's rank correlation. */
export interface SpearmanCorrelation {
  readonly method: "spearman";
  readonly n: number;
  readonly rho: Estimate; // interval by Bonett and Wright
  readonly t: number;
  readonly df: number;
  readonly p: number; // two-sided, by Student's t
  readonly exact: number; // two-sided p over all orders, ties and all; NaN beyond 12 pairs
  /** "too-few-for-interval": the interval needs 4 pairs and reads NaN. */
  readonly note?: "too-few-for-interval";
}

const MOST_EXACT = 12; // pairs; tenths of a second

/**
 * Spearman's rank correlation: Pearson's of the ranks, ties sharing theirs.
 *
 * @param first - (n) one value per subject
 * @param second - (n) the same subjects, same order
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput on unequal lengths, n < 3, values that are not finite, or a constant column
 * @source [@spearman1904]; [@bonett2000] interval
 */
export function spearmanCorrelation(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): SpearmanCorrelation {
  checkCorrelated("spearmanCorrelation", first, second, level);
  const n = first.length;
  const [x, y] = [midRanks(first), midRanks(second)];
  const rho = correlationOf(x, y);
  const standardError = n > 3 ? Math.sqrt((1 + rho ** 2 / 2) / (n - 3)) : Number.NaN;
  return {
    method: "spearman",
    n,
    rho: { value: rho, ci: fisherInterval(rho, standardError, level) },
    df: n - 2,
    ...correlationT(rho, n - 2),
    exact: n > MOST_EXACT ? Number.NaN : exactP(x, y),
    ...(n > 3 ? {} : { note: "too-few-for-interval" as const }),
  };
}

function exactP(x: Float64Array, y: Float64Array): number {
  const product = x.reduce((sum, rank, i) => sum + rank * y[i]!, 0);
  const n = x.length;
  return exactTwoSided(permutationProductNull(x, y), product, (n * (n + 1) ** 2) / 4);
}
