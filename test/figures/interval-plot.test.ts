import { describe, expect, it } from "vitest";
import type { Drawing, PlotlyTrace } from "../../src/figures/figure.js";
import { intervalPlot } from "../../src/figures/interval-plot.js";
import { renderFigure } from "../../src/figures/static/render.js";

const ci = (lower: number, upper: number) => ({ lower, upper, level: 0.95 });
const plain = (text: string): string => text.replaceAll("\u00a0", " ");
const rows = [
  { label: "Sensitivity", value: 6 / 9, intervals: [ci(0.299, 0.925), ci(0.354, 0.879)] },
  { label: "Specificity", value: 5 / 7, intervals: [ci(0.29, 0.963), ci(0.359, 0.918)] },
];
const share = {
  axis: "Share of patients",
  intervals: ["exact", "score"],
  scale: "share",
  reference: { value: 0.5, label: "a coin" },
} as const;

const onData = ({ data }: Drawing): PlotlyTrace[] =>
  data.filter(({ xaxis }) => xaxis === undefined);

describe("intervalPlot", () => {
  it("draws both intervals of a row apart, each with its estimate", () => {
    const spec = intervalPlot(rows, share);
    const [exact, exactPoints, score] = onData(spec);
    expect(exact!.x).toEqual([0.299, 0.925, null, 0.29, 0.963, null]);
    expect(exactPoints!.x).toEqual([6 / 9, 5 / 7]);
    expect(score!.x).toEqual([0.354, 0.879, null, 0.359, 0.918, null]);
    const apart = (score!.y as number[])[0]! - (exact!.y as number[])[0]!;
    expect(apart).toBe(12);
    expect(spec.narrow!.width).toBe(340);
  });

  it("says the numbers in words", () => {
    expect(plain(intervalPlot(rows, share).text)).toBe(
      "Estimates with intervals. Axis: Share of patients. " +
        "Sensitivity: 67 % (95 % CI exact 30 to 93 %; 95 % CI score 35 to 88 %). " +
        "Specificity: 71 % (95 % CI exact 29 to 96 %; 95 % CI score 36 to 92 %). " +
        "Dashed line at 50 %: a coin.",
    );
  });

  it("ends at the axis with an arrow where an interval goes on", () => {
    const spec = intervalPlot(
      [{ label: "LR+", value: 2.33, intervals: [ci(0.01, Number.POSITIVE_INFINITY)] }],
      { axis: "Likelihood ratio", intervals: ["log method"], scale: "log", range: [0.1, 20] },
    );
    const [line, arrows, point] = onData(spec);
    expect(line!.x).toEqual([0.1, 20, null]);
    expect(arrows!.x).toEqual([0.1, 20]);
    expect((arrows!.marker as { symbol: string[] }).symbol).toEqual([
      "triangle-left",
      "triangle-right",
    ]);
    expect(point!.x).toEqual([2.33]);
    expect(plain(spec.text)).toContain("LR+: 2.33 (95 % CI log method 0.01 to ∞).");
  });

  it("says what could not be estimated and draws nothing for it", () => {
    const none = {
      label: "κ",
      value: Number.NaN,
      intervals: [ci(Number.NaN, Number.NaN)],
      note: "one-category",
    };
    const one = { label: "AC1", value: 0.4, intervals: [ci(-0.1, 0.9)] };
    const spec = intervalPlot([none, one], { axis: "Agreement", intervals: ["exact"] });
    expect(spec.text).toContain("κ: not estimable (one category).");
    expect(onData(spec)[0]!.x).toEqual([-0.1, 0.9, null]);
  });

  it("holds every finite number on its axis", () => {
    const spec = intervalPlot([{ label: "Minutes saved", value: -4, intervals: [ci(-34, 26)] }], {
      axis: "Minutes",
      intervals: ["Welch"],
      reference: { value: 30, label: "margin" },
    });
    const { range } = spec.layout.xaxis as { range: [number, number] };
    expect(range[0]).toBeLessThan(-34);
    expect(range[1]).toBeGreaterThan(30);
  });

  it("shows its tick labels, names and numbers when drawn", async () => {
    const { html, svg } = await renderFigure(intervalPlot(rows, share));
    for (const words of [
      "25\u00a0%",
      "100\u00a0%",
      "Sensitivity",
      "67\u00a0% (30 to 93\u00a0%)",
      "a coin",
    ]) {
      expect(svg).toContain(`>${words}<`);
      expect(html.split(`>${words}<`)).toHaveLength(3); // wide and narrow
    }
    expect(Buffer.byteLength(html)).toBeLessThan(30_000);
  });

  it("refuses rows whose intervals do not fit their names", () => {
    expect(() => intervalPlot([], share)).toThrow("needs at least one row; got none");
    expect(() => intervalPlot(rows, { ...share, intervals: ["exact"] })).toThrow(
      'each row needs 1 interval(s); "Sensitivity" has 2',
    );
    expect(() => intervalPlot(rows, { ...share, intervals: [] })).toThrow(
      "one or two interval names; got 0",
    );
  });
});
