import { kendallCdf, kendallSurvival, tieSizes } from "../../numeric/index.js";
import { concordance } from "../reliability/concordance.js";

/** Pairs of subjects by the order of two variables, as the tests of Kendall's tau need them. */
export interface KendallScore {
  readonly n: number;
  readonly concordant: number;
  readonly discordant: number;
  readonly excess: number; // concordant − discordant
  readonly tauB: number; // NaN where a column is constant
  readonly variance: number; // of the excess under independence, given the ties
  readonly hasTies: boolean;
}

/**
 * Counts the concordant and discordant pairs of two columns, in O(n log n).
 *
 * @param first - (n)
 * @param second - (n) the same subjects, same order
 * @source [@kendall1970]
 */
export function kendallScore(first: ArrayLike<number>, second: ArrayLike<number>): KendallScore {
  const n = first.length;
  const of = concordance(first, second);
  const half = (counts: Float64Array): number => counts.reduce((a, b) => a + b, 0) / 2;
  const [concordant, discordant] = [half(of.concordant), half(of.discordant)];
  const excess = concordant - discordant;
  const pairs = (n * (n - 1)) / 2;
  const [x, y] = [tieSums(first), tieSums(second)];
  const tau = excess / Math.sqrt((pairs - x.pairs) * (pairs - y.pairs));
  return {
    n,
    concordant,
    discordant,
    excess,
    tauB: Math.max(-1, Math.min(1, tau)),
    variance:
      (n * (n - 1) * (2 * n + 5) - x.weighted - y.weighted) / 18 +
      (4 * x.pairs * y.pairs) / (2 * n * (n - 1)) +
      (x.triples * y.triples) / (9 * n * (n - 1) * (n - 2)),
    hasTies: x.pairs > 0 || y.pairs > 0,
  };
}

/** Two-sided p over all orders of columns without ties. */
export function exactKendallP({ concordant, n }: KendallScore): number {
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
