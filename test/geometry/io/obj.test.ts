import { describe, expect, it } from "vitest";
import { readObj } from "../../../src/geometry/io/obj.js";
import { bytesOf } from "./mesh-samples.js";

const read = (text: string): ReturnType<typeof readObj> => readObj("a.obj", bytesOf(text));
const SQUARE = "v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\n";

describe("readObj", () => {
  it("reads points and faces and passes over the rest", () => {
    const { mesh, issues } = read(
      `# a\nmtllib m.mtl\no part\ng a b\n${SQUARE}vt 0 0\nvn 0 0 1\nvp 1\nusemtl skin\ns off\nf 1/1/1 2//1 3/1\n`,
    );
    expect([...mesh.positions]).toEqual([0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0]);
    expect([...mesh.triangles]).toEqual([0, 1, 2]);
    expect(issues).toEqual([]);
  });

  it("counts negative indices back from the points so far", () => {
    const { mesh } = read(`${SQUARE}f -4 -3 -2\nv 5 5 5\nf -1 -5/2 1\n`);
    expect([...mesh.triangles]).toEqual([0, 1, 2, 4, 0, 0]);
  });

  it("cuts polygons into fans, and says so", () => {
    const { mesh, fileTriangles, issues } = read(`${SQUARE}f 1 2 3 4\n`);
    expect([...mesh.triangles]).toEqual([0, 1, 2, 0, 2, 3]);
    expect(fileTriangles).toBe(2);
    expect(issues.map(({ code }) => code)).toEqual(["POLYGONS_CUT"]);
  });

  it("goes on after a backslash, with either end of line and at the end of the file", () => {
    expect([...read(`${SQUARE}f 1 2 \\\n 3 \\\r\n4\n`).mesh.triangles]).toEqual([0, 1, 2, 0, 2, 3]);
    expect([...read(`${SQUARE}f 1 2 3 \\`).mesh.triangles]).toEqual([0, 1, 2]);
  });

  it("reads CR LF, tabs, leading blanks, comments behind faces and no last line end", () => {
    const { mesh } = read("  v\t0 0 0\r\nv 1 0 0\r\n v 0 1 0\r\nf\t1 2 3 # first");
    expect([...mesh.triangles]).toEqual([0, 1, 2]);
  });

  it("passes over weights and colours of points, also those that are no numbers", () => {
    const { mesh } = read("v 0 0 0 1.0\nv 1 0 0 nan nan nan\nv 0 1 0 0.5 0.5 0.5\nf 1 2 3\n");
    expect([...mesh.positions]).toEqual([0, 0, 0, 1, 0, 0, 0, 1, 0]);
  });

  it("rounds to single precision, as binary files hold it", () => {
    expect(read("v 0.1 0 0\n").mesh.positions[0]).toBe(Math.fround(0.1));
  });

  it("leaves faces of fewer than three corners out, and says so", () => {
    expect(read(`${SQUARE}f 1 2\nf\t\n`).issues.map(({ code }) => code)).toContain("NO_POLYGONS");
  });

  it.each([
    ["v 0 0\n", 'a.obj: line 1: needs three coordinates; got "v 0 0"'],
    ["v 0 0 nan\n", "needs three coordinates"],
    [`${SQUARE}f 1 2 0\n`, 'line 5: needs an index; got "0"'],
    [`${SQUARE}f 1 2 x\n`, 'line 5: needs an index; got "x"'],
    [`${SQUARE}f 1 2 1.5\n`, "needs an index"],
    [`${SQUARE}f -1 -2 -5\n`, "line 5: needs an index of the 4 points so far"],
    [`${SQUARE}f 1 2 5\n`, "needs indices below the 4 points; triangle 0 has 4"],
    [`${SQUARE}f 1 2 4294967297\n`, "needs indices from 0, whole numbers; got 0, 1, 4294967296"],
    [`v 0 0 0 \\\n\nv 1 1\n`, "line 3: needs three coordinates"],
  ])("refuses %j", (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
