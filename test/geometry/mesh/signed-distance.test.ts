import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { insideMesh, signedDistance } from "../../../src/geometry/mesh/signed-distance.js";
import { box, insideOut, sphere, torus } from "../solids.js";

const coordinate = fc.double({ min: -3, max: 7, noNaN: true });

describe("signedDistance", () => {
  it("is that of a box wherever the nearest point lies: in a face, an edge or a corner", () => {
    const field = signedDistance(box([4, 4, 4]));
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, (x, y, z) => {
        const outside = [x, y, z].map((v) => Math.max(0, -v, v - 4));
        const inside = Math.min(...[x, y, z].flatMap((v) => [v, 4 - v]));
        const exact = inside > 0 ? -inside : Math.hypot(...outside);
        expect(field.at([x, y, z])).toBeCloseTo(exact, 9);
      }),
      { numRuns: 300, seed: 6 },
    );
  });

  it("is right at sharp corners, where the normal of one triangle would mislead", () => {
    // A flat needle: nearest points lie in its tip's vertex, whose triangles face all ways.
    const needle = {
      positions: Float64Array.of(0, 0, 0, -9, 1, 0, -9, -1, 0, -9, 0, 0.2),
      triangles: Uint32Array.of(0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3),
    };
    const solid = insideMeshOf(needle);
    for (const y of [-1, -0.1, 0, 0.1, 1]) {
      for (const z of [-1, -0.01, 0, 0.01, 1]) expect(solid([1, y, z])).toBe(0);
    }
    expect(solid([-6, 0, 0.05])).toBe(1);
  });

  it("turns its signs with the surface", () => {
    const [outward, inward] = [
      signedDistance(sphere(5, 8)),
      signedDistance(insideOut(sphere(5, 8))),
    ];
    expect(outward.at([0, 0, 1])).toBeLessThan(-3);
    expect(inward.at([0, 0, 1])).toBe(-outward.at([0, 0, 1]));
  });

  it("has no value beyond a limit", () => {
    const field = signedDistance(box([4, 4, 4]));
    expect(field.at([2, 2, 9], 3)).toBeNaN();
    expect(field.at([2, 2, 9], 6)).toBeCloseTo(5, 12);
  });

  it("refuses open surfaces and those that turn both ways", () => {
    const solid = box([1, 1, 1]);
    expect(() => signedDistance({ ...solid, triangles: solid.triangles.slice(3) })).toThrow(
      "signedDistance: needs a closed surface; got an open one",
    );
    const turned = solid.triangles.slice();
    turned.subarray(0, 3).reverse();
    expect(() => signedDistance({ ...solid, triangles: turned })).toThrow("turn both ways");
  });
});

describe("insideMesh", () => {
  it("tells the hole of a torus from its inside", () => {
    const points = Float64Array.of(0, 0, 0, 9, 0, 0, 0, 9, 1, 0, 9, 3, 20, 0, 0);
    expect([...insideMesh(torus(9, 2, 24, 60), points)]).toEqual([0, 1, 1, 0, 0]);
  });
});

function insideMeshOf(mesh: Parameters<typeof insideMesh>[0]): (p: readonly number[]) => number {
  return (p) => insideMesh(mesh, Float64Array.from(p))[0]!;
}
