import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMesh } from "../../../src/geometry/io/read-mesh.js";
import { writeMesh } from "../../../src/geometry/io/write-mesh.js";
import { meshMeasures } from "../../../src/geometry/mesh/measures.js";
import { weldMesh } from "../../../src/geometry/mesh/weld.js";
import { buildWall, type Wall } from "../../../src/geometry/wall/build-wall.js";
import { pathOf } from "../../geometry-reference/reference.js";

const hasProgram = (name: string): boolean => spawnSync("which", [name]).status === 0;
const LUMEN = pathOf("golden/laa_like.stl");

const FILLED = ["--fill-density", "100%", "--fill-pattern", "rectilinear"];

let folder: string;
let wall: Wall;
let path: string;

describe.skipIf(!existsSync(LUMEN))("the wall of the appendage, open at its ostium", () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "ostia-wall-"));
    path = join(folder, "wall.stl");
    const openings = [{ origin: [0, 0, -6], normal: [0, 0, -1] }] as const;
    wall = await buildWall(weldMesh(readMesh(LUMEN).mesh).mesh, 2, { openings });
    writeMesh(path, wall.mesh);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is 2 mm thick and has no issue", () => {
    expect(wall.issues).toEqual([]);
    expect(wall.thickness.leastMm).toBeGreaterThan(1.94);
  });

  it.skipIf(!hasProgram("admesh"))("has nothing that admesh would mend", () => {
    const { stdout, status } = spawnSync("admesh", [path], { encoding: "utf8" });
    expect(status).toBe(0);
    const numbers = (name: string): number[] =>
      [...new RegExp(`${name}\\s*:(.*)`).exec(stdout)![1]!.matchAll(/-?[\d.]+/g)].map(Number);
    expect(numbers("Total disconnected facets")).toEqual([0, 0]);
    expect(numbers("Number of facets")).toEqual(Array(2).fill(wall.mesh.triangles.length / 3));
    for (const what of ["Degenerate facets", "Edges fixed", "Facets removed", "Facets added"]) {
      expect([what, ...numbers(what)]).toEqual([what, 0]);
    }
    for (const what of ["Facets reversed", "Backwards edges", "Normals fixed"]) {
      expect([what, ...numbers(what)]).toEqual([what, 0]);
    }
    expect(/Number of parts\s*:\s*(\d+)/.exec(stdout)![1]).toBe("1");
    const volume = Number(/Volume\s*:\s*([\d.]+)/.exec(stdout)![1]);
    expect(volume / wall.wallVolumeMm3).toBeCloseTo(1, 3);
  });

  it.skipIf(!hasProgram("prusa-slicer"))("slices in prusa-slicer", () => {
    const gcode = join(folder, "wall.gcode");
    const { status, stdout, stderr } = spawnSync(
      "prusa-slicer",
      ["--export-gcode", ...FILLED, "--skirts", "0", "-o", gcode, path],
      { encoding: "utf8" },
    );
    expect([status, `${stdout}${stderr}`.match(/error|invalid|empty layer/i)]).toEqual([0, null]);
    // Filament of as many cm³ as the solid has.
    const used = Number(/filament used \[cm3\] = ([\d.]+)/.exec(readFileSync(gcode, "utf8"))![1]);
    const filled = used / (meshMeasures(wall.mesh).signedVolumeMm3 / 1000);
    expect(filled).toBeGreaterThan(0.93);
    expect(filled).toBeLessThan(1.07);
  });
});
