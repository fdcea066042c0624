import { chiSquareSurvival, midRanks, tieSizes } from "../../numeric/index.js";
import { checkMatrix } from "../columns.js";

/** Friedman's test that the columns of a two-way layout have one distribution within rows. */
export interface FriedmanTest {
  readonly method: "friedman";
  readonly n: number; // rows: subjects
  readonly k: number; // columns: raters, devices, times
  readonly statistic: number; // χ², corrected for ties
  readonly df: number;
  readonly p: number;
  readonly meanRanks: Float64Array; // (k), over the rows
  /** "zero-variance": every row is one value throughout; chi-square and p read NaN. */
  readonly note?: "zero-variance";
}

/**
 * Friedman's rank test: do raters (columns) differ, given the subject (row)? Ranks within each row;
 * ties share their ranks and the statistic is corrected for them.
 *
 * @param ratings - a row per subject of one value per rater, no value missing
 * @throws InvalidInput on fewer than 2 rows or columns, rows of different lengths or missing values
 * @source [@friedman1937]
 */
export function friedmanTest(ratings: readonly ArrayLike<number>[]): FriedmanTest {
  checkMatrix("friedmanTest", "ratings", ratings, { rows: 2, columns: 2 });
  const n = ratings.length;
  const k = ratings[0]!.length;
  const sums = new Float64Array(k);
  let ties = 0; // Σ t³ − t
  for (const row of ratings) {
    const ranks = midRanks(row);
    for (let j = 0; j < k; j++) sums[j]! += ranks[j]!;
    for (const t of tieSizes(row)) ties += t ** 3 - t;
  }
  const expected = (n * (k + 1)) / 2;
  const square = sums.reduce((sum, of) => sum + (of - expected) ** 2, 0);
  const spread = n * k * (k + 1) - ties / (k - 1);
  const statistic = spread > 0 ? (12 * square) / spread : Number.NaN;
  return {
    method: "friedman",
    n,
    k,
    statistic,
    df: k - 1,
    p: spread > 0 ? chiSquareSurvival(statistic, k - 1) : Number.NaN,
    meanRanks: sums.map((sum) => sum / n),
    ...(spread > 0 ? {} : { note: "zero-variance" as const }),
  };
}
