import { describe, expect, it } from "vitest";
import { forestPlot } from "../../src/figures/forest-plot.js";

const ci = { lower: 0.3, upper: 0.9, level: 0.95 };
const STUDIES = [
  { label: "Hell", value: 0.5, ci, weight: 0.8 },
  { label: "Li", value: 0.6, ci, weight: 0.2 },
];
const POOLED = { label: "Random effects", value: 0.52, ci, prediction: { ...ci, lower: 0.1 } };

describe("forestPlot", () => {
  it("draws squares with the area of the weights, and a diamond below", () => {
    const spec = forestPlot(STUDIES, [POOLED], { effect: "Odds ratio", scale: "log", noEffect: 1 });
    const marks = spec.data.find(({ x }) => JSON.stringify(x) === "[0.5,0.6,0.52,0.52]")!;
    const { symbol, size } = marks.marker as { symbol: string[]; size: number[] };
    expect(symbol).toEqual(["square", "square", "diamond", "circle"]);
    expect((size[0]! - 5) / (size[1]! - 5)).toBeCloseTo(2, 12);
    expect(spec.text.replaceAll("\u00a0", " ")).toContain(
      "Pooled: Random effects: 0.52 (95 % CI 0.30 to 0.90)",
    );
    expect(spec.text).toContain("Prediction of a new study");
  });

  it("heads groups of studies", () => {
    const designs = STUDIES.map((study, i) => ({
      ...study,
      group: ["Not randomised", "Randomised"][i]!,
    }));
    const { text } = forestPlot(designs, [POOLED], { effect: "Odds ratio" });
    expect(text).toContain("Not randomised: Hell, 80");
    expect(text).toContain("Randomised: Li, 20");
  });

  it("refuses no studies, nothing pooled, and a weight above 1", () => {
    expect(() => forestPlot([], [POOLED], { effect: "e" })).toThrow("needs studies; got none");
    expect(() => forestPlot(STUDIES, [], { effect: "e" })).toThrow(
      "needs a pooled effect; got none",
    );
    const heavy = [{ ...STUDIES[0]!, weight: 80 }];
    expect(() => forestPlot(heavy, [POOLED], { effect: "e" })).toThrow(
      'from 0 to 1; "Hell" has 80',
    );
  });
});
