import { describe, expect, it } from "vitest";
import { COLUMN_WIDTH, figure, NARROW_WIDTH } from "../../src/figures/figure.js";

const data = [{ type: "scatter", x: [1], y: [2] }];

describe("figure", () => {
  it("fills the column and brings the same for a telephone", () => {
    const spec = figure({ data, text: "1, 2" });
    expect(spec).toMatchObject({ kind: "figure", width: COLUMN_WIDTH, height: 400, text: "1, 2" });
    expect(spec.narrow).toEqual({ data, layout: {}, width: NARROW_WIDTH, height: 400 });
    expect(figure({ data, text: "1, 2", width: 200 }).narrow!.width).toBe(200);
  });

  it("refuses a figure that shows or says nothing", () => {
    expect(() => figure({ data: [], text: "x" })).toThrow("needs at least one trace; got none");
    expect(() => figure({ data, text: " " })).toThrow("needs a text that says what is shown");
    expect(() => figure({ data, text: "x", width: 39 })).toThrow(
      "width must be at least 40 px; got 39",
    );
    expect(() => figure({ data, text: "x", height: Number.NaN })).toThrow(
      "height must be at least 40",
    );
  });
});
