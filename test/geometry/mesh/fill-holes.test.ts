import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillMeshHoles } from "../../../src/geometry/mesh/fill-holes.js";
import { meshMeasures } from "../../../src/geometry/mesh/measures.js";
import { meshTopology } from "../../../src/geometry/mesh/topology.js";
import type { TriangleMesh } from "../../../src/geometry/mesh/triangle-mesh.js";
import { box, insideOut, sphere } from "../solids.js";

const without = ({ positions, triangles }: TriangleMesh, ...gone: number[]): TriangleMesh => ({
  positions,
  triangles: triangles.filter((_, i) => !gone.includes(Math.floor(i / 3))),
});

/** A prism over a polygon, (n × 2), without its upper face. */
function openPrism(outline: readonly (readonly [number, number])[]): TriangleMesh {
  const n = outline.length;
  const triangles = outline.flatMap((_, i) => {
    const j = (i + 1) % n;
    return [i, j, n + j, i, n + j, n + i];
  });
  const bottom = outline.slice(2).flatMap((_, i) => [0, i + 2, i + 1]);
  return {
    positions: Float64Array.from([0, 3].flatMap((z) => outline.flatMap(([x, y]) => [x, y, z]))),
    triangles: Uint32Array.from([...triangles, ...bottom]),
  };
}

describe("fillMeshHoles", () => {
  it("fills flat holes in their plane, also those with dents", () => {
    const notched = [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 1],
      [0, 4],
    ] as const;
    const { mesh, holes } = fillMeshHoles(openPrism(notched), 100);
    expect(holes).toHaveLength(1);
    expect(holes[0]!.areaMm2).toBeCloseTo(10, 9);
    expect(meshTopology(mesh)).toMatchObject({ isWatertight: true, isConsistentlyWound: true });
    expect(meshMeasures(mesh).bounds.max[2]).toBe(3);
  });

  it("makes no flat triangles on a side with points in a line", () => {
    const outline = [
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 0],
      [3, 3],
      [0, 3],
    ] as const;
    const { mesh, holes } = fillMeshHoles(openPrism(outline), 100);
    const count = mesh.triangles.length / 3;
    expect(holes[0]!.areaMm2).toBeCloseTo(9, 9);
    for (let t = count - 4; t < count; t++) {
      const one = { ...mesh, triangles: mesh.triangles.slice(3 * t, 3 * t + 3) };
      expect(meshMeasures(one).areaMm2).toBeGreaterThan(0.5);
    }
  });

  it("fills large loops in steps, to the same area", () => {
    const circle = Array.from({ length: 1500 }, (_, i) => {
      const turn = (2 * Math.PI * i) / 1500;
      return [10 * Math.cos(turn), 10 * Math.sin(turn)] as const;
    });
    const { mesh, holes } = fillMeshHoles(openPrism(circle), Number.POSITIVE_INFINITY);
    expect(holes[0]!.areaMm2).toBeCloseTo(750 * 100 * Math.sin((2 * Math.PI) / 1500), 6);
    expect(meshTopology(mesh)).toMatchObject({ isWatertight: true, isConsistentlyWound: true });
  });

  it("gives no edge a third triangle where the corners of a hole are joined elsewhere", () => {
    // Without two faces of a box that share an edge, the hole's corners are joined across it by others.
    const solid = box([1, 1, 1]);
    for (let a = 0; a < 12; a++) {
      for (let b = a + 1; b < 12; b++) {
        const { mesh } = fillMeshHoles(without(solid, a, b), 100);
        expect(meshTopology(mesh)).toMatchObject({ isWatertight: true, nonManifoldEdges: 0 });
      }
    }
  });

  it("takes loops that touch for two holes", () => {
    const ball = sphere(10, 8);
    const touching = [...ball.triangles.keys()].filter(
      (i) => i % 3 === 0 && ball.triangles[i] === 40,
    );
    const [one, , , other] = touching.map((i) => i / 3);
    const { mesh, holes } = fillMeshHoles(without(ball, one!, other ?? one!), 1000);
    expect(holes.length).toBeGreaterThan(0);
    expect(meshTopology(mesh).isWatertight).toBe(true);
  });

  it("closes whatever is torn out of a sphere, wound as the rest", () => {
    const ball = sphere(10, 8);
    const count = ball.triangles.length / 3;
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 60 }), (gone) => {
        for (const one of [ball, insideOut(ball)]) {
          const { mesh } = fillMeshHoles(without(one, ...gone), Number.POSITIVE_INFINITY);
          const { boundaryEdges, nonManifoldEdges, isConsistentlyWound } = meshTopology(mesh);
          expect([boundaryEdges, nonManifoldEdges, isConsistentlyWound]).toEqual([0, 0, true]);
        }
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it("refuses a length below 0, and triangles that turn both ways", () => {
    expect(() => fillMeshHoles(box([1, 1, 1]), -1)).toThrow(
      "fillMeshHoles: needs a length of at least 0 mm",
    );
    const turned = box([1, 1, 1]).triangles.slice();
    turned.subarray(0, 3).reverse();
    expect(() => fillMeshHoles({ ...box([1, 1, 1]), triangles: turned }, 10)).toThrow(
      "needs triangles that turn one way",
    );
  });
});
