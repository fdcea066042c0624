import { describe, expect, it } from "vitest";
import { groupPlot } from "../../src/figures/group-plot.js";

describe("groupPlot", () => {
  it("sets values of one height side by side, so that none hides another", () => {
    const spec = groupPlot([{ name: "Leak", values: [1, 1, 1, 5] }], { axis: "Mismatch (mm)" });
    const points = spec.data.find(({ y }) => JSON.stringify(y) === "[1,1,1,5]")!;
    const x = points.x as number[];
    expect(new Set(x.slice(0, 3)).size).toBe(3);
    expect(x[1]).toBe(0); // the middle one on the group
    expect(x[3]).toBe(0);
    expect(spec.text).toBe("Mismatch (mm). Leak: 4 values, median 1.0, quartiles 1.0 and 2.0.");
  });

  it("refuses an empty group, naming it", () => {
    expect(() => groupPlot([{ name: "Leak", values: [] }], { axis: "a" })).toThrow(
      'got none in "Leak"',
    );
    expect(() => groupPlot([], { axis: "a" })).toThrow("got no group");
  });
});
