import { describe, expect, it } from "vitest";
import { meshTopology } from "../../../src/geometry/mesh/topology.js";
import type { TriangleMesh } from "../../../src/geometry/mesh/triangle-mesh.js";
import { weldMesh } from "../../../src/geometry/mesh/weld.js";
import { seeded } from "../../../src/numeric/index.js";
import { box, sphere } from "../solids.js";

/** Triangles that know nothing of each other, their corners off by up to `noise`. */
function soup({ positions, triangles }: TriangleMesh, noise = 0): TriangleMesh {
  const random = seeded(7);
  return {
    positions: Float64Array.from(
      [...triangles].flatMap((v) => [...positions.subarray(3 * v, 3 * v + 3)]),
      (x) => x + noise * (2 * random.uniform() - 1),
    ),
    triangles: Uint32Array.from(triangles, (_, i) => i),
  };
}

describe("weldMesh", () => {
  it("gives a soup its topology back", () => {
    const { mesh, mergedVertices } = weldMesh(soup(sphere(10, 8)));
    expect(mergedVertices).toBe(
      soup(sphere(10, 8)).positions.length / 3 - mesh.positions.length / 3,
    );
    expect(meshTopology(mesh)).toMatchObject({ isWatertight: true, genus: 0 });
  });

  it("takes 0 and −0 for one point, and points that single precision cannot tell apart", () => {
    const triangles = Uint32Array.of(0, 1, 2, 3, 4, 2);
    const positions = Float64Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0, -0, 1e-50, -0, 1 + 1e-9, 0, 0);
    expect(weldMesh({ positions, triangles }).mesh.positions.length).toBe(9);
  });

  it("closes cracks within a tolerance and no gap beyond it", () => {
    const cracked = soup(sphere(10, 8), 0.002);
    expect(meshTopology(weldMesh(cracked).mesh).isWatertight).toBe(false);
    expect(meshTopology(weldMesh(cracked, { toleranceMm: 0.01 }).mesh).isWatertight).toBe(true);
    const apart = [box([1, 1, 1]), box([1, 1, 1], [1.1, 0, 0])] as const;
    const both: TriangleMesh = {
      positions: Float64Array.from([...apart[0].positions, ...apart[1].positions]),
      triangles: Uint32Array.from([...apart[0].triangles, ...apart[1].triangles.map((v) => v + 8)]),
    };
    expect(weldMesh(both, { toleranceMm: 0.09 }).mesh.positions.length / 3).toBe(16);
    expect(weldMesh(both, { toleranceMm: 0.11 }).mesh.positions.length / 3).toBe(12);
  });

  it("does not run along a chain of near points", () => {
    const positions = Float64Array.from(
      Array.from({ length: 30 }, (_, i) => [0.09 * i, 0, 0]).flat(),
    );
    const triangles = Uint32Array.from({ length: 30 }, (_, i) => i);
    // Each point joins the first within 0.1: 0 and 1, 2 and 3, …
    expect(weldMesh({ positions, triangles }, { toleranceMm: 0.1 }).mergedVertices).toBe(15);
  });

  it("leaves out slivers and unused vertices, and counts them", () => {
    const positions = Float64Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0, 9, 9, 9);
    const got = weldMesh({ positions, triangles: Uint32Array.of(0, 1, 2, 0, 0, 1) });
    expect(got).toMatchObject({ degenerateTriangles: 1, unusedVertices: 1, mergedVertices: 0 });
    expect([...got.mesh.triangles]).toEqual([0, 1, 2]);
  });

  it("refuses a tolerance that is none", () => {
    expect(() => weldMesh(box([1, 1, 1]), { toleranceMm: -1 })).toThrow(
      "weldMesh: needs a tolerance of at least 0 mm; got -1",
    );
  });
});
