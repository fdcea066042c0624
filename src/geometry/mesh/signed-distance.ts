import { InvalidInput } from "../../numeric/invalid-input.js";
import { cross, dot, norm, pointAt, subtract, unit, type Vector3 } from "../vector.js";
import { meshEdges } from "./edges.js";
import { meshTopology } from "./topology.js";
import type { TriangleMesh } from "./triangle-mesh.js";
import { type ClosestPoint, type TriangleTree, triangleTree } from "./triangle-tree.js";

/** Distances to a closed surface: negative inside, positive outside. */
export interface SignedDistance {
  /**
   * Signed distance, mm; NaN when the surface is farther than a limit.
   *
   * @param withinMm - the limit; Infinity
   */
  at(point: Vector3, withinMm?: number): number;
}

/**
 * Signed distance to a closed surface. The side is that of the normal at the nearest point: of the
 * triangle, or in an edge or vertex the mean of the normals about it weighted by their angles, which
 * is right wherever the nearest point falls.
 *
 * @throws InvalidInput unless the mesh is watertight and wound consistently
 * @source [@baerentzen2005]
 */
export function signedDistance(mesh: TriangleMesh): SignedDistance {
  const { isWatertight, isConsistentlyWound } = meshTopology(mesh);
  if (!isWatertight || !isConsistentlyWound) {
    const got = isWatertight ? "one whose triangles turn both ways" : "an open one";
    throw new InvalidInput("signedDistance", `needs a closed surface; got ${got}`, "not_closed");
  }
  const tree = triangleTree(mesh);
  const normals = new PseudoNormals(mesh);
  return {
    at(point, withinMm) {
      const nearest = tree.closestPoint(point, withinMm);
      if (nearest === undefined) return Number.NaN;
      const side = dot(subtract(point, nearest.point), normals.at(nearest));
      return side < 0 ? -nearest.distanceMm : nearest.distanceMm;
    },
  };
}

/** For each point whether it lies inside a closed surface, (n) 0 or 1. */
export function insideMesh(mesh: TriangleMesh, points: Float64Array): Uint8Array {
  const field = signedDistance(mesh);
  return Uint8Array.from({ length: points.length / 3 }, (_, i) =>
    field.at(pointAt(points, i)) < 0 ? 1 : 0,
  );
}

/** A nearest point this near to a side, as a share of the triangle's height over it, lies in the side. */
const ON_SIDE = 1e-9;

/** Normals of triangles, edges and vertices. */
class PseudoNormals {
  readonly #mesh: TriangleMesh;
  readonly #faces: Float64Array; // (nTriangles × 3) unit
  readonly #edges: Float64Array; // (nEdges × 3) sums of the two faces
  readonly #edgeOfCorner: Uint32Array;
  readonly #vertices: Float64Array; // (nVertices × 3) sums of faces by their angles

  constructor(mesh: TriangleMesh) {
    const { positions, triangles } = mesh;
    const edges = meshEdges(triangles);
    this.#mesh = mesh;
    this.#faces = new Float64Array(triangles.length);
    this.#edges = new Float64Array(3 * edges.count);
    this.#vertices = new Float64Array(positions.length);
    this.#edgeOfCorner = edges.ofCorner;
    for (let t = 0; t < triangles.length; t += 3) {
      const corners = [0, 1, 2].map((c) => pointAt(positions, triangles[t + c]!)) as [
        Vector3,
        Vector3,
        Vector3,
      ];
      const area = cross(subtract(corners[1], corners[0]), subtract(corners[2], corners[0]));
      if (norm(area) === 0) continue; // a sliver has no side; its neighbours have
      const normal = unit(area);
      for (let c = 0; c < 3; c++) {
        const angle = angleAt(corners[c]!, corners[(c + 1) % 3]!, corners[(c + 2) % 3]!);
        for (let axis = 0; axis < 3; axis++) {
          this.#vertices[3 * triangles[t + c]! + axis]! += angle * normal[axis]!;
          this.#edges[3 * edges.ofCorner[t + c]! + axis]! += normal[axis]!;
        }
      }
      this.#faces.set(normal, t);
    }
  }

  /** The normal at a nearest point. */
  at({ point, triangle }: ClosestPoint): Vector3 {
    const { positions, triangles } = this.#mesh;
    const [a, b, c] = [0, 1, 2].map((i) => pointAt(positions, triangles[3 * triangle + i]!)) as [
      Vector3,
      Vector3,
      Vector3,
    ];
    const whole = cross(subtract(b, a), subtract(c, a));
    const square = dot(whole, whole);
    // Barycentric coordinates: the share of each corner.
    const shares = [
      dot(cross(subtract(c, b), subtract(point, b)), whole) / square,
      dot(cross(subtract(a, c), subtract(point, c)), whole) / square,
      dot(cross(subtract(b, a), subtract(point, a)), whole) / square,
    ];
    const none = shares.map((share) => !(share > ON_SIDE));
    const corner = [0, 1, 2].find((i) => none[(i + 1) % 3] && none[(i + 2) % 3]);
    if (corner !== undefined) return pointAt(this.#vertices, triangles[3 * triangle + corner]!);
    const opposite = none.indexOf(true);
    if (opposite >= 0)
      return pointAt(this.#edges, this.#edgeOfCorner[3 * triangle + ((opposite + 1) % 3)]!);
    return pointAt(this.#faces, triangle);
  }
}

function angleAt(at: Vector3, one: Vector3, other: Vector3): number {
  const [u, v] = [subtract(one, at), subtract(other, at)];
  return Math.atan2(norm(cross(u, v)), dot(u, v));
}

/** The nearest points of a surface to many points, as distances. */
export function distancesTo(tree: TriangleTree, points: Float64Array): Float64Array {
  return Float64Array.from(
    { length: points.length / 3 },
    (_, i) => tree.closestPoint(pointAt(points, i))!.distanceMm,
  );
}
