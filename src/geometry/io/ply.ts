import { InvalidInput } from "../../numeric/invalid-input.js";
import { MeshBuilder } from "./mesh-builder.js";
import type { MeshFile } from "./mesh-file.js";
import { latin1, TextTokens } from "./text-tokens.js";

type Reader = (view: DataView, at: number, little: boolean) => number;

const TYPES: Readonly<Record<string, { readonly bytes: number; readonly read: Reader }>> = {
  char: { bytes: 1, read: (view, at) => view.getInt8(at) },
  uchar: { bytes: 1, read: (view, at) => view.getUint8(at) },
  short: { bytes: 2, read: (view, at, little) => view.getInt16(at, little) },
  ushort: { bytes: 2, read: (view, at, little) => view.getUint16(at, little) },
  int: { bytes: 4, read: (view, at, little) => view.getInt32(at, little) },
  uint: { bytes: 4, read: (view, at, little) => view.getUint32(at, little) },
  float: { bytes: 4, read: (view, at, little) => view.getFloat32(at, little) },
  double: { bytes: 8, read: (view, at, little) => view.getFloat64(at, little) },
};
const NAMES: Readonly<Record<string, string>> = {
  ...{ int8: "char", uint8: "uchar", int16: "short", uint16: "ushort" },
  ...{ int32: "int", uint32: "uint", float32: "float", float64: "double" },
};

interface Property {
  readonly name: string;
  readonly type: string;
  readonly countType?: string; // of a list
}

interface Element {
  readonly name: string;
  readonly count: number;
  readonly properties: Property[];
}

interface Header {
  readonly format: "ascii" | "binary_little_endian" | "binary_big_endian";
  readonly elements: readonly Element[];
  readonly end: number; // first byte of the data
}

/** Values of one element: a number, or a list of them, for each property. */
type Values = readonly (number | readonly number[])[];

/**
 * Reads a PLY file, ASCII or binary of either order of bytes. Points and faces are used, other
 * elements and properties passed over; a face line of a text file may have more words than it says.
 *
 * @param where - what a message calls the file
 * @throws InvalidInput when the header is not understood or the data end too soon
 */
export function readPly(where: string, bytes: Uint8Array): MeshFile {
  const header = readHeader(where, bytes);
  const next =
    header.format === "ascii"
      ? textValues(where, bytes, header)
      : binaryValues(where, bytes, header);
  const mesh = new MeshBuilder(where);
  for (const element of header.elements) {
    const at = (name: RegExp): number => element.properties.findIndex((one) => name.test(one.name));
    const [x, y, z] = [at(/^x$/), at(/^y$/), at(/^z$/)];
    const corners = at(/^vertex_ind(ex|ices)$/);
    if (element.name === "vertex" && Math.min(x, y, z) < 0) {
      throw new InvalidInput(
        where,
        "needs vertices with x, y and z; got another header",
        "malformed",
      );
    }
    checkFaces(where, element, corners);
    checkRoom(where, element, header.format === "ascii", bytes.length - header.end);
    for (let i = 0; i < element.count; i++) {
      const values = next(element);
      if (element.name === "vertex")
        mesh.addPoint(values[x] as number, values[y] as number, values[z] as number);
      else if (element.name === "face" && corners >= 0)
        mesh.addPolygon(values[corners] as readonly number[]);
    }
  }
  return mesh.file("ply");
}

/** Refuses faces that are not lists of points. */
function checkFaces(where: string, { name, properties, count }: Element, corners: number): void {
  const isWrong = name === "face" && corners >= 0 && properties[corners]!.countType === undefined;
  if (!isWrong && !(name === "tristrips" && count > 0)) return;
  const got = isWrong ? `a single number as ${properties[corners]!.name}` : "strips of triangles";
  throw new InvalidInput(where, `needs faces as lists of points; got ${got}`, "unsupported");
}

/** Refuses more rows of an element than the file has room for, before any is read. */
function checkRoom(where: string, element: Element, isText: boolean, bytes: number): void {
  const { name, count, properties } = element;
  const least = properties.reduce(
    (sum, { type, countType }) => sum + (isText ? 2 : TYPES[countType ?? type]!.bytes),
    0,
  );
  if (count === 0 || (least > 0 && count * least <= bytes + 1)) return;
  const rule = `needs room for ${count} rows of ${name}; got ${bytes} bytes`;
  throw new InvalidInput(where, rule, "truncated");
}

