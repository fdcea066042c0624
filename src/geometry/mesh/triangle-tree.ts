import {
  BackSide,
  BufferAttribute,
  BufferGeometry,
  Matrix4,
  Ray,
  Vector3 as ThreeVector,
} from "three";
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

/** Where a ray goes through a surface. */
export interface RayHit {
  readonly triangle: number;
  readonly distanceMm: number; // from the ray's origin
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
  /** Whether the surface comes nearer to a point than a distance; far quicker than to ask where. */
  isNearer(point: Vector3, thanMm: number): boolean;
  /**
   * The first triangle through which a ray leaves an outward surface: one whose normal goes along with
   * it. A ray that begins on a triangle and runs against its normal does not meet that triangle.
   *
   * @param direction - of length 1
   * @returns undefined where it leaves through none
   */
  exitOf(origin: Vector3, direction: Vector3): RayHit | undefined;
  /**
   * Visits every two triangles whose boxes might meet, once each: a superset, to be looked at closely.
   *
   * @param visit - must not throw
   */
  nearPairs(visit: (one: number, other: number) => void): void;
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
  const ray = new Ray();
  const hit: HitPointInfo = { point: new ThreeVector(), distance: 0, faceIndex: 0 };
  return {
    mesh,
    closestPoint(point, withinMm = Number.POSITIVE_INFINITY) {
      query.set(point[0], point[1], point[2]);
      const found = tree.closestPointToPoint(query, hit, 0, withinMm);
      // The tree heeds the limit by boxes: a triangle of a box within it may lie beyond.
      if (found === null || found === undefined || found.distance > withinMm) return undefined;
      const { x, y, z } = found.point;
      return { point: [x, y, z], triangle: found.faceIndex, distanceMm: found.distance };
    },
    isNearer(point, thanMm) {
      query.set(point[0], point[1], point[2]);
      const found = tree.closestPointToPoint(query, hit, thanMm, thanMm); // the first that is nearer ends it
      return found !== null && found !== undefined && found.distance < thanMm;
    },
    exitOf(origin, direction) {
      ray.origin.set(origin[0], origin[1], origin[2]);
      ray.direction.set(direction[0], direction[1], direction[2]);
      const found = tree.raycastFirst(ray, BackSide);
      if (found === null) return undefined;
      return { triangle: found.faceIndex as number, distanceMm: found.distance };
    },
    nearPairs(visit) {
      tree.bvhcast(tree, new Matrix4(), {
        intersectsRanges(from, count, fromOther, countOther) {
          if (fromOther < from) return false; // comes the other way round too
          for (let i = from; i < from + count; i++) {
            const one = tree.resolveTriangleIndex(i);
            for (let j = from === fromOther ? i + 1 : fromOther; j < fromOther + countOther; j++) {
              visit(one, tree.resolveTriangleIndex(j));
            }
          }
          return false;
        },
      });
    },
  };
}
