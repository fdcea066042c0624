import {
  brent,
  chiSquareSurvival,
  noncentralChiSquareCdf,
  noncentralChiSquareSurvival,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { ChiSquare } from "../chi-square.js";
import type { Estimate, Interval } from "../estimate.js";
import { type CountTable, checkCountTable, marginsOf } from "./count-table.js";

/** Large-sample tests of a table of counts, and the strength of association. */
export interface ContingencyTable {
  readonly method: "contingency-table";
  readonly n: number;
  readonly expected: readonly (readonly number[])[];
  readonly smallestExpected: number;
  readonly pearson: ChiSquare;
  readonly likelihoodRatio: ChiSquare; // G
  /**
   * Cramér's V. Its interval is that of the population value √(λ/(n·(k − 1))), λ the noncentrality of
   * Pearson's chi-square and k the smaller number of rows or columns; it can lie below the estimate,
   * which is biased upwards.
   */
  readonly cramersV: Estimate;
  /**
   * "empty-margin": a row or column is empty, nothing is defined and all reads NaN;
   * "small-expected": an expected count is below 5, so an exact test is to be preferred.
   */
  readonly note?: "empty-margin" | "small-expected";
}

const SMALL_EXPECTED = 5; // [@cochran1954]

/**
 * Tests whether rows and columns of a table of counts are associated.
 *
 * @param table - (rows × columns) counts
 * @param options.level - confidence level of the interval of Cramér's V; 0.95
 * @throws InvalidInput on fewer than two rows or columns, rows of different lengths, cells that are
 *   no counts, or a table of zeros
 * @source [@pearson1900]; [@cramer1946]; [@smithson2003] the noncentrality of a chi-square
 */
export function contingencyTable(
  table: CountTable,
  { level = 0.95 }: { level?: number } = {},
): ContingencyTable {
  checkCountTable("contingencyTable", table);
  checkLevel("contingencyTable", level);
  const { n, rows, columns } = marginsOf(table);
  const expected = rows.map((row) => columns.map((column) => (row * column) / n));
  const df = (rows.length - 1) * (columns.length - 1);
  const smaller = Math.min(rows.length, columns.length) - 1;
  let [pearson, g] = [0, 0];
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const mean = expected[i]![j]!;
      pearson += (count - mean) ** 2 / mean;
      if (count > 0) g += 2 * count * Math.log(count / mean);
    }
  }
  const smallestExpected = Math.min(...expected.flat());
  const isEmpty = smallestExpected === 0;
  if (isEmpty) [pearson, g] = [Number.NaN, Number.NaN];
  const test = (statistic: number): ChiSquare => ({
    statistic,
    df,
    p: chiSquareSurvival(statistic, df),
  });
  const note = isEmpty
    ? "empty-margin"
    : smallestExpected < SMALL_EXPECTED
      ? "small-expected"
      : undefined;
  const strength = (noncentrality: number): number =>
    Math.min(1, Math.sqrt(noncentrality / (n * smaller)));
  const { lower, upper } = noncentralityOfChiSquare(pearson, df, level);
  return {
    method: "contingency-table",
    n,
    expected,
    smallestExpected,
    pearson: test(pearson),
    likelihoodRatio: test(Math.max(0, g)),
    cramersV: {
      value: strength(pearson),
      ci: { lower: strength(lower), upper: strength(upper), level },
    },
    ...(note === undefined ? {} : { note }),
  };
}

/** The noncentralities under which a chi-square this large is in neither tail; 0 where none is. */
function noncentralityOfChiSquare(statistic: number, df: number, level: number): Interval {
  if (Number.isNaN(statistic)) return { lower: Number.NaN, upper: Number.NaN, level };
  const tail = (1 - level) / 2;
  const solve = (rising: (ncp: number) => number): number => {
    if (rising(0) >= 0) return 0;
    let upper = statistic + df;
    while (rising(upper) < 0) upper *= 2;
    return brent(rising, 0, upper);
  };
  return {
    lower: solve((ncp) => noncentralChiSquareSurvival(statistic, df, ncp) - tail),
    upper: solve((ncp) => tail - noncentralChiSquareCdf(statistic, df, ncp)),
    level,
  };
}
