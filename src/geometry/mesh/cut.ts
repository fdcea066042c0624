import { checkPlane, type Plane } from "../plane.js";
import { unit } from "../vector.js";
import { checkMesh, type TriangleMesh } from "./triangle-mesh.js";

/** A line in which a plane meets a surface. */
export interface Contour {
  readonly points: Float64Array; // (n × 3) mm; the first is not repeated at the end
  /** False where the surface has a border on the plane: the points are an open chain. */
  readonly isClosed: boolean;
}

/**
 * Cuts a mesh with a plane and returns the section as ordered contours, the longest first.
 *
 * A vertex on the plane counts as above it, so every crossed triangle gives one segment and contours
 * close without a distance tolerance. Seen from the tip of the normal, the outer walls of a solid run
 * anticlockwise and its cavities clockwise. An open surface gives open chains where its border meets
 * the plane; where more than two triangles meet in an edge, each contour goes its own way through it.
 *
 * @param plane - the normal may have any length but zero
 * @returns contours in the plane, mm; empty when the plane misses the mesh
 * @throws InvalidInput when it is no mesh or no plane
 */
export function cutMesh(mesh: TriangleMesh, plane: Plane): Contour[] {
  checkMesh("cutMesh", mesh);
  checkPlane("cutMesh", plane);
  const heights = heightsAbove(plane, mesh.positions);
  const segments = crossedTriangles(mesh, heights);
  return chains(segments)
    .map((chain) => withoutRepeats(contourOf(mesh, heights, segments, chain)))
    .filter(({ points }) => points.length > 3) // a plane that only touches a vertex
    .sort((a, b) => lengthOf(b) - lengthOf(a));
}

/**
 * Length of a contour, mm; a closed one comes back to its first point.
 */
export function contourLengthMm(contour: Contour): number {
  return lengthOf(contour);
}

/** Signed distances from the plane, (nVertices) mm. */
function heightsAbove({ origin, normal }: Plane, positions: Float64Array): Float64Array {
  const [nx, ny, nz] = unit(normal);
  const [ox, oy, oz] = origin;
  const heights = new Float64Array(positions.length / 3);
  for (let i = 0, at = 0; i < heights.length; i++, at += 3) {
    heights[i] =
      nx * (positions[at]! - ox) + ny * (positions[at + 1]! - oy) + nz * (positions[at + 2]! - oz);
  }
  return heights;
}

/** Crossed edges as numbered nodes, and the segments that triangles lay between them. */
interface Segments {
  readonly low: number[]; // of each node: the ends of its edge, the smaller vertex first
  readonly high: number[];
  readonly from: number[]; // of each segment: the node on the edge that descends in its triangle
  readonly to: number[]; // the node on the edge that ascends
}

/** Walking round a triangle of an outward surface, its section runs from the descending to the ascending edge. */
function crossedTriangles({ triangles, positions }: TriangleMesh, heights: Float64Array): Segments {
  const segments: Segments = { low: [], high: [], from: [], to: [] };
  const nodes = new Map<number, number>();
  const vertices = positions.length / 3;
  const nodeOf = (a: number, b: number): number => {
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const key = low * vertices + high;
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const node = segments.low.length;
    nodes.set(key, node);
    segments.low.push(low);
    segments.high.push(high);
    return node;
  };
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t]!, triangles[t + 1]!, triangles[t + 2]!];
    const above =
      (heights[a]! >= 0 ? 1 : 0) | (heights[b]! >= 0 ? 2 : 0) | (heights[c]! >= 0 ? 4 : 0);
    switch (above) {
      case 0:
      case 7:
        break;
      case 1:
        add(segments, nodeOf(a, b), nodeOf(c, a));
        break;
      case 2:
        add(segments, nodeOf(b, c), nodeOf(a, b));
        break;
      case 4:
        add(segments, nodeOf(c, a), nodeOf(b, c));
        break;
      case 3:
        add(segments, nodeOf(b, c), nodeOf(c, a));
        break;
      case 6:
        add(segments, nodeOf(c, a), nodeOf(a, b));
        break;
      default:
        add(segments, nodeOf(a, b), nodeOf(b, c));
    }
  }
  return segments;
}

function add({ from, to }: Segments, descending: number, ascending: number): void {
  from.push(descending);
  to.push(ascending);
}

