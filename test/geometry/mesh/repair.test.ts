import { describe, expect, it } from "vitest";
import { readMesh } from "../../../src/geometry/io/read-mesh.js";
import { repairMesh } from "../../../src/geometry/mesh/repair.js";
import { solidReport } from "../../../src/geometry/mesh/solid.js";
import { meshTopology } from "../../../src/geometry/mesh/topology.js";
import type { TriangleMesh } from "../../../src/geometry/mesh/triangle-mesh.js";
import { weldMesh } from "../../../src/geometry/mesh/weld.js";
import { box, insideOut, sphere, torus } from "../solids.js";

const zoo = (name: string): TriangleMesh =>
  readMesh(`test/reference/geometry/meshes/zoo_${name}`).mesh;
const codes = ({ acts }: ReturnType<typeof repairMesh>): string[] => acts.map(({ code }) => code);
const ICO3 = readMesh("test/reference/geometry/meshes/sphere_ico3.stl").mesh;

describe("repairMesh", () => {
  it("leaves a sound mesh as it is", () => {
    for (const solid of [box([1, 2, 3]), torus(5, 1, 8, 16)]) {
      const got = repairMesh(solid, { maxLoopMm: 100 });
      expect(got.mesh).toEqual(solid);
      expect(got).toMatchObject({ acts: [], holes: [], issues: [] });
    }
  });

  it("turns an inverted sphere outwards, and says by how much the volume changed", () => {
    const got = repairMesh(zoo("inverted_sphere.stl"));
    expect(codes(got)).toEqual(["TURNED_OUTWARDS"]);
    expect(got.after.volumeMm3).toBeCloseTo(-got.before.volumeMm3, 9);
    expect(got.acts[0]!.volumeChangeMm3).toBeCloseTo(2 * got.after.volumeMm3, 9);
    expect(got.acts[0]!.areaChangeMm2).toBeCloseTo(0, 9);
  });

  it("turns random flips back", () => {
    const got = repairMesh(zoo("random_flips.stl"));
    expect(codes(got)).toContain("TURNED");
    expect(solidReport(got.mesh).isSolid).toBe(true);
    expect(got.before.volumeMm3).toBeNaN();
  });

  it("turns cavities inwards", () => {
    const nested = zoo("nested_void.stl");
    const sound = solidReport(nested).volumeMm3;
    for (const wrong of [insideOut(nested), turnedPart(nested)]) {
      expect(solidReport(wrong).isSolid).toBe(false);
      expect(solidReport(repairMesh(wrong).mesh).volumeMm3).toBeCloseTo(sound, 6);
    }
  });

  it("fills three holes and a missing face, and no hole beyond the limit", () => {
    const one = repairMesh(zoo("sphere_single_missing_face.stl"), { maxLoopMm: 100 });
    expect(one.mesh.triangles.length / 3).toBe(1280);
    expect(solidReport(one.mesh).isSolid).toBe(true);
    const three = repairMesh(zoo("sphere_3holes.stl"), { maxLoopMm: 1000 });
    expect(codes(three)).toEqual(["HOLES_FILLED"]);
    expect(three.acts[0]!.count).toBe(3);
    expect(three.holes).toHaveLength(3);
    expect(solidReport(three.mesh).isSolid).toBe(true);
    expect(three.acts[0]!.areaChangeMm2).toBeCloseTo(
      three.holes.reduce((sum, { areaMm2 }) => sum + areaMm2, 0),
      9,
    );
    const limit = three.holes[1]!.lengthMm;
    const part = repairMesh(zoo("sphere_3holes.stl"), { maxLoopMm: limit });
    expect(part.holes.map(({ isFilled }) => isFilled)).toEqual([
      three.holes[0]!.lengthMm <= limit,
      true,
      true,
    ]);
    expect(part.holes[0]!.lengthMm).toBe(three.holes[0]!.lengthMm);
  });

  it("leaves copies out", () => {
    const got = repairMesh(zoo("duplicate_faces.ply"));
    expect(got.acts[0]).toMatchObject({ code: "DUPLICATES_LEFT_OUT", count: 50 });
    expect(got.mesh.triangles.length / 3).toBe(1280);
    expect(solidReport(got.mesh).isSolid).toBe(true);
  });

  it("takes out a wall between two boxes, which both have", () => {
    const solid = box([1, 1, 1]);
    // The face at x = 0 once more from either side of a second box that shares it, welded.
    const second = box([1, 1, 1], [-1, 0, 0]);
    const both = {
      positions: Float64Array.from([...solid.positions, ...second.positions]),
      triangles: Uint32Array.from([...solid.triangles, ...second.triangles.map((v) => v + 8)]),
    };
    const got = repairMesh(both);
    expect(got.issues).toEqual([]);
    expect(got.after).toMatchObject({ areaMm2: 10 });
    expect(got.after.volumeMm3).toBeCloseTo(2, 12);
  });

  it("leaves degenerate faces out", () => {
    const got = repairMesh(zoo("degenerate_faces.ply"));
    expect(got.mesh.triangles.length / 3).toBe(1280);
    expect(solidReport(got.mesh).isSolid).toBe(true);
  });

  it("mends a triangle on a line without opening a gap", () => {
    // A box with a vertex on an edge of one face: the other face has a triangle of three corners on a line.
    const solid = box([2, 2, 2]);
    const [u, v] = [0, 1]; // an edge along x
    const at = solid.triangles.findIndex((a, i) => a === u && next(solid.triangles, i) === v);
    const t = 3 * Math.floor(at / 3);
    const far = [0, 1, 2].map((i) => solid.triangles[t + i]!).find((a) => a !== u && a !== v)!;
    const triangles = [...solid.triangles];
    triangles.splice(t, 3, u, 8, far, 8, v, far, u, v, 8);
    const sliver = {
      positions: Float64Array.from([...solid.positions, 1, 0, 0]),
      triangles: Uint32Array.from(triangles),
    };
    expect(meshTopology(sliver).isWatertight).toBe(true);
    expect(solidReport(sliver).reasons.map(({ code }) => code)).toContain("DEGENERATE_TRIANGLES");
    const got = repairMesh(sliver);
    expect(codes(got)).toEqual(["SLIVERS_MENDED"]);
    expect(solidReport(got.mesh)).toMatchObject({ isSolid: true });
    expect(got.after.volumeMm3).toBeCloseTo(8, 12);
  });

  it("welds a cracked soup within a tolerance that leaves real gaps open", () => {
    const soup = zoo("cracked_soup_2um.stl");
    expect(meshTopology(repairMesh(soup).mesh).isWatertight).toBe(false);
    const got = repairMesh(soup, { toleranceMm: 0.01 });
    expect(solidReport(got.mesh).isSolid).toBe(true);
    expect(got.mesh.positions.length).toBe(ICO3.positions.length);
  });

  it("turns an open tube by the side that its closed openings would have", () => {
    const ring = torus(5, 1, 8, 16);
    const open = weldMesh({ ...ring, triangles: ring.triangles.slice(0, -96) }).mesh;
    expect(repairMesh(open).acts).toEqual([]);
    expect(repairMesh(insideOut(open)).acts).toMatchObject([
      { code: "TURNED_OUTWARDS", count: open.triangles.length / 3, volumeChangeMm3: Number.NaN },
    ]);
    expect(repairMesh(open).issues.map(({ code }) => code)).toEqual(["BOUNDARY_EDGES"]);
  });

  it("repairs a mesh of all faults at once into the sphere that it was", () => {
    const { positions, triangles } = ICO3;
    const worn = [...triangles.slice(3)]; // a face is missing
    for (let t = 0; t < worn.length; t += 21)
      worn.splice(t, 3, worn[t]!, worn[t + 2]!, worn[t + 1]!);
    worn.push(...worn.slice(30, 60), 5, 5, 9); // copies and a sliver
    const got = repairMesh({ positions, triangles: Uint32Array.from(worn) }, { maxLoopMm: 50 });
    const report = solidReport(got.mesh);
    expect(report.isSolid).toBe(true);
    expect(report.volumeMm3).toBeCloseTo(solidReport(ICO3).volumeMm3, 9);
  });

  it("refuses a Möbius strip and options that are none", () => {
    expect(() => repairMesh(zoo("moebius.ply"))).toThrow(
      "repairMesh: needs a surface with two sides; got one with one side",
    );
    expect(() => repairMesh(sphere(1, 4), { maxLoopMm: -1 })).toThrow("repairMesh: needs lengths");
    expect(() => repairMesh(sphere(1, 4), { toleranceMm: Number.NaN })).toThrow("NaN");
  });
});

function next(triangles: Uint32Array, i: number): number {
  return triangles[i % 3 === 2 ? i - 2 : i + 1]!;
}

/** The second half of the triangles turned: one of two equal parts. */
function turnedPart({ positions, triangles }: TriangleMesh): TriangleMesh {
  const half = triangles.length / 2;
  const other = insideOut({ positions, triangles }).triangles;
  return {
    positions,
    triangles: Uint32Array.from([...triangles.slice(0, half), ...other.slice(half)]),
  };
}
