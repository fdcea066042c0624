import type { Plane } from "../plane.js";
import { pointAt } from "../vector.js";
import type { Contour } from "./cut.js";
import { encloses } from "./enclosing-contour.js";

/**
 * In how many other closed contours of one section each lies: an odd number for a hole, an even one for
 * an outer line or an island in a hole.
 *
 * @returns (n)
 * @throws InvalidInput when it is no plane
 */
export function contourDepths(contours: readonly Contour[], plane: Plane): Uint32Array {
  return Uint32Array.from(contours, (inner) => {
    const point = pointAt(inner.points, 0);
    return contours.filter((outer) => outer !== inner && encloses(outer, plane, point)).length;
  });
}
