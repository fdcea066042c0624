import { describe, expect, it } from "vitest";
import { methodComparisonPlot } from "../../src/figures/method-comparison-plot.js";

const ci = { lower: 0.9, upper: 1.2, level: 0.95 };
const LINE = { name: "Deming", intercept: { value: 1, ci }, slope: { value: 1.1, ci } };

describe("methodComparisonPlot", () => {
  it("draws the fitted line through the points of both methods", () => {
    const spec = methodComparisonPlot([10, 20], [12, 23], { x: "CT", y: "Model" }, LINE);
    const fitted = spec.data.filter(({ mode }) => mode === "lines").at(-1)!;
    const [x, y] = [fitted.x as number[], fitted.y as number[]];
    for (const [i, at] of x.entries()) expect(y[i]).toBeCloseTo(1 + 1.1 * at, 12);
    expect(spec.text).toContain("Deming: slope 1.10");
  });

  it("draws identity alone without a line", () => {
    const spec = methodComparisonPlot([10, 20], [12, 23], { x: "CT", y: "Model" });
    expect(spec.text).toBe("Model against CT, 2 pairs, with the line of identity.");
  });

  it("refuses columns of different lengths", () => {
    expect(() => methodComparisonPlot([10, 20], [12], { x: "CT", y: "Model" })).toThrow(
      "got 2 and 1",
    );
  });
});
