import { InvalidInput } from "../../numeric/index.js";
import { isColumn, shown } from "../columns.js";

/** A label that a rater gives: a word or a number. */
export type Category = string | number;

/** Ratings by rows: row a subject, column a rater; null or NaN where a rating is missing. */
export type Ratings = readonly ArrayLike<Category | null>[];

/** Ratings as positions in the declared levels. */
export interface CodedRatings {
  readonly n: number; // subjects
  readonly raters: number;
  readonly codes: Int32Array; // (n × raters), MISSING where there is no rating
  readonly missing: number; // how many of them
}

/** The code of a rating that was not given. */
export const MISSING = -1;

const WIDEST_TABLE = 4096; // span of whole-numbered levels that are looked up without hashing

/**
 * Ratings as positions in the declared levels, missing ones allowed.
 *
 * @throws InvalidInput on bad levels, no subject, fewer than two raters, rows of unequal length, or
 *   a rating that is not among the levels
 */
export function codedRatings(
  where: string,
  ratings: Ratings,
  levels: ArrayLike<Category>,
): CodedRatings {
  const positionOf = lookup(where, levels);
  checkRows(where, ratings);
  const n = ratings.length;
  const raters = ratings[0]!.length;
  const codes = new Int32Array(n * raters);
  let missing = 0;
  for (let i = 0, at = 0; i < n; i++) {
    const row = ratings[i]!;
    if (!isColumn(row) || row.length !== raters) refuseRow(where, row, i, raters);
    for (let j = 0; j < raters; j++, at++) {
      const code = positionOf(row[j]);
      codes[at] = code;
      if (code >= 0) continue;
      if (!isMissing(row[j])) refuseLabel(where, row[j], `row ${i}, column ${j}`);
      missing++;
    }
  }
  return { n, raters, codes, missing };
}

/**
 * Ratings as positions in the declared levels, none of them missing.
 *
 * @throws InvalidInput as `codedRatings`, and on a missing rating (`missing_rating`)
 */
export function completeRatings(
  where: string,
  ratings: Ratings,
  levels: ArrayLike<Category>,
): CodedRatings {
  const coded = codedRatings(where, ratings, levels);
  if (coded.missing > 0) {
    const at = coded.codes.indexOf(MISSING);
    const [i, j] = [Math.floor(at / coded.raters), at % coded.raters];
    const got = `row ${i}, column ${j} is ${shown(ratings[i]![j])}`;
    throw new InvalidInput(where, `needs every rating; ${got}`, "missing_rating");
  }
  return coded;
}

/**
 * Positions of labels on a scale, 0 for its first level, for methods that count steps.
 *
 * @param labels - (n)
 * @param levels - every level of the scale in its order, whether it occurs or not
 * @returns (n)
 * @throws InvalidInput on levels that repeat, or a label that is not among them
 */
export function categoryPositions(
  labels: ArrayLike<Category>,
  levels: ArrayLike<Category>,
): Int32Array {
  return positions("categoryPositions", "labels", labels, lookup("categoryPositions", levels));
}

/**
 * The table of two raters' labels of the same subjects: rows the first rater, columns the second.
 *
 * @param first - (n) labels by the first rater
 * @param second - (n) the same subjects, same order
 * @param levels - every category, whether it occurs or not; the order of rows and columns
 * @returns counts, by rows
 * @throws InvalidInput on unequal lengths, levels that repeat, or a label that is not among them
 */
export function agreementTable(
  first: ArrayLike<Category>,
  second: ArrayLike<Category>,
  levels: ArrayLike<Category>,
): number[][] {
  const positionOf = lookup("agreementTable", levels);
  const rows = positions("agreementTable", "labels of the first rater", first, positionOf);
  const columns = positions("agreementTable", "labels of the second rater", second, positionOf);
  if (rows.length !== columns.length) {
    const got = `${rows.length} and ${columns.length} labels`;
    throw new InvalidInput("agreementTable", `needs pairs; got ${got}`, "different_lengths");
  }
  const table = Array.from(levels, () => Array.from(levels, () => 0));
  for (let i = 0; i < rows.length; i++) table[rows[i]!]![columns[i]!]! += 1;
  return table;
}

type Lookup = (label: unknown) => number;

/** The position of a label in the levels, MISSING for any other value. */
function lookup(where: string, levels: ArrayLike<Category>): Lookup {
  checkLevels(where, levels);
  const known = new Map<unknown, number>(Array.from(levels, (level, i) => [level, i]));
  const whole = Array.from(levels).filter((level) => Number.isSafeInteger(level)) as number[];
  const lowest = Math.min(...whole);
  const span = Math.max(...whole) - lowest + 1;
  if (whole.length < levels.length || span > WIDEST_TABLE)
    return (label) => known.get(label) ?? MISSING;
  const table = Int32Array.from({ length: span }, (_, i) => known.get(lowest + i) ?? MISSING);
  return (label) => (typeof label === "number" ? (table[label - lowest] ?? MISSING) : MISSING);
}

function checkLevels(where: string, levels: ArrayLike<Category>): void {
  if (!isColumn(levels)) {
    throw new InvalidInput(where, `needs an array of levels; got ${shown(levels)}`, "not_a_column");
  }
  if (levels.length < 2) {
    throw new InvalidInput(
      where,
      `needs at least 2 levels; got ${levels.length}`,
      "too_few_levels",
    );
  }
  const seen = new Set<Category>();
  for (let i = 0; i < levels.length; i++) {
    const level = levels[i]!;
    if (typeof level !== "string" && !Number.isFinite(level)) {
      const rule = `needs levels that are words or finite numbers; level ${i} is ${shown(level)}`;
      throw new InvalidInput(where, rule, "levels");
    }
    if (seen.has(level)) {
      throw new InvalidInput(where, `needs each level once; got ${shown(level)} again`, "levels");
    }
    seen.add(level);
  }
}

function checkRows(where: string, ratings: Ratings): void {
  if (!isColumn(ratings)) {
    const got = shown(ratings);
    throw new InvalidInput(where, `needs an array of rows of ratings; got ${got}`, "not_a_column");
  }
  if (ratings.length === 0) {
    throw new InvalidInput(where, "needs at least one subject; got 0", "n_zero");
  }
  const first = ratings[0];
  if (!isColumn(first)) refuseRow(where, first, 0, Number.NaN);
  if (first.length < 2) {
    throw new InvalidInput(where, `needs at least 2 raters; got ${first.length}`, "too_few_raters");
  }
}

function refuseRow(where: string, row: unknown, i: number, raters: number): never {
  if (!isColumn(row)) {
    const rule = `needs an array of ratings in row ${i}; got ${shown(row)}`;
    throw new InvalidInput(where, rule, "not_a_column");
  }
  const got = `row ${i} has ${row.length}, row 0 ${raters}`;
  throw new InvalidInput(where, `needs rows of one length; ${got}`, "different_lengths");
}

function refuseLabel(where: string, label: unknown, place: string): never {
  const rule = `needs ratings among the declared levels; ${place} is ${shown(label)}`;
  throw new InvalidInput(where, rule, "unknown_level");
}

function positions(
  where: string,
  name: string,
  labels: ArrayLike<Category>,
  positionOf: Lookup,
): Int32Array {
  if (!isColumn(labels) || labels.length === 0) {
    const got = isColumn(labels) ? "none" : shown(labels);
    throw new InvalidInput(where, `needs an array of ${name}; got ${got}`, "not_a_column");
  }
  return Int32Array.from(labels, (label, i) => {
    const code = positionOf(label);
    return code >= 0 ? code : refuseLabel(where, label, `label ${i}`);
  });
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}
