import { chiSquareSurvival, normalSurvival } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { ChiSquare } from "../chi-square.js";
import { fisherTest } from "../compare/fisher-test.js";
import { newcombeDifference } from "../compare/newcombe.js";
import { scoreStatistics } from "../compare/score-statistics.js";
import type { Estimate } from "../estimate.js";
import { type Proportion, shareOfMargin } from "../proportion/proportion.js";
import type { DiagnosticCounts } from "./cross-tabulate.js";
import { checkCounts } from "./diagnostic-accuracy.js";
import { diagnosticRatios, logRatio, type RatioEstimate } from "./likelihood-ratios.js";

/** A rate of two tests on different subjects. */
export interface UnpairedRate {
  readonly first: Proportion;
  readonly second: Proportion;
  readonly difference: Estimate; // first − second, Newcombe's interval
  readonly ratio: RatioEstimate; // first/second, Katz's interval
  readonly chiSquare: ChiSquare; // Pearson's
  readonly fisher: number; // two-sided exact p
  /** "no-trials": a study has no such subject, so nothing can be compared. */
  readonly note?: "no-trials";
}

/** The ratio of the tests' likelihood or odds ratios, with the test that it is 1. */
export interface RatioComparison extends RatioEstimate {
  readonly z: number;
  readonly p: number; // two-sided
}

/** Two diagnostic tests compared on different subjects; differences and ratios first to second. */
export interface UnpairedTestComparison {
  readonly method: "unpaired-test-comparison";
  readonly sensitivity: UnpairedRate;
  readonly specificity: UnpairedRate;
  readonly ppv: UnpairedRate; // says something of the tests only where prevalences are equal
  readonly npv: UnpairedRate;
  readonly likelihoodRatioPositive: RatioComparison; // NaN where a cell of 0 leaves no logarithm
  readonly likelihoodRatioNegative: RatioComparison;
  readonly oddsRatio: RatioComparison;
}

/**
 * Compares two diagnostic tests, or one test in two settings, on different subjects.
 *
 * @param first - table of the first test
 * @param second - table of the second test, other subjects
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput when a cell is not a count or a table has no subject
 * @source [@newcombe1998independent] differences; [@katz1978] ratios; [@simel1991] likelihood
 *   ratios; [@woolf1955] odds ratios
 */
export function unpairedTestComparison(
  first: DiagnosticCounts,
  second: DiagnosticCounts,
  { level = 0.95 }: { level?: number } = {},
): UnpairedTestComparison {
  checkCounts("unpairedTestComparison", first);
  checkCounts("unpairedTestComparison", second);
  checkLevel("unpairedTestComparison", level);
  const one = diagnosticRatios(first, level);
  const other = diagnosticRatios(second, level);
  const rate = (right: keyof DiagnosticCounts, wrong: keyof DiagnosticCounts): UnpairedRate =>
    comparedRates(
      shareOfMargin(first[right], first[right] + first[wrong], level),
      shareOfMargin(second[right], second[right] + second[wrong], level),
      level,
    );
  return {
    method: "unpaired-test-comparison",
    sensitivity: rate("truePositive", "falseNegative"),
    specificity: rate("trueNegative", "falsePositive"),
    ppv: rate("truePositive", "falsePositive"),
    npv: rate("trueNegative", "falseNegative"),
    likelihoodRatioPositive: comparedRatios(
      one.likelihoodRatioPositive,
      other.likelihoodRatioPositive,
      level,
    ),
    likelihoodRatioNegative: comparedRatios(
      one.likelihoodRatioNegative,
      other.likelihoodRatioNegative,
      level,
    ),
    oddsRatio: comparedRatios(one.oddsRatio, other.oddsRatio, level),
  };
}

function comparedRates(first: Proportion, second: Proportion, level: number): UnpairedRate {
  const varianceLog = 1 / first.count - 1 / first.n + 1 / second.count - 1 / second.n;
  const ratio = logRatio(first.value / second.value, varianceLog, level);
  if (first.n === 0 || second.n === 0) {
    const ci = { lower: Number.NaN, upper: Number.NaN, level };
    return {
      first,
      second,
      difference: { value: Number.NaN, ci },
      ratio,
      chiSquare: { statistic: Number.NaN, df: 1, p: Number.NaN },
      fisher: Number.NaN,
      note: "no-trials",
    };
  }
  const { chi2 } = scoreStatistics(first, second);
  const { p: fisher } = fisherTest([
    [first.count, first.n - first.count],
    [second.count, second.n - second.count],
  ]);
  return {
    first,
    second,
    difference: newcombeDifference(first, second, level),
    ratio,
    chiSquare: { statistic: chi2, df: 1, p: chiSquareSurvival(chi2, 1) },
    fisher,
  };
}

function comparedRatios(
  first: RatioEstimate,
  second: RatioEstimate,
  level: number,
): RatioComparison {
  const ratio = logRatio(first.value / second.value, first.seLog ** 2 + second.seLog ** 2, level);
  const z = Math.log(ratio.value) / ratio.seLog;
  return { ...ratio, z, p: 2 * normalSurvival(Math.abs(z)) };
}
