import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Connectivity, connectedComponents } from "../../../src/geometry/volume/components.js";
import type { Mask } from "../../../src/geometry/volume/volume.js";
import { gridOf, maskOf, oblique, randomMask } from "./volumes.js";

/** Labels by filling from each voxel in turn. */
function flooded({ dims, voxels }: Mask, connectivity: Connectivity): Uint32Array {
  const [ni, nj, nk] = dims;
  const labels = new Uint32Array(voxels.length);
  const reach = connectivity === 6 ? 1 : connectivity === 18 ? 2 : 3;
  let label = 0;
  for (let first = 0; first < voxels.length; first++) {
    if (voxels[first] === 0 || labels[first] !== 0) continue;
    labels[first] = ++label;
    const waiting = [first];
    while (waiting.length > 0) {
      const at = waiting.pop()!;
      const [i, j, k] = [at % ni, Math.floor(at / ni) % nj, Math.floor(at / (ni * nj))];
      for (let n = 0; n < 27; n++) {
        const [a, b, c] = [(n % 3) - 1, (Math.floor(n / 3) % 3) - 1, Math.floor(n / 9) - 1];
        if (Math.abs(a) + Math.abs(b) + Math.abs(c) > reach) continue;
        const [x, y, z] = [i + a, j + b, k + c];
        if (x < 0 || y < 0 || z < 0 || x >= ni || y >= nj || z >= nk) continue;
        const to = (z * nj + y) * ni + x;
        if (voxels[to] === 0 || labels[to] !== 0) continue;
        labels[to] = label;
        waiting.push(to);
      }
    }
  }
  return labels;
}

describe("connectedComponents", () => {
  it("agrees with a flood from each voxel, for 6, 18 and 26 neighbours", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.constantFrom(0.1, 0.25, 0.5, 0.9),
        fc.constantFrom<Connectivity>(6, 18, 26),
        (seed, share, connectivity) => {
          const mask = randomMask(seed, 9, share);
          const { labels, components } = connectedComponents(mask, connectivity);
          const expected = flooded(mask, connectivity);
          expect(labels.voxels).toEqual(expected);
          expect(components.map(({ label }) => label)).toEqual(components.map((_, i) => i + 1));
          for (const { label, voxels } of components) {
            expect(voxels).toBe(expected.filter((value) => value === label).length);
          }
        },
      ),
      { numRuns: 300, seed: 3 },
    );
  });

  it("measures each part in voxels and in the world", () => {
    const grid = gridOf([10, 9, 8], {
      spacing: [0.5, 1, 2],
      origin: [7, 8, 9],
      direction: oblique(),
    });
    const mask = maskOf(grid, (i, j, k) => i >= 2 && i <= 5 && j === 3 && k >= 1 && k <= 2);
    const [one, ...others] = connectedComponents(mask, 6).components;
    expect(others).toEqual([]);
    expect(one).toMatchObject({ voxels: 8, volumeMm3: 8, centroidIndex: [3.5, 3, 1.5] });
    expect(one).toMatchObject({ firstIndex: [2, 3, 1], lastIndex: [5, 3, 2] });
    const expected = [7 + 1.75 / 3 - 2 + 2, 8 + 3.5 / 3 + 2 + 1, 9 - 3.5 / 3 + 1 + 2];
    one!.centroid.forEach((mm, axis) => {
      expect(mm).toBeCloseTo(expected[axis]!, 12);
    });
  });

  it("joins by edges with 18 and by corners with 26 only", () => {
    const edge = maskOf(gridOf([2, 2, 1]), (i, j) => i === j);
    const corner = maskOf(gridOf([2, 2, 2]), (i, j, k) => i === j && j === k);
    const count = (mask: Mask, n: Connectivity): number =>
      connectedComponents(mask, n).components.length;
    expect(([6, 18, 26] as const).map((n) => count(edge, n))).toEqual([2, 1, 1]);
    expect(([6, 18, 26] as const).map((n) => count(corner, n))).toEqual([2, 2, 1]);
  });

  it("finds none in an empty mask and one in a full one", () => {
    expect(
      connectedComponents(
        maskOf(gridOf([3, 4, 5]), () => false),
        26,
      ).components,
    ).toEqual([]);
    const full = connectedComponents(
      maskOf(gridOf([3, 4, 5]), () => true),
      6,
    ).components;
    expect(full).toHaveLength(1);
    expect(full[0]!.voxels).toBe(60);
  });

  it("refuses what is no mask, and other connectivities", () => {
    const mask = maskOf(gridOf([2, 2, 2]), () => true);
    expect(() => connectedComponents(mask, 8 as Connectivity)).toThrow(
      "connectedComponents: needs 6, 18 or 26 neighbours; got 8",
    );
    const two = { ...mask, voxels: Uint8Array.of(0, 1, 2, 0, 0, 0, 0, 0) };
    expect(() => connectedComponents(two, 6)).toThrow("needs a mask of 0 and 1; voxel 2 is 2");
    const shorts = { ...mask, voxels: new Int16Array(8) } as unknown as Mask;
    expect(() => connectedComponents(shorts, 6)).toThrow(
      "needs a mask in a Uint8Array; got another array",
    );
  });
});
