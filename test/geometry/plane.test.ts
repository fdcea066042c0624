import { describe, expect, it } from "vitest";
import { planeThrough } from "../../src/geometry/plane.js";

describe("planeThrough", () => {
  it("has the points anticlockwise about its normal", () => {
    const plane = planeThrough([3, 0, 5], [0, 3, 5], [0, 0, 5]);
    expect(plane).toEqual({ origin: [1, 1, 5], normal: [0, 0, 1] });
    expect(planeThrough([0, 3, 5], [3, 0, 5], [0, 0, 5]).normal[2]).toBe(-1);
  });

  it("refuses points on a line", () => {
    expect(() => planeThrough([0, 0, 0], [1, 1, 1], [2, 2, 2])).toThrow(
      "planeThrough: needs three points off one line; got (0, 0, 0), (1, 1, 1), (2, 2, 2)",
    );
    expect(() => planeThrough([0, 0, 0], [1, Number.NaN, 1], [2, 0, 2])).toThrow("off one line");
  });
});
