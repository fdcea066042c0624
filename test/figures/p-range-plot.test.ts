import { describe, expect, it } from "vitest";
import { pRangePlot } from "../../src/figures/p-range-plot.js";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");
const rows = [
  { label: "Fisher", values: [0.3147] },
  { label: "McNemar", values: [0.0225, 0.0039, 0.0117], printed: "<0.01" },
  { label: "Welch", values: [1e-7], printed: "0.04" },
];
const spec = pRangePlot(rows);
const shapes = spec.layout.shapes as { type: string; x0: number; x1: number; xref: string }[];

describe("pRangePlot", () => {
  it("draws each possible value and joins the least with the most", () => {
    const [range, points] = spec.data.filter(({ xaxis }) => xaxis === undefined);
    expect(range!.x).toEqual([0.0039, 0.0225, null]);
    expect(points!.x).toEqual([0.3147, 0.0225, 0.0039, 0.0117, 1e-4]);
    expect((points!.marker as { symbol: string[] }).symbol.at(-1)).toBe("triangle-left");
  });

  it("draws what is printed as the interval that it stands for", () => {
    const bands = shapes.filter(({ type, xref }) => type === "rect" && xref === "x");
    expect(bands.map(({ x0, x1 }) => [x0, x1])).toEqual([
      [1e-4, 0.01],
      [0.035, 0.045],
    ]);
    const edges = shapes.filter(({ type, x0 }) => type === "line" && x0 !== 0.05);
    expect(edges.map(({ x0 }) => x0)).toEqual([0.01, 0.035, 0.045]); // none where the axis cuts
  });

  it("draws the usual limit, or another", () => {
    expect(shapes.filter(({ x0 }) => x0 === 0.05)).toHaveLength(1);
    const strict = pRangePlot(rows, { limit: 0.005 });
    expect(plain(strict.text)).toContain("Dashed line at p = 0.005.");
  });

  it("says the numbers in words, with a digit more than is printed", () => {
    expect(plain(spec.text)).toBe(
      "p-values. Fisher: p = 0.31. " +
        "McNemar: p from 0.004 to 0.023 (3 possible values); printed <0.01. " +
        "Welch: p < 0.001; printed 0.04. Dashed line at p = 0.05.",
    );
  });

  it("refuses what is no p-value", () => {
    expect(() => pRangePlot([])).toThrow("needs at least one row; got none");
    expect(() => pRangePlot([{ label: "t", values: [] }])).toThrow('"t" needs at least one value');
    expect(() => pRangePlot([{ label: "t", values: [Number.NaN] }])).toThrow("got NaN");
    expect(() => pRangePlot([{ label: "t", values: [0.1], printed: "ns" }])).toThrow('got "ns"');
    expect(() => pRangePlot(rows, { smallest: 0.1 })).toThrow(
      "needs 0 < smallest < limit < 1; got 0.1, 0.05",
    );
  });
});
