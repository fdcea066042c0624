import { type MeshEdges, meshEdges } from "./edges.js";
import { openAxis } from "./triangle-meeting.js";
import type { TriangleMesh } from "./triangle-mesh.js";

/** A mesh after some of its triangles were changed. */
export interface CleanedMesh {
  readonly mesh: TriangleMesh;
  readonly count: number; // triangles left out, or changed
}

/**
 * Leaves out triangles with the corners of an earlier one. Two of opposite sides with other triangles at
 * all their edges are a wall inside a body: both are left out.
 */
export function withoutDuplicates({ positions, triangles }: TriangleMesh): CleanedMesh {
  const edges = meshEdges(triangles);
  const count = triangles.length / 3;
  const head = new Int32Array(edges.count).fill(-1); // by the least edge, which copies share
  const next = new Int32Array(count).fill(-1);
  const isGone = new Uint8Array(count);
  const copies = new Uint32Array(count); // of each first one
  const balance = new Int32Array(count); // its own side less the other
  for (let t = 0; t < count; t++) {
    const edge = Math.min(...edges.ofCorner.subarray(3 * t, 3 * t + 3));
    let first = head[edge]!;
    while (first >= 0 && !sameCorners(triangles, first, t)) first = next[first]!;
    if (first < 0) {
      next[t] = head[edge]!;
      head[edge] = t;
      first = t;
    } else isGone[t] = 1;
    copies[first]!++;
    balance[first]! += runsAs(triangles, first, t) ? 1 : -1;
  }
  for (let t = 0; t < count; t++) {
    const others = Math.min(
      ...Array.from(edges.ofCorner.subarray(3 * t, 3 * t + 3), (edge) => edges.triangles[edge]!),
    );
    if (copies[t]! > 1 && balance[t] === 0 && others >= copies[t]! + 2) isGone[t] = 1;
  }
  return kept({ positions, triangles }, isGone);
}

/** Slivers that lie on each other are mended one after the other; more rounds than this do not help. */
const MOST_ROUNDS = 10;

/**
 * Mends triangles whose corners lie on a line: the long side is exchanged for the other diagonal of what
 * the triangle and its neighbour there make up, so that no gap opens. At a border such a triangle is left
 * out. Where that diagonal is an edge already, the triangle stays.
 *
 * @returns the mesh and how many triangles were exchanged or left out
 */
export function withoutSlivers(mesh: TriangleMesh): CleanedMesh {
  let current = mesh;
  let mended = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { mesh: next, count } = mendedOnce(current);
    if (count === 0) break;
    current = next;
    mended += count;
  }
  return { mesh: current, count: mended };
}

/** Mends the slivers whose surroundings do not change with another's. */
function mendedOnce(mesh: TriangleMesh): CleanedMesh {
  const { positions, triangles } = mesh;
  const count = triangles.length / 3;
  const slivers: number[] = [];
  for (let t = 0; t < count; t++) if (openAxis(mesh, t) === undefined) slivers.push(t);
  if (slivers.length === 0) return { mesh, count: 0 };
  const edges = meshEdges(triangles);
  const across = cornersAcross(edges);
  const neighbours = neighboursOf(mesh, slivers);
  const next = triangles.slice();
  const isTouched = new Uint8Array(positions.length / 3);
  const isGone = new Uint8Array(count);
  let changed = 0;
  for (const t of slivers) {
    const i = longSide(mesh, t);
    const [u, v, middle] = [triangles[i]!, triangles[after(i)]!, triangles[after(after(i))]!];
    if (edges.triangles[edges.ofCorner[i]!]! > 2 || [u, v, middle].some((one) => isTouched[one])) {
      continue;
    }
    const other = across[i]!;
    if (other < 0) isGone[t] = 1;
    else {
      const far = triangles[after(after(other))]!;
      const runsSameWay = triangles[other] === u;
      if (runsSameWay || isTouched[far] === 1) continue;
      if (far === middle || neighbours.get(middle)!.has(far)) continue;
      next.set([middle, u, far], 3 * t);
      next.set([middle, far, v], 3 * Math.floor(other / 3));
      isTouched[far] = 1;
    }
    for (const vertex of [u, v, middle]) isTouched[vertex] = 1;
    changed++;
  }
  return { mesh: kept({ positions, triangles: next }, isGone).mesh, count: changed };
}

/** For each corner the other corner from which its edge runs, or −1 at a border. */
function cornersAcross({ count, ofCorner }: MeshEdges): Int32Array {
  const first = new Int32Array(count).fill(-1);
  const across = new Int32Array(ofCorner.length).fill(-1);
  for (let i = 0; i < ofCorner.length; i++) {
    const met = first[ofCorner[i]!]!;
    if (met < 0) first[ofCorner[i]!] = i;
    else [across[i], across[met]] = [met, i];
  }
  return across;
}

/** The vertices that share an edge with a corner of the triangles of a list. */
function neighboursOf(
  { triangles }: TriangleMesh,
  list: readonly number[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>();
  for (const t of list) {
    for (let c = 0; c < 3; c++) found.set(triangles[3 * t + c]!, new Set());
  }
  for (let i = 0; i < triangles.length; i++) {
    found
      .get(triangles[i]!)
      ?.add(triangles[after(i)]!)
      .add(triangles[after(after(i))]!);
  }
  return found;
}

/** The corner of a triangle from which its longest side runs. */
function longSide({ positions: p, triangles }: TriangleMesh, t: number): number {
  const length = (i: number): number => {
    const [a, b] = [3 * triangles[i]!, 3 * triangles[after(i)]!];
    return Math.hypot(p[a]! - p[b]!, p[a + 1]! - p[b + 1]!, p[a + 2]! - p[b + 2]!);
  };
  const lengths = [length(3 * t), length(3 * t + 1), length(3 * t + 2)];
  return 3 * t + lengths.indexOf(Math.max(...lengths));
}

/** The next corner of the same triangle. */
function after(corner: number): number {
  return corner % 3 === 2 ? corner - 2 : corner + 1;
}

function sameCorners(triangles: Uint32Array, one: number, other: number): boolean {
  const corners = triangles.subarray(3 * one, 3 * one + 3);
  return triangles.subarray(3 * other, 3 * other + 3).every((vertex) => corners.includes(vertex));
}

/** Whether two triangles with the same corners have the same side. */
function runsAs(triangles: Uint32Array, one: number, other: number): boolean {
  const shift = triangles.subarray(3 * other, 3 * other + 3).indexOf(triangles[3 * one]!);
  return triangles[3 * other + ((shift + 1) % 3)] === triangles[3 * one + 1];
}

function kept({ positions, triangles }: TriangleMesh, isGone: Uint8Array): CleanedMesh {
  const rest = triangles.filter((_, i) => isGone[Math.floor(i / 3)] === 0);
  return { mesh: { positions, triangles: rest }, count: (triangles.length - rest.length) / 3 };
}
