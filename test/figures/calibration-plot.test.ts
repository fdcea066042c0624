import { describe, expect, it } from "vitest";
import { calibrationPlot } from "../../src/figures/calibration-plot.js";

const curve = { predicted: [0.1, 0.9], observed: [0.2, 0.8] };

describe("calibrationPlot", () => {
  it("draws the curve over the diagonal, groups by size", () => {
    const groups = [
      { predicted: 0.2, observed: 0.25, n: 40 },
      { predicted: 0.7, observed: 0.6, n: 10 },
    ];
    const { data, text } = calibrationPlot({ curve, groups });
    const marks = data.find(({ x }) => JSON.stringify(x) === "[0.2,0.7]")!;
    const [large, small] = (marks.marker as { size: number[] }).size;
    expect((large! - 5) / (small! - 5)).toBeCloseTo(2, 12); // four times the patients
    expect(text.replaceAll("\u00a0", " ")).toContain("Predicted 20 %: observed 25 % of 40.");
  });

  it("says intercept and slope where they are given", () => {
    const slope = { value: 0.9, ci: { lower: 0.5, upper: 1.3, level: 0.95 } };
    expect(calibrationPlot({ curve, slope }).text).toContain("Slope 0.90");
  });
});
