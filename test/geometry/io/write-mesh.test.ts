import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readMesh } from "../../../src/geometry/io/read-mesh.js";
import { writeMesh } from "../../../src/geometry/io/write-mesh.js";
import { moved, sphere, torus } from "../solids.js";

const folder = mkdtempSync(join(tmpdir(), "ostia-meshes-"));
afterAll(() => rmSync(folder, { recursive: true }));

const solid = moved(torus(20, 6, 12, 24), (x, y, z) => [x / 3, y / 7 + 100, z * 1e-3]);

describe("writeMesh", () => {
  it.each(["ply", "vtk", "vtp"])("keeps every bit in .%s", (format) => {
    const path = join(folder, `solid.${format}`);
    writeMesh(path, solid);
    const { mesh, issues } = readMesh(path);
    expect(mesh).toEqual(solid);
    expect(issues).toEqual([]);
  });

  it.each(["stl", "obj", "off"])("keeps single precision in .%s", (format) => {
    const path = join(folder, `solid.${format.toUpperCase()}`);
    writeMesh(path, solid);
    const { mesh, fileTriangles } = readMesh(path);
    expect(fileTriangles).toBe(solid.triangles.length / 3);
    for (let i = 0; i < solid.triangles.length; i++) {
      for (let axis = 0; axis < 3; axis++) {
        expect(mesh.positions[3 * mesh.triangles[i]! + axis]).toBe(
          Math.fround(solid.positions[3 * solid.triangles[i]! + axis]!),
        );
      }
    }
  });

  it.each(["obj", "off"])("writes more lines of .%s than a call takes arguments", (format) => {
    const large = sphere(30, 260);
    const path = join(folder, `large.${format}`);
    writeMesh(path, large);
    const { mesh } = readMesh(path);
    expect(mesh.triangles).toEqual(large.triangles);
    expect(mesh.positions.at(-1)).toBe(30);
  });

  it("leaves the earlier file and no part of a new one when it cannot write", () => {
    const path = join(folder, "kept.stl");
    writeMesh(path, solid);
    const before = readFileSync(path);
    const broken = {
      ...solid,
      positions: solid.positions.map((v, i) => (i === 4 ? Number.NaN : v)),
    };
    expect(() => writeMesh(path, broken)).toThrow("vertex 1 has NaN");
    expect(readFileSync(path)).toEqual(before);
    expect(() => writeMesh(join(folder, "none", "x.stl"), solid)).toThrow("cannot be written");
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("refuses an ending that is no format", () => {
    expect(() => writeMesh("model.step", solid)).toThrow(
      'model.step: needs a mesh file (stl, ply, obj, off, vtk, vtp); got ".step"',
    );
  });
});
