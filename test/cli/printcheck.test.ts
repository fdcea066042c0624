import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { printcheck } from "../../src/cli/printcheck.js";
import { writeMesh } from "../../src/geometry/io/write-mesh.js";
import { box } from "../geometry/solids.js";
import { straightTube } from "../geometry/tubes.js";
import { type SaidTerminal, saidTerminal } from "./said.js";

let folder: string;
let terminal: SaidTerminal;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ostia-printcheck-"));
  terminal = saidTerminal();
});
afterEach(() => rmSync(folder, { recursive: true }));

function written(mesh: Parameters<typeof writeMesh>[1]): string {
  const path = join(folder, "model.stl");
  writeMesh(path, mesh);
  return path;
}

describe("ostia printcheck", () => {
  it("is 0 for a model that prints, with its estimate", () => {
    const options = { json: true, build: "100,100,100", density: "2", flow: "10", layer: "0.1" };
    expect(printcheck(written(box([20, 20, 40])), options, terminal)).toBe(0);
    const got = JSON.parse(terminal.outs.join("\n"));
    expect(got).toMatchObject({
      isPrintable: true,
      estimate: { massG: expect.closeTo(32, 4), layers: 200 },
    });
    expect(got.answers).toHaveLength(6);
  });

  it("is 1 for one that does not, and says why", () => {
    const path = written(box([20, 20, 0.5]));
    expect(printcheck(path, { json: false, build: "10,30,30" }, terminal)).toBe(1);
    expect(terminal.outs.join("\n")).toMatch(/^NO {3}wall .*needed: 0\.8 mm/m);
    expect(terminal.outs.join("\n")).toMatch(/^yes {2}build-volume/m);
    expect(printcheck(path, { json: false, leastWall: "0.4" }, terminal)).toBe(0);
    expect(printcheck(written(straightTube(() => 9, 30, 5)), { json: false }, terminal)).toBe(1);
    expect(terminal.outs.at(-1)).toBe("estimate: none, for the model is no solid");
  });

  it("refuses options that are none", () => {
    const path = written(box([20, 20, 40]));
    expect(() => printcheck(path, { json: true, build: "250,210" }, terminal)).toThrow(
      '--build: needs 3 numbers with commas between; got "250,210"',
    );
    expect(() => printcheck(path, { json: true, layer: "0" }, terminal)).toThrow(
      '--layer: needs a number above 0; got "0"',
    );
  });
});
