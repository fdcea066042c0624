import { midRanks, tieSizes } from "../../numeric/index.js";
import { tieTerm } from "./mann-whitney.js";

/** Ranks of the sizes of differences, and the sum of those of the positive ones. */
export interface SignedRanks {
  readonly used: Float64Array; // the differences that are not 0
  readonly ranks: Float64Array; // of their sizes, ties sharing the mean
  readonly hasTies: boolean;
  readonly total: number; // sum of all ranks
  readonly vPlus: number; // sum of the ranks of the positive differences
  readonly distance: number; // of it from its expectation
  readonly sd: number; // of it, when the signs are by chance; corrected for ties
}

/**
 * What Wilcoxon's signed-rank test is made of, differences of 0 left out.
 *
 * @source [@wilcoxon1945]
 */
export function signedRanks(differences: Float64Array): SignedRanks {
  const used = differences.filter((d) => d !== 0);
  const n = used.length;
  const sizes = used.map(Math.abs);
  const ranks = midRanks(sizes);
  const ties = tieSizes(sizes);
  const total = (n * (n + 1)) / 2;
  const vPlus = ranks.reduce((sum, rank, i) => sum + (used[i]! > 0 ? rank : 0), 0);
  const sd = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieTerm(ties) / 48);
  return { used, ranks, hasTies: ties.length < n, total, vPlus, distance: vPlus - total / 2, sd };
}
