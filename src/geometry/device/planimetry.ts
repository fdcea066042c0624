import { InvalidInput } from "../../numeric/invalid-input.js";
import {
  areaDerivedDiameterMm,
  eccentricityIndex,
  perimeterDerivedDiameterMm,
} from "../equivalent-diameter.js";
import type { Contour } from "../mesh/cut.js";
import { type Plane, type PlaneFrame, planeFrame } from "../plane.js";
import { convexHull } from "./convex-hull.js";
import { feretDiameters } from "./feret.js";

/** All diameters of one section; which of them a sizing uses must be said. */
export interface Planimetry {
  readonly areaMm2: number;
  readonly perimeterMm: number;
  readonly centroid: readonly [number, number]; // of the area, mm, in the frame of the points
  readonly areaDerivedDiameterMm: number; // the default of a section
  readonly perimeterDerivedDiameterMm: number;
  readonly feretMaxMm: number;
  readonly feretMinMm: number;
  readonly feretMaxDirectionDeg: number; // 0 to 180 from the first axis
  readonly widthPerpendicularToFeretMaxMm: number;
  readonly ellipseMajorMm: number; // of the ellipse with the same second moments
  readonly ellipseMinorMm: number;
  readonly centroidChordMaxMm: number; // chords through the centroid, a degree apart
  readonly centroidChordMinMm: number;
  readonly eccentricityIndex: number; // 1 − feretMin/feretMax
  readonly convexHullAreaMm2: number;
}

/** Directions of chords, over half a turn. */
const CHORDS = 180;

/**
 * Measures a closed contour in a plane.
 *
 * Area, centroid and second moments are those of the polygon; the direction in which it runs does not
 * matter.
 *
 * @param points - (n × 2) mm, corners in order, the first not repeated
 * @throws InvalidInput with fewer than three points, a number that is not finite, or no area
 */
export function planimetry(points: Float64Array): Planimetry {
  check(points);
  const moments = polygonMoments(points);
  const { areaMm2, centroid } = moments;
  if (!(areaMm2 > 0))
    throw new InvalidInput(
      "planimetry",
      "needs a contour with an area; got one without",
      "no_area",
    );
  const perimeterMm = perimeterOf(points);
  const hull = convexHull(points);
  const feret = feretDiameters(hull);
  const chords = Float64Array.from({ length: CHORDS }, (_, degree) =>
    centroidChordMm(points, centroid, degree),
  );
  return {
    areaMm2,
    perimeterMm,
    centroid,
    areaDerivedDiameterMm: areaDerivedDiameterMm(areaMm2),
    perimeterDerivedDiameterMm: perimeterDerivedDiameterMm(perimeterMm),
    feretMaxMm: feret.maxMm,
    feretMinMm: feret.minMm,
    feretMaxDirectionDeg: feret.maxDirectionDeg,
    widthPerpendicularToFeretMaxMm: feret.perpendicularMm,
    ...ellipseAxes(moments),
    centroidChordMaxMm: Math.max(...chords),
    centroidChordMinMm: Math.min(...chords),
    eccentricityIndex: eccentricityIndex(feret.minMm, feret.maxMm),
    convexHullAreaMm2: polygonMoments(hull).areaMm2,
  };
}

/**
 * Length of the chord through a point in one direction, between the outermost crossings of the contour.
 *
 * @param points - (n × 2) mm, corners in order
 * @param through - a point inside
 * @param directionDeg - from the first axis towards the second
 * @returns NaN where the line misses the contour
 */
export function centroidChordMm(
  points: Float64Array,
  [cx, cy]: readonly [number, number],
  directionDeg: number,
): number {
  const angle = (directionDeg * Math.PI) / 180;
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const count = points.length / 2;
  for (let i = 0, j = count - 1; i < count; j = i++) {
    const [ax, ay] = [points[2 * j]! - cx, points[2 * j + 1]! - cy];
    const [bx, by] = [points[2 * i]! - cx, points[2 * i + 1]! - cy];
    const [a, b] = [ux * ay - uy * ax, ux * by - uy * bx]; // distances across the line
    if (a >= 0 === b >= 0) continue;
    const share = a / (a - b);
    const along = ux * (ax + share * (bx - ax)) + uy * (ay + share * (by - ay));
    least = Math.min(least, along);
    greatest = Math.max(greatest, along);
  }
  return greatest >= least ? greatest - least : Number.NaN;
}

