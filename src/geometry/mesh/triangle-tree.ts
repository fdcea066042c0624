import { BufferAttribute, BufferGeometry, Vector3 as ThreeVector } from "three";
import { type HitPointInfo, MeshBVH } from "three-mesh-bvh";
import { InvalidInput } from "../../numeric/invalid-input.js";
import type { Vector3 } from "../vector.js";
import { checkMesh, type TriangleMesh } from "./triangle-mesh.js";

/** The nearest point of a surface. */
export interface ClosestPoint {
  readonly point: Vector3; // mm
  readonly triangle: number;
  readonly distanceMm: number;
}

/** A mesh made ready for many questions about what lies near a point. */
export interface TriangleTree {
  readonly mesh: TriangleMesh;
  /**
   * The nearest point of the surface, or undefined when it lies farther than a limit.
   *
   * @param withinMm - the limit; Infinity
   */
  closestPoint(point: Vector3, withinMm?: number): ClosestPoint | undefined;
}

/**
 * Builds a tree of bounding boxes over the triangles of a mesh.
 *
 * @throws InvalidInput when it is no mesh or has no triangle
 */
export function triangleTree(mesh: TriangleMesh): TriangleTree {
  checkMesh("triangleTree", mesh);
  if (mesh.triangles.length === 0) {
    throw new InvalidInput("triangleTree", "needs a mesh with triangles; got none", "no_triangles");
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(mesh.positions, 3));
  geometry.setIndex(new BufferAttribute(mesh.triangles, 1));
  // Indirect: the tree orders triangles in a list of its own and leaves the mesh as it is.
  const tree = new MeshBVH(geometry, { indirect: true });
  const query = new ThreeVector();
  const hit: HitPointInfo = { point: new ThreeVector(), distance: 0, faceIndex: 0 };
  return {
    mesh,
    closestPoint(point, withinMm = Number.POSITIVE_INFINITY) {
      query.set(point[0], point[1], point[2]);
      const found = tree.closestPointToPoint(query, hit, 0, withinMm);
      if (found === null || found === undefined) return undefined;
      const { x, y, z } = found.point;
      return { point: [x, y, z], triangle: found.faceIndex, distanceMm: found.distance };
    },
  };
}
