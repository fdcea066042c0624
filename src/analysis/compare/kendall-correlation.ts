import { kendallCdf, kendallSurvival, normalSurvival, tieSizes } from "../../numeric/index.js";
import type { Estimate } from "../estimate.js";
import { checkCorrelated, fisherInterval } from "./correlations.js";

/** Kendall's rank correlation. */
export interface KendallCorrelation {
  readonly method: "kendall";
  readonly n: number;
  readonly tauB: Estimate; // ties allowed for; interval by Fieller, Hartley and Pearson
  readonly concordant: number; // pairs of subjects
  readonly discordant: number;
  readonly z: number; // corrected for ties, without continuity correction
  readonly p: number; // two-sided, normal approximation
  readonly exact: number; // two-sided p; NaN with ties and beyond 100 subjects
  /** "too-few-for-interval": the interval needs 5 subjects and reads NaN. */
  readonly note?: "too-few-for-interval";
}

const MOST_EXACT = 100; // subjects; a tenth of a second

/**
 * Kendall's rank correlation tau-b.
 *
 * @param first - (n) one value per subject
 * @param second - (n) the same subjects, same order
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput on unequal lengths, n < 3, values that are not finite, or a constant column
 * @source [@kendall1970] test; [@fieller1957] interval
 */
export function kendallCorrelation(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): KendallCorrelation {
  checkCorrelated("kendallCorrelation", first, second, level);
  const n = first.length;
  const { concordant, discordant } = countPairs(first, second);
  const excess = concordant - discordant;
  const pairs = (n * (n - 1)) / 2;
  const [x, y] = [tieSums(first), tieSums(second)];
  const tau = excess / Math.sqrt(pairs - x.pairs) / Math.sqrt(pairs - y.pairs);
  const value = Math.max(-1, Math.min(1, tau));
  const variance =
    (n * (n - 1) * (2 * n + 5) - x.weighted - y.weighted) / 18 +
    (4 * x.pairs * y.pairs) / (2 * n * (n - 1)) +
    (x.triples * y.triples) / (9 * n * (n - 1) * (n - 2));
  const z = excess / Math.sqrt(variance);
  const standardError = n > 4 ? Math.sqrt(0.437 / (n - 4)) : Number.NaN;
  const isExact = n <= MOST_EXACT && x.pairs === 0 && y.pairs === 0;
  return {
    method: "kendall",
    n,
    tauB: { value, ci: fisherInterval(value, standardError, level) },
    concordant,
    discordant,
    z,
    p: Math.min(1, 2 * normalSurvival(Math.abs(z))),
    exact: isExact ? exactP(concordant, n) : Number.NaN,
    ...(n > 4 ? {} : { note: "too-few-for-interval" as const }),
  };
}

function countPairs(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): { concordant: number; discordant: number } {
  let [concordant, discordant] = [0, 0];
  for (let i = 0; i < first.length; i++) {
    for (let j = 0; j < i; j++) {
      const sign = Math.sign(first[i]! - first[j]!) * Math.sign(second[i]! - second[j]!);
      if (sign > 0) concordant++;
      else if (sign < 0) discordant++;
    }
  }
  return { concordant, discordant };
}

function exactP(concordant: number, n: number): number {
  const tail = Math.min(kendallCdf(concordant, n), kendallSurvival(concordant - 1, n));
  return Math.min(1, 2 * tail);
}

/** Sums over groups of t tied values that the variance needs. */
function tieSums(values: ArrayLike<number>): { pairs: number; weighted: number; triples: number } {
  let [pairs, weighted, triples] = [0, 0, 0];
  for (const t of tieSizes(values)) {
    pairs += (t * (t - 1)) / 2;
    weighted += t * (t - 1) * (2 * t + 5);
    triples += t * (t - 1) * (t - 2);
  }
  return { pairs, weighted, triples };
}
