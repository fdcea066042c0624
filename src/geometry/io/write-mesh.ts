import { randomUUID } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { InvalidInput } from "../../numeric/invalid-input.js";
import { checkMesh, type TriangleMesh } from "../mesh/triangle-mesh.js";
import type { MeshFormat } from "./mesh-file.js";
import { writeStl } from "./stl.js";

const HEADING = "triangle surface, millimetres, LPS";

const WRITERS: Readonly<Record<MeshFormat, (mesh: TriangleMesh) => Uint8Array>> = {
  stl: writeStl,
  ply: plyOf,
  obj: objOf,
  off: offOf,
  vtk: vtkOf,
  vtp: vtpOf,
};

/**
 * Writes a mesh file whole or not at all; the ending of its name tells the format. All formats but STL
 * keep double precision.
 *
 * @param path - .stl (binary), .ply (binary), .obj, .off, .vtk (legacy, binary) or .vtp
 * @throws InvalidInput when it is no mesh, the ending is another or the file cannot be written
 */
export function writeMesh(path: string, mesh: TriangleMesh): void {
  const format = extname(path).slice(1).toLowerCase();
  if (!Object.hasOwn(WRITERS, format)) {
    const known = Object.keys(WRITERS).join(", ");
    throw new InvalidInput(
      path,
      `needs a mesh file (${known}); got "${extname(path)}"`,
      "unknown_format",
    );
  }
  checkMesh("writeMesh", mesh);
  const bytes = WRITERS[format as MeshFormat](mesh);
  const part = `${path}.${process.pid}-${randomUUID().slice(0, 8)}.tmp`;
  try {
    writeFileSync(part, bytes);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw new InvalidInput(path, `cannot be written: ${(error as Error).message}`, "unwritable");
  }
}

function plyOf({ positions, triangles }: TriangleMesh): Uint8Array {
  const [vertices, faces] = [positions.length / 3, triangles.length / 3];
  const header = text(
    "ply",
    "format binary_little_endian 1.0",
    `comment ${HEADING}`,
    `element vertex ${vertices}`,
    ...["x", "y", "z"].map((axis) => `property double ${axis}`),
    `element face ${faces}`,
    "property list uchar int vertex_indices",
    "end_header",
  );
  const bytes = new Uint8Array(header.length + 24 * vertices + 13 * faces);
  bytes.set(header);
  const view = new DataView(bytes.buffer);
  let at = header.length;
  for (const value of positions) {
    view.setFloat64(at, value, true);
    at += 8;
  }
  for (let i = 0; i < triangles.length; i += 3) {
    view.setUint8(at, 3);
    for (let c = 0; c < 3; c++) view.setInt32(at + 1 + 4 * c, triangles[i + c]!, true);
    at += 13;
  }
  return bytes;
}

function objOf({ positions, triangles }: TriangleMesh): Uint8Array {
  return joined(
    text(`# ${HEADING}`),
    rowsOf(positions, (x, y, z) => `v ${x} ${y} ${z}`),
    rowsOf(triangles, (a, b, c) => `f ${a + 1} ${b + 1} ${c + 1}`),
  );
}

function offOf({ positions, triangles }: TriangleMesh): Uint8Array {
  return joined(
    text("OFF", `${positions.length / 3} ${triangles.length / 3} 0`),
    rowsOf(positions, (x, y, z) => `${x} ${y} ${z}`),
    rowsOf(triangles, (a, b, c) => `3 ${a} ${b} ${c}`),
  );
}

function vtkOf({ positions, triangles }: TriangleMesh): Uint8Array {
  const faces = triangles.length / 3;
  const coordinates = new DataView(new ArrayBuffer(8 * positions.length));
  positions.forEach((value, i) => {
    coordinates.setFloat64(8 * i, value);
  });
  const cells = new DataView(new ArrayBuffer(16 * faces));
  for (let t = 0; t < faces; t++) {
    cells.setInt32(16 * t, 3);
    for (let c = 0; c < 3; c++) cells.setInt32(16 * t + 4 + 4 * c, triangles[3 * t + c]!);
  }
  return joined(
    text(
      "# vtk DataFile Version 4.2",
      HEADING,
      "BINARY",
      "DATASET POLYDATA",
      `POINTS ${positions.length / 3} double`,
    ),
    new Uint8Array(coordinates.buffer),
    text("", `POLYGONS ${faces} ${4 * faces}`),
    new Uint8Array(cells.buffer),
    text(""),
  );
}

function vtpOf({ positions, triangles }: TriangleMesh): Uint8Array {
  const faces = triangles.length / 3;
  const arrays = [
    Float64Array.from(positions),
    Int32Array.from(triangles),
    Int32Array.from({ length: faces }, (_, t) => 3 * t + 3),
  ].map((array) => sized(new Uint8Array(array.buffer)));
  const offsets = arrays.map((_, i) =>
    arrays.slice(0, i).reduce((sum, { length }) => sum + length, 0),
  );
  const array = (type: string, name: string, i: number, more = ""): string =>
    `<DataArray type="${type}" Name="${name}"${more} format="appended" offset="${offsets[i]}"/>`;
  return joined(
    text(
      '<?xml version="1.0"?>',
      '<VTKFile type="PolyData" version="1.0" byte_order="LittleEndian" header_type="UInt64">',
      "<PolyData>",
      `<Piece NumberOfPoints="${positions.length / 3}" NumberOfVerts="0" NumberOfLines="0" NumberOfStrips="0" NumberOfPolys="${faces}">`,
      `<Points>${array("Float64", "Points", 0, ' NumberOfComponents="3"')}</Points>`,
      `<Polys>${array("Int32", "connectivity", 1)}${array("Int32", "offsets", 2)}</Polys>`,
      "</Piece>",
      "</PolyData>",
    ),
    new TextEncoder().encode('<AppendedData encoding="raw">_'),
    ...arrays,
    text("", "</AppendedData>", "</VTKFile>"),
  );
}

/** Bytes with their number in front, in eight bytes. */
function sized(bytes: Uint8Array): Uint8Array {
  const size = new DataView(new ArrayBuffer(8));
  size.setBigUint64(0, BigInt(bytes.length), true);
  return joined(new Uint8Array(size.buffer), bytes);
}

const ROWS_AT_ONCE = 65536; // a string has an end, and a call takes so many arguments only

function rowsOf(
  values: Float64Array | Uint32Array,
  row: (a: number, b: number, c: number) => string,
): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let from = 0; from < values.length; from += 3 * ROWS_AT_ONCE) {
    const lines: string[] = [];
    const to = Math.min(values.length, from + 3 * ROWS_AT_ONCE);
    for (let i = from; i < to; i += 3) lines.push(row(values[i]!, values[i + 1]!, values[i + 2]!));
    parts.push(text(...lines));
  }
  return joined(...parts);
}

function text(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
