import { readFileSync } from "node:fs";
import type { MeshFile } from "../geometry/io/mesh-file.js";
import { readMesh } from "../geometry/io/read-mesh.js";
import { weldMesh } from "../geometry/mesh/weld.js";
import { type Plane, planeThrough } from "../geometry/plane.js";
import type { Vector3 } from "../geometry/vector.js";
import { InvalidInput } from "../numeric/invalid-input.js";

/** So many numbers with commas between. */
export function numbersOf(option: string, text: string, count: number): number[] {
  const parts = text.split(",").map((part) => part.trim());
  const numbers = parts.map(Number);
  if (parts.length !== count || parts.includes("") || !numbers.every(Number.isFinite)) {
    throw new InvalidInput(
      option,
      count === 1
        ? `needs a number; got "${text}"`
        : `needs ${count} numbers with commas between; got "${text}"`,
    );
  }
  return numbers;
}

/** One number above 0. */
export function positiveOf(option: string, text: string): number {
  const [value] = numbersOf(option, text, 1);
  if (!(value! > 0)) throw new InvalidInput(option, `needs a number above 0; got "${text}"`);
  return value!;
}

/** A plane as `nx,ny,nz,px,py,pz`: its normal and a point on it. */
export function planeOf(option: string, text: string): Plane {
  const [nx, ny, nz, px, py, pz] = numbersOf(option, text, 6) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (nx === 0 && ny === 0 && nz === 0) {
    throw new InvalidInput(option, `needs a normal other than 0,0,0; got "${text}"`);
  }
  return { origin: [px, py, pz], normal: [nx, ny, nz] };
}

/**
 * The plane through the three points of a file.
 *
 * @param path - JSON, `[[x, y, z], …]` or an object with such a list; or text with one point a line
 */
export function hingePlane(path: string): Plane {
  const points = /\.json$/i.test(path) ? jsonPoints(path) : textPoints(path);
  if (points.length !== 3) {
    throw new InvalidInput(path, `needs three hinge points; got ${points.length}`, "hinge_points");
  }
  return planeThrough(points[0]!, points[1]!, points[2]!);
}

function jsonPoints(path: string): Vector3[] {
  let value: unknown;
  try {
    value = JSON.parse(textOf(path));
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput(path, `expected JSON; ${(error as Error).message}`);
  }
  const lists = Array.isArray(value) ? [value] : Object.values(value ?? {}).filter(Array.isArray);
  const points = lists.find((list) => list.every(isPoint));
  if (points === undefined) {
    throw new InvalidInput(path, "expected a list of points [x, y, z]; found none", "hinge_points");
  }
  return points as Vector3[];
}

function isPoint(value: unknown): boolean {
  return Array.isArray(value) && value.length === 3 && value.every(Number.isFinite);
}

/** Lines with another number of numbers are headings; their last three columns are x, y and z. */
function textPoints(path: string): Vector3[] {
  return textOf(path)
    .split(/\r?\n/)
    .map((line) =>
      line
        .split(/[,;\s]+/)
        .filter((cell) => cell !== "")
        .slice(-3)
        .map(Number),
    )
    .filter(isPoint) as unknown as Vector3[];
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new InvalidInput(path, `cannot be read: ${(error as Error).message}`, "unreadable");
  }
}

/** A mesh file, its equal vertices joined: what is measured is the surface and not its storage. */
export function weldedMesh(path: string): MeshFile {
  const file = readMesh(path);
  return { ...file, mesh: weldMesh(file.mesh).mesh };
}
