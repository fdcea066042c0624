import { InvalidInput } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { shown } from "../columns.js";
import type { Estimate } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";
import type { DiagnosticCounts } from "./cross-tabulate.js";
import { checkCounts } from "./diagnostic-accuracy.js";

/** Predictive values of a test where the condition has another prevalence than in the study. */
export interface AdjustedPredictiveValues {
  readonly method: "adjusted-predictive-values";
  readonly prevalence: number;
  readonly ppv: Estimate; // limits NaN where a rate of 0 or 1 leaves no standard error
  readonly npv: Estimate;
}

/**
 * Predictive values by Bayes's theorem at a stated prevalence, with intervals on the logit.
 *
 * @param counts - the study's table; its own prevalence does not enter
 * @param prevalence - of the condition where the test is to be used
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput on bad counts or a prevalence outside (0, 1)
 * @source [@mercaldo2007]
 */
export function adjustedPredictiveValues(
  counts: DiagnosticCounts,
  prevalence: number,
  { level = 0.95 }: { level?: number } = {},
): AdjustedPredictiveValues {
  checkCounts("adjustedPredictiveValues", counts);
  checkLevel("adjustedPredictiveValues", level);
  if (typeof prevalence !== "number" || !(prevalence > 0 && prevalence < 1)) {
    throw new InvalidInput(
      "adjustedPredictiveValues",
      `needs a prevalence between 0 and 1; got ${shown(prevalence)}`,
      "prevalence",
    );
  }
  const { truePositive: tp, falsePositive: fp, falseNegative: fn, trueNegative: tn } = counts;
  const diseased = tp + fn;
  const healthy = fp + tn;
  const odds = prevalence / (1 - prevalence);
  // Variances of ln(sensitivity/(1 − specificity)) and of ln(specificity/(1 − sensitivity)).
  const positive = fn / (tp * diseased) + tn / (fp * healthy);
  const negative = tp / (fn * diseased) + fp / (tn * healthy);
  return {
    method: "adjusted-predictive-values",
    prevalence,
    ppv: fromOdds((tp / diseased / (fp / healthy)) * odds, positive, level),
    npv: fromOdds(tn / healthy / (fn / diseased) / odds, negative, level),
  };
}

function fromOdds(odds: number, variance: number, level: number): Estimate {
  const share = (x: number): number => (x === Number.POSITIVE_INFINITY ? 1 : x / (1 + x));
  const isInside = odds > 0 && Number.isFinite(odds);
  const reach = isInside ? Math.exp(criticalZ(level) * Math.sqrt(variance)) : Number.NaN;
  return {
    value: share(odds),
    ci: { lower: share(odds / reach), upper: share(odds * reach), level },
  };
}
