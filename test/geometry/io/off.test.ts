import { describe, expect, it } from "vitest";
import { readOff } from "../../../src/geometry/io/off.js";
import { bytesOf } from "./mesh-samples.js";

const read = (text: string): ReturnType<typeof readOff> => readOff("a.off", bytesOf(text));
const POINTS = "0 0 0\n1 0 0\n1 1 0\n0 1 0\n";

describe("readOff", () => {
  it("passes over comments, blank lines and colours", () => {
    const { mesh } = read(
      `OFF # a square\n\n# counts\n4 2 0\n${POINTS}3 0 1 2 255 0 0\n# colour above\n3 0 2 3 0.1 0.2 0.3 1 # red\n`,
    );
    expect([...mesh.triangles]).toEqual([0, 1, 2, 0, 2, 3]);
  });

  it("passes over colours, normals and texture of points", () => {
    const points = POINTS.replaceAll("\n", " 255 0 0 255\n");
    for (const kind of ["COFF", "NOFF", "STOFF", "CNOFF"]) {
      expect([...read(`${kind}\n4 1 0\n${points}3 0 1 2\n`).mesh.triangles]).toEqual([0, 1, 2]);
    }
  });

  it("reads counts behind the first word, and polygons", () => {
    const { mesh, issues } = read(`OFF 4 1 4\n${POINTS}4 0 1 2 3\n`);
    expect([...mesh.triangles]).toEqual([0, 1, 2, 0, 2, 3]);
    expect(issues.map(({ code }) => code)).toEqual(["POLYGONS_CUT"]);
  });

  it.each([
    ["", 'a.off: line 1: needs "OFF"; got the end of the file'],
    ["PLY\n", 'needs "OFF"; got "PLY"'],
    ["OFF BINARY\n", 'needs an ASCII file; got "BINARY"'],
    ["OFF\n-1 0 0\n", "needs the number of points"],
    [`OFF\n5 1 0\n${POINTS}`, "line 7: needs x; got the end of the file"],
    ["OFF\n1000000000 1 0\n0 0 0\n", "needs x; got the end of the file"],
    [`OFF\n4 1 0\n${POINTS}3 0 1`, "needs an index; got the end of the file"],
    [`OFF\n4 1 0\n${POINTS}1e15 0 1 2\n`, "needs 1000000000000000 corners"],
    [`OFF\n4 1 0\n${POINTS}3 0 1 4\n`, "needs indices below the 4 points"],
    [`OFF\n4 1 0\n${POINTS}3 0 1 -2\n`, 'needs an index; got "-2"'],
    [`OFF\n4 1 0\n${POINTS.replace("1 1", "1 inf")}3 0 1 2\n`, 'line 5: needs y; got "inf"'],
  ])("refuses %j", (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
