import { chiSquareSurvival } from "../../numeric/index.js";
import { checkTwoByTwo, type TwoByTwo } from "../arm.js";
import type { ChiSquare } from "../chi-square.js";
import { scoreStatistics } from "./score-statistics.js";

/** Large-sample tests of a fourfold table. */
export interface PearsonChiSquare extends ChiSquare {
  readonly method: "pearson-chi-square"; // without correction
  readonly yates: ChiSquare; // with continuity correction
  readonly nMinus1: ChiSquare; // Pearson times (N − 1)/N
  readonly likelihoodRatio: ChiSquare; // G
  readonly phi: number;
  readonly expected: readonly [readonly [number, number], readonly [number, number]];
  /**
   * "small-expected": an expected count is below 5, so an exact test is to be preferred;
   * "empty-margin": a row or column is empty and nothing is defined.
   */
  readonly note?: "small-expected" | "empty-margin";
}

const SMALL_EXPECTED = 5; // [@cochran1954]

/**
 * Pearson's chi-square test of a fourfold table, with and without Yates's correction.
 *
 * @param table - rows are groups, columns outcome present and absent
 * @throws InvalidInput when a cell is not a count
 * @source [@pearson1900]; [@yates1934] correction; [@campbell2007] the factor (N − 1)/N
 */
export function pearsonChiSquare(table: TwoByTwo): PearsonChiSquare {
  checkTwoByTwo("pearsonChiSquare", table);
  const [[a, b], [c, d]] = table;
  const n = a + b + c + d;
  const score = scoreStatistics({ count: a, n: a + b }, { count: c, n: c + d });
  const test = (statistic: number): ChiSquare => ({
    statistic,
    df: 1,
    p: chiSquareSurvival(statistic, 1),
  });
  const isEmpty = Number.isNaN(score.phi);
  const isSmall = score.smallestExpected < SMALL_EXPECTED;
  const note = isEmpty ? "empty-margin" : isSmall ? "small-expected" : undefined;
  return {
    method: "pearson-chi-square",
    ...test(score.chi2),
    yates: test(score.yates),
    nMinus1: test(score.chi2NMinus1),
    likelihoodRatio: test(score.g),
    phi: score.phi,
    expected: [
      [((a + b) * (a + c)) / n, ((a + b) * (b + d)) / n],
      [((c + d) * (a + c)) / n, ((c + d) * (b + d)) / n],
    ],
    ...(note === undefined ? {} : { note }),
  };
}
