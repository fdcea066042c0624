import { describe, expect, it } from "vitest";
import { readVtkLegacy } from "../../../src/geometry/io/vtk-legacy.js";
import { bytesOf, joined, packed } from "./mesh-samples.js";

const head = (version = "4.2", encoding = "ASCII"): string =>
  `# vtk DataFile Version ${version}\nby hand\n${encoding}\nDATASET POLYDATA\n`;
const read = (text: string): ReturnType<typeof readVtkLegacy> =>
  readVtkLegacy("a.vtk", bytesOf(text));
const POINTS = "POINTS 4 float\n0 0 0 1 0 0\n1 1 0\n0 1 0\n";

describe("readVtkLegacy", () => {
  it("reads text, with points on lines of any length and words in any case", () => {
    const { mesh } = read(`${head("3.0", "ascii")}${POINTS}polygons 2 8\n3 0 1 2\n3 0 2 3\n`);
    expect([...mesh.triangles]).toEqual([0, 1, 2, 0, 2, 3]);
  });

  it("reads offsets and connectivity since version 5", () => {
    const { mesh, issues } = read(
      `${head("5.1")}${POINTS}POLYGONS 3 7\nOFFSETS vtktypeint64\n0 3 7\nCONNECTIVITY vtktypeint64\n0 1 2 0 1 2 3\n`,
    );
    expect([...mesh.triangles]).toEqual([0, 1, 2, 0, 1, 2, 0, 2, 3]);
    expect(issues.map(({ code }) => code)).toEqual(["POLYGONS_CUT"]);
  });

  it("passes over metadata, lines, vertices and the data of points and cells", () => {
    const { mesh } = read(
      `${head()}${POINTS}METADATA\nINFORMATION 1\nNAME L2 LOCATION x\nDATA 2 0 1\n\nVERTICES 1 2\n1 0\nLINES 1 3\n2 0 1\nPOLYGONS 1 4\n3 0 1 2\nPOINT_DATA 4\nSCALARS s float\nPOLYGONS 9 9\n`,
    );
    expect([...mesh.triangles]).toEqual([0, 1, 2]);
  });

  it("cuts strips into triangles that keep their side", () => {
    const { mesh } = read(`${head()}${POINTS}TRIANGLE_STRIPS 1 5\n4 0 1 3 2\n`);
    expect([...mesh.triangles]).toEqual([0, 1, 3, 3, 1, 2]);
  });

  it("reads binary numbers with the most significant byte first, of float, double and long", () => {
    const xyz = [0, 0, 0, 0.1, 0, 0, 0, 1, 0];
    for (const kind of ["Float32", "Float64"] as const) {
      const bytes = joined(
        bytesOf(`${head("4.2", "BINARY")}POINTS 3 ${kind === "Float32" ? "float" : "double"}\n`),
        packed(kind, xyz, false),
        bytesOf("\nPOLYGONS 1 4\n"),
        packed("Int32", [3, 0, 1, 2], false),
      );
      const { mesh } = readVtkLegacy("a.vtk", bytes);
      expect(mesh.positions[3]).toBe(kind === "Float32" ? Math.fround(0.1) : 0.1);
      expect([...mesh.triangles]).toEqual([0, 1, 2]);
    }
  });

  it.each([
    ["another file", "solid a\n", "a.vtk: needs the header of a legacy VTK file"],
    [
      "another data set",
      `${head().replace("POLYDATA", "UNSTRUCTURED_GRID")}`,
      'needs a POLYDATA data set; got "UNSTRUCTURED_GRID"',
    ],
    [
      "fewer numbers",
      `${head()}POINTS 2 float\n0 0 0 1\n`,
      "needs a number; got the end of the file",
    ],
    ["10⁹ points", `${head()}POINTS 1000000000 float\n0 0 0\n`, "needs 3000000000 numbers"],
    [
      "10⁹ binary points",
      `${head("4.2", "BINARY")}POINTS 1000000000 float\nabc`,
      "needs 3000000000 numbers; got 0",
    ],
    ["an unknown type", `${head("4.2", "BINARY")}POINTS 1 half\nabc`, "needs numbers among"],
    [
      "a type that every object has",
      `${head("4.2", "BINARY")}POINTS 1 constructor\nabc`,
      'got "constructor"',
    ],
    [
      "a cell that is too long",
      `${head()}${POINTS}POLYGONS 1 4\n9 0 1 2\n`,
      'needs the corners of a cell; got "9"',
    ],
    ["a length between numbers", `${head()}${POINTS}POLYGONS 1 4\n2.5 0 1 2\n`, 'got "2.5"'],
    ["fewer cells", `${head()}${POINTS}POLYGONS 2 4\n3 0 1 2\n`, "needs 2 cells"],
    [
      "an index without a point",
      `${head()}${POINTS}POLYGONS 1 4\n3 0 1 4\n`,
      "needs indices below the 4 points",
    ],
    ["a negative index", `${head()}${POINTS}POLYGONS 1 4\n3 0 1 -1\n`, "needs indices from 0"],
    [
      "falling offsets",
      `${head("5.1")}${POINTS}POLYGONS 3 6\nOFFSETS vtktypeint64\n0 6 3\nCONNECTIVITY vtktypeint64\n0 1 2 0 2 3\n`,
      'needs rising offsets up to 6; got "6, 3"',
    ],
    [
      "negative offsets",
      `${head("5.1")}${POINTS}POLYGONS 2 3\nOFFSETS vtktypeint64\n-3 3\nCONNECTIVITY vtktypeint64\n0 1 2\n`,
      "needs rising offsets",
    ],
    ["fields before the points", `${head()}FIELD FieldData 1\n`, "without fields"],
  ])("refuses %s", (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
