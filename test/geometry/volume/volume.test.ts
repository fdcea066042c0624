import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkVolume,
  type Volume,
  voxelToWorld,
  voxelVolumeMm3,
  worldToVoxel,
} from "../../../src/geometry/volume/volume.js";

const volume: Volume = {
  dims: [2, 3, 4],
  spacing: [0.5, 2, 3],
  origin: [10, 20, 30],
  direction: Float64Array.of(0, 0, 1, 1, 0, 0, 0, 1, 0),
  voxels: new Int16Array(24),
};

describe("voxelToWorld and worldToVoxel", () => {
  it("take the columns of the direction for the axes of i, j and k", () => {
    expect(voxelToWorld(volume, [0, 0, 0])).toEqual([10, 20, 30]);
    expect(voxelToWorld(volume, [2, 0, 0])).toEqual([10, 21, 30]);
    expect(voxelToWorld(volume, [0, 2, 0])).toEqual([10, 20, 34]);
    expect(voxelToWorld(volume, [0, 0, 2])).toEqual([16, 20, 30]);
  });

  it("undo each other on any grid", () => {
    const angle = fc.double({ min: -4, max: 4, noNaN: true });
    const number = fc.double({ min: -300, max: 300, noNaN: true });
    const spacing = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(angle, number, spacing, fc.tuple(number, number, number), (a, o, s, ijk) => {
        const [c, d] = [Math.cos(a), Math.sin(a)];
        const direction = Float64Array.of(c, d, 0, d, -c, 0, 0, 0, 1); // a mirror
        const grid = {
          ...volume,
          origin: [o, -o, 2 * o],
          spacing: [s, 2 * s, 1],
          direction,
        } as const;
        const back = worldToVoxel(grid, voxelToWorld(grid, ijk));
        back.forEach((value, i) => {
          expect(value).toBeCloseTo(ijk[i]!, 8);
        });
      }),
    );
  });

  it("give the volume of a voxel", () => {
    expect(voxelVolumeMm3(volume)).toBe(3);
  });
});

describe("checkVolume", () => {
  const check = (more: Partial<Volume>) => (): void => checkVolume("f", { ...volume, ...more });

  it("takes volumes, left-handed ones and single precision too", () => {
    expect(check({})).not.toThrow();
    expect(check({ direction: Float64Array.of(0, 0, 1, 0, 1, 0, 1, 0, 0) })).not.toThrow();
    const single = Math.fround(Math.SQRT1_2);
    expect(
      check({ direction: Float64Array.of(single, -single, 0, single, single, 0, 0, 0, 1) }),
    ).not.toThrow();
  });

  it("refuses sizes, voxels, spacings, origins and axes that are none", () => {
    expect(check({ dims: [2, 3, 0] })).toThrow("f: needs three positive dimensions; got 2 × 3 × 0");
    expect(check({ dims: [2, 3, 4.5] })).toThrow("needs three positive dimensions");
    expect(check({ voxels: new Int16Array(23) })).toThrow("f: needs 24 voxels (2 × 3 × 4); got 23");
    expect(check({ spacing: [1, 1, -1] })).toThrow("needs spacings above 0 mm; got 1, 1, -1");
    expect(check({ spacing: [1, Number.NaN, 1] })).toThrow("needs spacings above 0 mm");
    expect(check({ origin: [0, 0, Number.POSITIVE_INFINITY] })).toThrow("needs a finite origin");
    const sheared = Float64Array.of(1, 0.1, 0, 0, 1, 0, 0, 0, 1);
    expect(check({ direction: sheared })).toThrow("needs orthonormal axes");
    expect(check({ direction: new Float64Array(4) })).toThrow("needs orthonormal axes");
  });
});
