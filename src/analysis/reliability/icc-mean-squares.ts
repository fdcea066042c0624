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
  const origin = first[0]!;

  const ownMean = new Float64Array(n); // mean of a subject's ratings, less the first of them
  const effects = new Float64Array(k); // of the raters: sums, then means, over the first rater
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const own = first[i]!;
    let over = 0;
    for (let j = 1; j < k; j++) {
      const difference = columns[j]![i]! - own;
      over += difference;
      effects[j]! += difference;
    }
    over /= k;
    ownMean[i] = over;
    sum += own - origin + over;
  }
  const grandMean = sum / n;
  centre(effects, n);

  let ssSubjects = 0;
  let ssError = 0;
  for (let i = 0; i < n; i++) {
    const own = first[i]!;
    const over = ownMean[i]!;
    const subject = own - origin + over - grandMean;
    ssSubjects += subject * subject;
    for (let j = 0; j < k; j++) {
      const residual = columns[j]![i]! - own - over - effects[j]!;
      ssError += residual * residual;
    }
  }
  ssSubjects *= k;
  let ssRaters = 0;
  for (const effect of effects) ssRaters += n * effect * effect;
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

/** From sums over n subjects to means, less the mean of the means. */
function centre(effects: Float64Array, n: number): void {
  let mean = 0;
  for (let j = 0; j < effects.length; j++) {
    effects[j]! /= n;
    mean += effects[j]! / effects.length;
  }
  for (let j = 0; j < effects.length; j++) effects[j]! -= mean;
}

/** One column per rater, of checked values. */
function checkedColumns(where: string, ratings: MeasuredRatings): readonly ArrayLike<number>[] {
  if (!isColumns(ratings)) {
    const columns = columnsOfRows(ratings);
    if (columns === undefined) checkMatrix(where, "ratings", ratings, { rows: 2, columns: 2 });
    return columns ?? [];
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

/** Columns from rows in one pass; undefined where the rows are not what `checkMatrix` lets through. */
function columnsOfRows(rows: readonly ArrayLike<number>[]): Float64Array[] | undefined {
  if (!Array.isArray(rows) || rows.length < 2) return undefined;
  const k = rows[0]?.length ?? 0;
  if (k < 2) return undefined;
  const columns = Array.from({ length: k }, () => new Float64Array(rows.length));
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (row?.length !== k) return undefined;
    for (let j = 0; j < k; j++) {
      if (!Number.isFinite(row[j])) return undefined;
      columns[j]![i] = row[j]!;
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
