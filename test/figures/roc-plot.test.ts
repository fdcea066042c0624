import { describe, expect, it } from "vitest";
import { rocPlot } from "../../src/figures/roc-plot.js";

const CURVE = {
  name: "3D model",
  sensitivity: [1, 0.8, 0],
  specificity: [0, 0.7, 1],
  area: { value: 0.75, ci: { lower: 0.6, upper: 0.9, level: 0.95 } },
  cutoff: { label: "≥ 2 mm", sensitivity: 0.8, specificity: 0.7 },
};

describe("rocPlot", () => {
  it("draws sensitivity over 1 − specificity, and chance", () => {
    const { data, text } = rocPlot([CURVE]);
    const [chance, curve] = data.filter(
      ({ mode, xaxis }) => mode === "lines" && xaxis === undefined,
    );
    expect([chance!.x, chance!.y]).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(curve!.x).toEqual([1, 1 - 0.7, 0]);
    expect(curve!.y).toEqual([1, 0.8, 0]);
    expect(text.replaceAll("\u00a0", " ")).toContain(
      "3D model: area under the curve 0.750 (95 % CI 0.600 to 0.900); at ≥ 2 mm, sensitivity 80 % and specificity 70 %.",
    );
  });

  it("refuses no curve, and more than can be told apart", () => {
    expect(() => rocPlot([])).toThrow("rocPlot: needs one to three curves; got 0");
    expect(() => rocPlot([CURVE, CURVE, CURVE, CURVE])).toThrow("got 4");
  });
});
