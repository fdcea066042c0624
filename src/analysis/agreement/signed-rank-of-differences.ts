import {
  midRanks,
  normalSurvival,
  signedRankCdf,
  signedRankSurvival,
  tieSizes,
} from "../../numeric/index.js";

/** Wilcoxon's signed-rank test that differences are symmetric about 0. */
export interface SignedRankOfDifferences {
  readonly v: number; // sum of the ranks of the positive differences
  readonly nNonzero: number; // differences of 0 are left out
  readonly p: number; // two-sided, normal with correction for ties and continuity; NaN if none is left
  readonly pExact: number; // two-sided; NaN with ties, differences of 0, or n above 500
}

const LARGEST_EXACT = 500;

/**
 * Wilcoxon's signed-rank test as R's `wilcox.test`, differences of 0 left out.
 *
 * @param differences - (n)
 * @source [@wilcoxon1945]
 */
export function signedRankOfDifferences(differences: Float64Array): SignedRankOfDifferences {
  const nonzero = differences.filter((d) => d !== 0);
  const n = nonzero.length;
  if (n === 0) return { v: 0, nNonzero: 0, p: Number.NaN, pExact: Number.NaN };
  const sizes = nonzero.map(Math.abs);
  const ranks = midRanks(sizes);
  let v = 0;
  for (let i = 0; i < n; i++) if (nonzero[i]! > 0) v += ranks[i]!;
  const ties = tieSizes(sizes);
  const lost = ties.reduce((sum, t) => sum + t * (t * t - 1), 0) / 48;
  const away = v - (n * (n + 1)) / 4;
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - lost;
  const z = Math.max(0, Math.abs(away) - 0.5) / Math.sqrt(variance);
  const isExact = ties.length === n && n === differences.length && n <= LARGEST_EXACT;
  const tail = away > 0 ? () => signedRankSurvival(v - 1, n) : () => signedRankCdf(v, n);
  return {
    v,
    nNonzero: n,
    p: Math.min(1, 2 * normalSurvival(away === 0 ? 0 : z)),
    pExact: isExact ? Math.min(1, 2 * tail()) : Number.NaN,
  };
}
