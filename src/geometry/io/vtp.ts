import { XMLParser, XMLValidator } from "fast-xml-parser";
import { InvalidInput } from "../../numeric/invalid-input.js";
import { MeshBuilder } from "./mesh-builder.js";
import type { MeshFile } from "./mesh-file.js";
import { latin1 } from "./text-tokens.js";
import { type VtkXmlArray, type VtkXmlStorage, vtkXmlNumbers } from "./vtk-xml-data.js";

/** An element of the file: attributes begin with @. */
type Node = Readonly<Record<string, unknown>>;

/**
 * Reads the polygons of a VTP file (VTK XML PolyData): arrays in ASCII, base64 or appended, plain or
 * compressed by zlib. Several pieces become one mesh; lines and data arrays are passed over.
 *
 * @param where - what a message calls the file
 * @throws InvalidInput when it is cut off, no VTP, or compressed by another method
 */
export function readVtp(where: string, bytes: Uint8Array): MeshFile {
  const { text, appended } = withoutAppended(where, bytes);
  const document = parsed(where, text);
  const file = child(document, "VTKFile");
  const data = file === undefined ? undefined : child(file, "PolyData");
  if (file === undefined || data === undefined) {
    throw new InvalidInput(
      where,
      `needs a VTKFile of PolyData; got ${file?.["@type"] ?? "another document"}`,
      "malformed",
    );
  }
  const storage = storageOf(where, file, appended);
  const mesh = new MeshBuilder(where);
  for (const piece of children(data, "Piece")) addPiece(where, mesh, piece, storage);
  return mesh.file("vtp");
}

/** The document of a text. */
function parsed(where: string, text: string): Node {
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    const rule = `line ${valid.err.line}: needs XML; got ${valid.err.msg}`;
    throw new InvalidInput(where, rule, "malformed");
  }
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    isArray: (name) => ["Piece", "DataArray", "Array"].includes(name),
  });
  try {
    return parser.parse(text) as Node;
  } catch (error) {
    throw new InvalidInput(where, `needs XML; got ${(error as Error).message}`, "malformed");
  }
}

function addPiece(where: string, mesh: MeshBuilder, piece: Node, storage: VtkXmlStorage): void {
  const first = mesh.points;
  const points = child(piece, "Points");
  const [array] = points === undefined ? [] : children(points, "DataArray");
  const expected = Number(piece["@NumberOfPoints"]);
  if (array === undefined && expected === 0) return;
  if (array === undefined) {
    throw new InvalidInput(where, `needs ${expected} points; got none`, "malformed");
  }
  const xyz = vtkXmlNumbers(where, arrayOf(array), storage);
  if (xyz.length !== 3 * expected) {
    throw new InvalidInput(where, `needs ${expected} points; got ${xyz.length / 3}`, "malformed");
  }
  for (let i = 0; i < xyz.length; i += 3) mesh.addPoint(xyz[i]!, xyz[i + 1]!, xyz[i + 2]!);
  for (const cell of cellsOf(where, piece, "Polys", storage)) {
    mesh.addPolygon(cell.map((point) => first + point));
  }
  for (const strip of cellsOf(where, piece, "Strips", storage)) {
    for (let i = 2; i < strip.length; i++) {
      const [a, b, c] = [strip[i - 2]!, strip[i - 1]!, strip[i]!].map((point) => first + point);
      mesh.addPolygon(i % 2 === 0 ? [a!, b!, c!] : [b!, a!, c!]);
    }
  }
}

function cellsOf(where: string, piece: Node, kind: string, storage: VtkXmlStorage): number[][] {
  const node = child(piece, kind);
  if (node === undefined) return [];
  const named = (name: string): Float64Array => {
    const array = children(node, "DataArray").find((one) => one["@Name"] === name);
    if (array === undefined) return new Float64Array(0);
    return vtkXmlNumbers(where, arrayOf(array), storage);
  };
  const [points, offsets] = [named("connectivity"), named("offsets")];
  const expected = Number(piece[`@NumberOf${kind}`] ?? offsets.length);
  if (offsets.length !== expected) {
    const rule = `needs ${expected} ${kind.toLowerCase()}; got ${offsets.length}`;
    throw new InvalidInput(where, rule, "malformed");
  }
  return Array.from(offsets, (end, i) => {
    const from = i === 0 ? 0 : offsets[i - 1]!;
    if (!(Number.isInteger(end) && end >= from && end <= points.length)) {
      throw new InvalidInput(
        where,
        `needs rising offsets up to ${points.length}; got ${from} and ${end}`,
        "malformed",
      );
    }
    return Array.from(points.subarray(from, end));
  });
}

function storageOf(where: string, file: Node, appended: Uint8Array | undefined): VtkXmlStorage {
  const compressor = file["@compressor"];
  if (compressor !== undefined && compressor !== "vtkZLibDataCompressor") {
    throw new InvalidInput(
      where,
      `needs arrays that are plain or compressed by zlib; got ${compressor}`,
      "unsupported",
    );
  }
  const encoding = child(file, "AppendedData")?.["@encoding"] === "base64" ? "base64" : "raw";
  return {
    headerType: String(file["@header_type"] ?? "UInt32"),
    little: file["@byte_order"] !== "BigEndian",
    compressed: compressor !== undefined,
    ...(appended === undefined ? {} : { appended: { bytes: appended, encoding } }),
  };
}

/** The document with an empty appended section, whose raw bytes are no XML, and those bytes. */
function withoutAppended(
  where: string,
  bytes: Uint8Array,
): { text: string; appended: Uint8Array | undefined } {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = all.indexOf("<AppendedData");
  if (start < 0) return { text: all.toString("utf8"), appended: undefined };
  const open = all.indexOf(">", start);
  const from = all.indexOf("_", open);
  const end = all.lastIndexOf("</AppendedData");
  if (open < 0 || from < 0 || end < from) {
    throw new InvalidInput(
      where,
      "needs an appended section from _ to its end tag; got the end of the file",
      "truncated",
    );
  }
  const text = `${latin1(bytes, 0, open + 1)}${latin1(bytes, end, bytes.length)}`;
  return { text, appended: bytes.subarray(from + 1, end) };
}

function arrayOf(node: Node): VtkXmlArray {
  return {
    type: String(node["@type"]),
    format: String(node["@format"] ?? "ascii"),
    offset: Number(node["@offset"] ?? 0),
    text: String(node["#text"] ?? ""),
  };
}

function child(node: Node, name: string): Node | undefined {
  const value = node[name];
  return typeof value === "object" && value !== null ? (value as Node) : undefined;
}

function children(node: Node, name: string): readonly Node[] {
  const value = node[name];
  return Array.isArray(value) ? (value as Node[]).filter((one) => typeof one === "object") : [];
}
