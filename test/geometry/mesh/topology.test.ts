import { describe, expect, it } from "vitest";
import { meshTopology, triangleComponents } from "../../../src/geometry/mesh/topology.js";
import type { TriangleMesh } from "../../../src/geometry/mesh/triangle-mesh.js";
import { weldMesh } from "../../../src/geometry/mesh/weld.js";
import { box, insideOut, sphere, torus } from "../solids.js";

const without = ({ positions, triangles }: TriangleMesh, ...gone: number[]): TriangleMesh => ({
  positions,
  triangles: triangles.filter((_, i) => !gone.includes(Math.floor(i / 3))),
});
const together = (...meshes: readonly TriangleMesh[]): TriangleMesh => {
  let vertices = 0;
  const triangles = meshes.flatMap((mesh) => {
    const shifted = Array.from(mesh.triangles, (vertex) => vertex + vertices);
    vertices += mesh.positions.length / 3;
    return shifted;
  });
  return {
    positions: Float64Array.from(meshes.flatMap(({ positions }) => [...positions])),
    triangles: Uint32Array.from(triangles),
  };
};

describe("meshTopology", () => {
  it("counts a box by hand", () => {
    expect(meshTopology(box([1, 2, 3]))).toMatchObject({
      vertices: 8,
      edges: 18,
      triangles: 12,
      eulerCharacteristic: 2,
      componentsByVertex: 1,
      componentsByEdge: 1,
      boundaryEdges: 0,
      nonManifoldEdges: 0,
      nonManifoldVertices: 0,
      inconsistentWindingEdges: 0,
      duplicateTriangles: 0,
      isWatertight: true,
      isConsistentlyWound: true,
      genus: 0,
    });
  });

  it("gives a torus its handle, and none to an open or a double surface", () => {
    expect(meshTopology(torus(5, 1, 8, 16)).genus).toBe(1);
    expect(meshTopology(without(torus(5, 1, 8, 16), 3)).genus).toBeNaN();
    expect(meshTopology(together(box([1, 1, 1]), box([1, 1, 1], [5, 0, 0]))).genus).toBeNaN();
  });

  it("measures each loop of the border, the longest first", () => {
    // The face at x = 0, 2 by 3; half of the face at x = 1: 2 + 3 + √13.
    const { boundaryLoops, boundaryEdges, isWatertight } = meshTopology(
      without(box([1, 2, 3]), 8, 9, 10),
    );
    expect(isWatertight).toBe(false);
    expect(boundaryEdges).toBe(7);
    expect(boundaryLoops.count).toBe(2);
    expect(boundaryLoops.lengthsMm[0]).toBeCloseTo(10, 12);
    expect(boundaryLoops.lengthsMm[1]).toBeCloseTo(5 + Math.sqrt(13), 12);
    expect([...boundaryLoops.edgeCounts]).toEqual([4, 3]);
  });

  it("tells cubes that share a vertex from those that share an edge", () => {
    const joined = (at: readonly [number, number, number]): ReturnType<typeof meshTopology> =>
      meshTopology(weldMesh(together(box([1, 1, 1]), box([1, 1, 1], at))).mesh);
    expect(joined([1, 1, 1])).toMatchObject({
      componentsByVertex: 1,
      componentsByEdge: 2,
      nonManifoldVertices: 1,
      nonManifoldEdges: 0,
      isWatertight: true,
    });
    expect(joined([1, 1, 0])).toMatchObject({
      componentsByEdge: 1,
      nonManifoldEdges: 1,
      isWatertight: false,
    });
  });

  it("finds turned and repeated triangles", () => {
    const solid = sphere(10, 8);
    const turned = solid.triangles.slice();
    turned.subarray(30, 33).reverse();
    expect(meshTopology({ ...solid, triangles: turned })).toMatchObject({
      inconsistentWindingEdges: 3,
      isConsistentlyWound: false,
      isWatertight: true,
    });
    const repeated = Uint32Array.from([
      ...solid.triangles,
      ...[...solid.triangles.subarray(6, 9)].reverse(),
    ]);
    expect(meshTopology({ ...solid, triangles: repeated }).duplicateTriangles).toBe(1);
  });

  it("does not depend on which side is out", () => {
    const solid = torus(5, 1, 8, 16);
    expect(meshTopology(insideOut(solid))).toEqual(meshTopology(solid));
  });

  it("has nothing to count in an empty mesh, and refuses what is none", () => {
    const empty = { positions: new Float64Array(0), triangles: new Uint32Array(0) };
    expect(meshTopology(empty)).toMatchObject({
      vertices: 0,
      isWatertight: false,
      componentsByEdge: 0,
    });
    expect(() => meshTopology({ ...empty, triangles: Uint32Array.of(0, 1, 2) })).toThrow(
      "meshTopology: needs indices below 0; triangle 0 has 0",
    );
  });
});

describe("triangleComponents", () => {
  it("numbers parts in the order of their first triangles", () => {
    const parts = triangleComponents(together(box([1, 1, 1]), box([1, 1, 1], [1, 1, 1])), "vertex");
    expect([...new Set(parts)]).toEqual([0, 1]);
    const touching = weldMesh(together(box([1, 1, 1]), box([1, 1, 1], [1, 1, 1]))).mesh;
    expect(new Set(triangleComponents(touching, "vertex")).size).toBe(1);
    expect(new Set(triangleComponents(touching, "edge")).size).toBe(2);
  });
});
