import { chiSquareSurvival } from "../../numeric/index.js";
import type { TwoByTwo } from "../arm.js";
import type { ChiSquare } from "../chi-square.js";
import type { Estimate } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";
import { type Proportion, shareOfMargin } from "../proportion/proportion.js";
import { logRatio, type RatioEstimate } from "./likelihood-ratios.js";

/** A predictive value of two tests on the same subjects; first against second. */
export interface PredictiveComparison {
  readonly first: Proportion;
  readonly second: Proportion;
  readonly difference: Estimate; // large-sample interval
  readonly ratio: RatioEstimate;
  /** Weighted generalised score statistic of no difference. */
  readonly score: ChiSquare;
  /** "no-findings": a test never gave this finding; all but the other one's share is NaN. */
  readonly note?: "no-findings";
}

/**
 * Compares the share of right findings among the findings "positive" of two tests.
 *
 * The same subject may be among the findings of both: its part in both shares is what makes the
 * variances less than for independent tests.
 *
 * @param right - subjects of whom "positive" is true; rows the first test positive and negative,
 *   columns the second
 * @param wrong - subjects of whom it is not
 * @source [@kosinski2013] score statistic; [@moskowitz2006] ratio
 */
export function predictiveComparison(
  [[rightBoth, rightFirst], [rightSecond]]: TwoByTwo,
  [[wrongBoth, wrongFirst], [wrongSecond]]: TwoByTwo,
  level: number,
): PredictiveComparison {
  const n1 = rightBoth + rightFirst + wrongBoth + wrongFirst; // findings
  const n2 = rightBoth + rightSecond + wrongBoth + wrongSecond;
  const first = shareOfMargin(rightBoth + rightFirst, n1, level);
  const second = shareOfMargin(rightBoth + rightSecond, n2, level);
  const [p1, p2] = [first.value, second.value];
  /** Variance of the sum over the findings of (right − p)·weight, first test less second. */
  const spread = (weight1: number, weight2: number): number =>
    rightBoth * ((1 - p1) * weight1 - (1 - p2) * weight2) ** 2 +
    wrongBoth * (p1 * weight1 - p2 * weight2) ** 2 +
    (rightFirst * (1 - p1) ** 2 + wrongFirst * p1 ** 2) * weight1 ** 2 +
    (rightSecond * (1 - p2) ** 2 + wrongSecond * p2 ** 2) * weight2 ** 2;
  const reach = criticalZ(level) * Math.sqrt(spread(1 / n1, 1 / n2));
  const value = p1 - p2;
  const pooled = (first.count + second.count) / (n1 + n2);
  const common = rightBoth * (1 - pooled) ** 2 + wrongBoth * pooled ** 2;
  const variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2) - (2 * common) / (n1 * n2);
  // Rounding aside, 0 only where both tests agree on all these findings: then the difference is 0.
  const statistic = variance > Number.EPSILON ? value ** 2 / variance : Number.NaN;
  return {
    first,
    second,
    difference: { value, ci: { lower: value - reach, upper: value + reach, level } },
    ratio: logRatio(p1 / p2, spread(1 / (n1 * p1), 1 / (n2 * p2)), level),
    score: { statistic, df: 1, p: chiSquareSurvival(statistic, 1) },
    ...(n1 === 0 || n2 === 0 ? { note: "no-findings" as const } : {}),
  };
}
