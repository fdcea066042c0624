import { checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import { wilsonInterval } from "../proportion/intervals.js";
import { type Coefficient, coefficientsOf } from "./agreement-coefficients.js";
import { weightMatrix } from "./agreement-weights.js";
import type { CodedRatings } from "./categories.js";
import { type Margins, marginsOf, type SquareTable } from "./square-table.js";

/** What two raters' table says besides Cohen's kappa; all are fractions. */
export interface TwoRaterAgreement {
  readonly method: "two-rater-agreement";
  readonly n: number;
  readonly observed: Estimate; // share on the diagonal, Wilson's interval
  /** By category: of the ratings in it, the share that the other rater shares; NaN where none is. */
  readonly specific: readonly Estimate[];
  readonly largestKappa: number; // that the margins allow, unweighted
  readonly scottPi: Coefficient;
  readonly gwetAc1: Coefficient;
  readonly brennanPrediger: Coefficient; // of two categories: PABAK
  /** Of two categories: |share of both in the first − share of both in the second|; else NaN. */
  readonly prevalenceIndex: number;
  /** Of two categories: |difference of the raters' shares in the first|; else NaN. */
  readonly biasIndex: number;
}

/**
 * Agreement of two raters, overall and in each category, and the coefficients that suffer less
 * from rare categories than kappa does.
 *
 * Of two categories, the specific agreements are the positive and the negative agreement. Given
 * that a subject was put into a category by at least one rater, the other one's consent is a coin:
 * the interval is Wilson's for its chance c, carried over by 2c/(1 + c).
 *
 * @param table - (q × q) counts, rows the first rater, columns the second; see `agreementTable`
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput unless the table is square with counts, not all 0
 * @source [@cicchetti1990] specific agreement; [@byrt1993] bias, prevalence and PABAK;
 *   [@scott1955]; [@gwet2008] AC1; [@brennan1981]; [@cohen1960] largest kappa
 */
export function twoRaterAgreement(
  table: SquareTable,
  { level = 0.95 }: { level?: number } = {},
): TwoRaterAgreement {
  const margins = marginsOf("twoRaterAgreement", table);
  checkLevel("twoRaterAgreement", level);
  const q = table.length;
  const { n, rows, columns } = margins;
  const agreed = table.reduce((sum, row, i) => sum + row[i]!, 0);
  const coefficients = coefficientsOf(
    asRatings(table, n),
    weightMatrix("twoRaterAgreement", "unweighted", q),
    level,
  );
  const isFourfold = q === 2;
  return {
    method: "two-rater-agreement",
    n,
    observed: { value: agreed / n, ci: wilsonInterval(agreed, n, level) },
    specific: table.map((row, k) => specific(row[k]!, rows[k]! + columns[k]!, level)),
    largestKappa: largestKappa(margins),
    scottPi: coefficients.fleiss,
    gwetAc1: coefficients.gwet,
    brennanPrediger: coefficients.brennanPrediger,
    prevalenceIndex: isFourfold ? Math.abs(table[0]![0]! - table[1]![1]!) / n : Number.NaN,
    biasIndex: isFourfold ? Math.abs(rows[0]! - columns[0]!) / n : Number.NaN,
  };
}

/** Agreement among the ratings in one category, of which `both` subjects have two. */
function specific(both: number, ratings: number, level: number): Estimate {
  const either = ratings - both;
  if (either === 0) {
    return { value: Number.NaN, ci: { lower: Number.NaN, upper: Number.NaN, level } };
  }
  const { lower, upper } = wilsonInterval(both, either, level);
  const ofRatings = (chance: number): number => (2 * chance) / (1 + chance);
  return {
    value: (2 * both) / ratings,
    ci: { lower: ofRatings(lower), upper: ofRatings(upper), level },
  };
}

function largestKappa({ n, rows, columns }: Margins): number {
  let most = 0;
  let chance = 0;
  for (const [k, row] of rows.entries()) {
    most += Math.min(row, columns[k]!);
    chance += row * columns[k]!;
  }
  return (n * most - chance) / (n * n - chance);
}

/** The subjects that a table counts, one by one. */
function asRatings(table: SquareTable, n: number): CodedRatings {
  const codes = new Int32Array(2 * n);
  let at = 0;
  for (const [i, row] of table.entries()) {
    for (let j = 0; j < row.length; j++) {
      for (let k = 0; k < row[j]!; k++) {
        codes[at++] = i;
        codes[at++] = j;
      }
    }
  }
  return { n, raters: 2, codes, missing: 0 };
}
