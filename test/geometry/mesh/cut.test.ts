import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contourInPlane, planimetry } from "../../../src/geometry/device/planimetry.js";
import { readMesh } from "../../../src/geometry/io/read-mesh.js";
import { contourLengthMm, cutMesh } from "../../../src/geometry/mesh/cut.js";
import { weldMesh } from "../../../src/geometry/mesh/weld.js";
import type { Plane } from "../../../src/geometry/plane.js";
import { seeded } from "../../../src/numeric/index.js";
import { box, insideOut, sphere, torus } from "../solids.js";

/** Area of a contour seen from the tip of the normal: positive where it runs anticlockwise. */
function signedArea(flat: Float64Array): number {
  let double = 0;
  for (let i = 0, j = flat.length / 2 - 1; i < flat.length / 2; j = i++) {
    double += flat[2 * j]! * flat[2 * i + 1]! - flat[2 * i]! * flat[2 * j + 1]!;
  }
  return double / 2;
}
const level = (z: number): Plane => ({ origin: [0, 0, z], normal: [0, 0, 4] });

describe("cutMesh", () => {
  it("cuts a box in a rectangle", () => {
    const [contour, ...others] = cutMesh(box([2, 3, 5]), level(1));
    expect(others).toEqual([]);
    expect(contour!.isClosed).toBe(true);
    expect(contourLengthMm(contour!)).toBeCloseTo(10, 12);
    expect(signedArea(contourInPlane(contour!, level(1)))).toBeCloseTo(6, 12);
  });

  it("runs anticlockwise on walls and clockwise about cavities", () => {
    const hole = insideOut(sphere(4, 16));
    const wall = sphere(10, 32);
    const hollow = {
      positions: Float64Array.from([...wall.positions, ...hole.positions]),
      triangles: Uint32Array.from([
        ...wall.triangles,
        ...hole.triangles.map((v) => v + wall.positions.length / 3),
      ]),
    };
    const areas = cutMesh(hollow, level(0.01)).map((contour) =>
      signedArea(contourInPlane(contour, level(0.01))),
    );
    expect(areas).toHaveLength(2);
    expect(areas[0]).toBeGreaterThan(300);
    expect(areas[1]).toBeLessThan(-45);
  });

  it("leaves an open chain where the surface has a border on the plane", () => {
    const { positions, triangles } = box([2, 3, 5]);
    const [contour] = cutMesh({ positions, triangles: triangles.slice(0, 30) }, level(1)); // without one side
    expect(contour!.isClosed).toBe(false);
    expect(contourLengthMm(contour!)).toBeCloseTo(10 - 3, 12);
  });

  it("counts a vertex on the plane as above it", () => {
    expect(cutMesh(box([2, 3, 5]), level(0))).toEqual([]); // the floor lies on the plane: all above
    expect(cutMesh(box([2, 3, 5]), level(5))).toHaveLength(1);
    expect(cutMesh(box([2, 3, 5]), level(7))).toEqual([]);
    const tip = sphere(10, 8);
    expect(cutMesh(tip, level(10))).toEqual([]); // touches the pole alone
  });

  it("gives the same length whichever way the normal points", () => {
    const solid = torus(20, 6, 24, 48);
    fc.assert(
      fc.property(
        fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -1, max: 1, noNaN: true }))),
        fc.double({ min: -15, max: 15, noNaN: true }),
        (normal, x) => {
          fc.pre(Math.hypot(...normal) > 0.01);
          const plane = {
            origin: [x, 0.3, 0.2] as const,
            normal: normal as unknown as Plane["normal"],
          };
          const turned = {
            ...plane,
            normal: plane.normal.map((v) => -v) as unknown as Plane["normal"],
          };
          const length = (one: Plane): number =>
            cutMesh(solid, one).reduce((sum, c) => sum + contourLengthMm(c), 0);
          expect(length(turned)).toBeCloseTo(length(plane), 6);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("closes every contour of the reference solids, for 10,000 planes, many of them through vertices and edges", () => {
    const random = seeded(20240611);
    const solids = [
      "sphere_ico2.stl",
      "laa_like_coarse.stl",
      "torus_48x24.ply",
      "zoo_nested_void.stl",
    ].map((name) => weldMesh(readMesh(`test/reference/geometry/meshes/${name}`).mesh).mesh);
    for (let i = 0; i < 10_000; i++) {
      const mesh = solids[i % solids.length]!;
      const vertex = Math.floor((random.uniform() * mesh.positions.length) / 3);
      const through = mesh.positions.subarray(3 * vertex, 3 * vertex + 3);
      const axis =
        i % 3 === 0
          ? [0, 0, 0].map((_, a) => (a === Math.floor(random.uniform() * 3) ? 1 : 0))
          : undefined;
      const normal = axis?.some((v) => v !== 0)
        ? axis
        : [0, 0, 0].map(() => 2 * random.uniform() - 1);
      const offset = i % 2 === 0 ? 0 : random.uniform();
      const plane = {
        origin: [through[0]! + offset, through[1]!, through[2]!],
        normal,
      } as unknown as Plane;
      const open = cutMesh(mesh, plane).filter(({ isClosed }) => !isClosed);
      expect(open, `plane ${i}: ${JSON.stringify(plane)}`).toEqual([]);
    }
  });

  it("refuses a plane without a direction", () => {
    expect(() => cutMesh(box([1, 1, 1]), { origin: [0, 0, 0], normal: [0, 0, 0] })).toThrow(
      "cutMesh: needs a plane with a finite origin and a normal other than 0",
    );
  });
});

describe("planimetry of a section", () => {
  it("does not depend on where the plane's origin lies in it", () => {
    const measure = (x: number): number => {
      const plane = { origin: [x, -x, 2] as const, normal: [0, 0, 1] as const };
      return planimetry(contourInPlane(cutMesh(sphere(10, 24), plane)[0]!, plane)).feretMinMm;
    };
    expect(measure(1000)).toBeCloseTo(measure(0), 9);
  });
});