/**
 * The points of a contour in a frame of its plane.
 *
 * @returns (n × 2) mm, seen from the tip of the normal
 * @throws InvalidInput when it is no plane
 */
export function contourInPlane({ points }: Contour, plane: Plane): Float64Array {
  return inFrame(points, planeFrame("contourInPlane", plane));
}

function inFrame(points: Float64Array, { origin, u, v }: PlaneFrame): Float64Array {
  const flat = new Float64Array((points.length / 3) * 2);
  for (let i = 0; i < flat.length / 2; i++) {
    const [x, y, z] = [
      points[3 * i]! - origin[0],
      points[3 * i + 1]! - origin[1],
      points[3 * i + 2]! - origin[2],
    ];
    flat[2 * i] = u[0] * x + u[1] * y + u[2] * z;
    flat[2 * i + 1] = v[0] * x + v[1] * y + v[2] * z;
  }
  return flat;
}

/** Area, centroid and central second moments of a polygon. */
interface PolygonMoments {
  readonly areaMm2: number;
  readonly centroid: readonly [number, number];
  readonly xx: number; // mm⁴
  readonly yy: number;
  readonly xy: number;
}

function polygonMoments(points: Float64Array): PolygonMoments {
  const count = points.length / 2;
  // About the first point: a section far from the origin would lose its digits.
  const [ox, oy] = [points[0]!, points[1]!];
  let [double, mx, my, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (let i = 0, j = count - 1; i < count; j = i++) {
    const [ax, ay] = [points[2 * j]! - ox, points[2 * j + 1]! - oy];
    const [bx, by] = [points[2 * i]! - ox, points[2 * i + 1]! - oy];
    const cross = ax * by - bx * ay;
    double += cross;
    mx += cross * (ax + bx);
    my += cross * (ay + by);
    xx += cross * (ax * ax + ax * bx + bx * bx);
    yy += cross * (ay * ay + ay * by + by * by);
    xy += cross * (2 * ax * ay + ax * by + bx * ay + 2 * bx * by);
  }
  const sign = double < 0 ? -1 : 1;
  const area = (sign * double) / 2;
  const [x, y] = [mx / (3 * double), my / (3 * double)];
  return {
    areaMm2: area,
    centroid: [ox + x, oy + y],
    xx: (sign * xx) / 12 - area * x * x,
    yy: (sign * yy) / 12 - area * y * y,
    xy: (sign * xy) / 24 - area * x * y,
  };
}

/** Axes of the ellipse with the second moments of the section: 4√(eigenvalue/area). */
function ellipseAxes({ areaMm2, xx, yy, xy }: PolygonMoments): {
  ellipseMajorMm: number;
  ellipseMinorMm: number;
} {
  const mean = (xx + yy) / 2;
  const spread = Math.hypot((xx - yy) / 2, xy);
  return {
    ellipseMajorMm: 4 * Math.sqrt((mean + spread) / areaMm2),
    ellipseMinorMm: 4 * Math.sqrt(Math.max(0, mean - spread) / areaMm2),
  };
}

function perimeterOf(points: Float64Array): number {
  const count = points.length / 2;
  let length = 0;
  for (let i = 0, j = count - 1; i < count; j = i++) {
    length += Math.hypot(points[2 * i]! - points[2 * j]!, points[2 * i + 1]! - points[2 * j + 1]!);
  }
  return length;
}

function check(points: Float64Array): void {
  if (!(points instanceof Float64Array) || points.length % 2 !== 0 || points.length < 6) {
    throw new InvalidInput(
      "planimetry",
      `needs at least three points of x and y in a Float64Array; got ${points?.length} numbers`,
    );
  }
  const bad = points.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new InvalidInput(
      "planimetry",
      `needs finite points; point ${Math.floor(bad / 2)} has ${points[bad]}`,
      "non_finite",
    );
  }
}
