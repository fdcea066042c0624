import { InvalidInput } from "../../numeric/invalid-input.js";
import { cross, dot, norm, pointAt, scale, subtract, type Vector3 } from "../vector.js";
import { DisjointSets } from "./disjoint-sets.js";
import { type MeshEdges, meshEdges } from "./edges.js";
import { closedParts } from "./solid.js";
import { checkMesh, type TriangleMesh } from "./triangle-mesh.js";

/** A mesh whose triangles turn one way, and how many had to be turned. */
export interface Orientation {
  readonly mesh: TriangleMesh;
  readonly turnedTriangles: number;
}

/**
 * Turns triangles so that neighbours run along their common edge in opposite directions, the fewer of each
 * part with the more.
 *
 * Parts are joined through edges of exactly two triangles; what hangs together by other edges only is
 * turned part by part.
 *
 * @throws InvalidInput when it is no mesh or a part has one side only, as a Möbius strip
 */
export function windConsistently(mesh: TriangleMesh): Orientation {
  checkMesh("windConsistently", mesh);
  const { parts, isTurned } = patches("windConsistently", mesh.triangles);
  const [sizes, turned] = [new Uint32Array(isTurned.length), new Uint32Array(isTurned.length)];
  for (let t = 0; t < isTurned.length; t++) {
    sizes[parts[t]!]!++;
    turned[parts[t]!]! += isTurned[t]!;
  }
  return turn(mesh, (t) => (isTurned[t] === 1) !== 2 * turned[parts[t]!]! > sizes[parts[t]!]!);
}

/**
 * Turns the parts of a consistently wound mesh so that normals point out of bodies and into cavities: a
 * closed part within an odd number of others is a cavity. An open part is turned so that it has a positive
 * volume with fans over its openings; one that is flat stays as it is.
 *
 * @throws InvalidInput when it is no mesh or its triangles turn both ways
 */
export function turnOutwards(mesh: TriangleMesh): Orientation {
  checkMesh("turnOutwards", mesh);
  const { parts, isTurned } = patches("turnOutwards", mesh.triangles);
  if (isTurned.includes(1)) {
    const rule = "needs triangles that turn one way; got neighbours that do not";
    throw new InvalidInput("turnOutwards", rule, "inconsistent_winding");
  }
  const isCavity = new Uint8Array(parts.length);
  for (const { part, depth } of closedParts(mesh, parts)) isCavity[part] = depth % 2;
  const { volumes, areas } = cappedSizes(mesh, parts);
  return turn(mesh, (t) => {
    const part = parts[t]!;
    const volume = isCavity[part] === 1 ? -volumes[part]! : volumes[part]!;
    return volume < -FLAT * areas[part]! ** 1.5;
  });
}

const FLAT = 1e-9; // of area^1.5: less than rounding leaves of a flat surface's volume

/**
 * For each triangle the part it belongs to through edges of two triangles, from 0, and whether it turns
 * against the part's first triangle.
 */
function patches(
  where: string,
  triangles: Uint32Array,
): { parts: Uint32Array; isTurned: Uint8Array } {
  const count = triangles.length / 3;
  const edges = meshEdges(triangles);
  const corners = cornersOfEdges(edges);
  const parts = new Uint32Array(count);
  const isTurned = new Uint8Array(count);
  const isSeen = new Uint8Array(count);
  const stack: number[] = [];
  let part = 0;
  for (let first = 0; first < count; first++) {
    if (isSeen[first] === 1) continue;
    isSeen[first] = 1;
    stack.push(first);
    for (let t = stack.pop(); t !== undefined; t = stack.pop()) {
      parts[t] = part;
      for (let i = 3 * t; i < 3 * t + 3; i++) {
        const edge = edges.ofCorner[i]!;
        if (edges.triangles[edge] !== 2) continue;
        const other = corners[2 * edge]! === i ? corners[2 * edge + 1]! : corners[2 * edge]!;
        const neighbour = Math.floor(other / 3);
        const runsSameWay = triangles[i] === triangles[other];
        const wanted = runsSameWay ? 1 - isTurned[t]! : isTurned[t]!;
        if (isSeen[neighbour] === 1) {
          if (isTurned[neighbour] === wanted) continue;
          const rule = `needs a surface with two sides; got one with one side, about triangle ${t}`;
          throw new InvalidInput(where, rule, "not_orientable");
        }
        isSeen[neighbour] = 1;
        isTurned[neighbour] = wanted;
        stack.push(neighbour);
      }
    }
    part++;
  }
  return { parts, isTurned };
}

/** The first two corners from which each edge runs, (nEdges × 2). */
function cornersOfEdges({ count, ofCorner }: MeshEdges): Int32Array {
  const corners = new Int32Array(2 * count).fill(-1);
  for (let i = 0; i < ofCorner.length; i++) {
    const at = 2 * ofCorner[i]!;
    corners[corners[at]! < 0 ? at : at + 1] = i;
  }
  return corners;
}

/** Six times the volume of each part with fans about the centres of its borders, and its doubled area. */
function cappedSizes(
  { positions: p, triangles }: TriangleMesh,
  parts: Uint32Array,
): { volumes: Float64Array; areas: Float64Array } {
  const edges = meshEdges(triangles);
  const borders = new DisjointSets(p.length / 3);
  const isBorder = (i: number): boolean => edges.triangles[edges.ofCorner[i]!] !== 2;
  const next = (i: number): number => triangles[i % 3 === 2 ? i - 2 : i + 1]!;
  for (let i = 0; i < triangles.length; i++) {
    if (isBorder(i)) borders.join(triangles[i]!, next(i));
  }
  const centres = new Float64Array(4 * (p.length / 3)); // sums of x, y, z and their number
  for (let i = 0; i < triangles.length; i++) {
    if (!isBorder(i)) continue;
    const [vertex, at] = [triangles[i]!, 4 * borders.find(triangles[i]!)];
    for (let axis = 0; axis < 3; axis++) centres[at + axis]! += p[3 * vertex + axis]!;
    centres[at + 3]!++;
  }
  const volumes = new Float64Array(parts.length);
  const areas = new Float64Array(parts.length);
  const origin = pointAt(p, 0); // digits would be lost to a mesh's distance from that of the frame
  const from = (vertex: number): Vector3 => subtract(pointAt(p, vertex), origin);
  for (let i = 0; i < triangles.length; i++) {
    const part = parts[Math.floor(i / 3)]!;
    const [a, b] = [from(triangles[i]!), from(next(i))];
    if (i % 3 === 0) {
      const c = from(triangles[i + 2]!);
      volumes[part]! += dot(a, cross(b, c));
      areas[part]! += norm(cross(subtract(b, a), subtract(c, a)));
    }
    if (!isBorder(i)) continue;
    const at = 4 * borders.find(triangles[i]!);
    const sum: Vector3 = [centres[at]!, centres[at + 1]!, centres[at + 2]!];
    volumes[part]! += dot(b, cross(a, subtract(scale(sum, 1 / centres[at + 3]!), origin)));
  }
  return { volumes, areas };
}

function turn(
  { positions, triangles }: TriangleMesh,
  isToTurn: (triangle: number) => boolean,
): Orientation {
  const turned = triangles.slice();
  let count = 0;
  for (let t = 0; t < triangles.length / 3; t++) {
    if (!isToTurn(t)) continue;
    turned[3 * t + 1] = triangles[3 * t + 2]!;
    turned[3 * t + 2] = triangles[3 * t + 1]!;
    count++;
  }
  return { mesh: { positions, triangles: turned }, turnedTriangles: count };
}
