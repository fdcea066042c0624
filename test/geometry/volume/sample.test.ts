import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleAtIndex } from "../../../src/geometry/volume/sample.js";
import { floats, gridOf } from "./volumes.js";

const volume = floats(gridOf([4, 5, 6]), (i, j, k) => 1 + 2 * i + 3 * j - 4 * k + i * j * k);

describe("sampleAtIndex", () => {
  it("gives voxels their values and trilinear fields theirs between", () => {
    const within = (n: number): fc.Arbitrary<number> =>
      fc.double({ min: 0, max: n - 1, noNaN: true });
    fc.assert(
      fc.property(within(4), within(5), within(6), (i, j, k) => {
        expect(sampleAtIndex(volume, [i, j, k])).toBeCloseTo(
          1 + 2 * i + 3 * j - 4 * k + i * j * k,
          8,
        );
      }),
      { seed: 14 },
    );
    expect(sampleAtIndex(volume, [3, 4, 5])).toBe(1 + 6 + 12 - 20 + 60);
  });

  it("samples volumes one voxel thick", () => {
    const flat = floats(gridOf([3, 1, 1]), (i) => 10 * i);
    expect(sampleAtIndex(flat, [1.5, 0, 0])).toBe(15);
    expect(sampleAtIndex(flat, [1.5, 0.1, 0])).toBeNaN();
  });

  it("is NaN outside the centres of the outermost voxels", () => {
    for (const index of [
      [-0.01, 0, 0],
      [0, 4.01, 0],
      [0, 0, 5.01],
      [Number.NaN, 0, 0],
    ] as const) {
      expect(sampleAtIndex(volume, index)).toBeNaN();
    }
  });
});
