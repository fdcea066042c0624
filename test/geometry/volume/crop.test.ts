import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cropVolume } from "../../../src/geometry/volume/crop.js";
import { padVolume } from "../../../src/geometry/volume/pad.js";
import { voxelToWorld } from "../../../src/geometry/volume/volume.js";
import { fill, floats, gridOf, oblique } from "./volumes.js";

const grid = gridOf([6, 5, 4], {
  spacing: [0.5, 1, 2],
  origin: [10, 20, 30],
  direction: oblique(),
});
const volume = fill(grid, new Int16Array(120), (i, j, k) => 100 * i + 10 * j + k);

describe("cropVolume and padVolume", () => {
  it("keep every voxel where it lies in the world", () => {
    const part = cropVolume(volume, [2, 1, 3], [4, 3, 3]);
    expect(part.dims).toEqual([3, 3, 1]);
    expect([...part.voxels]).toEqual([213, 313, 413, 223, 323, 423, 233, 333, 433]);
    expect(part.voxels).toBeInstanceOf(Int16Array);
    voxelToWorld(part, [1, 2, 0]).forEach((mm, axis) => {
      expect(mm).toBeCloseTo(voxelToWorld(volume, [3, 3, 3])[axis]!, 12);
    });
  });

  it("undo each other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), (margin) => {
        const padded = padVolume(volume, -1000, { margin });
        expect(padded.dims).toEqual([6 + 2 * margin, 5 + 2 * margin, 4 + 2 * margin]);
        expect(padded.voxels.filter((value) => value === -1000)).toHaveLength(
          padded.voxels.length - 120,
        );
        const back = cropVolume(
          padded,
          [margin, margin, margin],
          [5 + margin, 4 + margin, 3 + margin],
        );
        expect(back.voxels).toEqual(volume.voxels);
        back.origin.forEach((mm, axis) => {
          expect(mm).toBeCloseTo(grid.origin[axis]!, 12);
        });
      }),
    );
  });

  it("refuse parts that do not lie within the volume", () => {
    expect(() => cropVolume(volume, [0, 0, 0], [6, 4, 3])).toThrow(
      "cropVolume: needs voxels in order within 6 × 5 × 4; got (0, 0, 0) to (6, 4, 3)",
    );
    expect(() => cropVolume(volume, [3, 0, 0], [2, 4, 3])).toThrow("needs voxels in order");
    expect(() => cropVolume(volume, [0, 0, 0.5], [2, 4, 3])).toThrow("needs voxels in order");
  });

  it("refuse margins that are none and values that the voxels do not hold", () => {
    expect(() => padVolume(volume, 0, { margin: -1 })).toThrow(
      "padVolume: needs a margin of 0 or more voxels; got -1",
    );
    const bytes = { ...gridOf([1, 1, 1]), voxels: new Uint8Array(1) };
    expect(() => padVolume(bytes, -1000)).toThrow(
      "padVolume: needs a value that a Uint8Array holds; got -1000",
    );
    expect(() => padVolume(volume, 0.5)).toThrow("needs a value that a Int16Array holds; got 0.5");
    expect(
      padVolume(
        floats(gridOf([1, 1, 1]), () => 0),
        0.1,
      ).voxels[0],
    ).toBe(Math.fround(0.1));
  });
});
