import { describe, expect, it } from "vitest";
import {
  adjustedPredictiveValues,
  diagnosticAccuracy,
  type Interval,
  type Proportion,
} from "../../../src/analysis/index.js";
import { goldenCases, goldenMisses } from "../../numeric/golden.js";

const limits = ({ lower, upper }: Interval): number[] | number =>
  Number.isNaN(lower) && Number.isNaN(upper) ? Number.NaN : [lower, upper];

const share = ({ count, n, value, intervals }: Proportion): object => ({
  x: count,
  n,
  estimate: value,
  wilson: limits(intervals.wilson),
  clopper_pearson: limits(intervals.exact),
  jeffreys: limits(intervals.jeffreys),
  agresti_coull_clipped: limits(intervals.agrestiCoullClipped),
});

const ratio = ({ value, ci, seLog }: { value: number; ci: Interval; seLog: number }): object => ({
  estimate: value,
  ci: limits(ci),
  se_log: seLog,
});

describe("diagnosticAccuracy", () => {
  for (const one of goldenCases("diagnostics", "diagnostic_2x2")) {
    it(`gives epiR's table for ${one.id}`, () => {
      const { tp, fp, fn, tn, conf_level: level, at_prevalence } = one.input;
      const counts = { truePositive: tp, falsePositive: fp, falseNegative: fn, trueNegative: tn };
      const got = diagnosticAccuracy(counts, { level });
      const adjusted = adjustedPredictiveValues(counts, at_prevalence, { level });
      const answer = {
        n: got.n,
        prevalence: share(got.prevalence),
        sensitivity: share(got.sensitivity),
        specificity: share(got.specificity),
        ppv: share(got.ppv),
        npv: share(got.npv),
        accuracy: share(got.accuracy),
        youden: got.youden.value,
        balanced_accuracy: got.balancedAccuracy,
        youden_ci_newcombe: limits(got.youden.ci),
        lr_positive: ratio(got.likelihoodRatioPositive),
        lr_negative: ratio(got.likelihoodRatioNegative),
        dor: ratio(got.oddsRatio),
        dor_haldane: ratio(got.haldane.oddsRatio),
        lr_positive_haldane: ratio(got.haldane.likelihoodRatioPositive),
        lr_negative_haldane: ratio(got.haldane.likelihoodRatioNegative),
        mcc: got.matthews,
        f1: got.f1,
        adjusted: {
          prevalence: adjusted.prevalence,
          ppv: adjusted.ppv.value,
          npv: adjusted.npv.value,
          ppv_ci_logit: limits(adjusted.ppv.ci),
          npv_ci_logit: limits(adjusted.npv.ci),
        },
      };
      expect(goldenMisses(answer, one)).toEqual([]);
    });
  }

  it("exchanges sensitivity and specificity when positive and negative swap", () => {
    const one = diagnosticAccuracy({
      truePositive: 6,
      falsePositive: 2,
      falseNegative: 3,
      trueNegative: 5,
    });
    const other = diagnosticAccuracy({
      truePositive: 5,
      falsePositive: 3,
      falseNegative: 2,
      trueNegative: 6,
    });
    expect(other.sensitivity).toEqual(one.specificity);
    expect(other.npv).toEqual(one.ppv);
    expect(other.oddsRatio.value).toBeCloseTo(one.oddsRatio.value, 14);
    expect(other.youden.ci.lower).toBeCloseTo(one.youden.ci.lower, 14);
    expect(other.matthews).toBeCloseTo(one.matthews, 14);
  });

  it("notes empty cells and empty margins", () => {
    const counts = { truePositive: 9, falsePositive: 0, falseNegative: 1, trueNegative: 4 };
    expect(diagnosticAccuracy(counts).note).toBe("zero-cell");
    const never = { truePositive: 0, falsePositive: 0, falseNegative: 1, trueNegative: 4 };
    expect(diagnosticAccuracy(never).note).toBe("empty-margin");
    expect(diagnosticAccuracy(never).ppv.note).toBe("no-trials");
    expect(diagnosticAccuracy({ ...counts, falsePositive: 2 })).not.toHaveProperty("note");
    const oneSubject = { truePositive: 1, falsePositive: 0, falseNegative: 0, trueNegative: 0 };
    expect(diagnosticAccuracy(oneSubject).specificity.value).toBeNaN();
    expect(diagnosticAccuracy(oneSubject).youden.value).toBeNaN();
  });

  it("refuses cells that are no counts and an empty table", () => {
    const none = { truePositive: 0, falsePositive: 0, falseNegative: 0, trueNegative: 0 };
    expect(() => diagnosticAccuracy(none)).toThrow("needs at least one subject; got 0");
    expect(() => diagnosticAccuracy({ ...none, trueNegative: -1 })).toThrow(
      "diagnosticAccuracy: needs cells that are integers of at least 0; got -1",
    );
  });
});
