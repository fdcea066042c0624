import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Vector3 } from "../../../src/geometry/vector.js";
import { gaussianSmoothing } from "../../../src/geometry/volume/gaussian.js";
import type { Volume } from "../../../src/geometry/volume/volume.js";
import { seeded } from "../../../src/numeric/random.js";
import { fill, floats, gridOf } from "./volumes.js";

const size = fc.integer({ min: 1, max: 9 });
const dims = fc.tuple(size, size, size);
const sigma = fc.constantFrom(0, 0.05, 0.4, 1.3, 5);
const sigmas = fc.tuple(sigma, sigma, sigma);

/** The definition: the kernel of each axis in turn, border values repeated. */
function smoothed({ dims: sizes, spacing, voxels }: Volume, mm: Vector3): Float64Array {
  let values = Float64Array.from(voxels);
  const steps = [1, sizes[0], sizes[0] * sizes[1]];
  for (let axis = 0; axis < 3; axis++) {
    if (mm[axis] === 0) continue;
    const wide = mm[axis]! / spacing[axis]!;
    const radius = Math.floor(4 * wide + 0.5);
    values = values.map((_, at) => {
      const index = Math.floor(at / steps[axis]!) % sizes[axis]!;
      let [sum, weights] = [0, 0];
      for (let d = -radius; d <= radius; d++) {
        const to = Math.min(sizes[axis]! - 1, Math.max(0, index + d));
        const weight = Math.exp(-0.5 * (d / wide) ** 2);
        sum += weight * values[at + (to - index) * steps[axis]!]!;
        weights += weight;
      }
      return sum / weights;
    });
  }
  return values;
}

describe("gaussianSmoothing", () => {
  it("is the sum that defines it, on any grid", () => {
    fc.assert(
      fc.property(dims, sigmas, fc.integer({ min: 0, max: 1e9 }), (sizes, mm, seed) => {
        const random = seeded(seed);
        const grid = gridOf(sizes, { spacing: [0.5, 1, 1.7] });
        const volume = floats(grid, () => random.uniform());
        const { voxels } = gaussianSmoothing(volume, mm);
        smoothed(volume, mm).forEach((value, at) => {
          expect(Math.abs(voxels[at]! - value)).toBeLessThan(1e-6);
        });
      }),
      { seed: 8 },
    );
  });

  it("leaves constants and straight slopes inside as they are", () => {
    const flat = fill(gridOf([6, 5, 7]), new Int16Array(210), () => -1000);
    for (const value of gaussianSmoothing(flat, 2).voxels) expect(value).toBeCloseTo(-1000, 3);
    const slope = floats(gridOf([21, 21, 21]), (i, j, k) => i + 2 * j - 3 * k);
    const { voxels } = gaussianSmoothing(slope, 1);
    expect(voxels[(10 * 21 + 12) * 21 + 8]).toBeCloseTo(8 + 24 - 30, 4);
  });

  it("spreads a point over a Gaussian of the variance asked for, in mm", () => {
    const volume = floats(gridOf([41, 41, 41], { spacing: [0.5, 0.5, 0.5] }), (i, j, k) =>
      i === 20 && j === 20 && k === 20 ? 1 : 0,
    );
    const { voxels } = gaussianSmoothing(volume, 1);
    let [sum, variance] = [0, 0];
    voxels.forEach((value, at) => {
      sum += value;
      variance += value * (0.5 * ((at % 41) - 20)) ** 2;
    });
    expect(sum).toBeCloseTo(1, 5);
    expect(variance).toBeCloseTo(1, 2);
  });

  it("copies with sigmas of 0, and leaves the volume as it was", () => {
    const volume = floats(gridOf([4, 4, 4]), (i) => i);
    const before = volume.voxels.slice();
    expect(gaussianSmoothing(volume, 0).voxels).toEqual(before);
    gaussianSmoothing(volume, [1, 1, 1]);
    expect(volume.voxels).toEqual(before);
  });

  it("refuses sigmas that are none", () => {
    const volume = floats(gridOf([2, 2, 2]), () => 0);
    expect(() => gaussianSmoothing(volume, -1)).toThrow(
      "gaussianSmoothing: needs sigmas of at least 0 mm; got -1, -1, -1",
    );
    expect(() => gaussianSmoothing(volume, [1, Number.NaN, 1])).toThrow("got 1, NaN, 1");
  });
});
