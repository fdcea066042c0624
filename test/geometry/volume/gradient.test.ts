import { describe, expect, it } from "vitest";
import { gradientMagnitude } from "../../../src/geometry/volume/gradient.js";
import { fill, floats, gridOf } from "./volumes.js";

describe("gradientMagnitude", () => {
  it("gives the slope of a plane in values a mm everywhere, on uneven voxels", () => {
    const grid = gridOf([5, 4, 3], { spacing: [0.5, 2, 4] });
    const plane = floats(grid, (i, j, k) => 0.5 * i + 2 * (2 * j) + 2 * (4 * k));
    for (const value of gradientMagnitude(plane).voxels) expect(value).toBeCloseTo(3, 5);
  });

  it("takes both neighbours inside and one at the border", () => {
    const square = fill(gridOf([4, 2, 2]), new Int16Array(16), (i) => i * i);
    expect([...gradientMagnitude(square).voxels.slice(0, 4)]).toEqual([1, 2, 4, 5]);
  });

  it("does not overflow the type of the voxels", () => {
    const step = fill(gridOf([2, 2, 2]), new Int16Array(8), (i) => (i === 0 ? -32768 : 32767));
    expect(gradientMagnitude(step).voxels[0]).toBe(65535);
  });

  it("refuses volumes one voxel thick", () => {
    expect(() => gradientMagnitude(floats(gridOf([3, 3, 1]), () => 0))).toThrow(
      "gradientMagnitude: needs two voxels along each axis; got 3 × 3 × 1",
    );
  });
});
