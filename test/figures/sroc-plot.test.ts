import { describe, expect, it } from "vitest";
import { srocPlot } from "../../src/figures/sroc-plot.js";

const STUDIES = { sensitivity: [0.8, 0.9], specificity: [0.7, 0.6], n: [40, 10] };

describe("srocPlot", () => {
  it("draws studies by size and the summary", () => {
    const spec = srocPlot({ studies: STUDIES, summary: { sensitivity: 0.85, specificity: 0.65 } });
    const marks = spec.data.find(
      ({ x }) => (x as number[]).length === 2 && (x as number[])[0] === 1 - 0.7,
    )!;
    const [large, small] = (marks.marker as { size: number[] }).size;
    expect((large! - 5) / (small! - 5)).toBeCloseTo(2, 12);
    expect(spec.text.replaceAll("\u00a0", " ")).toContain(
      "Summary sensitivity and specificity 85 % and 65 %.",
    );
  });

  it("refuses no studies", () => {
    const none = { sensitivity: [], specificity: [], n: [] };
    const summary = { sensitivity: 0.85, specificity: 0.65 };
    expect(() => srocPlot({ studies: none, summary })).toThrow("srocPlot: needs studies; got none");
  });
});
