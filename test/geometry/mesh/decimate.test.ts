import { describe, expect, it } from "vitest";
import { readMesh } from "../../../src/geometry/io/read-mesh.js";
import { decimateMesh } from "../../../src/geometry/mesh/decimate.js";
import { solidReport } from "../../../src/geometry/mesh/solid.js";
import { meshTopology } from "../../../src/geometry/mesh/topology.js";
import type { TriangleMesh } from "../../../src/geometry/mesh/triangle-mesh.js";
import { box, moved } from "../solids.js";

const FOLDER = "test/reference/geometry/meshes";
const laa = readMesh(`${FOLDER}/laa_like.stl`).mesh;
const sphere = readMesh(`${FOLDER}/sphere_ico5.stl`).mesh;

describe("decimateMesh", () => {
  it("reaches a share of the triangles, and stays watertight and near", async () => {
    const got = await decimateMesh(laa, { share: 0.25 });
    expect(got.mesh.triangles.length / laa.triangles.length).toBeCloseTo(0.25, 2);
    expect(got.trianglesBefore).toBe(laa.triangles.length / 3);
    expect(got.issues).toEqual([]);
    expect(meshTopology(got.mesh)).toMatchObject({ isWatertight: true, isConsistentlyWound: true });
    expect(Math.abs(got.change.volumeChangePercent)).toBeLessThan(0.3);
    expect(got.change.distance.hausdorffMm).toBeLessThan(0.5);
    expect(solidReport(got.mesh).isSolid).toBe(true);
  });

  it("goes as far as an error allows", async () => {
    const fine = await decimateMesh(sphere, { maxErrorMm: 0.01 });
    const coarse = await decimateMesh(sphere, { maxErrorMm: 0.1 });
    expect(fine.errorMm).toBeLessThanOrEqual(0.01);
    expect(coarse.mesh.triangles.length).toBeLessThan(fine.mesh.triangles.length / 4);
    expect(coarse.change.distance.hausdorffMm).toBeLessThan(0.3);
    expect(coarse.change.volumeChangePercent).toBeLessThan(0); // chords lie inside
  });

  it("keeps vertices bit by bit, also far from the origin", async () => {
    const far = moved(laa, (x, y, z) => [x + 1e5, y - 3e5, z + 0.1]);
    const { mesh, issues } = await decimateMesh(far, { share: 0.5 });
    expect(issues).toEqual([]);
    const known = new Set(rows(far));
    expect(rows(mesh).every((row) => known.has(row))).toBe(true);
  });

  it("keeps the border of an open surface", async () => {
    const open = readMesh(`${FOLDER}/ellipse_tube_open.stl`).mesh;
    const got = await decimateMesh(open, { share: 0.3 });
    const [before, after] = [meshTopology(open), meshTopology(got.mesh)];
    expect(after.boundaryLoops.lengthsMm[0]).toBeCloseTo(before.boundaryLoops.lengthsMm[0]!, 9);
    expect(got.change.volumeChangeMm3).toBeNaN();
  });

  it("says when a target cannot be reached", async () => {
    const got = await decimateMesh(readMesh(`${FOLDER}/ellipse_tube_open.stl`).mesh, {
      share: 0.001,
    });
    expect(got.issues.map(({ code }) => code)).toContain("TARGET_NOT_REACHED");
  });

  it("refuses nonsense", async () => {
    const solid = box([1, 1, 1]);
    await expect(decimateMesh(solid, { share: 1 })).rejects.toThrow(
      "decimateMesh: needs a share of the triangles between 0 and 1; got 1",
    );
    await expect(decimateMesh(solid, { maxErrorMm: 0 })).rejects.toThrow("an error above 0 mm");
    await expect(decimateMesh(solid, {} as never)).rejects.toThrow("either a share or an error");
    const empty = { positions: new Float64Array(0), triangles: new Uint32Array(0) };
    await expect(decimateMesh(empty, { share: 0.5 })).rejects.toThrow("got none");
  });
});

function rows({ positions }: TriangleMesh): string[] {
  return Array.from({ length: positions.length / 3 }, (_, i) =>
    positions.slice(3 * i, 3 * i + 3).join(),
  );
}
