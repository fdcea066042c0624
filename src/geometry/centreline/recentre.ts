import type { TriangleTree } from "../mesh/triangle-tree.js";
import { type Plane, planeFrame } from "../plane.js";
import { dot, subtract, unit, type Vector3 } from "../vector.js";

/** A point in the middle of a lumen. */
export interface Centred {
  readonly point: Vector3; // mm
  readonly radiusMm: number; // of the largest sphere about it within the wall
}

/** A search ends when its steps are this share of the radius. */
const LAST_STEP = 1e-3;
/** Directions of a star of trial points, and how far each star is turned: by no simple share of a turn, so that a ridge between two directions is met by a later star. */
const DIRECTIONS = 8;
const TURN = 2.399963; // radians, the golden angle
/** A nearest wall point more along the line than across it says nothing about the middle: it is that of an end. */
const MOST_ALONG = Math.SQRT1_2;

/**
 * Moves a point across a line to where the sphere about it that touches the wall is the largest.
 *
 * @param tangent - of the line
 * @param firstStep - of the search, as a share of the radius: how far off the middle may lie
 * @returns undefined where the wall that is nearest lies along the line and not beside it
 */
export function recentre(
  wall: TriangleTree,
  point: Vector3,
  tangent: Vector3,
  firstStep: number,
): Centred | undefined {
  const nearest = wall.closestPoint(point)!;
  const towards = unit(subtract(nearest.point, point));
  if (Math.abs(dot(towards, tangent)) > MOST_ALONG) return undefined;
  const { u, v } = planeFrame("recentre", { origin: point, normal: tangent } satisfies Plane);
  let [x, y, radius] = [0, 0, nearest.distanceMm];
  const at = (a: number, b: number): Vector3 => [
    point[0] + a * u[0] + b * v[0],
    point[1] + a * u[1] + b * v[1],
    point[2] + a * u[2] + b * v[2],
  ];
  let turn = 0;
  for (let step = firstStep * radius; step > LAST_STEP * radius; turn += TURN) {
    let [bestX, bestY, best] = [x, y, radius];
    for (let d = 0; d < DIRECTIONS; d++) {
      const angle = turn + (2 * Math.PI * d) / DIRECTIONS;
      const [a, b] = [x + step * Math.cos(angle), y + step * Math.sin(angle)];
      const trial = at(a, b);
      if (wall.isNearer(trial, best)) continue;
      [bestX, bestY, best] = [a, b, wall.closestPoint(trial)!.distanceMm];
    }
    if (best > radius) [x, y, radius] = [bestX, bestY, best];
    else step /= 2;
  }
  return { point: at(x, y), radiusMm: radius };
}
