import { describe, expect, it } from "vitest";
import { readMesh } from "../../../src/geometry/io/read-mesh.js";
import { meshCurvature } from "../../../src/geometry/mesh/curvature.js";
import { meshMeasures } from "../../../src/geometry/mesh/measures.js";
import { box, insideOut, moved, sphere, torus } from "../solids.js";

const ico4 = readMesh("test/reference/geometry/meshes/sphere_ico4.stl").mesh;

describe("meshCurvature", () => {
  it("is 1/r and 1/r² on a sphere, negative mean with inward normals", () => {
    const radius = Math.cbrt((3 * meshMeasures(ico4).signedVolumeMm3) / (4 * Math.PI));
    const { mean, gaussian } = meshCurvature(ico4);
    expect(Math.max(...mean.map((h) => Math.abs(h * radius - 1)))).toBeLessThan(0.01);
    const middle = gaussian.toSorted()[Math.floor(gaussian.length / 2)]!;
    expect(middle * radius ** 2).toBeCloseTo(1, 1);
    expect(meshCurvature(insideOut(ico4)).mean[0]).toBeCloseTo(-mean[0]!, 12);
  });

  it("obeys Gauss and Bonnet: the defects make 2π times the Euler number", () => {
    for (const [solid, euler] of [
      [box([1, 2, 3]), 2],
      [sphere(4, 9), 2],
      [torus(9, 2, 12, 30), 0],
    ] as const) {
      const { totalAngleDefect, gaussian, areasMm2 } = meshCurvature(solid);
      expect(totalAngleDefect).toBeCloseTo(2 * Math.PI * euler, 9);
      const integral = gaussian.reduce((sum, k, v) => sum + k * areasMm2[v]!, 0);
      expect(integral).toBeCloseTo(2 * Math.PI * euler, 9);
    }
  });

  it("shares the whole area among the vertices", () => {
    for (const solid of [box([1, 2, 3]), torus(9, 2, 12, 30)]) {
      const { areasMm2 } = meshCurvature(solid);
      expect(areasMm2.reduce((sum, a) => sum + a, 0)).toBeCloseTo(meshMeasures(solid).areaMm2, 9);
    }
  });

  it("is positive outside and negative inside of a torus", () => {
    const { gaussian } = meshCurvature(torus(9, 2, 24, 60));
    expect(gaussian[0]! * (2 * 11)).toBeCloseTo(1, 1); // 1/(r (R + r))
    expect(gaussian[12]! * (-2 * 7)).toBeCloseTo(1, 1);
  });

  it("scales by 1/s and 1/s² and does not change with a motion", () => {
    const before = meshCurvature(torus(9, 2, 12, 30));
    const after = meshCurvature(moved(torus(9, 2, 12, 30), (x, y, z) => [2 * y + 5, 2 * z, 2 * x]));
    expect(after.mean[17]).toBeCloseTo(before.mean[17]! / 2, 12);
    expect(after.gaussian[17]).toBeCloseTo(before.gaussian[17]! / 4, 12);
  });

  it("has no value on a border or at a vertex of no triangle", () => {
    const solid = box([1, 1, 1]);
    const open = {
      positions: Float64Array.from([...solid.positions, 9, 9, 9]),
      triangles: solid.triangles.slice(3),
    };
    const { mean, gaussian } = meshCurvature(open);
    const missing = [...solid.triangles.subarray(0, 3)];
    for (let v = 0; v < 9; v++) {
      const isNone = v === 8 || missing.includes(v);
      expect([Number.isNaN(mean[v]), Number.isNaN(gaussian[v])]).toEqual([isNone, isNone]);
    }
  });

  it("refuses what is no mesh", () => {
    expect(() => meshCurvature({ ...ico4, triangles: Uint32Array.of(0, 1) })).toThrow(
      "meshCurvature: needs",
    );
  });
});
