import { chiSquareSurvival, InvalidInput, midRanks, tieSizes } from "../../numeric/index.js";
import { checkMatrix } from "../columns.js";

/** Kendall's concordance of k raters who rank n subjects: 0 none, 1 all alike. */
export interface KendallW {
  readonly method: "kendall-w";
  readonly n: number; // subjects
  readonly k: number; // raters
  readonly w: number; // corrected for ties
  readonly wUncorrected: number; // as if no ratings were tied
  readonly statistic: number; // χ², k(n − 1)W
  readonly df: number;
  readonly p: number; // of no concordance
  readonly meanSpearman: number; // mean rank correlation over pairs of raters, (kW − 1)/(k − 1)
  readonly meanRanks: Float64Array; // (n), over the raters
}

/**
 * Kendall's coefficient of concordance W with its correction for ties, and its chi-square test.
 *
 * Each rater's column is ranked by itself, so raters may use different scales.
 *
 * @param ratings - a row per subject of one value per rater, no value missing
 * @throws InvalidInput on fewer than 2 subjects or raters, missing values, or when no rater tells the
 *   subjects apart (`no_variance`)
 * @source [@kendall1939]
 */
export function kendallW(ratings: readonly ArrayLike<number>[]): KendallW {
  checkMatrix("kendallW", "ratings", ratings, { rows: 2, columns: 2 });
  const n = ratings.length;
  const k = ratings[0]!.length;
  const sums = new Float64Array(n);
  let ties = 0; // Σ t³ − t over all raters
  for (let j = 0; j < k; j++) {
    const column = Float64Array.from(ratings, (row) => row[j]!);
    const ranks = midRanks(column);
    for (let i = 0; i < n; i++) sums[i]! += ranks[i]!;
    for (const t of tieSizes(column)) ties += t ** 3 - t;
  }
  const expected = (k * (n + 1)) / 2;
  const square = sums.reduce((sum, of) => sum + (of - expected) ** 2, 0);
  const spread = k ** 2 * (n ** 3 - n); // of the rank sums under full concordance, times 12
  if (spread === k * ties) {
    const rule = "needs a rater who tells subjects apart; every rater gives all the same value";
    throw new InvalidInput("kendallW", rule, "no_variance");
  }
  const w = (12 * square) / (spread - k * ties);
  const statistic = k * (n - 1) * w;
  return {
    method: "kendall-w",
    n,
    k,
    w,
    wUncorrected: (12 * square) / spread,
    statistic,
    df: n - 1,
    p: chiSquareSurvival(statistic, n - 1),
    meanSpearman: (k * w - 1) / (k - 1),
    meanRanks: sums.map((sum) => sum / k),
  };
}
