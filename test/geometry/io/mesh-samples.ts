import { deflateSync } from "node:zlib";
import type { MeshFile, MeshFormat } from "../../../src/geometry/io/mesh-file.js";
import { readObj } from "../../../src/geometry/io/obj.js";
import { readOff } from "../../../src/geometry/io/off.js";
import { readPly } from "../../../src/geometry/io/ply.js";
import { readStl, writeStl } from "../../../src/geometry/io/stl.js";
import { readVtkLegacy } from "../../../src/geometry/io/vtk-legacy.js";
import { readVtp } from "../../../src/geometry/io/vtp.js";
import type { TriangleMesh } from "../../../src/geometry/mesh/triangle-mesh.js";
import { box, sphere } from "../solids.js";

/** The readers of the formats. */
export const READERS: Readonly<Record<MeshFormat, (where: string, bytes: Uint8Array) => MeshFile>> =
  { stl: readStl, ply: readPly, obj: readObj, off: readOff, vtk: readVtkLegacy, vtp: readVtp };

/** A file of a format, as other programs write it. */
export interface MeshSample {
  readonly name: string;
  readonly format: MeshFormat;
  readonly bytes: Uint8Array;
}

/** Bytes of a text. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Bytes one after the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Bytes of numbers of one size. */
export function packed(
  kind: "Float32" | "Float64" | "Int32" | "Int64" | "Uint32" | "Uint8",
  values: Iterable<number>,
  little = true,
): Uint8Array {
  const list = [...values];
  const size = Number(/\d+/.exec(kind)![0]) / 8;
  const view = new DataView(new ArrayBuffer(size * list.length));
  list.forEach((value, i) => {
    if (kind === "Int64") view.setBigInt64(8 * i, BigInt(value), little);
    else if (kind === "Uint8") view.setUint8(i, value);
    else view[`set${kind}`](size * i, value, little);
  });
  return new Uint8Array(view.buffer);
}

const rows = (values: ArrayLike<number>, front = "", add = 0): string =>
  Array.from(
    { length: values.length / 3 },
    (_, i) => front + [0, 1, 2].map((c) => values[3 * i + c]! + add).join(" "),
  ).join("\n");

/** An STL file as text. */
export function asciiStl({ positions, triangles }: TriangleMesh, name = "part"): string {
  const corner = (v: number): string =>
    `      vertex ${[...positions.subarray(3 * v, 3 * v + 3)].map((x) => x.toExponential(6)).join(" ")}`;
  const facets = Array.from({ length: triangles.length / 3 }, (_, t) =>
    [
      "  facet normal 0 0 0",
      "    outer loop",
      ...[0, 1, 2].map((c) => corner(triangles[3 * t + c]!)),
      "    endloop",
      "  endfacet",
    ].join("\n"),
  );
  return [`solid ${name}`, ...facets, `endsolid ${name}`, ""].join("\n");
}

/** A VTP file whose arrays are written one way. */
export function vtpSample(
  { positions, triangles }: TriangleMesh,
  how: "ascii" | "binary" | "appended" | "base64" | "zlib",
): Uint8Array {
  const faces = triangles.length / 3;
  const arrays = [
    ["Float32", "Points", packed("Float32", positions), [...positions]],
    ["Int64", "connectivity", packed("Int64", triangles), [...triangles]],
    [
      "Int64",
      "offsets",
      packed(
        "Int64",
        Array.from({ length: faces }, (_, t) => 3 * t + 3),
      ),
      [],
    ],
  ] as const;
  const offsets = Array.from({ length: faces }, (_, t) => 3 * t + 3);
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
  const sized = (bytes: Uint8Array): Uint8Array => joined(packed("Uint32", [bytes.length]), bytes);
  let appended: Uint8Array = new Uint8Array(0);
  const array = (i: number): string => {
    const [type, name, bytes, numbers] = arrays[i]!;
    const open = `<DataArray type="${type}" Name="${name}" NumberOfComponents="${i === 0 ? 3 : 1}"`;
    if (how === "ascii")
      return `${open} format="ascii">\n${(i === 2 ? offsets : numbers).join(" ")}\n</DataArray>`;
    if (how === "binary") return `${open} format="binary">\n${base64(sized(bytes))}\n</DataArray>`;
    if (how === "zlib") return `${open} format="binary">${zlibBlocks(bytes)}</DataArray>`;
    const at = appended.length;
    appended = joined(appended, how === "appended" ? sized(bytes) : bytesOf(base64(sized(bytes))));
    return `${open} format="appended" offset="${at}"/>`;
  };
  const compressor = how === "zlib" ? ' compressor="vtkZLibDataCompressor"' : "";
  const head = [
    '<?xml version="1.0"?>',
    `<VTKFile type="PolyData" version="0.1" byte_order="LittleEndian" header_type="UInt32"${compressor}>`,
    `<PolyData><Piece NumberOfPoints="${positions.length / 3}" NumberOfPolys="${faces}">`,
    `<Points>${array(0)}</Points><Polys>${array(1)}${array(2)}</Polys>`,
    "</Piece></PolyData>",
  ].join("\n");
  if (how !== "appended" && how !== "base64") return bytesOf(`${head}</VTKFile>`);
  const encoding = how === "appended" ? "raw" : "base64";
  return joined(
    bytesOf(`${head}<AppendedData encoding="${encoding}">_`),
    appended,
    bytesOf("</AppendedData></VTKFile>"),
  );
}

