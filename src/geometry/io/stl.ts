import { InvalidInput } from "../../numeric/invalid-input.js";
import type { GeometryIssue } from "../issue.js";
import { PointTable } from "../mesh/point-table.js";
import { checkMesh, type TriangleMesh } from "../mesh/triangle-mesh.js";
import type { MeshFile } from "./mesh-file.js";
import { latin1, TextTokens } from "./text-tokens.js";

const HEADER_BYTES = 84; // 80 of text and the number of triangles
const TRIANGLE_BYTES = 50; // normal, three corners, attribute

/**
 * Reads an STL file, binary or ASCII. Triangles know nothing of each other in STL: corners of equal
 * coordinates become one vertex, so that the mesh has its topology back.
 *
 * A file is binary when its length is that of the number of triangles it names, whatever its first
 * word; normals are not used, the order of the corners gives the side.
 *
 * @param where - what a message calls the file
 * @throws InvalidInput when the file is cut off, is no STL or has a coordinate that is not finite
 */
export function readStl(where: string, bytes: Uint8Array): MeshFile {
  const beginsAsText = /^\s*solid/i.test(latin1(bytes, 0, Math.min(bytes.length, 80)));
  if (!beginsAsText || hasLengthOfBinary(bytes)) return readBinary(where, bytes, beginsAsText);
  const isText = /\bfacet\b|\bendsolid\b/i.test(latin1(bytes, 0, Math.min(bytes.length, 4096)));
  return isText ? readAscii(where, bytes) : readBinary(where, bytes, beginsAsText);
}

/** Writes a mesh as binary STL, in single precision; normals are of the corners' order. */
export function writeStl(mesh: TriangleMesh): Uint8Array {
  checkMesh("writeStl", mesh);
  const { positions, triangles } = mesh;
  const count = triangles.length / 3;
  const bytes = new Uint8Array(HEADER_BYTES + TRIANGLE_BYTES * count);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode("binary STL, millimetres, LPS"));
  view.setUint32(80, count, true);
  const corner = new Float32Array(9);
  for (let t = 0; t < count; t++) {
    for (let c = 0; c < 3; c++) {
      const at = 3 * triangles[3 * t + c]!;
      corner[3 * c] = positions[at]!;
      corner[3 * c + 1] = positions[at + 1]!;
      corner[3 * c + 2] = positions[at + 2]!;
    }
    const from = HEADER_BYTES + TRIANGLE_BYTES * t;
    normalOf(corner).forEach((value, i) => {
      view.setFloat32(from + 4 * i, value, true);
    });
    for (let i = 0; i < 9; i++) view.setFloat32(from + 12 + 4 * i, corner[i]!, true);
  }
  return bytes;
}

function hasLengthOfBinary(bytes: Uint8Array): boolean {
  if (bytes.length < HEADER_BYTES) return false;
  return bytes.length === HEADER_BYTES + TRIANGLE_BYTES * triangleCount(bytes);
}

function triangleCount(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(80, true);
}