/** Nodes in the order of a line, and whether it comes back to the first. */
interface Chain {
  readonly nodes: number[];
  readonly isClosed: boolean;
}

/**
 * Joins segments end to end. Where triangles are wound consistently one segment leaves each node that
 * another enters; else a segment is taken the other way round.
 */
function chains({ low, from, to }: Segments): Chain[] {
  const leaving = lists(low.length, from);
  const entering = lists(low.length, to);
  const isUsed = new Uint8Array(from.length);
  const take = (list: Lists, node: number): number => {
    while (list.head[node]! >= 0 && isUsed[list.head[node]!] === 1) {
      list.head[node] = list.next[list.head[node]!]!;
    }
    const segment = list.head[node]!;
    if (segment >= 0) isUsed[segment] = 1;
    return segment;
  };
  /** The node at the other end of an unused segment at this one, or −1. */
  const onwards = (
    node: number,
    first: Lists,
    firstEnds: number[],
    second: Lists,
    secondEnds: number[],
  ) => {
    const straight = take(first, node);
    if (straight >= 0) return firstEnds[straight]!;
    const turned = take(second, node);
    return turned >= 0 ? secondEnds[turned]! : -1;
  };
  const found: Chain[] = [];
  for (let segment = 0; segment < from.length; segment++) {
    if (isUsed[segment] === 1) continue;
    isUsed[segment] = 1;
    const nodes = [from[segment]!];
    let node = to[segment]!;
    while (node >= 0 && node !== nodes[0]) {
      nodes.push(node);
      node = onwards(node, leaving, to, entering, from);
    }
    const isClosed = node === nodes[0];
    if (!isClosed) {
      const before: number[] = [];
      node = onwards(nodes[0]!, entering, from, leaving, to);
      while (node >= 0) {
        before.push(node);
        node = onwards(node, entering, from, leaving, to);
      }
      nodes.unshift(...before.reverse());
    }
    found.push({ nodes, isClosed });
  }
  return found;
}

/** For each node the segments at it, as linked lists. */
interface Lists {
  readonly head: Int32Array;
  readonly next: Int32Array;
}

function lists(nodes: number, ends: readonly number[]): Lists {
  const head = new Int32Array(nodes).fill(-1);
  const next = new Int32Array(ends.length).fill(-1);
  for (let i = ends.length - 1; i >= 0; i--) {
    next[i] = head[ends[i]!]!;
    head[ends[i]!] = i;
  }
  return { head, next };
}

function contourOf(
  { positions }: TriangleMesh,
  heights: Float64Array,
  { low, high }: Segments,
  { nodes, isClosed }: Chain,
): Contour {
  const points = new Float64Array(3 * nodes.length);
  nodes.forEach((node, i) => {
    const [a, b] = [low[node]!, high[node]!];
    const along = heights[a]! / (heights[a]! - heights[b]!);
    for (let axis = 0; axis < 3; axis++) {
      const [p, q] = [positions[3 * a + axis]!, positions[3 * b + axis]!];
      points[3 * i + axis] = along === 1 ? q : p + along * (q - p); // a vertex on the plane is itself
    }
  });
  return { points, isClosed };
}

/** Where a vertex lies on the plane, all its crossed edges give the same point. */
function withoutRepeats({ points, isClosed }: Contour): Contour {
  let kept = 0;
  const same = (a: number, b: number): boolean =>
    points[3 * a] === points[3 * b] &&
    points[3 * a + 1] === points[3 * b + 1] &&
    points[3 * a + 2] === points[3 * b + 2];
  for (let i = 0; i < points.length / 3; i++) {
    if (kept > 0 && same(i, kept - 1)) continue;
    points.copyWithin(3 * kept, 3 * i, 3 * i + 3);
    kept++;
  }
  while (isClosed && kept > 1 && same(0, kept - 1)) kept--;
  return { points: points.slice(0, 3 * kept), isClosed };
}

function lengthOf({ points, isClosed }: Contour): number {
  const count = points.length / 3;
  let length = 0;
  for (let i = isClosed ? 0 : 1; i < count; i++) {
    const [a, b] = [3 * ((i + count - 1) % count), 3 * i];
    length += Math.hypot(
      points[b]! - points[a]!,
      points[b + 1]! - points[a + 1]!,
      points[b + 2]! - points[a + 2]!,
    );
  }
  return length;
}
