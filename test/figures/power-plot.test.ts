import { describe, expect, it } from "vitest";
import { powerPlot } from "../../src/figures/power-plot.js";

describe("powerPlot", () => {
  it("says where each design reaches the power asked for", () => {
    const curves = [
      { name: "Paired", n: [20, 40, 60], power: [0.5, 0.81, 0.9] },
      { name: "Unpaired", n: [20, 40, 60], power: [0.3, 0.5, 0.7] },
    ];
    expect(powerPlot(curves).text.replaceAll("\u00a0", " ")).toBe(
      "Power against Patients. Dashed: 80 %; Paired reaches it with 40; Unpaired does not reach it.",
    );
  });

  it("refuses no curve", () => {
    expect(() => powerPlot([])).toThrow("powerPlot: needs one to three curves; got 0");
  });
});
