import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { triangleTree } from "../../../src/geometry/mesh/triangle-tree.js";
import { box, sphere, torus } from "../solids.js";

const point = fc.tuple(
  fc.double({ min: -20, max: 20, noNaN: true }),
  fc.double({ min: -20, max: 20, noNaN: true }),
  fc.double({ min: -20, max: 20, noNaN: true }),
);

describe("triangleTree", () => {
  it("finds the nearest point of a box from outside, inside and far away", () => {
    const tree = triangleTree(box([4, 4, 4]));
    expect(tree.closestPoint([2, 2, 7])).toMatchObject({ point: [2, 2, 4], distanceMm: 3 });
    expect(tree.closestPoint([2, 2, 3.5])!.distanceMm).toBeCloseTo(0.5, 12);
    expect(tree.closestPoint([7, 8, 2])).toMatchObject({ point: [4, 4, 2], distanceMm: 5 });
    expect(tree.closestPoint([1e6, 2, 2])!.distanceMm).toBeCloseTo(1e6 - 4, 6);
  });

  it("finds nothing beyond a limit", () => {
    const tree = triangleTree(box([4, 4, 4]));
    expect(tree.closestPoint([2, 2, 7], 2.9)).toBeUndefined();
    expect(tree.closestPoint([2, 2, 7], 3.1)).toBeDefined();
  });

  it("agrees with the closed form on a torus", () => {
    const tree = triangleTree(torus(9, 3, 96, 192));
    fc.assert(
      fc.property(point, ([x, y, z]) => {
        const exact = Math.abs(Math.hypot(Math.hypot(x, y) - 9, z) - 3);
        const chord = 3 * (1 - Math.cos(Math.PI / 96)) + 12 * (1 - Math.cos(Math.PI / 192));
        expect(Math.abs(tree.closestPoint([x, y, z])!.distanceMm - exact)).toBeLessThan(chord);
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  it("finds where a ray leaves", () => {
    const tree = triangleTree(box([4, 4, 4]));
    expect(tree.exitOf([1, 2, 3], [0, 0, 1])!.distanceMm).toBeCloseTo(1, 12);
    expect(tree.exitOf([1, 2, -3], [0, 0, 1])!.distanceMm).toBeCloseTo(7, 12);
    expect(tree.exitOf([1, 2, 9], [0, 0, 1])).toBeUndefined();
  });

  it("visits every two triangles whose boxes meet, once", () => {
    const ball = sphere(10, 8);
    const seen = new Set<string>();
    let visits = 0;
    triangleTree(ball).nearPairs((a, b) => {
      visits++;
      seen.add(`${Math.min(a, b)} ${Math.max(a, b)}`);
    });
    expect(visits).toBe(seen.size);
    const count = ball.triangles.length / 3;
    const corners = (t: number): number[] => [...ball.triangles.subarray(3 * t, 3 * t + 3)];
    for (let a = 0; a < count; a++) {
      for (let b = a + 1; b < count; b++) {
        if (corners(a).some((v) => corners(b).includes(v)))
          expect(seen.has(`${a} ${b}`)).toBe(true);
      }
    }
  });

  it("leaves the mesh as it is, and refuses one without triangles", () => {
    const solid = torus(9, 2, 12, 30);
    const copy = solid.triangles.slice();
    triangleTree(solid).closestPoint([0, 0, 0]);
    expect(solid.triangles).toEqual(copy);
    expect(() => triangleTree({ ...solid, triangles: new Uint32Array(0) })).toThrow(
      "triangleTree: needs a mesh with triangles; got none",
    );
  });
});
