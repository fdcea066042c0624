import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connectedComponents } from "../../../src/geometry/volume/components.js";
import { fillHoles } from "../../../src/geometry/volume/hole-filling.js";
import { padVolume } from "../../../src/geometry/volume/pad.js";
import { gridOf, maskOf, randomMask } from "./volumes.js";

const shell = (isOpen: boolean) =>
  maskOf(gridOf([7, 7, 7]), (i, j, k) => {
    const ring = Math.max(Math.abs(i - 3), Math.abs(j - 3), Math.abs(k - 3));
    return ring === 2 && !(isOpen && i === 5 && j === 3 && k === 3);
  });

describe("fillHoles", () => {
  it("fills what the outside does not reach", () => {
    const filled = fillHoles(shell(false));
    expect(filled.voxels.reduce((sum, value) => sum + value, 0)).toBe(125);
    expect(fillHoles(shell(true)).voxels).toEqual(shell(true).voxels);
  });

  it("fills a hole that opens by an edge only, and none at the border", () => {
    const cross = maskOf(
      gridOf([3, 3, 3]),
      (i, j, k) => Math.abs(i - 1) + Math.abs(j - 1) + Math.abs(k - 1) === 1,
    );
    expect(fillHoles(cross).voxels[13]).toBe(1);
    const cup = maskOf(gridOf([3, 3, 2]), (i, j, k) => k === 1 || i !== 1 || j !== 1);
    expect(fillHoles(cup).voxels).toEqual(cup.voxels);
  });

  it("leaves one outside that hangs together, in any mask, and is done after once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.constantFrom(0.4, 0.7), (seed, share) => {
        const mask = padVolume(randomMask(seed, 8, share), 0);
        const filled = fillHoles(mask);
        const outside = { ...filled, voxels: filled.voxels.map((value) => 1 - value) };
        expect(connectedComponents(outside, 6).components).toHaveLength(1);
        expect(mask.voxels.every((value, at) => value <= filled.voxels[at]!)).toBe(true);
        expect(fillHoles(filled).voxels).toEqual(filled.voxels);
      }),
      { seed: 13 },
    );
  });

  it("refuses what is no mask", () => {
    expect(() => fillHoles({ ...gridOf([1, 1, 1]), voxels: Uint8Array.of(2) })).toThrow(
      "fillHoles: needs a mask of 0 and 1; voxel 0 is 2",
    );
  });
});
