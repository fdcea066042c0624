import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isotropicGrid, resampleVolume } from "../../../src/geometry/volume/resample.js";
import { type Volume, voxelToWorld } from "../../../src/geometry/volume/volume.js";
import { floats, gridOf, oblique } from "./volumes.js";

const AIR = -1000;

/** 1 + x − 2y + 3z of the world. */
function plane(grid: ReturnType<typeof gridOf>): Volume<Float32Array> {
  return floats(grid, (i, j, k) => {
    const [x, y, z] = voxelToWorld(grid, [i, j, k]);
    return 1 + x - 2 * y + 3 * z;
  });
}

describe("resampleVolume", () => {
  it("gives a volume back on its own grid, its border too, however it lies", () => {
    const number = fc.double({ min: -300, max: 300, noNaN: true });
    const angle = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(number, number, number), angle, angle, (origin, a, b) => {
        const [c, s, d, t] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
        const direction = Float64Array.of(c, -s * d, s * t, s, c * d, -c * t, 0, t, d);
        const grid = gridOf([5, 4, 3], { spacing: [0.6, 0.7, 1.3], origin, direction });
        const volume = floats(grid, (i, j, k) => 100 * i + 10 * j + k);
        const same = resampleVolume(volume, grid, AIR);
        same.voxels.forEach((value, at) => {
          expect(value).toBeCloseTo(volume.voxels[at]!, 3);
        });
      }),
      { seed: 15 },
    );
  });

  it("keeps what is straight in the world, on any other grid within, and says what lies outside", () => {
    const volume = plane(gridOf([12, 12, 12], { origin: [-5, -6, -7], direction: oblique() }));
    const inside = gridOf([4, 3, 5], {
      spacing: [0.3, 0.4, 0.5],
      origin: voxelToWorld(volume, [6, 6, 6]),
    });
    resampleVolume(volume, inside, AIR).voxels.forEach((value, at) => {
      expect(value).toBeCloseTo(plane(inside).voxels[at]!, 3);
    });
    const far = { ...inside, origin: [100, 0, 0] } as const;
    expect(resampleVolume(volume, far, AIR).voxels.every((value) => value === AIR)).toBe(true);
  });

  it("leaves voxels that are no numbers as they are", () => {
    const volume = floats(gridOf([2, 2, 2]), (i) => (i === 0 ? Number.NaN : 5));
    expect(resampleVolume(volume, volume, AIR).voxels[0]).toBeNaN();
    expect(resampleVolume(volume, volume, AIR).voxels[1]).toBe(5);
  });

  it("refuses grids that are none", () => {
    const volume = plane(gridOf([3, 3, 3]));
    expect(() => resampleVolume(volume, { ...volume, dims: [3, 3, 0] }, AIR)).toThrow(
      "resampleVolume: needs three positive dimensions",
    );
    expect(() => resampleVolume(volume, { ...volume, dims: [3, 3, -1] }, AIR)).toThrow(
      "resampleVolume: needs three positive dimensions",
    );
    expect(() => resampleVolume(volume, { ...volume, dims: [3, 3, Number.NaN] }, AIR)).toThrow(
      "resampleVolume: needs",
    );
    expect(() => resampleVolume(volume, { ...volume, spacing: [1, 0, 1] }, AIR)).toThrow(
      "resampleVolume: needs spacings above 0 mm",
    );
  });
});

describe("isotropicGrid", () => {
  it("covers the same box from the same corner", () => {
    const grid = gridOf([11, 6, 4], { spacing: [0.5, 1, 2.5], origin: [1, 2, 3] });
    expect(isotropicGrid(grid, 0.5)).toMatchObject({
      dims: [11, 11, 16],
      spacing: [0.5, 0.5, 0.5],
      origin: [1, 2, 3],
    });
    expect(isotropicGrid(grid, 2).dims).toEqual([3, 3, 4]);
  });

  it("refuses spacings that are none", () => {
    expect(() => isotropicGrid(gridOf([2, 2, 2]), 0)).toThrow(
      "isotropicGrid: needs a spacing above 0 mm; got 0",
    );
  });
});
