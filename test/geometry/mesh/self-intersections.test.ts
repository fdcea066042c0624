import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMesh } from "../../../src/geometry/io/read-mesh.js";
import { joinMeshes } from "../../../src/geometry/mesh/closed.js";
import { selfIntersections } from "../../../src/geometry/mesh/self-intersections.js";
import type { TriangleMesh } from "../../../src/geometry/mesh/triangle-mesh.js";
import { box, moved, sphere, torus } from "../solids.js";

const ZOO = "test/reference/geometry/meshes";
const pair = (...points: number[]): TriangleMesh => ({
  positions: Float64Array.from(points),
  triangles: Uint32Array.of(0, 1, 2, 3, 4, 5),
});
const triangle = [0, 0, 0, 4, 0, 0, 0, 4, 0];

describe("selfIntersections", () => {
  it("finds none in solids", () => {
    for (const solid of [box([1, 2, 3]), sphere(10, 12), torus(5, 1, 12, 24)]) {
      expect(selfIntersections(solid).count).toBe(0);
    }
  });

  it("finds them where two cubes overlap, and none where they share a vertex or an edge", () => {
    const count = (name: string): number =>
      selfIntersections(readMesh(`${ZOO}/${name}.stl`).mesh).count;
    expect(count("zoo_two_cubes_overlap")).toBeGreaterThan(0);
    expect(count("zoo_two_cubes_shared_vertex")).toBe(0);
    expect(count("zoo_two_cubes_shared_edge")).toBe(0);
  });

  it.each([
    ["cut through", [1, 1, -1, 1, 1, 1, 2, 3, 1], 1],
    ["touch with a corner", [1, 1, 0, 1, 1, 1, 2, 3, 1], 1],
    ["lie above", [1, 1, 1e-12, 1, 1, 1, 2, 3, 1], 0],
    ["lie upon each other", [1, 1, 0, 9, 1, 0, 1, 9, 0], 1],
    ["lie inside one another", [1, 1, 0, 2, 1, 0, 1, 2, 0], 1],
    ["lie beside each other in a plane", [4, 4, 0, 9, 1, 0, 9, 9, 0], 0],
    ["touch along an edge in a plane", [4, 0, 0, 0, 4, 0, 9, 9, 0], 1],
    ["have an edge in the plane that misses", [5, 0, 0, 0, 5, 0, 5, 5, 5], 0],
    ["have an edge in the plane that crosses", [3, 0, 0, 0, 3, 0, 5, 5, 5], 1],
    ["cross planes but miss", [5, 5, -1, 5, 5, 1, 9, 9, 1], 0],
  ])("tells of triangles that %s", (_, other, count) => {
    expect(selfIntersections(pair(...triangle, ...other)).count).toBe(count);
    expect(selfIntersections(pair(...other, ...triangle)).count).toBe(count);
  });

  it.each([
    ["fold flat onto each other along an edge", [1, 1, 0], [0, 1, 3], 1],
    ["are folded nearly flat along an edge", [1, 1, 1e-9], [0, 1, 3], 0],
    ["lie flat beside each other along an edge", [1, -1, 0], [0, 1, 3], 0],
  ])("tells of triangles that %s", (_, apex, corners, count) => {
    const mesh = {
      positions: Float64Array.from([...triangle, ...apex]),
      triangles: Uint32Array.from([0, 1, 2, ...corners]),
    };
    expect(selfIntersections(mesh).count).toBe(count);
  });

  it.each([
    ["whose far edge pierces the other", [1, 1, -1, 1, 1, 1], 1],
    ["that only have it in common", [1, 1, 1, 2, 1, 1], 0],
    ["whose angles overlap in a plane", [1, 1, 0, -1, 3, 0], 1],
    ["whose angles are apart in a plane", [-1, 1, 0, -3, 1, 0], 0],
    ["that go on opposite each other in a plane", [-4, 0, 0, 0, -4, 0], 0],
  ])("tells of triangles with one vertex in common %s", (_, others, count) => {
    const mesh = {
      positions: Float64Array.from([...triangle, ...others]),
      triangles: Uint32Array.of(0, 1, 2, 0, 3, 4),
    };
    expect(selfIntersections(mesh).count).toBe(count);
  });

  it("lists pairs in order, takes copies for overlaps, and leaves triangles without area out", () => {
    const solid = box([1, 1, 1]);
    const copied = Uint32Array.from([
      ...solid.triangles,
      ...solid.triangles.subarray(0, 3),
      0,
      0,
      1,
    ]);
    const got = selfIntersections({ ...solid, triangles: copied });
    expect([...got.pairs]).toEqual([0, 12]);
    expect(got).toMatchObject({ count: 1, degenerateTriangles: 1 });
  });

  it("counts the same after a turn of the axes and in single steps of any size", () => {
    const two = joinMeshes(sphere(10, 6), sphere(10, 6, [7, 3, 2]));
    const { count } = selfIntersections(two);
    expect(count).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), fc.boolean(), (power, turn) => {
        const s = 2 ** power;
        const other = moved(two, (x, y, z) =>
          turn ? [s * y, s * z, s * x] : [s * x, s * z, -s * y],
        );
        expect(selfIntersections(other).count).toBe(count);
      }),
      { numRuns: 20, seed: 3 },
    );
  });

  it("has nothing to find in an empty mesh", () => {
    const empty = { positions: new Float64Array(0), triangles: new Uint32Array(0) };
    expect(selfIntersections(empty)).toMatchObject({ count: 0, degenerateTriangles: 0 });
  });
});
