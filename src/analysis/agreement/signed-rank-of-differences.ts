import { signedRankCdf, signedRankSurvival } from "../../numeric/index.js";
import { normalRankP } from "../compare/rank-tests.js";
import { signedRanks } from "../compare/signed-ranks.js";

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
  const { used, hasTies, vPlus, distance, sd } = signedRanks(differences);
  const n = used.length;
  if (n === 0) return { v: 0, nNonzero: 0, p: Number.NaN, pExact: Number.NaN };
  const isExact = !hasTies && n === differences.length && n <= LARGEST_EXACT;
  const tail =
    distance > 0 ? () => signedRankSurvival(vPlus - 1, n) : () => signedRankCdf(vPlus, n);
  return {
    v: vPlus,
    nNonzero: n,
    p: normalRankP(distance, sd, 0.5).twoSided,
    pExact: isExact ? Math.min(1, 2 * tail()) : Number.NaN,
  };
}
