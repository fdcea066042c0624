import {
  adjustedPredictiveValues,
  type DiagnosticCounts,
  diagnosticAccuracy,
  type Estimate,
  type Proportion,
  type RatioEstimate,
} from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Answer, type Statistic, statistic } from "../statistic.js";

/** A diagnostic test against the truth. */
export const diagnostic2x2: Statistic = statistic(
  "diagnostic_2x2",
  z.object({
    tp: z.number(),
    fp: z.number(),
    fn: z.number(),
    tn: z.number(),
    conf_level: confLevel,
    at_prevalence: z.number().nullish(),
  }),
  ({ tp, fp, fn, tn, conf_level: level, at_prevalence }) => {
    const counts = { truePositive: tp, falsePositive: fp, falseNegative: fn, trueNegative: tn };
    const got = diagnosticAccuracy(counts, { level });
    return {
      n: got.n,
      prevalence: share(got.prevalence),
      sensitivity: share(got.sensitivity),
      specificity: share(got.specificity),
      ppv: share(got.ppv),
      npv: share(got.npv),
      accuracy: share(got.accuracy),
      youden: got.youden.value,
      balanced_accuracy: got.balancedAccuracy,
      youden_ci_newcombe: definedLimits(got.youden),
      lr_positive: ratio(got.likelihoodRatioPositive),
      lr_negative: ratio(got.likelihoodRatioNegative),
      dor: ratio(got.oddsRatio),
      dor_haldane: ratio(got.haldane.oddsRatio),
      lr_positive_haldane: ratio(got.haldane.likelihoodRatioPositive),
      lr_negative_haldane: ratio(got.haldane.likelihoodRatioNegative),
      mcc: got.matthews,
      f1: got.f1,
      ...(at_prevalence == null ? {} : { adjusted: adjusted(counts, at_prevalence, level) }),
      degenerate: got.note,
    };
  },
);

function adjusted(counts: DiagnosticCounts, at: number, level: number): Answer {
  const { prevalence, ppv, npv } = adjustedPredictiveValues(counts, at, { level });
  return {
    prevalence,
    ppv: ppv.value,
    npv: npv.value,
    ppv_ci_logit: definedLimits(ppv),
    npv_ci_logit: definedLimits(npv),
  };
}

function share({ count, n, value, intervals }: Proportion): Answer {
  return {
    x: count,
    n,
    estimate: value,
    wilson: limits(intervals.wilson),
    clopper_pearson: limits(intervals.exact),
    jeffreys: limits(intervals.jeffreys),
    agresti_coull_clipped: limits(intervals.agrestiCoullClipped),
  };
}

function ratio(estimate: RatioEstimate): Answer {
  return { estimate: estimate.value, se_log: estimate.seLog, ci: definedLimits(estimate) };
}

/** Both limits, or NaN for an interval that is not defined. */
function definedLimits({ ci }: Estimate): [number, number] | number {
  return Number.isNaN(ci.lower) && Number.isNaN(ci.upper) ? Number.NaN : limits(ci);
}
