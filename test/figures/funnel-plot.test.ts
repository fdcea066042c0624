import { describe, expect, it } from "vitest";
import { funnelPlot } from "../../src/figures/funnel-plot.js";

describe("funnelPlot", () => {
  it("draws the funnel of 95 % around the pooled effect, precise studies above", () => {
    const spec = funnelPlot(
      { effects: [0.1, 0.5], standardErrors: [0.1, 0.3], pooled: 0.2 },
      { effect: "log OR" },
    );
    const [funnel] = spec.data.filter(({ fill }) => fill === "toself");
    const [left, top, right] = funnel!.x as number[];
    const [deepest] = funnel!.y as number[];
    expect(top).toBe(0.2);
    expect((right! - left!) / deepest!).toBeCloseTo(2 * 1.959963984540054, 12);
    expect((spec.layout.yaxis as { range: number[] }).range[1]).toBe(0);
  });

  it("refuses a standard error of 0", () => {
    const shown = { effects: [0.1], standardErrors: [0], pooled: 0 };
    expect(() => funnelPlot(shown, { effect: "e" })).toThrow(
      "needs standard errors above 0; got 0",
    );
  });
});
