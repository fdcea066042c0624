import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinMeshes } from "../../../src/geometry/mesh/closed.js";
import { signedDistance } from "../../../src/geometry/mesh/signed-distance.js";
import { voxelise } from "../../../src/geometry/mesh/voxelise.js";
import { type VolumeGrid, voxelToWorld } from "../../../src/geometry/volume/volume.js";
import { box, insideOut, sphere, torus } from "../solids.js";
import { straightTube } from "../tubes.js";

const IDENTITY = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);

function grid(
  n: number,
  spacing: number,
  from: number,
  direction: Float64Array = IDENTITY,
): VolumeGrid {
  return {
    dims: [n, n, n],
    spacing: [spacing, spacing, spacing],
    origin: [from, from, from],
    direction,
  };
}

function count({ voxels }: { readonly voxels: Uint8Array }): number {
  return voxels.reduce((sum, one) => sum + one, 0);
}

describe("voxelise", () => {
  it("fills a box, its lower faces with it where voxels lie upon them", () => {
    expect(count(voxelise(box([4, 5, 6], [0.5, 0.5, 0.5]), grid(10, 1, 0)))).toBe(120);
    // Rows of voxels run along edges and through corners: each takes one side, none leaks.
    expect(count(voxelise(box([4, 4, 4], [2, 2, 2]), grid(10, 1, 0)))).toBe(64);
  });

  it("fills a sphere to its volume", () => {
    const filled = count(voxelise(sphere(10, 40), grid(110, 0.2, -11)));
    expect(filled * 0.2 ** 3).toBeCloseTo((4 / 3) * Math.PI * 1000, -2);
  });

  it("takes overlapping solids as one, a void as outside, and normals either way", () => {
    const one = box([4, 4, 4], [0.5, 0.5, 0.5]);
    const other = box([4, 4, 4], [2.5, 0.5, 0.5]);
    const void_ = insideOut(box([2, 2, 2], [1.5, 1.5, 1.5]));
    expect(count(voxelise(joinMeshes(one, other), grid(10, 1, 0)))).toBe(6 * 4 * 4);
    expect(count(voxelise(joinMeshes(one, void_), grid(10, 1, 0)))).toBe(64 - 8);
    expect(count(voxelise(insideOut(one), grid(10, 1, 0)))).toBe(64);
  });

  it("says where an open surface leaks", () => {
    const open = straightTube(() => 3, 8, 4);
    expect(() => voxelise(open, grid(20, 0.9, -5.03, turned(0.5)))).toThrow(
      /^voxelise: needs a closed surface; a line at y .* enters it and does not leave/,
    );
  });

  it("agrees with the signed distance on turned grids", () => {
    const mesh = torus(6, 2, 24, 36);
    const field = signedDistance(mesh);
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (angle) => {
        const mask = voxelise(mesh, { ...grid(14, 1.17, -8), direction: turned(angle) });
        for (let at = 0; at < mask.voxels.length; at += 7) {
          const [i, j, k] = [at % 14, Math.floor(at / 14) % 14, Math.floor(at / 196)];
          const distance = field.at(voxelToWorld(mask, [i, j, k]));
          if (Math.abs(distance) < 1e-9) continue;
          expect(mask.voxels[at]).toBe(distance < 0 ? 1 : 0);
        }
      }),
      { seed: 5, numRuns: 15 },
    );
  });
});

/** A turn about (1, 1, 1), by rows. */
function turned(angle: number): Float64Array {
  const [c, s] = [(1 - Math.cos(angle)) / 3, Math.sin(angle) / Math.sqrt(3)];
  const d = Math.cos(angle) + c;
  return Float64Array.of(d, c - s, c + s, c + s, d, c - s, c - s, c + s, d);
}
