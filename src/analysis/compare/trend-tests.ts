import { chiSquareSurvival, InvalidInput } from "../../numeric/index.js";
import { type Arm, checkArm } from "../arm.js";
import type { ChiSquare } from "../chi-square.js";
import { checkColumn } from "../columns.js";
import { type CountTable, checkCountTable } from "./count-table.js";
import { checkAtLeastTwo } from "./groups.js";

/** A test for a trend, on one degree of freedom. */
export interface TrendTest extends ChiSquare {
  readonly method: "linear-by-linear" | "cochran-armitage";
  readonly correlation: number; // of the scores, over subjects
  /** "no-variance": one margin has a single category; all reads NaN. */
  readonly note?: "no-variance";
}

/**
 * Mantel's test of a linear association of two ordered margins.
 *
 * @param table - (rows × columns) counts, both in order
 * @param options.rowScores - of the rows; 1, 2, 3, …
 * @param options.columnScores - of the columns; 1, 2, 3, …
 * @throws InvalidInput on what is no table of counts, or as many scores as there are not rows or
 *   columns
 * @source [@mantel1963] (n − 1) r²
 */
export function linearByLinear(
  table: CountTable,
  {
    rowScores,
    columnScores,
  }: { rowScores?: ArrayLike<number>; columnScores?: ArrayLike<number> } = {},
): TrendTest {
  checkCountTable("linearByLinear", table);
  const rows = scoresFor("linearByLinear", "rowScores", table.length, rowScores);
  const columns = scoresFor("linearByLinear", "columnScores", table[0]!.length, columnScores);
  const { r, n } = correlation(table, rows, columns);
  return result("linear-by-linear", (n - 1) * r ** 2, r);
}

/**
 * The test of Cochran and Armitage for a trend of proportions over ordered groups.
 *
 * @param arms - the groups, in order
 * @param options.scores - of the groups; 1, 2, 3, …
 * @throws InvalidInput on fewer than 2 groups, an empty one, a count outside it, or as many scores as
 *   there are not groups
 * @source [@armitage1955] n r²
 */
export function cochranArmitage(
  arms: readonly Arm[],
  { scores }: { scores?: ArrayLike<number> } = {},
): TrendTest {
  checkAtLeastTwo("cochranArmitage", arms);
  for (const arm of arms) checkArm("cochranArmitage", arm);
  const rows = scoresFor("cochranArmitage", "scores", arms.length, scores);
  const table = arms.map(({ count, n }) => [n - count, count]);
  const { r, n } = correlation(table, rows, [0, 1]);
  return result("cochran-armitage", n * r ** 2, r);
}

function scoresFor(
  where: string,
  name: string,
  length: number,
  scores: ArrayLike<number> | undefined,
): ArrayLike<number> {
  if (scores === undefined) return Array.from({ length }, (_, i) => i + 1);
  checkColumn(where, name, scores);
  if (scores.length !== length) {
    const rule = `needs ${length} ${name}; got ${scores.length}`;
    throw new InvalidInput(where, rule, "different_lengths");
  }
  return scores;
}

/** Pearson's correlation of the scores of the cells, each as often as it was counted. */
function correlation(
  table: CountTable,
  rowScores: ArrayLike<number>,
  columnScores: ArrayLike<number>,
): { r: number; n: number } {
  let [n, rowSum, columnSum] = [0, 0, 0];
  const each = (use: (count: number, row: number, column: number) => void): void => {
    for (const [i, row] of table.entries()) {
      for (const [j, count] of row.entries()) use(count, rowScores[i]!, columnScores[j]!);
    }
  };
  each((count, row, column) => {
    n += count;
    rowSum += count * row;
    columnSum += count * column;
  });
  const [rowCentre, columnCentre] = [rowSum / n, columnSum / n];
  let [rows, columns, both] = [0, 0, 0];
  each((count, row, column) => {
    rows += count * (row - rowCentre) ** 2;
    columns += count * (column - columnCentre) ** 2;
    both += count * (row - rowCentre) * (column - columnCentre);
  });
  return { r: both / Math.sqrt(rows * columns), n };
}

function result(method: TrendTest["method"], statistic: number, correlation: number): TrendTest {
  const p = chiSquareSurvival(statistic, 1);
  const isDefined = !Number.isNaN(correlation);
  const test = { method, statistic, df: 1, p, correlation } as const;
  return isDefined ? test : { ...test, note: "no-variance" };
}
