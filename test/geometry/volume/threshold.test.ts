import { describe, expect, it } from "vitest";
import { thresholdMask } from "../../../src/geometry/volume/threshold.js";
import { fill, floats, gridOf } from "./volumes.js";

const ramp = fill(gridOf([6, 1, 1]), new Int16Array(6), (i) => 100 * i);

describe("thresholdMask", () => {
  it("takes both thresholds for inside", () => {
    expect([...thresholdMask(ramp, 100, 300).voxels]).toEqual([0, 1, 1, 1, 0, 0]);
    expect([...thresholdMask(ramp, 100.5, Number.POSITIVE_INFINITY).voxels]).toEqual([
      0, 0, 1, 1, 1, 1,
    ]);
    expect([...thresholdMask(ramp, Number.NEGATIVE_INFINITY, -1).voxels]).toEqual([
      0, 0, 0, 0, 0, 0,
    ]);
  });

  it("takes what is no number for outside", () => {
    const odd = floats(gridOf([3, 1, 1]), (i) => [Number.NaN, 1, 2][i]!);
    expect([
      ...thresholdMask(odd, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY).voxels,
    ]).toEqual([0, 1, 1]);
  });

  it("refuses thresholds out of order", () => {
    expect(() => thresholdMask(ramp, 2, 1)).toThrow(
      "thresholdMask: needs thresholds in order; got 2 and 1",
    );
    expect(() => thresholdMask(ramp, Number.NaN, 1)).toThrow("needs thresholds in order");
  });
});