const HEADER_AT_MOST = 65536; // bytes

function readHeader(where: string, bytes: Uint8Array): Header {
  const text = latin1(bytes, 0, Math.min(bytes.length, HEADER_AT_MOST));
  const ending = /end_header[^\n]*\n/.exec(text);
  if (!/^ply\r?\n/.test(text) || ending === null) {
    throw new InvalidInput(
      where,
      'needs a header from "ply" to "end_header"; got another beginning',
      "malformed",
    );
  }
  let format: string | undefined;
  const elements: Element[] = [];
  for (const line of text.slice(0, ending.index).split(/\r?\n/).slice(1)) {
    const words = line.trim().split(/\s+/);
    if (words[0] === "format") format = words[1];
    else if (words[0] === "element") {
      const count = Number(words[2]);
      if (!Number.isSafeInteger(count) || count < 0) refuse(where, line);
      elements.push({ name: words[1] ?? "", count, properties: [] });
    } else if (words[0] === "property") {
      const property = propertyOf(words);
      if (property === undefined || elements.length === 0) refuse(where, line);
      elements.at(-1)!.properties.push(property);
    } else if (!["comment", "obj_info", ""].includes(words[0] ?? "")) refuse(where, line);
  }
  if (format !== "ascii" && format !== "binary_little_endian" && format !== "binary_big_endian") {
    refuse(where, `format ${format}`);
  }
  return { format, elements, end: ending.index + ending[0].length };
}

function propertyOf(words: readonly string[]): Property | undefined {
  const typeOf = (word: string | undefined): string | undefined => {
    const name = Object.hasOwn(NAMES, word ?? "") ? NAMES[word!]! : (word ?? "");
    return Object.hasOwn(TYPES, name) ? name : undefined;
  };
  const isList = words[1] === "list";
  const [name, type] = isList ? [words[4], typeOf(words[3])] : [words[2], typeOf(words[1])];
  const countType = isList ? typeOf(words[2]) : undefined;
  if (name === undefined || type === undefined || (isList && countType === undefined))
    return undefined;
  return { name, type, ...(countType === undefined ? {} : { countType }) };
}

function refuse(where: string, line: string): never {
  throw new InvalidInput(
    where,
    `needs a header of PLY 1.0; got "${line.trim().slice(0, 60)}"`,
    "malformed",
  );
}

function textValues(
  where: string,
  bytes: Uint8Array,
  { end }: Header,
): (element: Element) => Values {
  const tokens = new TextTokens(where, bytes, { from: end });
  const list = (name: string): number[] => {
    const length = tokens.count(`the length of ${name}`);
    if (length > bytes.length) tokens.refuse(`${length} values of ${name}`, undefined);
    return Array.from({ length }, () => tokens.number(name));
  };
  return ({ properties }) => {
    const values = properties.map(({ name, type, countType }) => {
      if (countType !== undefined) return list(name);
      return type === "float" ? tokens.single(name) : tokens.number(name);
    });
    tokens.restOfLine();
    return values;
  };
}

function binaryValues(
  where: string,
  bytes: Uint8Array,
  { end, format }: Header,
): (element: Element) => Values {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = format === "binary_little_endian";
  let at = end;
  const read = (type: string): number => {
    const { bytes: size, read: value } = TYPES[type]!;
    if (at + size > bytes.length) {
      throw new InvalidInput(
        where,
        `needs more data than its ${bytes.length} bytes; got the end of the file`,
        "truncated",
      );
    }
    at += size;
    return value(view, at - size, little);
  };
  return ({ properties }) =>
    properties.map(({ type, countType, name }) => {
      if (countType === undefined) return read(type);
      const length = read(countType);
      if (
        !(Number.isInteger(length) && length >= 0) ||
        at + length * TYPES[type]!.bytes > bytes.length
      ) {
        throw new InvalidInput(
          where,
          `needs ${length} values of ${name}; got the end of the file`,
          "truncated",
        );
      }
      return Array.from({ length }, () => read(type));
    });
}
