import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type WallCommandOptions, wall } from "../../src/cli/wall.js";
import { readMesh } from "../../src/geometry/io/read-mesh.js";
import { writeMesh } from "../../src/geometry/io/write-mesh.js";
import { joinMeshes } from "../../src/geometry/mesh/closed.js";
import { meshTopology } from "../../src/geometry/mesh/topology.js";
import { box } from "../geometry/solids.js";
import { type SaidTerminal, saidTerminal } from "./said.js";

let folder: string;
let terminal: SaidTerminal;
let lumen: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ostia-wall-"));
  terminal = saidTerminal();
  lumen = join(folder, "lumen.stl");
  writeMesh(lumen, box([10, 10, 20]));
});
afterEach(() => rmSync(folder, { recursive: true }));

function options(more: Partial<WallCommandOptions> = {}): WallCommandOptions {
  const output = join(folder, "wall.stl");
  return { json: true, thickness: "2", inward: false, open: [], output, ...more };
}

describe("ostia wall", () => {
  it("writes a wall that is open at the planes, and says how thick it is", async () => {
    const open = ["0,0,-1,5,5,1", "0,0,1,5,5,19"];
    expect(await wall(lumen, options({ open }), terminal)).toBe(0);
    const got = JSON.parse(terminal.outs.join("\n"));
    expect(got).toMatchObject({ isWatertight: true, thicknessMm: 2, spacingMm: 0.5, issues: [] });
    expect(got.thickness.leastMm).toBeGreaterThan(1.9);
    // Between the planes: four sides of 18 mm and four quarters of a rounded edge.
    expect(got.wallVolumeMm3 / ((4 * 20 + Math.PI * 4) * 18)).toBeCloseTo(1, 1);
    const { mesh } = readMesh(join(folder, "wall.stl"));
    expect(meshTopology(mesh)).toMatchObject({ isWatertight: true, genus: 1 });
  });

  it("grows inward on request, and says so in a line", async () => {
    expect(
      await wall(lumen, options({ json: false, inward: true, spacing: "0.4" }), terminal),
    ).toBe(0);
    expect(terminal.outs.join()).toMatch(/watertight, 1\.4\d cm³; thickness 2\.\d\d mm/);
  });

  it("is 1 where the wall came out too thin", async () => {
    writeMesh(lumen, joinMeshes(box([10, 10, 10]), box([10, 10, 10], [11, 0, 0])));
    expect(await wall(lumen, options(), terminal)).toBe(1);
    expect(terminal.notes.join("\n")).toMatch(/the wall is 1\.00 mm at \(\d+\.\d, .*thinner than/);
  });

  it("refuses without writing", async () => {
    const refused = async (more: Partial<WallCommandOptions>, message: string): Promise<void> => {
      await expect(wall(lumen, options(more), terminal)).rejects.toThrow(message);
    };
    await refused({ thickness: "thick" }, '--thickness: needs a number; got "thick"');
    await refused({ thickness: "-2" }, '--thickness: needs a number above 0; got "-2"');
    await refused({ open: ["0,0,1"] }, "--open: needs 6 numbers");
    await refused({ open: ["0,0,1,50,5,5"] }, "does not enclose it");
    await refused({ inward: true, thickness: "6" }, "leaves no lumen");
    expect(existsSync(join(folder, "wall.stl"))).toBe(false);
    expect(terminal.outs).toEqual([]);
  });
});
