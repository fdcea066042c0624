import { chiSquareSurvival, pseudoInverse } from "../../numeric/index.js";
import { marginsOf, type SquareTable } from "./square-table.js";

/** A chi-square test of a square table of two raters or two occasions. */
export interface SquareTableTest<Method extends string> {
  readonly method: Method;
  readonly n: number;
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** "no-disagreement": every subject is on the diagonal; statistic and p are NaN, df is 0. */
  readonly note?: "no-disagreement";
}

/** Bowker's test, with the degrees of freedom also as if every pair of categories had occurred. */
export interface BowkerTest extends SquareTableTest<"bowker-test"> {
  readonly fullDf: number; // q(q − 1)/2
  readonly fullDfP: number;
}

/**
 * Bowker's test of symmetry: whether one rater's i where the other says j is as frequent as j for i.
 *
 * @param table - (q × q) counts, rows the first rater, columns the second
 * @returns degrees of freedom: the pairs of categories between which subjects were disputed
 * @throws InvalidInput unless the table is square with counts, not all 0
 * @source [@bowker1948]
 */
export function bowkerTest(table: SquareTable): BowkerTest {
  const { n } = marginsOf("bowkerTest", table);
  const q = table.length;
  let sum = 0;
  let df = 0;
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < i; j++) {
      const disputed = table[i]![j]! + table[j]![i]!;
      if (disputed === 0) continue;
      sum += (table[i]![j]! - table[j]![i]!) ** 2 / disputed;
      df++;
    }
  }
  const fullDf = (q * (q - 1)) / 2;
  const fullDfP = df > 0 ? chiSquareSurvival(sum, fullDf) : Number.NaN;
  return { ...tested("bowker-test", n, sum, df), fullDf, fullDfP };
}

/**
 * The Stuart–Maxwell test of marginal homogeneity: whether both raters use each category as often.
 *
 * dᵀV⁻d, d the differences of the margins and V their covariance by the disputed subjects. V is
 * singular; its pseudo-inverse serves any pattern of empty categories.
 *
 * @param table - (q × q) counts, rows the first rater, columns the second
 * @returns degrees of freedom: the rank of V, q − 1 when the disputes link all categories
 * @throws InvalidInput unless the table is square with counts, not all 0
 * @source [@stuart1955]; [@maxwell1970]
 */
export function stuartMaxwellTest(table: SquareTable): SquareTableTest<"stuart-maxwell-test"> {
  const { n, statistic, df } = stuartMaxwell("stuartMaxwellTest", table);
  return tested("stuart-maxwell-test", n, statistic, df);
}

/**
 * Bhapkar's test of marginal homogeneity: as Stuart and Maxwell's, with the covariance as it is and
 * not as it would be under the hypothesis; the more powerful of the two.
 *
 * @param table - (q × q) counts, rows the first rater, columns the second
 * @returns Infinity when all subjects are disputed to one side, so that nothing varies
 * @throws InvalidInput unless the table is square with counts, not all 0
 * @source [@bhapkar1966]; [@keefe1982] S/(1 − S/n) of the other statistic S
 */
export function bhapkarTest(table: SquareTable): SquareTableTest<"bhapkar-test"> {
  const { n, statistic, df } = stuartMaxwell("bhapkarTest", table);
  const left = 1 - statistic / n;
  const isAll = left < NOTHING_LEFT;
  return tested("bhapkar-test", n, isAll ? Number.POSITIVE_INFINITY : statistic / left, df);
}

const NOTHING_LEFT = 1e-12; // 1 − S/n is 0 or at least about 1/n², so only rounding is below

function stuartMaxwell(
  where: string,
  table: SquareTable,
): { n: number; statistic: number; df: number } {
  const { n, rows, columns } = marginsOf(where, table);
  const d = Array.from(rows, (row, i) => row - columns[i]!);
  const covariance = d.map((_, i) =>
    d.map((_, j) =>
      i === j ? rows[i]! + columns[i]! - 2 * table[i]![i]! : -(table[i]![j]! + table[j]![i]!),
    ),
  );
  const { inverse, rank } = pseudoInverse(covariance);
  let statistic = 0;
  for (const [i, row] of inverse.entries()) {
    for (const [j, value] of row.entries()) statistic += d[i]! * value * d[j]!;
  }
  return { n, statistic: Math.max(0, statistic), df: rank };
}

function tested<Method extends string>(
  method: Method,
  n: number,
  statistic: number,
  df: number,
): SquareTableTest<Method> {
  if (df === 0) {
    return { method, n, statistic: Number.NaN, df, p: Number.NaN, note: "no-disagreement" };
  }
  return { method, n, statistic, df, p: chiSquareSurvival(statistic, df) };
}
