import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceTransform } from "../../../src/geometry/volume/distance-transform.js";
import type { Mask } from "../../../src/geometry/volume/volume.js";
import { gridOf, maskOf, randomMask } from "./volumes.js";

function bruteForce({ dims, voxels, spacing }: Mask): Float64Array {
  const [ni, nj] = dims;
  const place = (at: number): number[] => [
    spacing[0] * (at % ni),
    spacing[1] * (Math.floor(at / ni) % nj),
    spacing[2] * Math.floor(at / (ni * nj)),
  ];
  const outside = [...voxels.keys()].filter((at) => voxels[at] === 0).map(place);
  return Float64Array.from(voxels, (value, at) => {
    if (value === 0) return 0;
    const [x, y, z] = place(at) as [number, number, number];
    let least = Number.POSITIVE_INFINITY;
    for (const [a, b, c] of outside) least = Math.min(least, Math.hypot(a! - x, b! - y, c! - z));
    return least;
  });
}

describe("distanceTransform", () => {
  it("is exact for any mask and spacing", () => {
    const mm = fc.double({ min: 0.1, max: 8, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.constantFrom(0.3, 0.8, 0.97, 1),
        fc.tuple(mm, mm, mm),
        (seed, share, spacing) => {
          const mask = randomMask(seed, 9, share, spacing);
          const { voxels } = distanceTransform(mask);
          bruteForce(mask).forEach((expected, at) => {
            if (expected === Number.POSITIVE_INFINITY) expect(voxels[at]).toBe(expected);
            else expect(Math.abs(voxels[at]! - expected)).toBeLessThan(1e-6 * (1 + expected));
          });
        },
      ),
      { numRuns: 200, seed: 4 },
    );
  });

  it("gives the depth in a slab, and the distance from a lone voxel outside", () => {
    const slab = maskOf(gridOf([9, 5, 5], { spacing: [0.5, 3, 3] }), (i) => i > 0 && i < 8);
    const row = distanceTransform(slab).voxels.slice(0, 9);
    expect([...row]).toEqual([0, 0.5, 1, 1.5, 2, 1.5, 1, 0.5, 0]);
    const lone = maskOf(gridOf([7, 7, 7]), (i, j, k) => i + j + k > 0);
    expect(distanceTransform(lone).voxels.at(-1)).toBe(Math.fround(Math.sqrt(108)));
  });

  it("is 0 outside, Infinity where nothing is outside, and leaves the mask as it was", () => {
    const full = maskOf(gridOf([2, 3, 4]), () => true);
    expect(distanceTransform(full).voxels.every((mm) => mm === Number.POSITIVE_INFINITY)).toBe(
      true,
    );
    const none = maskOf(gridOf([2, 3, 4]), () => false);
    expect(distanceTransform(none).voxels.every((mm) => mm === 0)).toBe(true);
    expect(full.voxels.every((value) => value === 1)).toBe(true);
  });

  it("refuses what is no mask", () => {
    const mask = { ...gridOf([2, 1, 1]), voxels: Uint8Array.of(0, 7) };
    expect(() => distanceTransform(mask)).toThrow(
      "distanceTransform: needs a mask of 0 and 1; voxel 1 is 7",
    );
  });
});