function readBinary(where: string, bytes: Uint8Array, beginsAsText: boolean): MeshFile {
  if (bytes.length < HEADER_BYTES) {
    const rule = `needs at least ${HEADER_BYTES} bytes of a binary STL; got ${bytes.length}`;
    throw new InvalidInput(where, rule, "truncated");
  }
  const count = triangleCount(bytes);
  const needed = HEADER_BYTES + TRIANGLE_BYTES * count;
  if (bytes.length < needed) {
    const held = Math.floor((bytes.length - HEADER_BYTES) / TRIANGLE_BYTES);
    throw new InvalidInput(
      where,
      `needs ${count} triangles, as its header says; got ${held}`,
      "truncated",
    );
  }
  const issues: GeometryIssue[] = [];
  if (beginsAsText) {
    issues.push({
      code: "BINARY_BEGINS_WITH_SOLID",
      message: 'begins with "solid" as text files do, but is binary',
    });
  }
  if (bytes.length > needed) {
    const message = `${bytes.length - needed} bytes after the ${count} triangles were not read`;
    issues.push({ code: "TRAILING_BYTES", message });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const soup = new Soup(where, Math.ceil(count / 2) + 8, count);
  for (let t = 0, at = HEADER_BYTES + 12; t < count; t++, at += TRIANGLE_BYTES) {
    for (let c = 0; c < 36; c += 12) {
      soup.add(
        view.getFloat32(at + c, true),
        view.getFloat32(at + c + 4, true),
        view.getFloat32(at + c + 8, true),
      );
    }
  }
  return soup.file(issues);
}

function readAscii(where: string, bytes: Uint8Array): MeshFile {
  const tokens = new TextTokens(where, bytes);
  const estimate = Math.ceil(bytes.length / 250); // bytes a triangle, written as usual
  const soup = new Soup(where, estimate, estimate);
  let solids = 0;
  let corners = -1; // of the open facet; −1 where none is
  let inSolid = false;
  for (let word = tokens.next(); word !== undefined; word = tokens.next()) {
    switch (word.toLowerCase()) {
      case "solid":
        solids++;
        inSolid = true;
        tokens.restOfLine(); // its name
        break;
      case "endsolid":
        inSolid = false;
        tokens.restOfLine();
        break;
      case "facet":
        if (corners >= 0) tokens.refuse('"endfacet"', word);
        corners = 0;
        tokens.restOfLine(); // its normal
        break;
      case "vertex":
        if (corners < 0) tokens.refuse("a facet about a vertex", word);
        soup.add(tokens.single("x"), tokens.single("y"), tokens.single("z"));
        corners++;
        break;
      case "endfacet":
        if (corners !== 3) tokens.refuse("three corners in a facet", `${Math.max(0, corners)}`);
        corners = -1;
        break;
      case "outer":
      case "loop":
      case "endloop":
        break;
      default:
        tokens.refuse("a word of STL", word);
    }
  }
  if (inSolid || corners >= 0) tokens.refuse('"endsolid"', undefined);
  const several = { code: "SEVERAL_SOLIDS", message: `${solids} solids were read as one mesh` };
  return soup.file(solids > 1 ? [several] : []);
}

/** Triangles by their corners, whose equal points become one vertex. */
class Soup {
  readonly #where: string;
  readonly #table: PointTable;
  #corners: Uint32Array;
  #count = 0;

  constructor(where: string, points: number, triangles: number) {
    this.#where = where;
    this.#table = new PointTable(points);
    this.#corners = new Uint32Array(Math.max(3, 3 * triangles));
  }

  add(x: number, y: number, z: number): void {
    if (!Number.isFinite(x + y + z)) {
      const rule = `needs finite coordinates; triangle ${Math.floor(this.#count / 3) + 1} has (${x}, ${y}, ${z})`;
      throw new InvalidInput(this.#where, rule, "non_finite");
    }
    if (this.#count === this.#corners.length) {
      const longer = new Uint32Array(2 * this.#corners.length);
      longer.set(this.#corners);
      this.#corners = longer;
    }
    this.#corners[this.#count++] = this.#table.numberOf(x, y, z);
  }

  file(issues: readonly GeometryIssue[]): MeshFile {
    const triangles = this.#corners.slice(0, this.#count);
    const empty = { code: "NO_TRIANGLES", message: "the file holds no triangle" };
    return {
      format: "stl",
      mesh: { positions: this.#table.positions.slice(0, 3 * this.#table.size), triangles },
      filePoints: this.#count,
      fileTriangles: this.#count / 3,
      issues: triangles.length === 0 ? [...issues, empty] : issues,
    };
  }
}

/** Unit normal of three corners (3 × 3); 0 where they lie on a line. */
function normalOf(corner: Float32Array): [number, number, number] {
  const [ax, ay, az, bx, by, bz, cx, cy, cz] = corner as unknown as number[];
  const [ux, uy, uz] = [bx! - ax!, by! - ay!, bz! - az!];
  const [vx, vy, vz] = [cx! - ax!, cy! - ay!, cz! - az!];
  const [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  const length = Math.hypot(nx, ny, nz);
  return length > 0 ? [nx / length, ny / length, nz / length] : [0, 0, 0];
}
