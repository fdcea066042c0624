import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { measure } from "../../src/cli/measure.js";
import { writeMesh } from "../../src/geometry/io/write-mesh.js";
import { joinMeshes } from "../../src/geometry/mesh/closed.js";
import { box, insideOut } from "../geometry/solids.js";
import { straightTube } from "../geometry/tubes.js";
import { type SaidTerminal, saidTerminal } from "./said.js";

let folder: string;
let terminal: SaidTerminal;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ostia-measure-"));
  terminal = saidTerminal();
});
afterEach(() => rmSync(folder, { recursive: true }));

const hollow = joinMeshes(box([10, 10, 10]), insideOut(box([4, 4, 4], [3, 3, 3])));

function written(mesh: Parameters<typeof writeMesh>[1], name = "model.stl"): string {
  const path = join(folder, name);
  writeMesh(path, mesh);
  return path;
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("ostia measure", () => {
  it("prints one JSON document, with the holes of a section subtracted", () => {
    const path = written(hollow);
    expect(measure(path, { json: true, plane: "0,0,2,5,5,5" }, terminal)).toBe(0);
    expect(terminal.outs).toHaveLength(1);
    const got = JSON.parse(terminal.outs[0]!);
    expect(got.measures.signedVolumeMm3).toBeCloseTo(936, 4);
    expect(got.topology).toMatchObject({ isWatertight: true, componentsByEdge: 2, genus: null });
    expect(got.section.areaMm2).toBeCloseTo(84, 4);
    expect(got.section.contours.map((one: { isHole: boolean }) => one.isHole)).toEqual([
      false,
      true,
    ]);
    expect(got.section.contours[1].planimetry.feretMinMm).toBeCloseTo(4, 6);
    expect(got.issues).toEqual([]);
  });

  it("says the same in lines", () => {
    measure(written(hollow), { json: false, plane: "0,0,1,5,5,5" }, terminal);
    const said = terminal.outs.join("\n");
    expect(said).toContain("volume      936.00 mm³");
    expect(said).toMatch(/section .*: 84\.00 mm²/);
    expect(said).toContain("hole 2: perimeter 16.00 mm");
  });

  it.each([
    ["hinge.json", "[[0,0,2],[10,0,2],[0,10,2]]"],
    ["hinge.json", '{"hinges": [[0,0,2],[10,0,2],[0,10,2]]}'],
    ["hinge.csv", "hinge,x,y,z\nNCC,0,0,2\nLCC,10,0,2\r\nRCC,0,10,2\n"],
    ["hinge.txt", "0 0 2\n10 0 2\n0 10 2\n"],
  ])("cuts by the three hinge points of %s: %j", (name, text) => {
    const path = written(hollow);
    measure(path, { json: true, hinge: file(name, text) }, terminal);
    expect(JSON.parse(terminal.outs[0]!).section.areaMm2).toBeCloseTo(100, 4);
  });

  it("says what is odd and measures all the same", () => {
    const path = written(straightTube(() => 2, 5, 3));
    expect(measure(path, { json: true, plane: "1,0,0,0,0,2" }, terminal)).toBe(0);
    expect(terminal.notes.join("\n")).toContain("96 boundary edges in 2 loops");
    const { issues } = JSON.parse(terminal.outs[0]!);
    expect(issues.map(({ code }: { code: string }) => code)).toEqual([
      "NOT_WATERTIGHT",
      "OPEN_CONTOUR",
    ]);
    measure(written(insideOut(box([1, 1, 1]))), { json: true, plane: "1,0,0,9,0,0" }, terminal);
    expect(terminal.notes.join("\n")).toContain("normals point inwards");
    expect(terminal.notes.join("\n")).toContain("plane misses the mesh");
  });

  it("refuses what it cannot use, with what was expected and what came", () => {
    const path = written(hollow);
    const run = (options: object) => () => measure(path, { json: true, ...options }, terminal);
    expect(run({ plane: "1,2,3" })).toThrow(
      '--plane: needs 6 numbers with commas between; got "1,2,3"',
    );
    expect(run({ plane: "0,0,0,1,1,1" })).toThrow("--plane: needs a normal other than 0,0,0");
    expect(run({ plane: "0,0,1,1,1,1", hinge: "x" })).toThrow("needs --plane or --hinge, not both");
    expect(run({ hinge: join(folder, "none.csv") })).toThrow("none.csv: cannot be read");
    expect(run({ hinge: file("two.csv", "1,2,3\n4,5,6\n") })).toThrow(
      "needs three hinge points; got 2",
    );
    expect(run({ hinge: file("bad.json", "[1,") })).toThrow("bad.json: expected JSON");
    expect(run({ hinge: file("no.json", '{"a": 1}') })).toThrow(
      "expected a list of points [x, y, z]",
    );
    expect(() => measure(join(folder, "no.stl"), { json: true }, terminal)).toThrow(
      "cannot be read",
    );
    expect(terminal.outs).toEqual([]);
  });
});
