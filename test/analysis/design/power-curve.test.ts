import { describe, expect, it } from "vitest";
import { powerCurve, twoMeansDesign } from "../../../src/analysis/index.js";
import { powerPlot } from "../../../src/figures/index.js";

describe("powerCurve", () => {
  const design = twoMeansDesign(1, 1.5);

  it("holds the power of the design at each size, in the order asked for", () => {
    const curve = powerCurve(design, [37, 10, 36]);
    expect(Array.from(curve.n)).toEqual([37, 10, 36]);
    expect(Array.from(curve.power)).toEqual([37, 10, 36].map((n) => design.powerAt(n)));
  });

  it("is drawn as it is", () => {
    const figure = powerPlot([powerCurve(design, [10, 20, 30, 37, 40])]);
    expect(JSON.stringify(figure)).toContain("t test of two means reaches it with 37");
  });

  it("refuses a size that the design cannot have, in its own name", () => {
    const rule = "powerCurve: needs a size that is an integer of at least 2; got 1";
    expect(() => powerCurve(design, [1, 2])).toThrow(rule);
  });
});
