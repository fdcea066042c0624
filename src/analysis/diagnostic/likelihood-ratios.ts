import type { Estimate } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";
import type { DiagnosticCounts } from "./cross-tabulate.js";

/** A ratio whose interval is symmetric on the log scale. */
export interface RatioEstimate extends Estimate {
  readonly seLog: number;
}

/** Likelihood ratios and odds ratio of a diagnostic test. */
export interface DiagnosticRatios {
  readonly likelihoodRatioPositive: RatioEstimate;
  readonly likelihoodRatioNegative: RatioEstimate;
  readonly oddsRatio: RatioEstimate;
}

/**
 * Likelihood ratios and the diagnostic odds ratio with intervals on the log scale.
 *
 * A ratio of 0 or Infinity has no standard error: its limits are NaN. 0/0 is NaN.
 *
 * @source [@simel1991] likelihood ratios; [@woolf1955] odds ratio
 */
export function diagnosticRatios(counts: DiagnosticCounts, level: number): DiagnosticRatios {
  const { truePositive: tp, falsePositive: fp, falseNegative: fn, trueNegative: tn } = counts;
  const diseased = tp + fn;
  const healthy = fp + tn;
  return {
    likelihoodRatioPositive: logRatio(
      tp / diseased / (fp / healthy),
      1 / tp - 1 / diseased + 1 / fp - 1 / healthy,
      level,
    ),
    likelihoodRatioNegative: logRatio(
      fn / diseased / (tn / healthy),
      1 / fn - 1 / diseased + 1 / tn - 1 / healthy,
      level,
    ),
    oddsRatio: logRatio((tp * tn) / (fp * fn), 1 / tp + 1 / fp + 1 / fn + 1 / tn, level),
  };
}

/** The same after adding ½ to every cell, which defines all of them. */
export function haldaneRatios(counts: DiagnosticCounts, level: number): DiagnosticRatios {
  return diagnosticRatios(
    {
      truePositive: counts.truePositive + 0.5,
      falsePositive: counts.falsePositive + 0.5,
      falseNegative: counts.falseNegative + 0.5,
      trueNegative: counts.trueNegative + 0.5,
    },
    level,
  );
}

/** A ratio with its interval on the log scale; 0 and Infinity have no logarithm, so no interval. */
export function logRatio(value: number, varianceLog: number, level: number): RatioEstimate {
  const hasLog = value > 0 && Number.isFinite(value);
  const seLog = hasLog ? Math.sqrt(Math.max(0, varianceLog)) : Number.NaN;
  const reach = Math.exp(criticalZ(level) * seLog);
  return { value, ci: { lower: value / reach, upper: value * reach, level }, seLog };
}
