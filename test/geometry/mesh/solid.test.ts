import { describe, expect, it } from "vitest";
import { readMesh } from "../../../src/geometry/io/read-mesh.js";
import { joinMeshes } from "../../../src/geometry/mesh/closed.js";
import { solidReport } from "../../../src/geometry/mesh/solid.js";
import { box, insideOut, sphere } from "../solids.js";

const codes = (mesh: Parameters<typeof solidReport>[0]): string[] =>
  solidReport(mesh).reasons.map(({ code }) => code);
const zoo = (name: string): string[] =>
  codes(readMesh(`test/reference/geometry/meshes/zoo_${name}`).mesh);

describe("solidReport", () => {
  it("finds a box solid, and says how large", () => {
    const report = solidReport(box([1, 2, 3]));
    expect(report).toMatchObject({ isSolid: true, bodies: 1, cavities: 0, reasons: [] });
    expect(report.volumeMm3).toBeCloseTo(6, 12);
  });

  it("tells watertight, wound one way and solid apart", () => {
    expect(zoo("two_cubes_overlap.stl")).toEqual(["SELF_INTERSECTIONS"]);
    expect(zoo("inverted_sphere.stl")).toEqual(["INWARD"]);
    expect(zoo("random_flips.stl")).toEqual(["INCONSISTENT_WINDING"]);
    expect(zoo("sphere_single_missing_face.stl")).toEqual(["BOUNDARY_EDGES"]);
    expect(zoo("two_cubes_shared_edge.stl")).toEqual(["NON_MANIFOLD_EDGES"]);
    expect(zoo("two_cubes_shared_vertex.stl")).toEqual([]);
    expect(zoo("moebius.ply")).toEqual(["BOUNDARY_EDGES", "INCONSISTENT_WINDING"]);
    expect(zoo("nested_void.stl")).toEqual([]);
  });

  it("wants cavities inwards and bodies in them outwards", () => {
    const [large, middle, small] = [sphere(10, 8), sphere(6, 8), sphere(2, 8)];
    const nested = joinMeshes(joinMeshes(large, insideOut(middle)), small);
    expect(solidReport(nested)).toMatchObject({ isSolid: true, bodies: 2, cavities: 1 });
    const report = solidReport(joinMeshes(large, middle));
    expect(report).toMatchObject({ isSolid: false, isOutward: false, isWatertight: true });
    expect(report.volumeMm3).toBeNaN();
    expect(codes(insideOut(nested))).toEqual(["INWARD"]);
  });

  it("does not take parts side by side for nested ones", () => {
    expect(solidReport(joinMeshes(sphere(3, 6), sphere(3, 6, [9, 0, 0])))).toMatchObject({
      isSolid: true,
      bodies: 2,
    });
  });

  it("finds no solid in nothing", () => {
    const empty = { positions: new Float64Array(0), triangles: new Uint32Array(0) };
    expect(codes(empty)).toEqual(["NO_TRIANGLES"]);
  });
});
