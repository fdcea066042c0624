import { describe, expect, it } from "vitest";
import { renderFigure } from "../../src/figures/static/render.js";
import { rangeOf, xyPlot } from "../../src/figures/xy-plot.js";

const AXES = {
  x: { title: "CT (mm)", range: [10, 40] as const },
  y: { title: "Model (mm)", range: [10, 40] as const },
};

describe("xyPlot", () => {
  it("draws what it is given, also narrow, with titles, ticks and key", async () => {
    const spec = xyPlot({
      ...AXES,
      series: [
        { kind: "band", x: [10, 40], lower: [12, 38], upper: [14, 40], label: "Band" },
        { kind: "points", x: [20, 30], y: [21, 29], label: "Patients" },
      ],
      notes: [{ x: 20, y: 21, text: "first" }],
      text: "Two patients.",
    });
    expect(spec.data.some(({ x }) => JSON.stringify(x) === "[20,30]")).toBe(true);
    expect(spec.narrow!.width).toBeLessThan(spec.width);
    const { svg } = await renderFigure(spec);
    for (const words of ["CT (mm)", "Model (mm)", "Band", "Patients", "first", "20"]) {
      expect(svg).toContain(`>${words}<`);
    }
  });

  it("turns an axis round and takes exponents on a logarithmic one", () => {
    const { layout } = xyPlot({
      x: { title: "n", range: [10, 1000], scale: "log" },
      y: { title: "SE", range: [1, 0] },
      series: [{ kind: "points", x: [100], y: [0.5] }],
      text: "One.",
    });
    expect(layout.xaxis).toMatchObject({ type: "log", range: [1, 3] });
    expect(layout.yaxis).toMatchObject({ type: "linear", range: [1, 0] });
  });

  it("refuses what cannot be drawn", () => {
    const points = { kind: "points" as const, x: [1], y: [1] };
    expect(() => xyPlot({ ...AXES, series: [], text: "t" })).toThrow("needs a series; got none");
    expect(() => xyPlot({ ...AXES, series: [{ ...points, y: [1, 2] }], text: "t" })).toThrow(
      "got 1 and 2",
    );
    const flat = { title: "y", range: [1, 1] as const };
    expect(() => xyPlot({ ...AXES, y: flat, series: [points], text: "t" })).toThrow(
      'a range for "y"; got 1 to 1',
    );
    const log = { title: "x", range: [0, 1] as const, scale: "log" as const };
    expect(() => xyPlot({ ...AXES, x: log, series: [points], text: "t" })).toThrow(
      "begins above 0; got 0",
    );
  });
});

describe("rangeOf", () => {
  it("holds every finite value with room beyond", () => {
    expect(rangeOf([1, Number.NaN, 3], [Number.POSITIVE_INFINITY, 2])).toEqual([0.9, 3.1]);
    expect(rangeOf([5])).toEqual([4.5, 5.5]);
    expect(rangeOf([0])).toEqual([-1, 1]);
    expect(() => rangeOf([Number.NaN])).toThrow("needs a finite value; got none");
  });
});
