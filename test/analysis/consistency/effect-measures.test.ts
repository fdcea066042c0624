import { describe, expect, it } from "vitest";
import { effectMeasure } from "../../../src/analysis/index.js";

describe("effectMeasure", () => {
  it("knows measures by the names that papers give them", () => {
    const families = Object.entries({
      OR: "ratio",
      aOR: "ratio",
      "adjusted hazard ratio": "ratio",
      "HR per 10 mmHg": "ratio",
      "Odds ratio (adjusted)": "ratio",
      "ratio of means": "ratio",
      RR: "risk-ratio",
      aRR: "risk-ratio",
      ARR: "risk-difference",
      RD: "risk-difference",
      MD: "difference",
      SMD: "difference",
      "Hedges’ g": "difference",
      logOR: "log-ratio",
      "ln(HR)": "log-ratio",
      AUC: "share",
      sensitivity: "share",
      r: "correlation",
      "median difference": "any-shape",
      NNT: "number-needed",
      "bulge index": "unknown",
    });
    for (const [name, family] of families)
      expect([name, effectMeasure(name).family]).toEqual([name, family]);
  });

  it("says what no effect is, and on which scale an interval is even", () => {
    expect(effectMeasure("HR")).toEqual({
      family: "ratio",
      scales: ["log", "natural"],
      nothing: 1,
    });
    expect(effectMeasure("MD")).toEqual({ family: "difference", scales: ["natural"], nothing: 0 });
    expect(effectMeasure("AUC").nothing).toBeUndefined();
  });

  it("refuses a measure without a name", () => {
    expect(() => effectMeasure("  ")).toThrow("effectMeasure: needs the name of a measure");
  });
});
