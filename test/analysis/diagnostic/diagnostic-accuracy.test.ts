import { describe, expect, it } from "vitest";
import { diagnosticAccuracy } from "../../../src/analysis/index.js";

describe("diagnosticAccuracy", () => {
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