/** Blocks of 256 bytes, each packed by itself, their sizes in front. */
function zlibBlocks(bytes: Uint8Array): string {
  const size = 256;
  const blocks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    deflateSync(bytes.subarray(size * i, size * i + size)),
  );
  const head = [blocks.length, size, bytes.length % size, ...blocks.map(({ length }) => length)];
  return [packed("Uint32", head), joined(...blocks)]
    .map((part) => Buffer.from(part).toString("base64"))
    .join("");
}

const ball = sphere(10, 5);
const small = box([1, 2, 3]);
const [points, faces] = [ball.positions.length / 3, ball.triangles.length / 3];
const threes = Array.from({ length: faces }, (_, t) => 3 * t);
const plyHeader = (format: string, type: string): string =>
  `ply\nformat ${format} 1.0\ncomment made by hand\nelement vertex ${points}\nproperty ${type} x\nproperty ${type} y\nproperty ${type} z\nelement face ${faces}\nproperty list uchar int vertex_indices\nend_header\n`;
const plyFaces = (little: boolean): Uint8Array =>
  joined(
    ...threes.map((t) =>
      joined(Uint8Array.of(3), packed("Int32", ball.triangles.subarray(t, t + 3), little)),
    ),
  );
const vtkHeader = (version: string, encoding: string): string =>
  `# vtk DataFile Version ${version}\nmade by hand\n${encoding}\nDATASET POLYDATA\nPOINTS ${points} float\n`;
const cells = threes.flatMap((t) => [3, ...ball.triangles.subarray(t, t + 3)]);

/** Small files of all six formats, in each of the ways in which they are written. */
export const SAMPLES: readonly MeshSample[] = [
  { name: "binary", format: "stl", bytes: writeStl(ball) },
  { name: "ascii", format: "stl", bytes: bytesOf(asciiStl(ball)) },
  {
    name: "ascii",
    format: "ply",
    bytes: bytesOf(
      `${plyHeader("ascii", "float")}${rows(ball.positions)}\n${rows(ball.triangles, "3 ")}\n`,
    ),
  },
  ...[true, false].map(
    (little): MeshSample => ({
      name: little ? "little endian" : "big endian",
      format: "ply",
      bytes: joined(
        bytesOf(plyHeader(little ? "binary_little_endian" : "binary_big_endian", "double")),
        packed("Float64", ball.positions, little),
        plyFaces(little),
      ),
    }),
  ),
  {
    name: "text",
    format: "obj",
    bytes: bytesOf(
      `# by hand\nmtllib a.mtl\n${rows(ball.positions, "v ")}\nvn 0 0 1\n${rows(ball.triangles, "f ", 1)}\n`,
    ),
  },
  {
    name: "ascii",
    format: "off",
    bytes: bytesOf(
      `OFF\n# by hand\n${points} ${faces} 0\n${rows(ball.positions)}\n${rows(ball.triangles, "3 ")}\n`,
    ),
  },
  {
    name: "ascii 4.2",
    format: "vtk",
    bytes: bytesOf(
      `${vtkHeader("4.2", "ASCII")}${rows(ball.positions)}\nPOLYGONS ${faces} ${4 * faces}\n${rows(ball.triangles, "3 ")}\n`,
    ),
  },
  {
    name: "binary 4.2",
    format: "vtk",
    bytes: joined(
      bytesOf(vtkHeader("4.2", "BINARY")),
      packed("Float32", ball.positions, false),
      bytesOf(`\nPOLYGONS ${faces} ${4 * faces}\n`),
      packed("Int32", cells, false),
      bytesOf("\n"),
    ),
  },
  {
    name: "binary 5.1",
    format: "vtk",
    bytes: joined(
      bytesOf(vtkHeader("5.1", "BINARY")),
      packed("Float32", ball.positions, false),
      bytesOf(
        `\nMETADATA\nINFORMATION 0\n\nPOLYGONS ${faces + 1} ${3 * faces}\nOFFSETS vtktypeint64\n`,
      ),
      packed("Int64", [...threes, 3 * faces], false),
      bytesOf("\nCONNECTIVITY vtktypeint64\n"),
      packed("Int64", ball.triangles, false),
      bytesOf("\n"),
    ),
  },
  ...(["ascii", "binary", "appended", "base64", "zlib"] as const).map(
    (how): MeshSample => ({ name: how, format: "vtp", bytes: vtpSample(small, how) }),
  ),
];
