import { describe, expect, it } from "vitest";
import { decisionCurvePlot } from "../../src/figures/decision-curve-plot.js";

describe("decisionCurvePlot", () => {
  const thresholds = [0.1, 0.2, 0.3, 0.4, 0.5];
  const model = { name: "Model", netBenefit: [0.2, 0.15, 0.1, 0.05, 0.02] };
  const all = [0.2, 0.1, -0.02, -0.3, -0.9];

  it("leaves treating all out where it sinks below what is of use", () => {
    const { data, text } = decisionCurvePlot(thresholds, [model], all);
    const treatAll = data.find(({ y }) => (y as number[])[1] === 0.1)!;
    expect(treatAll.y).toEqual([0.2, 0.1, -0.02, Number.NaN, Number.NaN]);
    expect(text.replaceAll("\u00a0", " ")).toContain(
      "At a threshold of 30 %: Model 0.100, treat all −0.020.",
    );
  });

  it("refuses no model and a model without a value at each threshold", () => {
    expect(() => decisionCurvePlot(thresholds, [], all)).toThrow("needs one or two models; got 0");
    const short = { name: "Short", netBenefit: [0.2] };
    expect(() => decisionCurvePlot(thresholds, [short], all)).toThrow("got 5 and 1");
  });
});
