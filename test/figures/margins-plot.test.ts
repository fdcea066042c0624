import { describe, expect, it } from "vitest";
import { marginsPlot } from "../../src/figures/margins-plot.js";
import { renderFigure } from "../../src/figures/static/render.js";

const tables = [
  { count: 12, p: 0.0039 },
  { count: 11, p: 0.0117 },
  { count: 10, p: 0.0654 },
];
const spec = marginsPlot(tables, { axis: "patients right by both" });

describe("marginsPlot", () => {
  it("draws every table in the order of the count, filled below the limit", () => {
    const [marks] = spec.data;
    expect(marks!.x).toEqual([10, 11, 12]);
    expect(marks!.y).toEqual([0.0654, 0.0117, 0.0039]);
    const { color } = marks!.marker as { color: string[] };
    expect(color[0]).not.toBe(color[1]);
    expect(color[1]).toBe(color[2]);
  });

  it("says the numbers in words", () => {
    expect(spec.text.replaceAll("\u00a0", " ")).toBe(
      "p-values of the 3 possible tables, by patients right by both. " +
        "10: p = 0.065. 11: p = 0.012. 12: p = 0.004. 2 of 3 lie below 0.05; their marks are filled.",
    );
  });

  it("shows its axis and limit when drawn", async () => {
    const { svg } = await renderFigure(spec);
    for (const words of [
      "0.05",
      "0.01",
      "1",
      "11",
      "p\u00a0=\u00a00.05",
      "patients right by both",
    ]) {
      expect(svg.replaceAll("p = ", "p\u00a0=\u00a0")).toContain(`>${words}<`);
    }
  });

  it("refuses what is no table's p", () => {
    expect(() => marginsPlot([], { axis: "x" })).toThrow("needs at least one table; got none");
    expect(() => marginsPlot([{ count: 1, p: 0 }], { axis: "x" })).toThrow("got (1, 0)");
    expect(() => marginsPlot([{ count: 1.5, p: 0.1 }], { axis: "x" })).toThrow("got (1.5, 0.1)");
  });
});
