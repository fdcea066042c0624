import { InvalidInput } from "../../numeric/invalid-input.js";
import type { Plane } from "../plane.js";
import { cross, norm, pointAt, scale, subtract, unit, type Vector3 } from "../vector.js";
import { isInward, reverseMesh } from "./closed.js";
import { meshEdges } from "./edges.js";
import { checkMesh, type TriangleMesh } from "./triangle-mesh.js";

/** An opening of a surface: a loop of edges that have one triangle. */
export interface OpenEnd {
  readonly loop: Uint32Array; // vertices in order, anticlockwise seen from outside
  readonly centre: Vector3; // mm, mean of the loop weighted by length
  readonly normal: Vector3; // out of the lumen, unit
  readonly perimeterMm: number;
  readonly areaMm2: number; // of the loop's projection along the normal
}

/** A surface whose openings are closed, with normals outwards. */
export interface CappedMesh {
  readonly mesh: TriangleMesh;
  readonly ends: readonly OpenEnd[]; // the longest first
  readonly wallTriangles: number; // the first so many are the surface's own, the others the caps
}

/**
 * Closes every opening of a surface by a fan of triangles about the centre of its loop, and turns the
 * surface outwards where it was not.
 *
 * @throws InvalidInput when it is no mesh, or an opening is no simple loop or edges have more than two
 *   triangles or triangles that turn both ways: repair it first
 */
export function capEnds(mesh: TriangleMesh): CappedMesh {
  checkMesh("capEnds", mesh);
  const loops = boundaryLoops("capEnds", mesh);
  const outward = withCaps(mesh, loops);
  if (!isInward(outward)) return cappedMesh(mesh, outward, loops);
  const turned = loops.map((loop) => loop.slice().reverse());
  return cappedMesh(mesh, reverseMesh(outward), turned);
}

function cappedMesh(
  open: TriangleMesh,
  mesh: TriangleMesh,
  loops: readonly Uint32Array[],
): CappedMesh {
  const ends = loops.map((loop) => endOf(mesh, loop));
  return {
    mesh,
    ends: ends.sort((a, b) => b.perimeterMm - a.perimeterMm),
    wallTriangles: open.triangles.length / 3,
  };
}

/** The plane of an opening. */
export function planeOfEnd({ centre, normal }: OpenEnd): Plane {
  return { origin: centre, normal };
}

/** Loops of boundary edges, each in the direction that a triangle outside would have. */
function boundaryLoops(where: string, { triangles, positions }: TriangleMesh): Uint32Array[] {
  const edges = meshEdges(triangles);
  const next = new Int32Array(positions.length / 3).fill(-1);
  const refuse = (rule: string): never => {
    throw new InvalidInput(where, `${rule}: repair the surface first`, "not_simple");
  };
  for (let i = 0; i < triangles.length; i++) {
    const edge = edges.ofCorner[i]!;
    if (edges.triangles[edge]! > 2) refuse("needs edges of at most two triangles; got more");
    if (edges.triangles[edge] === 2 && edges.forward[edge] !== 1)
      refuse("needs triangles that turn one way; got neighbours that do not");
    if (edges.triangles[edge] !== 1) continue;
    const from = triangles[i]!;
    const to = triangles[i % 3 === 2 ? i - 2 : i + 1]!;
    if (next[to]! >= 0) refuse("needs openings that do not touch; two meet in a vertex");
    next[to] = from; // against the triangle that is there
  }
  const loops: Uint32Array[] = [];
  for (let first = 0; first < next.length; first++) {
    if (next[first]! < 0) continue;
    const loop: number[] = [];
    for (let at = first; next[at]! >= 0; ) {
      loop.push(at);
      const after = next[at]!;
      next[at] = -1;
      at = after;
    }
    loops.push(Uint32Array.from(loop));
  }
  return loops;
}

function withCaps(mesh: TriangleMesh, loops: readonly Uint32Array[]): TriangleMesh {
  const vertices = mesh.positions.length / 3;
  const positions = new Float64Array(mesh.positions.length + 3 * loops.length);
  positions.set(mesh.positions);
  const added: number[] = [];
  loops.forEach((loop, i) => {
    positions.set(centreOf(mesh, loop), 3 * (vertices + i));
    loop.forEach((vertex, n) => {
      added.push(vertex, loop[(n + 1) % loop.length]!, vertices + i);
    });
  });
  const triangles = new Uint32Array(mesh.triangles.length + added.length);
  triangles.set(mesh.triangles);
  triangles.set(added, mesh.triangles.length);
  return { positions, triangles };
}

function centreOf({ positions }: TriangleMesh, loop: Uint32Array): Vector3 {
  const sum = [0, 0, 0];
  let total = 0;
  for (let n = 0; n < loop.length; n++) {
    const [a, b] = sideOf(positions, loop, n);
    const length = norm(subtract(b, a));
    for (let axis = 0; axis < 3; axis++) sum[axis]! += (length * (a[axis]! + b[axis]!)) / 2;
    total += length;
  }
  return scale(sum as unknown as Vector3, 1 / total);
}

function endOf(mesh: TriangleMesh, loop: Uint32Array): OpenEnd {
  const centre = centreOf(mesh, loop);
  let perimeterMm = 0;
  const twice = [0, 0, 0];
  for (let n = 0; n < loop.length; n++) {
    const [a, b] = sideOf(mesh.positions, loop, n);
    perimeterMm += norm(subtract(b, a));
    cross(subtract(a, centre), subtract(b, centre)).forEach((value, axis) => {
      twice[axis]! += value;
    });
  }
  const area = twice as unknown as Vector3;
  return { loop, centre, normal: unit(area), perimeterMm, areaMm2: norm(area) / 2 };
}

function sideOf(positions: Float64Array, loop: Uint32Array, n: number): [Vector3, Vector3] {
  return [pointAt(positions, loop[n]!), pointAt(positions, loop[(n + 1) % loop.length]!)];
}
