import { describe, expect, it } from "vitest";
import { regionGrowing } from "../../../src/geometry/volume/region-growing.js";
import { fill, gridOf } from "./volumes.js";

// Two rods of 300 HU that touch by an edge, and a third by itself.
const rods = fill(gridOf([8, 4, 4]), new Int16Array(128), (_, j, k) =>
  (j === 0 && k === 0) || (j === 1 && k === 1) || (j === 3 && k === 3) ? 300 : 0,
);
const count = (voxels: Uint8Array): number => voxels.reduce((sum, value) => sum + value, 0);

describe("regionGrowing", () => {
  it("takes what hangs together with a seed", () => {
    expect(count(regionGrowing(rods, 200, 400, [[0, 0, 0]], 6).voxels)).toBe(8);
    expect(count(regionGrowing(rods, 200, 400, [[0, 0, 0]], 18).voxels)).toBe(16);
    const seeds = [
      [0, 0, 0],
      [7, 3, 3],
    ] as const;
    expect(count(regionGrowing(rods, 200, 400, seeds, 6).voxels)).toBe(16);
    expect(count(regionGrowing(rods, 200, 400, [...seeds, [3, 0, 0]], 26).voxels)).toBe(24);
  });

  it("refuses seeds outside the volume or the thresholds, naming them", () => {
    expect(() => regionGrowing(rods, 200, 400, [], 6)).toThrow(
      "regionGrowing: needs a seed; got none",
    );
    expect(() => regionGrowing(rods, 200, 400, [[0, 0, 4]], 6)).toThrow(
      "regionGrowing: needs seeds within 8 × 4 × 4 voxels; got (0, 0, 4)",
    );
    expect(() => regionGrowing(rods, 200, 400, [[0.5, 0, 0]], 6)).toThrow("needs seeds within");
    expect(() => regionGrowing(rods, 200, 400, [[1, 2, 0]], 6)).toThrow(
      "needs seeds of 200 to 400; the voxel (1, 2, 0) has 0",
    );
    expect(() => regionGrowing(rods, 400, 200, [[0, 0, 0]], 6)).toThrow(
      "regionGrowing: needs thresholds in order",
    );
    expect(() => regionGrowing(rods, 200, 400, [[0, 0, 0]], 7 as 6)).toThrow(
      "regionGrowing: needs 6, 18 or 26 neighbours; got 7",
    );
    expect(() =>
      regionGrowing({ ...rods, voxels: new Int16Array(4) }, 200, 400, [[0, 0, 0]], 6),
    ).toThrow("regionGrowing: needs 128 voxels");
  });
});
