import { describe, expect, it } from "vitest";
import { readVtp } from "../../../src/geometry/io/vtp.js";
import { box } from "../solids.js";
import { bytesOf, vtpSample } from "./mesh-samples.js";

const solid = box([1, 2, 3]);
const text = new TextDecoder().decode(vtpSample(solid, "ascii"));
const read = (document: string): ReturnType<typeof readVtp> => readVtp("a.vtp", bytesOf(document));

describe("readVtp", () => {
  it.each(["ascii", "binary", "appended", "base64", "zlib"] as const)(
    "gives the same mesh from arrays in %s",
    (how) => {
      const { mesh, issues } = readVtp("a.vtp", vtpSample(solid, how));
      expect(mesh).toEqual(solid);
      expect(issues).toEqual([]);
    },
  );

  it("joins pieces, each with indices of its own", () => {
    const piece = /<Piece[\s\S]*<\/Piece>/.exec(text)![0];
    const { mesh } = read(text.replace(piece, piece + piece));
    expect(mesh.positions).toHaveLength(48);
    expect([...mesh.triangles.subarray(36)]).toEqual([...solid.triangles].map((v) => v + 8));
  });

  it("passes over data arrays, lines and comments, and cuts strips", () => {
    const strips =
      '<Strips><DataArray type="Int32" Name="connectivity">0 1 2 3</DataArray><DataArray type="Int32" Name="offsets">4</DataArray></Strips>';
    const data = '<PointData><DataArray type="Float32" Name="s">1 2</DataArray></PointData>';
    const { mesh } = read(text.replace("</Polys>", `</Polys><!-- more -->${strips}${data}`));
    expect([...mesh.triangles.subarray(36)]).toEqual([0, 1, 2, 2, 1, 3]);
  });

  it("reads an empty piece, and says that there is no triangle", () => {
    const empty =
      '<VTKFile type="PolyData"><PolyData><Piece NumberOfPoints="0" NumberOfPolys="0"></Piece></PolyData></VTKFile>';
    expect(read(empty).issues.map(({ code }) => code)).toEqual(["NO_TRIANGLES"]);
  });

  const offsets = /(?<=Name="offsets"[^>]*>)[^<]*/;
  it.each([
    ["no XML", "OFF\n1 2 3\n", "a.vtp: "],
    ["a cut file", text.slice(0, 500), "a.vtp: line "],
    [
      "another data set",
      text.replaceAll("PolyData", "ImageData"),
      "needs a VTKFile of PolyData; got ImageData",
    ],
    [
      "fewer points than it says",
      text.replace('NumberOfPoints="8"', 'NumberOfPoints="9"'),
      "needs 9 points; got 8",
    ],
    [
      "no points though it says some",
      text.replace(/<Points>[\s\S]*<\/Points>/, ""),
      "needs 8 points; got none",
    ],
    [
      "fewer polygons than it says",
      text.replace('NumberOfPolys="12"', 'NumberOfPolys="1000000000"'),
      "needs 1000000000 polys; got 12",
    ],
    [
      "falling offsets",
      text.replace(offsets, "3 9 6 12 15 18 21 24 27 30 33 36"),
      "needs rising offsets up to 36; got 9 and 6",
    ],
    ["an unknown type", text.replace("Float32", "Float16"), "needs an array of Int8"],
    ["a type that every object has", text.replace("Float32", "constructor"), 'got "constructor"'],
    ["another format", text.replace('format="ascii"', 'format="hdf"'), 'got "hdf"'],
    [
      "no numbers",
      text.replace("<DataArray", "<DataArray ").replace(/>\n0 0 0/, ">\n0 zero 0"),
      "needs an array of numbers",
    ],
    [
      "another compressor",
      text.replace("header_type", 'compressor="vtkLZ4DataCompressor" header_type'),
      "got vtkLZ4DataCompressor",
    ],
    [
      "an appended section that is not there",
      text.replace('format="ascii"', 'format="appended" offset="0"'),
      "needs an appended section",
    ],
  ])("refuses %s", (_, document, message) => {
    expect(() => read(document)).toThrow(message);
  });

  it("does not follow entities, however they are nested", () => {
    const levels = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};">`);
    const bomb = text.replace(
      "<VTKFile",
      `<!DOCTYPE VTKFile [<!ENTITY e0 "1">${levels.join("")}]><VTKFile`,
    );
    const started = performance.now();
    expect(() => read(bomb.replace(offsets, "&e30;"))).toThrow("a.vtp: ");
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
