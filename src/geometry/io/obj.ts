import { InvalidInput } from "../../numeric/invalid-input.js";
import { MeshBuilder } from "./mesh-builder.js";
import type { MeshFile } from "./mesh-file.js";
import { latin1 } from "./text-tokens.js";

/**
 * Reads a Wavefront OBJ file: `v` and `f` lines; indices may count back from the last point, lines may
 * go on after a backslash. Texture, normals, groups and materials are passed over.
 *
 * @param where - what a message calls the file
 * @throws InvalidInput when a point or an index cannot be read
 */
export function readObj(where: string, bytes: Uint8Array): MeshFile {
  const mesh = new MeshBuilder(where);
  const lines = new ObjLines(where, bytes);
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    if (line.startsWith("v ") || line.startsWith("v\t")) {
      const [x, y, z] = line.split(/\s+/).slice(1, 4).map(Number);
      if (![x, y, z].every(Number.isFinite)) lines.refuse("three coordinates", line);
      mesh.addPoint(Math.fround(x!), Math.fround(y!), Math.fround(z!));
    } else if (line.startsWith("f ") || line.startsWith("f\t")) {
      mesh.addPolygon(cornersOf(line, mesh.points, lines));
    }
  }
  return mesh.file("obj");
}

function cornersOf(line: string, points: number, lines: ObjLines): number[] {
  const words = line.replace(/#.*$/, "").trim().split(/\s+/);
  return words.slice(1).map((corner) => {
    const index = Number(corner.split("/")[0]);
    if (!Number.isSafeInteger(index) || index === 0) lines.refuse("an index", corner);
    const point = index > 0 ? index - 1 : points + index;
    if (point < 0) lines.refuse(`an index of the ${points} points so far`, corner);
    return point;
  });
}

const NEWLINE = 10;
const LONGEST_LINE = 2 ** 28; // bytes; a string takes no more than twice as many

/** Lines of a file without the blanks about them; one that ends in a backslash goes on in the next. */
class ObjLines {
  readonly #where: string;
  readonly #bytes: Uint8Array;
  #from = 0;
  #number = 0; // of the last line, from 1
  #first = 1; // where a line of several began

  constructor(where: string, bytes: Uint8Array) {
    this.#where = where;
    this.#bytes = bytes;
  }

  next(): string | undefined {
    if (this.#from >= this.#bytes.length) return undefined;
    this.#first = this.#number + 1;
    let line = this.#read();
    if (!line.endsWith("\\")) return line.trim();
    const parts: string[] = [];
    for (let length = 0; line.endsWith("\\"); line = this.#read()) {
      parts.push(line.slice(0, -1));
      length += line.length;
      if (length > LONGEST_LINE) this.refuse("a shorter line", parts[0]!);
    }
    return [...parts, line].join(" ").trim();
  }

  /** @throws InvalidInput always */
  refuse(expected: string, got: string): never {
    throw new InvalidInput(
      this.#where,
      `line ${this.#first}: needs ${expected}; got "${got.slice(0, 60)}"`,
      "malformed",
    );
  }

  #read(): string {
    const found = this.#bytes.indexOf(NEWLINE, this.#from);
    const end = found < 0 ? this.#bytes.length : found;
    const from = Math.min(this.#from, end); // a backslash may stand at the end of the file
    const to = Math.min(end, from + LONGEST_LINE);
    this.#from = end + 1;
    this.#number++;
    const line = latin1(this.#bytes, from, to);
    if (to < end) this.refuse("a shorter line", line);
    return line.endsWith("\r") ? line.slice(0, -1) : line;
  }
}
