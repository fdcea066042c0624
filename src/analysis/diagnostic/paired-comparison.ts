import { InvalidInput } from "../../numeric/index.js";
import { checkLevel, checkTwoByTwo, type TwoByTwo } from "../arm.js";
import { type McNemarTest, mcNemarTest } from "../compare/mcnemar.js";
import { type PairedDifference, pairedProportions } from "../compare/paired-proportions.js";
import { type Proportion, proportion } from "../proportion/proportion.js";
import { logRatio, type RatioEstimate } from "./likelihood-ratios.js";
import { type PredictiveComparison, predictiveComparison } from "./predictive-comparison.js";

/**
 * Findings of two tests on the same subjects, apart by the truth; in each table rows are the first
 * test positive and negative, columns the second.
 */
export interface PairedFindings {
  readonly diseased: TwoByTwo;
  readonly healthy: TwoByTwo;
}

/** Sensitivity or specificity of two tests on the same subjects. */
export interface PairedRate {
  readonly first: Proportion;
  readonly second: Proportion;
  readonly difference: PairedDifference; // first − second
  readonly ratio: RatioEstimate; // first/second
  readonly mcNemar: McNemarTest;
}

/** Two diagnostic tests compared on the same subjects; differences and ratios first to second. */
export interface PairedTestComparison {
  readonly method: "paired-test-comparison";
  readonly n: number;
  readonly sensitivity: PairedRate;
  readonly specificity: PairedRate;
  readonly ppv: PredictiveComparison;
  readonly npv: PredictiveComparison;
  readonly likelihoodRatioPositive: RatioEstimate; // of the first to that of the second
  readonly likelihoodRatioNegative: RatioEstimate;
}

/**
 * Compares two diagnostic tests that all subjects have had: sensitivity and specificity by
 * McNemar's test, predictive values by the weighted generalised score statistic.
 *
 * Likelihood ratios compare as the ratios of the rates that they are made of, which come from
 * different subjects.
 *
 * @param findings - tables of the subjects with and without the condition; see
 *   `crossTabulatePaired`
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput when a cell is not a count, or no subject has, or none lacks, the condition
 * @source [@mcnemar1947]; [@pepe2003] ratios of rates; [@kosinski2013] and [@moskowitz2006]
 *   predictive values
 */
export function pairedTestComparison(
  { diseased, healthy }: PairedFindings,
  { level = 0.95 }: { level?: number } = {},
): PairedTestComparison {
  checkTwoByTwo("pairedTestComparison", diseased);
  checkTwoByTwo("pairedTestComparison", healthy);
  checkLevel("pairedTestComparison", level);
  const [events, others] = [sumOf(diseased), sumOf(healthy)];
  if (events === 0 || others === 0) {
    const rule = `needs subjects with and without the condition; got ${events} and ${others}`;
    throw new InvalidInput("pairedTestComparison", rule, "one_class");
  }
  const [[bothFalse, firstFalse], [secondFalse, neitherFalse]] = healthy;
  const sensitivity = rate(diseased, level);
  const falsePositive = rateRatio(healthy, level);
  const falseNegative = rateRatio(turned(diseased), level);
  const specificity = rate(
    [
      [neitherFalse, secondFalse],
      [firstFalse, bothFalse],
    ],
    level,
  );
  return {
    method: "paired-test-comparison",
    n: events + others,
    sensitivity,
    specificity,
    ppv: predictiveComparison(diseased, healthy, level),
    npv: predictiveComparison(turned(healthy), turned(diseased), level),
    likelihoodRatioPositive: quotient(sensitivity.ratio, falsePositive, level),
    likelihoodRatioNegative: quotient(falseNegative, specificity.ratio, level),
  };
}

/** The table of the opposite findings. */
function turned([[a, b], [c, d]]: TwoByTwo): TwoByTwo {
  return [
    [d, c],
    [b, a],
  ];
}

function rate(table: TwoByTwo, level: number): PairedRate {
  const { n, first, second, difference } = pairedProportions(table, { level });
  return {
    first: proportion(first.count, n, { level }),
    second: proportion(second.count, n, { level }),
    difference,
    ratio: rateRatio(table, level),
    mcNemar: mcNemarTest(table, { level }),
  };
}

function rateRatio([[a, b], [c]]: TwoByTwo, level: number): RatioEstimate {
  return logRatio((a + b) / (a + c), (b + c) / ((a + b) * (a + c)), level);
}

function quotient(over: RatioEstimate, under: RatioEstimate, level: number): RatioEstimate {
  return logRatio(over.value / under.value, over.seLog ** 2 + under.seLog ** 2, level);
}

function sumOf(table: TwoByTwo): number {
  return table.flat().reduce((sum, count) => sum + count, 0);
}
