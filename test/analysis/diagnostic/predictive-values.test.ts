import { describe, expect, it } from "vitest";
import { adjustedPredictiveValues, diagnosticAccuracy } from "../../../src/analysis/index.js";

const counts = { truePositive: 6, falsePositive: 2, falseNegative: 3, trueNegative: 5 };

describe("adjustedPredictiveValues", () => {
  it("gives the study's own predictive values at the study's prevalence", () => {
    const study = diagnosticAccuracy(counts);
    const adjusted = adjustedPredictiveValues(counts, study.prevalence.value);
    expect(adjusted.ppv.value).toBeCloseTo(study.ppv.value, 14);
    expect(adjusted.npv.value).toBeCloseTo(study.npv.value, 14);
  });

  it("exchanges its two values when positive and negative swap", () => {
    const swapped = { truePositive: 5, falsePositive: 3, falseNegative: 2, trueNegative: 6 };
    const one = adjustedPredictiveValues(counts, 0.2);
    const other = adjustedPredictiveValues(swapped, 0.8);
    expect(other.npv.value).toBeCloseTo(one.ppv.value, 14);
    expect(other.npv.ci.lower).toBeCloseTo(one.ppv.ci.lower, 14);
    expect(other.ppv.ci.upper).toBeCloseTo(one.npv.ci.upper, 14);
  });

  it("refuses a prevalence that leaves nothing to predict", () => {
    expect(() => adjustedPredictiveValues(counts, 0)).toThrow(
      "adjustedPredictiveValues: needs a prevalence between 0 and 1; got 0",
    );
  });
});
