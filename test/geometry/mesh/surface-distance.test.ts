import { describe, expect, it } from "vitest";
import { surfaceDistance } from "../../../src/geometry/mesh/surface-distance.js";
import { box, moved, sphere, torus } from "../solids.js";

describe("surfaceDistance", () => {
  it("is 0 between a surface and itself", () => {
    const { firstToSecond, hausdorffMm, symmetricMeanMm } = surfaceDistance(
      torus(9, 2, 12, 30),
      torus(9, 2, 12, 30),
    );
    expect(hausdorffMm).toBeLessThan(1e-12);
    expect(symmetricMeanMm).toBeLessThan(1e-12);
    expect(firstToSecond.n).toBe(360);
  });

  it("gives a box in a larger one all its numbers", () => {
    // From the corners of the smaller to the larger 1; from those of the larger √3.
    const got = surfaceDistance(box([2, 2, 2], [1, 1, 1]), box([4, 4, 4]));
    expect(got.firstToSecond).toMatchObject({
      n: 8,
      meanMm: 1,
      medianMm: 1,
      p95Mm: 1,
      maxMm: 1,
      rmsMm: 1,
      sdMm: 0,
    });
    expect(got.secondToFirst.meanMm).toBeCloseTo(Math.sqrt(3), 12);
    expect(got.hausdorffMm).toBeCloseTo(Math.sqrt(3), 12);
    expect(got.symmetricMeanMm).toBeCloseTo((1 + Math.sqrt(3)) / 2, 12);
  });

  it("interpolates percentiles linearly", () => {
    // Eight corners over a plane-like box: heights 0 to 7 above its top.
    const stairs = {
      positions: Float64Array.from(Array.from({ length: 8 }, (_, i) => [i, i % 3, 1 + i]).flat()),
      triangles: Uint32Array.of(0, 1, 2, 3, 4, 5, 5, 6, 7),
    };
    const { firstToSecond } = surfaceDistance(stairs, box([10, 10, 1]));
    expect(firstToSecond.medianMm).toBeCloseTo(3.5, 12);
    expect(firstToSecond.p95Mm).toBeCloseTo(6.65, 12);
    expect(firstToSecond.p99Mm).toBeCloseTo(6.93, 12);
  });

  it("swaps its directions with its surfaces, and does not change with a motion", () => {
    const [a, b] = [sphere(5, 8), sphere(6, 9, [0.5, 0, 0])];
    const [one, other] = [surfaceDistance(a, b), surfaceDistance(b, a)];
    expect(one.firstToSecond).toEqual(other.secondToFirst);
    expect(one.hausdorffMm).toBe(other.hausdorffMm);
    const map = (x: number, y: number, z: number): [number, number, number] => [z + 50, x - 30, y];
    expect(surfaceDistance(moved(a, map), moved(b, map)).hausdorffMm).toBeCloseTo(
      one.hausdorffMm,
      9,
    );
  });

  it("refuses a surface without triangles", () => {
    const empty = { positions: new Float64Array(0), triangles: new Uint32Array(0) };
    expect(() => surfaceDistance(box([1, 1, 1]), empty)).toThrow("needs a mesh with triangles");
  });
});
