import { describe, expect, it } from "vitest";
import { readStl, writeStl } from "../../../src/geometry/io/stl.js";
import { meshTopology } from "../../../src/geometry/mesh/topology.js";
import { box, sphere } from "../solids.js";
import { asciiStl, bytesOf, joined } from "./mesh-samples.js";

const ball = sphere(10, 5);
const codes = (bytes: Uint8Array): string[] =>
  readStl("a.stl", bytes).issues.map(({ code }) => code);
const FACET =
  "facet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\nendloop\nendfacet\n";

describe("readStl", () => {
  it("gives binary and text files their topology back", () => {
    for (const bytes of [writeStl(ball), bytesOf(asciiStl(ball))]) {
      const { mesh, filePoints, fileTriangles, issues } = readStl("a.stl", bytes);
      expect(meshTopology(mesh)).toMatchObject({ isWatertight: true, vertices: 42 });
      expect([filePoints, fileTriangles]).toEqual([240, 80]);
      expect(issues).toEqual([]);
    }
  });

  it('takes a file for binary by its length, though it begins with "solid"', () => {
    const bytes = writeStl(ball);
    bytes.set(bytesOf("solid facet endsolid"));
    expect(codes(bytes)).toEqual(["BINARY_BEGINS_WITH_SOLID"]);
    bytes.set(bytesOf("solid of another kind"));
    expect(readStl("a.stl", bytes).fileTriangles).toBe(80);
    expect(codes(bytes)).toEqual(["BINARY_BEGINS_WITH_SOLID"]);
    expect(codes(joined(bytes, Uint8Array.of(1, 2)))).toEqual([
      "BINARY_BEGINS_WITH_SOLID",
      "TRAILING_BYTES",
    ]);
  });

  it("reads several solids, words in any case, blanks of any kind and no name", () => {
    const text = asciiStl(box([1, 1, 1]), "") + asciiStl(box([1, 1, 1], [5, 0, 0]), "Two words");
    const odd = text.toUpperCase().replaceAll("\n", "\r\n").replaceAll("  ", "\t");
    const { mesh, issues } = readStl("a.stl", bytesOf(odd));
    expect(meshTopology(mesh).componentsByEdge).toBe(2);
    expect(issues).toEqual([{ code: "SEVERAL_SOLIDS", message: "2 solids were read as one mesh" }]);
  });

  it("reads files without triangles, and says so", () => {
    expect(codes(bytesOf("solid nothing\nendsolid nothing\n"))).toEqual(["NO_TRIANGLES"]);
    expect(codes(new Uint8Array(84))).toEqual(["NO_TRIANGLES"]);
  });

  it("keeps triangles whose corners are equal: leaving them out is said by welding", () => {
    const sliver = FACET.replace("1 0 0", "0 0 0");
    const { fileTriangles } = readStl("a.stl", bytesOf(`solid\n${FACET}${sliver}endsolid\n`));
    expect(fileTriangles).toBe(2);
  });

  it("says what follows the triangles", () => {
    const longer = joined(writeStl(ball), new Uint8Array(7));
    expect(readStl("a.stl", longer).issues).toEqual([
      { code: "TRAILING_BYTES", message: "7 bytes after the 80 triangles were not read" },
    ]);
  });

  it.each([
    ["nothing", new Uint8Array(0), "a.stl: needs at least 84 bytes of a binary STL; got 0"],
    [
      "a cut binary file",
      writeStl(ball).slice(0, 200),
      "needs 80 triangles, as its header says; got 2",
    ],
    ["a cut text", bytesOf(asciiStl(ball).slice(0, 700)), "a.stl: line "],
    [
      "two corners",
      bytesOf(`solid\n${FACET.replace("vertex 1 0 0\n", "")}endsolid\n`),
      'line 7: needs three corners in a facet; got "2"',
    ],
    [
      "a facet in a facet",
      bytesOf(`solid\n${FACET.replace("endfacet", "")}${FACET}endsolid\n`),
      'needs "endfacet"',
    ],
    [
      "a vertex by itself",
      bytesOf("solid\nvertex 0 0 0\nendsolid\n"),
      "needs a facet about a vertex",
    ],
    [
      "no number",
      bytesOf(`solid\n${FACET.replace("1 0 0", "1 O 0")}endsolid\n`),
      'line 5: needs y; got "O"',
    ],
    ["another word", bytesOf(`solid\n${FACET}colour 1\nendsolid\n`), "needs a word of STL"],
    [
      "a coordinate beyond single precision",
      bytesOf(`solid\n${FACET.replace("1 0 0", "1e39 0 0")}endsolid\n`),
      "needs finite coordinates; triangle 1 has (Infinity, 0, 0)",
    ],
  ])("refuses %s", (_, bytes, message) => {
    expect(() => readStl("a.stl", bytes)).toThrow(message);
  });

  it("refuses a coordinate that is not finite in a binary file", () => {
    const bytes = writeStl(ball);
    new DataView(bytes.buffer).setFloat32(84 + 50 + 12, Number.NaN, true);
    expect(() => readStl("a.stl", bytes)).toThrow("triangle 2 has (NaN");
  });

  it("reads a part of a larger buffer", () => {
    const shifted = joined(new Uint8Array(3), writeStl(ball)).subarray(3);
    expect(readStl("a.stl", shifted).mesh).toEqual(readStl("a.stl", writeStl(ball)).mesh);
  });
});

describe("writeStl", () => {
  it("writes unit normals of the corners' order", () => {
    const view = new DataView(writeStl(box([2, 3, 4])).buffer);
    const normal = [0, 4, 8].map((at) => view.getFloat32(84 + at, true));
    expect(normal.map(Math.abs).toSorted()).toEqual([0, 0, 1]);
  });

  it("refuses what is no mesh", () => {
    expect(() => writeStl({ ...ball, triangles: Uint32Array.of(0, 1, 999) })).toThrow(
      "writeStl: needs indices below 42",
    );
  });
});
