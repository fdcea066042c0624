import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderCurve, multiclassArea } from "../../../src/analysis/index.js";
import { samples } from "./samples.js";

describe("multiclassArea", () => {
  it("is the area under the curve of two classes", () => {
    fc.assert(
      fc.property(samples, ({ scores, events }) => {
        const { value } = multiclassArea(scores, events, "lower");
        return value === areaUnderCurve(scores, events, "lower").value;
      }),
    );
  });

  it("names the pairs in order and takes their mean", () => {
    const { classes, sizes, pairs, value } = multiclassArea(
      [1, 2, 3, 4, 2.5, 1.5],
      [5, 2, 9, 9, 5, 2],
      "higher",
    );
    expect([classes, sizes]).toEqual([
      [2, 5, 9],
      [2, 2, 2],
    ]);
    expect(pairs).toEqual([
      { lower: 2, higher: 5, area: 0.5 },
      { lower: 2, higher: 9, area: 1 },
      { lower: 5, higher: 9, area: 1 },
    ]);
    expect(value).toBeCloseTo(2.5 / 3, 12);
  });

  it("refuses a single class", () => {
    expect(() => multiclassArea([1, 2], [4, 4], "higher")).toThrow(
      "multiclassArea: needs at least 2 classes; got 1",
    );
  });
});
