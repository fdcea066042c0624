import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { medianSmoothing } from "../../../src/geometry/volume/median.js";
import type { Volume, Voxels } from "../../../src/geometry/volume/volume.js";
import { seeded } from "../../../src/numeric/random.js";
import { fill, floats, gridOf } from "./volumes.js";

function sorted({ dims: [ni, nj, nk], voxels }: Volume, at: number): number {
  const [i, j, k] = [at % ni, Math.floor(at / ni) % nj, Math.floor(at / (ni * nj))];
  const clamp = (x: number, n: number): number => Math.min(n - 1, Math.max(0, x));
  const values: number[] = [];
  for (let n = 0; n < 27; n++) {
    const x = clamp(i + (n % 3) - 1, ni);
    const y = clamp(j + (Math.floor(n / 3) % 3) - 1, nj);
    const z = clamp(k + Math.floor(n / 9) - 1, nk);
    values.push(voxels[(z * nj + y) * ni + x]!);
  }
  return values.sort((a, b) => a - b)[13]!;
}

describe("medianSmoothing", () => {
  it("gives the middle of each sorted neighbourhood, for every type of voxel", () => {
    const kinds = [
      Int8Array,
      Uint8Array,
      Int16Array,
      Uint16Array,
      Int32Array,
      Uint32Array,
      Float32Array,
      Float64Array,
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.constantFrom(...kinds),
        fc.constantFrom(2, 10, 200),
        fc.tuple(
          fc.integer({ min: 1, max: 7 }),
          fc.integer({ min: 1, max: 7 }),
          fc.integer({ min: 1, max: 7 }),
        ),
        (seed, kind, values, dims) => {
          const random = seeded(seed);
          const voxels: Voxels = new kind(dims[0] * dims[1] * dims[2]);
          const signed =
            kind === Uint8Array || kind === Uint16Array || kind === Uint32Array ? 0 : 100;
          const isFloat = kind === Float32Array || kind === Float64Array;
          const volume = fill(gridOf(dims), voxels, () =>
            isFloat ? random.normal() : random.integer(values) - signed,
          );
          const before = voxels.slice();
          const smooth = medianSmoothing(volume);
          expect(smooth.voxels.constructor).toBe(kind);
          smooth.voxels.forEach((value, at) => {
            expect(value).toBe(sorted(volume, at));
          });
          expect(voxels).toEqual(before);
        },
      ),
      { numRuns: 150, seed: 9 },
    );
  });

  it("removes points and leaves constants and straight edges", () => {
    const dot = floats(gridOf([5, 5, 5]), (i, j, k) => (i === 2 && j === 2 && k === 2 ? 9 : 1));
    expect(medianSmoothing(dot).voxels.every((value) => value === 1)).toBe(true);
    const edge = floats(gridOf([6, 5, 5]), (i) => (i < 3 ? 0 : 1));
    expect(medianSmoothing(edge).voxels).toEqual(edge.voxels);
  });

  it("refuses what is no volume", () => {
    expect(() => medianSmoothing({ ...gridOf([2, 2, 2]), voxels: new Int16Array(7) })).toThrow(
      "medianSmoothing: needs 8 voxels",
    );
  });
});
