import { InvalidInput } from "../../numeric/index.js";
import { checkLevel, checkTwoByTwo } from "../arm.js";
import { newcombeDifference } from "../compare/newcombe.js";
import type { Estimate } from "../estimate.js";
import { type Proportion, shareOfMargin } from "../proportion/proportion.js";
import type { DiagnosticCounts } from "./cross-tabulate.js";
import { type DiagnosticRatios, diagnosticRatios, haldaneRatios } from "./likelihood-ratios.js";

/** Accuracy of a diagnostic test against the truth; proportions are fractions. */
export interface DiagnosticAccuracy extends DiagnosticRatios {
  readonly method: "diagnostic-accuracy";
  readonly counts: DiagnosticCounts;
  readonly n: number;
  readonly prevalence: Proportion; // in the study
  readonly sensitivity: Proportion;
  readonly specificity: Proportion;
  readonly ppv: Proportion;
  readonly npv: Proportion;
  readonly accuracy: Proportion;
  readonly youden: Estimate; // sensitivity + specificity − 1, Newcombe's interval
  readonly balancedAccuracy: number;
  readonly matthews: number; // correlation of test and truth
  readonly f1: number;
  readonly haldane: DiagnosticRatios; // the ratios with ½ added to every cell
  /**
   * "zero-cell": a ratio is 0, Infinity or NaN, so read `haldane`; "empty-margin": the test was
   * never (or always) positive, or the condition never (or always) present, so some shares are NaN.
   */
  readonly note?: "zero-cell" | "empty-margin";
}

/**
 * Sensitivity, specificity, predictive values, likelihood ratios and the rest of a diagnostic
 * fourfold table.
 *
 * @param counts - true and false, positive and negative
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput when a cell is not a count or all are 0
 * @source [@newcombe1998independent] method 10 for Youden's index, a difference of two independent
 *   proportions; [@simel1991] likelihood ratios; [@woolf1955] odds ratio; [@haldane1956] adding ½
 */
export function diagnosticAccuracy(
  counts: DiagnosticCounts,
  { level = 0.95 }: { level?: number } = {},
): DiagnosticAccuracy {
  checkCounts("diagnosticAccuracy", counts);
  checkLevel("diagnosticAccuracy", level);
  const { truePositive: tp, falsePositive: fp, falseNegative: fn, trueNegative: tn } = counts;
  const diseased = tp + fn;
  const healthy = fp + tn;
  const n = diseased + healthy;
  const share = (count: number, of: number): Proportion => shareOfMargin(count, of, level);
  const note = noteOf(counts);
  return {
    method: "diagnostic-accuracy",
    counts: { truePositive: tp, falsePositive: fp, falseNegative: fn, trueNegative: tn },
    n,
    prevalence: share(diseased, n),
    sensitivity: share(tp, diseased),
    specificity: share(tn, healthy),
    ppv: share(tp, tp + fp),
    npv: share(tn, tn + fn),
    accuracy: share(tp + tn, n),
    youden: youden(counts, level),
    balancedAccuracy: (tp / diseased + tn / healthy) / 2,
    matthews:
      (tp * tn - fp * fn) / (Math.sqrt((tp + fp) * (tn + fn)) * Math.sqrt(diseased * healthy)),
    f1: (2 * tp) / (2 * tp + fp + fn),
    ...diagnosticRatios(counts, level),
    haldane: haldaneRatios(counts, level),
    ...(note === undefined ? {} : { note }),
  };
}

/**
 * Refuses what cannot be a diagnostic table.
 *
 * @throws InvalidInput when a cell is not a count or all are 0
 */
export function checkCounts(where: string, counts: DiagnosticCounts): void {
  const { truePositive, falsePositive, falseNegative, trueNegative } = counts;
  checkTwoByTwo(where, [
    [truePositive, falsePositive],
    [falseNegative, trueNegative],
  ]);
  if (truePositive + falsePositive + falseNegative + trueNegative === 0) {
    throw new InvalidInput(where, "needs at least one subject; got 0", "n_zero");
  }
}

function youden(counts: DiagnosticCounts, level: number): Estimate {
  const { truePositive: tp, falsePositive: fp, falseNegative: fn, trueNegative: tn } = counts;
  if (tp + fn === 0 || fp + tn === 0) {
    return { value: Number.NaN, ci: { lower: Number.NaN, upper: Number.NaN, level } };
  }
  return newcombeDifference({ count: tp, n: tp + fn }, { count: fp, n: fp + tn }, level);
}

function noteOf(counts: DiagnosticCounts): DiagnosticAccuracy["note"] {
  const { truePositive: tp, falsePositive: fp, falseNegative: fn, trueNegative: tn } = counts;
  if ([tp + fn, fp + tn, tp + fp, fn + tn].includes(0)) return "empty-margin";
  return [tp, fp, fn, tn].includes(0) ? "zero-cell" : undefined;
}
