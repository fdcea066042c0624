import { describe, expect, it } from "vitest";
import { readPly } from "../../../src/geometry/io/ply.js";
import { bytesOf, joined, packed } from "./mesh-samples.js";

const header = (format: string, ...lines: readonly string[]): string =>
  ["ply", `format ${format} 1.0`, ...lines, "end_header", ""].join("\n");
const XYZ = ["property float x", "property float y", "property float z"];
const LIST = "property list uchar int vertex_indices";
const read = (text: string): ReturnType<typeof readPly> => readPly("a.ply", bytesOf(text));
const POINTS = "0 0 0\n1 0 0\n1 1 0\n0 1 0\n";
const PLAIN = header("ascii", "element vertex 4", ...XYZ, "element face 1", LIST);

describe("readPly", () => {
  it("reads faces with more words than the header names, as MeshLab writes them", () => {
    const text = header(
      "ascii",
      "comment VCGLIB generated",
      "obj_info made by hand",
      "element vertex 4",
      ...XYZ,
      "element face 2",
      LIST,
    );
    const { mesh } = read(`${text}${POINTS}3 0 1 2 255 0 0 255\n3 0 2 3 6 0 0 1 0 1 1\n`);
    expect([...mesh.triangles]).toEqual([0, 1, 2, 0, 2, 3]);
  });

  it("reads either order of bytes, other properties and elements in any order", () => {
    for (const little of [true, false]) {
      const text = header(
        little ? "binary_little_endian" : "binary_big_endian",
        "element camera 1",
        "property double focus",
        "property list ushort float lens",
        "element face 2",
        "property uchar flags",
        "property list uchar uint32 vertex_index",
        "element vertex 4",
        "property uchar red",
        ...["x", "y", "z"].map((axis) => `property float64 ${axis}`),
      );
      const face = (...corners: number[]): Uint8Array =>
        joined(Uint8Array.of(9, corners.length), packed("Uint32", corners, little));
      const point = (...xyz: number[]): Uint8Array =>
        joined(Uint8Array.of(255), packed("Float64", xyz, little));
      const camera = joined(
        packed("Float64", [1], little),
        little ? Uint8Array.of(2, 0) : Uint8Array.of(0, 2),
        packed("Float32", [1, 2], little),
      );
      const { mesh } = readPly(
        "a.ply",
        joined(
          bytesOf(text),
          camera,
          face(0, 1, 2),
          face(0, 1, 2, 3),
          ...[0, 1, 2, 3].map((i) => point(0.1 * i, i, -i)),
        ),
      );
      expect([...mesh.triangles]).toEqual([0, 1, 2, 0, 1, 2, 0, 2, 3]);
      expect(mesh.positions[3]).toBe(0.1);
    }
  });

  it("reads CR LF behind the lines of the header", () => {
    const text = `${PLAIN}${POINTS}3 0 1 2\n`.replaceAll("\n", "\r\n");
    expect([...read(text).mesh.triangles]).toEqual([0, 1, 2]);
  });

  it("reads a cloud of points, and says that it has no triangle", () => {
    const { mesh, issues } = read(`${header("ascii", "element vertex 4", ...XYZ)}${POINTS}`);
    expect(mesh.positions).toHaveLength(12);
    expect(issues.map(({ code }) => code)).toEqual(["NO_TRIANGLES"]);
  });

  const binary = (...lines: readonly string[]): string => header("binary_little_endian", ...lines);
  it.each([
    ["another beginning", "plz\n", 'needs a header from "ply" to "end_header"'],
    ["no end of the header", "ply\nformat ascii 1.0\n", "needs a header"],
    ["another format", header("binary_pdp_endian"), "format binary_pdp_endian"],
    ["a property of no element", header("ascii", "property float x"), 'got "property float x"'],
    ["an unknown type", header("ascii", "element vertex 1", "property half x"), "property half x"],
    [
      "a type that every object has",
      header("ascii", "element vertex 1", "property constructor x"),
      "property constructor x",
    ],
    ["a count that is none", header("ascii", "element vertex -4"), 'got "element vertex -4"'],
    [
      "vertices without z",
      `${header("ascii", "element vertex 1", ...XYZ.slice(0, 2))}0 0\n`,
      "needs vertices with x, y and z",
    ],
    ["no number", `${PLAIN}${POINTS.replace("1 1", "1 ?")}3 0 1 2\n`, 'line 3: needs y; got "?"'],
    ["a cut text", `${PLAIN}${POINTS}3 0 1`, "needs vertex_indices; got the end of the file"],
    ["a long list", `${PLAIN}${POINTS}4e9 0 1 2\n`, "needs 4000000000 values of vertex_indices"],
    ["an index without a point", `${PLAIN}${POINTS}3 0 1 4\n`, "needs indices below the 4 points"],
    ["an index between points", `${PLAIN}${POINTS}3 0 1 1.5\n`, "whole numbers; got 0, 1, 1.5"],
    [
      "a face of one number",
      `${header("ascii", "element vertex 4", ...XYZ, "element face 1", "property int vertex_indices")}${POINTS}3\n`,
      "needs faces as lists of points",
    ],
    [
      "strips",
      `${header("ascii", "element vertex 4", ...XYZ, "element tristrips 1", LIST)}${POINTS}3 0 1 2\n`,
      "got strips of triangles",
    ],
    [
      "10⁹ points",
      `${binary("element vertex 1000000000", ...XYZ)}xyz`,
      "needs room for 1000000000 rows of vertex; got 3 bytes",
    ],
    [
      "10¹⁵ rows of nothing",
      header("ascii", "element nothing 1000000000000000"),
      "rows of nothing",
    ],
    [
      "10⁹ faces",
      `${header("ascii", "element vertex 4", ...XYZ, "element face 1000000000", LIST)}${POINTS}`,
      "needs room for 1000000000 rows of face",
    ],
  ])("refuses %s", (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it("refuses binary lists that the file cannot hold", () => {
    const text = binary(
      "element vertex 0",
      ...XYZ,
      "element face 1",
      "property list int int vertex_indices",
    );
    for (const length of [-1, 2 ** 31 - 1]) {
      const bytes = joined(bytesOf(text), packed("Int32", [length, 0, 1, 2]));
      expect(() => readPly("a.ply", bytes)).toThrow(`needs ${length} values of vertex_indices`);
    }
    const fraction = text.replace("list int int", "list float int");
    expect(() =>
      readPly("a.ply", joined(bytesOf(fraction), packed("Float32", [2.5, 0, 0, 0]))),
    ).toThrow("needs 2.5 values");
  });
});
