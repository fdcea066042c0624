import { InvalidInput } from "../../numeric/index.js";
import { checkColumn, checkMatrix } from "../columns.js";

/** Measurements of the same subjects by one column per rater, without copying them into rows. */
export interface RatingColumns {
  readonly raters: readonly ArrayLike<number>[]; // (k) columns of n values
}

/** Measurements of n subjects by k raters: one row per subject, or one column per rater. */
export type MeasuredRatings = readonly ArrayLike<number>[] | RatingColumns;

/** Mean squares of the two-way layout without replication, in the squared unit of the ratings. */
export interface RatingMeanSquares {
  readonly n: number; // subjects
  readonly k: number; // raters
  readonly subjects: number; // on n − 1 degrees of freedom
  readonly raters: number; // k − 1
  readonly error: number; // (n − 1)(k − 1), subjects × raters
  readonly within: number; // n(k − 1), raters and error together
}

/**
 * Mean squares between subjects, between raters, within subjects and of the residual.
 *
 * Ratings enter as differences from the first rating of their subject, so that neither a large common
 * offset nor large differences between subjects cost digits of what raters disagree by.
 *
 * @param where - the function in whose name to refuse
 * @throws InvalidInput on fewer than 2 subjects or raters, columns of different lengths, values that
 *   are not finite, or ratings that are all one number (`no_variance`)
 */
export function ratingMeanSquares(where: string, ratings: MeasuredRatings): RatingMeanSquares {
  const columns = checkedColumns(where, ratings);
  const k = columns.length;
  const first = columns[0]!;
  const n = first.length;

  const ownMean = new Float64Array(n); // mean of a subject's ratings, less the first of them
  for (const column of columns) addDifferences(ownMean, column, first);
  for (let i = 0; i < n; i++) ownMean[i]! /= k;

  const origin = first[0]!;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += first[i]! - origin + ownMean[i]!;
  const grandMean = sum / n;
  let ssSubjects = 0;
  for (let i = 0; i < n; i++) ssSubjects += (first[i]! - origin + ownMean[i]! - grandMean) ** 2;

  let ssRaters = 0;
  let ssError = 0;
  for (const column of columns) {
    const effect = raterEffect(column, first, ownMean);
    ssRaters += effect ** 2;
    ssError += residualSum(column, first, ownMean, effect);
  }
  ssRaters *= n;
  ssSubjects *= k;
  if (ssSubjects === 0 && ssRaters === 0 && ssError === 0) {
    const rule = `needs ratings that differ; all are ${origin}`;
    throw new InvalidInput(where, rule, "no_variance");
  }
  return {
    n,
    k,
    subjects: ssSubjects / (n - 1),
    raters: ssRaters / (k - 1),
    error: ssError / ((n - 1) * (k - 1)),
    within: (ssRaters + ssError) / (n * (k - 1)),
  };
}

/** Adds what a rater says over the first rater to the sums of the subjects. */
function addDifferences(
  sums: Float64Array,
  column: ArrayLike<number>,
  first: ArrayLike<number>,
): void {
  for (let i = 0; i < sums.length; i++) sums[i]! += column[i]! - first[i]!;
}

/** How far a rater is above the mean of all raters, over the subjects. */
function raterEffect(
  column: ArrayLike<number>,
  first: ArrayLike<number>,
  ownMean: Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < ownMean.length; i++) sum += column[i]! - first[i]! - ownMean[i]!;
  return sum / ownMean.length;
}

/** Sum of squares of what neither the subject nor the rater explains. */
function residualSum(
  column: ArrayLike<number>,
  first: ArrayLike<number>,
  ownMean: Float64Array,
  effect: number,
): number {
  let sum = 0;
  for (let i = 0; i < ownMean.length; i++) {
    sum += (column[i]! - first[i]! - ownMean[i]! - effect) ** 2;
  }
  return sum;
}

/** One column per rater, of checked values. */
function checkedColumns(where: string, ratings: MeasuredRatings): readonly ArrayLike<number>[] {
  if (!isColumns(ratings)) {
    checkMatrix(where, "ratings", ratings, { rows: 2, columns: 2 });
    return Array.from({ length: ratings[0]!.length }, (_, j) =>
      Float64Array.from(ratings, (row) => row[j]!),
    );
  }
  const columns = ratings.raters;
  if (!Array.isArray(columns) || columns.length < 2) {
    const got = Array.isArray(columns) ? columns.length : String(columns);
    throw new InvalidInput(where, `needs columns of at least 2 raters; got ${got}`, "n_too_small");
  }
  for (const [j, column] of columns.entries()) {
    checkColumn(where, `ratings of rater ${j}`, column, 2);
    if (column.length !== columns[0]!.length) {
      const got = `rater ${j} has ${column.length}, rater 0 ${columns[0]!.length}`;
      throw new InvalidInput(where, `needs columns of one length; ${got}`, "different_lengths");
    }
  }
  return columns;
}

function isColumns(ratings: MeasuredRatings): ratings is RatingColumns {
  return (
    typeof ratings === "object" &&
    ratings !== null &&
    !Array.isArray(ratings) &&
    "raters" in ratings
  );
}
