import { InvalidInput } from "../../numeric/invalid-input.js";
import { cross, norm, pointAt, subtract, type Vector3 } from "../vector.js";
import { type MeshEdges, meshEdges } from "./edges.js";
import { fanOfLoop, fillLoop } from "./fill-loop.js";
import { checkMesh, type TriangleMesh } from "./triangle-mesh.js";

/** A hole of a surface: a loop of its border. */
export interface Hole {
  readonly lengthMm: number; // round the loop
  readonly corners: number;
  readonly isFilled: boolean;
  readonly areaMm2: number; // of the triangles that fill it; 0 where it stays open
}

/** A mesh whose smaller holes are filled. */
export interface FilledMesh {
  readonly mesh: TriangleMesh;
  readonly holes: readonly Hole[]; // the longest first
}

/**
 * Fills the holes of a surface up to a length round them, each with triangles of the least area; the fill
 * runs as its surroundings do. Larger openings, the ends of a vessel say, stay open.
 *
 * Loops that touch in a vertex are holes of their own. No edge gets a third triangle.
 *
 * @param maxLoopMm - the longest loop that is filled, mm; Infinity for all
 * @throws InvalidInput when it is no mesh, the length is below 0, or triangles turn both ways
 */
export function fillMeshHoles(mesh: TriangleMesh, maxLoopMm: number): FilledMesh {
  checkMesh("fillMeshHoles", mesh);
  if (!(maxLoopMm >= 0)) {
    throw new InvalidInput("fillMeshHoles", `needs a length of at least 0 mm; got ${maxLoopMm}`);
  }
  const edges = meshEdges(mesh.triangles);
  const loops = borderLoops(mesh, edges);
  const isEdge = edgesAmong(edges, new Set(loops.flat()));
  const points: number[] = [];
  const added: number[] = [];
  const holes = loops.map((loop): Hole => {
    const hole = { lengthMm: lengthOf(mesh.positions, loop), corners: loop.length };
    if (hole.lengthMm > maxLoopMm) return { ...hole, isFilled: false, areaMm2: 0 };
    let triangles = fillLoop(mesh.positions, loop, isEdge.has);
    if (triangles === undefined) {
      const fan = fanOfLoop(mesh, loop, (mesh.positions.length + points.length) / 3);
      points.push(...fan.point);
      triangles = fan.triangles;
    }
    for (let i = 0; i < triangles.length; i++) {
      isEdge.add(triangles[i]!, triangles[i % 3 === 2 ? i - 2 : i + 1]!);
    }
    for (const corner of triangles) added.push(corner);
    return { ...hole, isFilled: true, areaMm2: areaOf(mesh.positions, points, triangles) };
  });
  const triangles = new Uint32Array(mesh.triangles.length + added.length);
  triangles.set(mesh.triangles);
  triangles.set(added, mesh.triangles.length);
  return {
    mesh: { positions: joined(mesh.positions, points), triangles },
    holes: holes.sort((a, b) => b.lengthMm - a.lengthMm),
  };
}

/**
 * Simple loops of the border, each in the direction that triangles in the hole would have. A path that
 * comes back to a vertex has closed a loop there.
 */
function borderLoops({ triangles, positions }: TriangleMesh, edges: MeshEdges): number[][] {
  const leaving = new Map<number, number[]>();
  for (let i = 0; i < triangles.length; i++) {
    const edge = edges.ofCorner[i]!;
    if (edges.triangles[edge] === 2 && edges.forward[edge] !== 1) {
      const rule = "needs triangles that turn one way; got neighbours that do not";
      throw new InvalidInput("fillMeshHoles", rule, "inconsistent_winding");
    }
    if (edges.triangles[edge] !== 1) continue;
    const [from, to] = [triangles[i % 3 === 2 ? i - 2 : i + 1]!, triangles[i]!];
    const list = leaving.get(from) ?? [];
    leaving.set(from, list);
    list.push(to);
  }
  const loops: number[][] = [];
  const place = new Int32Array(positions.length / 3).fill(-1); // on the path
  for (const first of leaving.keys()) {
    const path: number[] = [];
    for (let at: number | undefined = first; at !== undefined; at = leaving.get(at)?.pop()) {
      if (place[at]! >= 0) {
        const loop = path.splice(place[at]!);
        for (const vertex of loop) place[vertex] = -1;
        loops.push(loop);
      }
      place[at] = path.length;
      path.push(at);
    }
    for (const vertex of path) place[vertex] = -1; // a chain that ends at an edge of many triangles
  }
  return loops;
}

/** The edges of a mesh between vertices of a set, to which more can be added. */
function edgesAmong(
  { count, ends }: MeshEdges,
  vertices: ReadonlySet<number>,
): { has: (a: number, b: number) => boolean; add: (a: number, b: number) => void } {
  const known = new Set<number>();
  const key = (a: number, b: number): number => Math.min(a, b) * 2 ** 26 + Math.max(a, b);
  for (let e = 0; e < count; e++) {
    const [a, b] = [ends[2 * e]!, ends[2 * e + 1]!];
    if (vertices.has(a) && vertices.has(b)) known.add(key(a, b));
  }
  return { has: (a, b) => known.has(key(a, b)), add: (a, b) => known.add(key(a, b)) };
}

function lengthOf(p: Float64Array, loop: readonly number[]): number {
  return loop.reduce((length, vertex, i) => {
    const [a, b] = [3 * vertex, 3 * loop[(i + 1) % loop.length]!];
    return length + Math.hypot(p[a]! - p[b]!, p[a + 1]! - p[b + 1]!, p[a + 2]! - p[b + 2]!);
  }, 0);
}

/** Area of triangles whose corners are the mesh's points or, after these, new ones. */
function areaOf(
  positions: Float64Array,
  points: readonly number[],
  triangles: readonly number[],
): number {
  const at = (vertex: number): Vector3 =>
    3 * vertex < positions.length
      ? pointAt(positions, vertex)
      : pointAt(points, vertex - positions.length / 3);
  let double = 0;
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [at(triangles[i]!), at(triangles[i + 1]!), at(triangles[i + 2]!)];
    double += norm(cross(subtract(b, a), subtract(c, a)));
  }
  return double / 2;
}

function joined(positions: Float64Array, points: readonly number[]): Float64Array {
  if (points.length === 0) return positions;
  const all = new Float64Array(positions.length + points.length);
  all.set(positions);
  all.set(points, positions.length);
  return all;
}
