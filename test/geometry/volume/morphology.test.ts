import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cropVolume } from "../../../src/geometry/volume/crop.js";
import {
  close,
  dilate,
  erode,
  open,
  type StructuringElement,
} from "../../../src/geometry/volume/morphology.js";
import { padVolume } from "../../../src/geometry/volume/pad.js";
import type { Mask } from "../../../src/geometry/volume/volume.js";
import { gridOf, maskOf, randomMask } from "./volumes.js";

const element = fc.constantFrom<StructuringElement>("cross", "cube");
const steps = fc.integer({ min: 0, max: 3 });
const mask = fc
  .tuple(fc.integer({ min: 0, max: 1e9 }), fc.constantFrom(0.1, 0.5, 0.9))
  .map(([seed, share]) => randomMask(seed, 8, share));

const complement = (one: Mask): Mask => ({ ...one, voxels: one.voxels.map((value) => 1 - value) });
const count = ({ voxels }: Mask): number => voxels.reduce((sum, value) => sum + value, 0);
const isWithin = (a: Mask, b: Mask): boolean => a.voxels.every((value, i) => value <= b.voxels[i]!);

/** Dilation by its definition. */
function dilated({ dims, voxels, ...grid }: Mask, shape: StructuringElement): Mask {
  const [ni, nj, nk] = dims;
  return maskOf({ ...grid, dims }, (i, j, k) => {
    for (let n = 0; n < 27; n++) {
      const [a, b, c] = [(n % 3) - 1, (Math.floor(n / 3) % 3) - 1, Math.floor(n / 9) - 1];
      if (shape === "cross" && Math.abs(a) + Math.abs(b) + Math.abs(c) > 1) continue;
      const [x, y, z] = [i + a, j + b, k + c];
      if (x < 0 || y < 0 || z < 0 || x >= ni || y >= nj || z >= nk) continue;
      if (voxels[(z * nj + y) * ni + x] === 1) return true;
    }
    return false;
  });
}

describe("erode, dilate, open and close", () => {
  it("dilate as the definition says", () => {
    fc.assert(
      fc.property(mask, element, (one, shape) => {
        expect(dilate(one, shape).voxels).toEqual(dilated(one, shape).voxels);
      }),
      { seed: 5 },
    );
  });

  it("erode the inside as they dilate the outside", () => {
    fc.assert(
      fc.property(mask, element, steps, (one, shape, n) => {
        // Beyond the volume is outside, so that the outside needs room to be dilated from.
        const wide = padVolume(one, 0, { margin: n });
        const last = wide.dims.map((size) => size - 1 - n) as [number, number, number];
        const other = cropVolume(
          complement(dilate(complement(wide), shape, { steps: n })),
          [n, n, n],
          last,
        );
        expect(erode(one, shape, { steps: n }).voxels).toEqual(other.voxels);
      }),
      { seed: 6 },
    );
  });

  it("open to less and close to more, and once is enough", () => {
    fc.assert(
      fc.property(mask, element, steps, (one, shape, n) => {
        const [opened, closed] = [open(one, shape, { steps: n }), close(one, shape, { steps: n })];
        expect(isWithin(opened, one)).toBe(true);
        expect(isWithin(one, closed)).toBe(true);
        expect(open(opened, shape, { steps: n }).voxels).toEqual(opened.voxels);
        expect(close(closed, shape, { steps: n }).voxels).toEqual(closed.voxels);
      }),
      { seed: 7 },
    );
  });

  it("grow a voxel to an octahedron and to a cube", () => {
    const dot = maskOf(gridOf([9, 9, 9]), (i, j, k) => i === 4 && j === 4 && k === 4);
    expect([1, 2, 3].map((n) => count(dilate(dot, "cross", { steps: n })))).toEqual([7, 25, 63]);
    expect([1, 2, 3].map((n) => count(dilate(dot, "cube", { steps: n })))).toEqual([27, 125, 343]);
    expect(count(erode(dilate(dot, "cube", { steps: 3 }), "cube", { steps: 3 }))).toBe(1);
  });

  it("erode from the border of the volume, and close nothing there", () => {
    const full = maskOf(gridOf([5, 4, 3]), () => true);
    expect(count(erode(full, "cross"))).toBe(3 * 2 * 1);
    expect(count(close(full, "cube", { steps: 2 }))).toBe(60);
    const gap = maskOf(gridOf([5, 1, 1]), (i) => i > 1);
    expect(close(gap, "cross", { steps: 2 }).voxels).toEqual(gap.voxels);
    const bridged = maskOf(gridOf([5, 5, 5]), (i) => i !== 2);
    expect(count(close(bridged, "cube"))).toBe(125);
  });

  it("leave the mask as it was, with 0 steps as a copy", () => {
    const one = maskOf(gridOf([3, 3, 3]), (i) => i === 1);
    const before = one.voxels.slice();
    const same = dilate(one, "cube", { steps: 0 });
    dilate(one, "cube");
    erode(one, "cross");
    expect(one.voxels).toEqual(before);
    expect(same.voxels).toEqual(before);
    expect(same.voxels).not.toBe(one.voxels);
  });

  it("refuse other elements, steps and masks", () => {
    const one = maskOf(gridOf([2, 2, 2]), () => true);
    expect(() => erode(one, "ball" as StructuringElement)).toThrow(
      'erode: needs the element "cross" or "cube"; got "ball"',
    );
    expect(() => dilate(one, "cube", { steps: -1 })).toThrow(
      "dilate: needs 0 or more steps; got -1",
    );
    expect(() => open(one, "cube", { steps: 1.5 })).toThrow("open: needs 0 or more steps; got 1.5");
    expect(() => close({ ...one, voxels: new Uint8Array(3) }, "cube")).toThrow(
      "close: needs 8 voxels",
    );
  });
});
