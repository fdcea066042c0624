import { InvalidInput } from "../../numeric/invalid-input.js";
import { MeshBuilder } from "./mesh-builder.js";
import type { MeshFile } from "./mesh-file.js";
import { latin1, TextTokens } from "./text-tokens.js";

type NumberReader = (view: DataView, at: number) => number;

/** Numbers of a binary file stand with the most significant byte first. */
const TYPES: Readonly<Record<string, { readonly bytes: number; readonly read: NumberReader }>> = {
  float: { bytes: 4, read: (view, at) => view.getFloat32(at) },
  double: { bytes: 8, read: (view, at) => view.getFloat64(at) },
  int: { bytes: 4, read: (view, at) => view.getInt32(at) },
  long: { bytes: 8, read: (view, at) => Number(view.getBigInt64(at)) },
  vtktypeint32: { bytes: 4, read: (view, at) => view.getInt32(at) },
  vtktypeint64: { bytes: 8, read: (view, at) => Number(view.getBigInt64(at)) },
};

/**
 * Reads the polygons of a legacy VTK file (POLYDATA, versions 1 to 5.1, ASCII or binary). Strips are
 * cut into triangles; lines, points and data arrays are passed over.
 *
 * @param where - what a message calls the file
 * @throws InvalidInput when it is cut off, no VTK file or of another data set
 */
export function readVtkLegacy(where: string, bytes: Uint8Array): MeshFile {
  const lines = latin1(bytes, 0, Math.min(bytes.length, 1024)).split("\n");
  const version = Number(/^# vtk DataFile Version (\d+\.\d+)/.exec(lines[0] ?? "")?.[1]);
  const encoding = lines[2]?.trim().toUpperCase();
  if (Number.isNaN(version) || (encoding !== "ASCII" && encoding !== "BINARY")) {
    throw new InvalidInput(
      where,
      "needs the header of a legacy VTK file; got another beginning",
      "malformed",
    );
  }
  const from = lines.slice(0, 3).reduce((length, line) => length + line.length + 1, 0);
  const reader = new VtkReader(where, bytes, from, encoding === "BINARY");
  const mesh = new MeshBuilder(where);
  for (let word = reader.word(); word !== undefined; word = reader.word()) {
    const name = word.toUpperCase();
    if (name === "DATASET") {
      const kind = reader.word();
      if (kind?.toUpperCase() !== "POLYDATA") reader.refuse("a POLYDATA data set", kind);
    } else if (name === "POINTS") {
      const count = reader.count("the number of points");
      const xyz = reader.values(3 * count, reader.word() ?? "");
      for (let i = 0; i < count; i++) mesh.addPoint(xyz[3 * i]!, xyz[3 * i + 1]!, xyz[3 * i + 2]!);
    } else if (["POLYGONS", "TRIANGLE_STRIPS", "LINES", "VERTICES"].includes(name)) {
      for (const cell of reader.cells(version)) {
        if (name === "POLYGONS") mesh.addPolygon(cell);
        if (name === "TRIANGLE_STRIPS") addStrip(mesh, cell);
      }
    } else if (name === "POINT_DATA" || name === "CELL_DATA")
      break; // nothing but data follows
    else if (name === "METADATA") reader.skipMetadata();
    else if (name === "FIELD") reader.refuse("a file without fields before its points", word);
  }
  return mesh.file("vtk");
}

/** Each corner after the second makes a triangle, every other one the other way round. */
function addStrip(mesh: MeshBuilder, corners: readonly number[]): void {
  for (let i = 2; i < corners.length; i++) {
    const [a, b, c] = [corners[i - 2]!, corners[i - 1]!, corners[i]!];
    mesh.addPolygon(i % 2 === 0 ? [a, b, c] : [b, a, c]);
  }
}

/** Words and arrays of numbers of a file that may be text or binary. */
class VtkReader {
  readonly #where: string;
  readonly #bytes: Uint8Array;
  readonly #isBinary: boolean;
  #tokens: TextTokens;

  constructor(where: string, bytes: Uint8Array, from: number, isBinary: boolean) {
    this.#where = where;
    this.#bytes = bytes;
    this.#isBinary = isBinary;
    this.#tokens = new TextTokens(where, bytes, { from });
  }

  word(): string | undefined {
    return this.#tokens.next();
  }

  count(what: string): number {
    return this.#tokens.count(what);
  }

  refuse(expected: string, got: string | undefined): never {
    this.#tokens.refuse(expected, got);
  }

  /** Lines up to the first blank one. */
  skipMetadata(): void {
    this.#tokens.restOfLine();
    const bytes = this.#bytes;
    let at = this.#tokens.position + 1;
    while (at < bytes.length) {
      const end = bytes.indexOf(10, at);
      const isBlank = latin1(bytes, at, end < 0 ? bytes.length : end).trim() === "";
      at = end < 0 ? bytes.length : end + 1;
      if (isBlank) break;
    }
    this.#tokens = new TextTokens(this.#where, bytes, { from: at });
  }

  values(count: number, type: string): Float64Array {
    const name = type.toLowerCase();
    const known = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
    if (!this.#isBinary) {
      // No number takes less than two bytes of text, so a length beyond that is a lie.
      if (2 * count > this.#bytes.length + 1) this.refuse(`${count} numbers`, undefined);
      const isSingle = name === "float";
      return Float64Array.from({ length: count }, () =>
        isSingle ? this.#tokens.single("a number") : this.#tokens.number("a number"),
      );
    }
    if (known === undefined) this.refuse(`numbers among ${Object.keys(TYPES).join(", ")}`, type);
    this.#tokens.restOfLine();
    const from = this.#tokens.position + 1;
    if (from + known.bytes * count > this.#bytes.length) {
      const rule = `needs ${count} numbers; got ${Math.floor((this.#bytes.length - from) / known.bytes)}`;
      throw new InvalidInput(this.#where, rule, "truncated");
    }
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset);
    const values = Float64Array.from({ length: count }, (_, i) =>
      known.read(view, from + known.bytes * i),
    );
    this.#tokens = new TextTokens(this.#where, this.#bytes, { from: from + known.bytes * count });
    return values;
  }

  /** Cells as lists of points: each with its length in front, or since version 5 as offsets and connectivity. */
  cells(version: number): number[][] {
    const first = this.count("the number of cells");
    const second = this.count("the size of the list");
    if (version < 5) {
      const list = this.values(second, "int");
      const cells: number[][] = [];
      for (let at = 0; at < list.length && cells.length < first; at += 1 + list[at]!) {
        if (!(Number.isInteger(list[at]) && list[at]! >= 0 && at + list[at]! < list.length))
          this.refuse("the corners of a cell", String(list[at]));
        cells.push(Array.from(list.subarray(at + 1, at + 1 + list[at]!)));
      }
      if (cells.length < first) this.refuse(`${first} cells`, String(cells.length));
      return cells;
    }
    const offsets = this.#named("OFFSETS", first);
    const points = this.#named("CONNECTIVITY", second);
    return Array.from({ length: Math.max(0, first - 1) }, (_, i) => {
      const [from, to] = [offsets[i]!, offsets[i + 1]!];
      const isRising = Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to;
      if (!isRising || to > points.length)
        this.refuse(`rising offsets up to ${points.length}`, `${from}, ${to}`);
      return Array.from(points.subarray(from, to));
    });
  }

  #named(name: string, count: number): Float64Array {
    const word = this.word();
    if (word?.toUpperCase() !== name) this.refuse(name, word);
    return this.values(count, this.word() ?? "");
  }
}
