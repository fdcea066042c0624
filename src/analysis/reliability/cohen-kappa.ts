import { normalSurvival } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";
import { type AgreementWeights, weightMatrix } from "./agreement-weights.js";
import { type Margins, marginsOf, type SquareTable } from "./square-table.js";

/** Test of the hypothesis that raters agree by chance alone. */
export interface ChanceTest {
  readonly standardError: number; // under that hypothesis; of no use for an interval
  readonly z: number;
  readonly p: number; // two-sided
}

/** Agreement of two raters beyond chance. */
export interface CohenKappa {
  readonly method: "cohen-kappa";
  readonly n: number;
  readonly observed: number; // weighted share of agreement
  readonly expected: number; // the same by chance, from the raters' margins
  readonly kappa: Estimate; // limits may pass 1
  readonly standardError: number;
  readonly test: ChanceTest;
  /**
   * "one-category": both raters used one and the same category, kappa is 0/0; "constant-rater": one
   * rater used a single category, so kappa is 0 whatever the data; "perfect-agreement": no
   * disagreement was seen, so the interval has no width.
   */
  readonly note?: "one-category" | "constant-rater" | "perfect-agreement";
}

/**
 * Cohen's kappa, weighted or not, with the large-sample interval of Fleiss, Cohen and Everitt.
 *
 * A category counts though neither rater used it: it widens the scale of the weights.
 *
 * @param table - (q × q) counts, rows the first rater, columns the second; see `agreementTable`
 * @param weights - "unweighted" where any disagreement is as bad as any other
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput unless the table is square with counts, not all 0, and the weights fit it
 * @source [@cohen1960]; [@cohen1968] weights; [@fleiss1969] both standard errors
 */
export function cohenKappa(
  table: SquareTable,
  weights: AgreementWeights,
  { level = 0.95 }: { level?: number } = {},
): CohenKappa {
  const margins = marginsOf("cohenKappa", table);
  const matrix = weightMatrix("cohenKappa", weights, table.length);
  checkLevel("cohenKappa", level);
  const { observed, expected, kappa, influence } = kappaParts(table, margins, matrix);
  const { n } = margins;
  let square = 0;
  for (const [i, row] of influence.entries()) {
    for (const [j, value] of row.entries()) square += (table[i]![j]! / n) * value ** 2;
  }
  const standardError = Math.sqrt(square / n);
  const reach = criticalZ(level) * standardError;
  const note = noteOf(margins, observed, expected);
  return {
    method: "cohen-kappa",
    n,
    observed,
    expected,
    kappa: { value: kappa, ci: { lower: kappa - reach, upper: kappa + reach, level } },
    standardError,
    test: chanceTest(kappa, note === "constant-rater" ? 0 : nullError(margins, matrix, expected)),
    ...(note === undefined ? {} : { note }),
  };
}

/** Kappa and what one subject in each cell adds to it. */
export interface KappaParts {
  readonly observed: number;
  readonly expected: number;
  readonly kappa: number; // NaN when chance alone gives full agreement
  readonly influence: readonly Float64Array[]; // (q × q); its mean over the subjects is 0
}

/** Kappa of a table whose margins and weights are known, with its influence function. */
export function kappaParts(
  table: SquareTable,
  { n, rows, columns }: Margins,
  weights: readonly (readonly number[])[],
): KappaParts {
  const q = table.length;
  const ofRow = new Float64Array(q); // mean weight of a row category against the second rater
  const ofColumn = new Float64Array(q);
  let agreed = 0;
  let chance = 0;
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < q; j++) {
      const weight = weights[i]![j]!;
      agreed += weight * table[i]![j]!;
      chance += weight * rows[i]! * columns[j]!;
      ofRow[i]! += (weight * columns[j]!) / n;
      ofColumn[j]! += (weight * rows[i]!) / n;
    }
  }
  const observed = agreed / n;
  const expected = chance / (n * n);
  const beyond = 1 - expected;
  // From the counts: a difference of whole numbers is exact, 0 where agreement is chance's.
  const kappa = beyond > 0 ? (n * agreed - chance) / (n * n - chance) : Number.NaN;
  const centre = observed - 2 * (1 - kappa) * expected;
  const influence = weights.map((row, i) =>
    Float64Array.from(
      row,
      (weight, j) => (weight - (1 - kappa) * (ofRow[i]! + ofColumn[j]!) - centre) / beyond,
    ),
  );
  return { observed, expected, kappa, influence };
}

/** z and p of a coefficient that is 0 by chance; NaN where it has no spread. */
export function chanceTest(value: number, standardError: number): ChanceTest {
  const z = standardError > 0 ? value / standardError : Number.NaN;
  return { standardError, z, p: 2 * normalSurvival(Math.abs(z)) };
}

/** The standard error of kappa when the raters are independent with these margins. */
function nullError(
  { n, rows, columns }: Margins,
  weights: readonly (readonly number[])[],
  expected: number,
): number {
  const mean = (row: readonly number[], counts: Float64Array): number =>
    row.reduce((sum, weight, j) => sum + weight * counts[j]!, 0) / n;
  const ofRow = weights.map((row) => mean(row, columns));
  const ofColumn = weights.map((row) => mean(row, rows)); // the weights are symmetric
  let square = 0;
  for (const [i, row] of weights.entries()) {
    for (const [j, weight] of row.entries()) {
      const share = (rows[i]! / n) * (columns[j]! / n);
      square += share * (weight - ofRow[i]! - ofColumn[j]! + expected) ** 2;
    }
  }
  return Math.sqrt(square / n) / (1 - expected);
}

function noteOf(
  { n, rows, columns }: Margins,
  observed: number,
  expected: number,
): CohenKappa["note"] {
  if (expected >= 1) return "one-category";
  if (rows.includes(n) || columns.includes(n)) return "constant-rater";
  return observed === 1 ? "perfect-agreement" : undefined;
}
