import { type Plane, planeFrame } from "../plane.js";
import { dot, pointAt, subtract, type Vector3 } from "../vector.js";
import type { Contour } from "./cut.js";

/**
 * Whether a closed contour in a plane runs about a point of the plane.
 *
 * @returns false for an open chain
 * @throws InvalidInput when it is no plane
 */
export function encloses(contour: Contour, plane: Plane, point: Vector3): boolean {
  if (!contour.isClosed) return false;
  const { u, v } = planeFrame("encloses", plane);
  const { points } = contour;
  const count = points.length / 3;
  let isInside = false;
  const at = (i: number): readonly [number, number] => {
    const from = subtract(pointAt(points, i), point);
    return [dot(from, u), dot(from, v)];
  };
  let [ax, ay] = at(count - 1);
  for (let i = 0; i < count; i++) {
    const [bx, by] = at(i);
    // A half-line along the first axis; an end on it counts as above.
    if (ay >= 0 !== by >= 0 && ax - (ay * (bx - ax)) / (by - ay) > 0) isInside = !isInside;
    [ax, ay] = [bx, by];
  }
  return isInside;
}

/**
 * The contour about the origin of the plane in which it lies; of several the shortest, as the lumen's
 * within the wall's.
 *
 * @returns undefined when no closed contour runs about it
 */
export function contourAboutOrigin(
  contours: readonly Contour[],
  plane: Plane,
): Contour | undefined {
  // cutMesh gives the longest first.
  return contours.findLast((contour) => encloses(contour, plane, plane.origin));
}
