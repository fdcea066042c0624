import { InvalidInput } from "../../numeric/invalid-input.js";
import type { GeometryIssue } from "../issue.js";
import { capEnds, type OpenEnd } from "../mesh/open-ends.js";
import type { TriangleMesh } from "../mesh/triangle-mesh.js";
import { type TriangleTree, triangleTree } from "../mesh/triangle-tree.js";
import { cross, distance, dot, norm, pointAt, scale, unit, type Vector3 } from "../vector.js";
import { localFit } from "./local-fit.js";
import { pathThroughLumen } from "./lumen-path.js";
import { arcLengths, resampled } from "./polyline.js";
import { recentre } from "./recentre.js";

/** Where a centreline begins and ends: at two points, or at the two openings of the surface. */
export type CentrelineEnds = "open-ends" | { readonly start: Vector3; readonly end: Vector3 };

/** A line through the middle of a lumen. */
export interface Centreline {
  readonly points: Float64Array; // (n × 3) mm, at equal distances
  readonly arcLengthMm: Float64Array; // (n) from the start
  readonly radiusMm: Float64Array; // (n) of the largest sphere about the point within the wall
  readonly tangents: Float64Array; // (n × 3) unit, towards the end
  readonly curvaturePerMm: Float64Array; // (n)
  readonly torsionPerMm: Float64Array; // (n) NaN where the line is too straight to have one
  readonly lengthMm: number;
  readonly issues: readonly GeometryIssue[];
}

/** How finely a centreline is made. */
export interface CentrelineOptions {
  /** Distance of the points, mm; a fifth of the median inscribed radius. */
  readonly stepMm?: number;
  /** Half width of the window in which the line counts as a cubic, mm; 1.5 median inscribed radii. */
  readonly smoothingMm?: number;
  /** Of the grid on which a first path is found, mm; a tenth of the ratio of volume to area of the lumen, times 4. */
  readonly spacingMm?: number;
}

const STEPS_A_RADIUS = 5;
const RADII_A_WINDOW = 1.5;
const MOST_PASSES = 12;
/** So many passes move points all the way to the middle. */
const WHOLE_PASSES = 3;
/** Passes end when no point lies off the middle by more than this share of the radius. */
const STILL = 0.005;
/** A middle that has not settled to this share of the radius is an issue: there is no one middle. */
const UNSETTLED = 0.1;
/** How far off the middle points are sought, as shares of the radius. */
const FIRST_SEARCH = 1 / 4;
const LATER_SEARCH = 1 / 16;
/** A line that turns by less than this over the window has no plane of curvature to twist, radians. */
const LEAST_TURN = 0.1;

/**
 * The centreline of a tubular lumen, with the inscribed radius, tangent, curvature and torsion at
 * each point.
 *
 * A minimal path through the voxels of the lumen, cheap far from the wall, is moved pass by pass: every
 * point across the line to where the largest sphere fits between the walls, by exact distances to the
 * triangles, then all by a local cubic fit, which also gives the derivatives. The two ends stay where
 * they are given. An opening is no wall; a closed end is one, and within its reach the radius is
 * that of the sphere which touches it.
 *
 * @param mesh - closed, or open at ends that are simple loops; normals may point either way
 * @throws InvalidInput when it has not two openings and no ends are given, an end lies outside the
 *   lumen, or no way leads from one to the other
 * @source [@deschamps2001] the minimal path; [@cleveland1979] the fit
 */
export function centreline(
  mesh: TriangleMesh,
  ends: CentrelineEnds,
  options: CentrelineOptions = {},
): Centreline {
  checkOptions(options);
  const capped = capEnds(mesh);
  const [start, end] = endPoints(ends, capped.ends);
  const wall = triangleTree({
    positions: capped.mesh.positions,
    triangles: capped.mesh.triangles.subarray(0, 3 * capped.wallTriangles),
  });
  const path = pathThroughLumen(capped.mesh, start, end, options.spacingMm);
  const window = options.smoothingMm ?? RADII_A_WINDOW * path.medianRadiusMm;
  const step = options.stepMm ?? path.medianRadiusMm / STEPS_A_RADIUS;
  const fineness = Math.min(step, window / 4);
  const middle = inTheMiddle(wall, path.points, window, fineness, path.medianRadiusMm);
  const issues: GeometryIssue[] = [];
  if (middle.lastMoveMm > UNSETTLED * path.medianRadiusMm) {
    const message = `the middle is not settled: points still lie up to ${middle.lastMoveMm.toFixed(2)} mm off it, as where a branch leaves`;
    issues.push({ code: "NOT_SETTLED", message });
  }
  return { ...described(wall, middle.points, window, step), issues };
}

function checkOptions(options: CentrelineOptions): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || (value > 0 && Number.isFinite(value))) continue;
    throw new InvalidInput("centreline", `needs ${name} above 0; got ${value}`);
  }
}

function endPoints(
  ends: CentrelineEnds,
  openings: readonly OpenEnd[],
): readonly [Vector3, Vector3] {
  if (ends !== "open-ends") return [ends.start, ends.end];
  if (openings.length === 2) return [openings[0]!.centre, openings[1]!.centre];
  const centres = openings.map(({ centre }) => `(${centre.map((v) => v.toFixed(1)).join(", ")})`);
  const rule =
    openings.length === 0
      ? "needs start and end points: the surface is closed"
      : `needs start and end points, or a surface with two openings; got ${openings.length}: ${centres.join(", ")}`;
  throw new InvalidInput("centreline", rule, "ends");
}

/** Moves a line to the middle of the lumen until it is still. */
function inTheMiddle(
  wall: TriangleTree,
  path: Float64Array,
  window: number,
  step: number,
  radius: number,
): { readonly points: Float64Array; readonly lastMoveMm: number } {
  let line = smoothed(resampled(path, step), window, step);
  let moved = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < MOST_PASSES && moved > STILL * radius; pass++) {
    const centred = centredPoints(wall, line, window, pass === 0 ? FIRST_SEARCH : LATER_SEARCH);
    // At a branch the middle may jump from one side to the other: later passes average.
    const share = Math.min(1, WHOLE_PASSES / (pass + 1));
    moved = 0;
    for (let i = 0; i < line.length; i += 3) {
      const move = Math.hypot(
        centred[i]! - line[i]!,
        centred[i + 1]! - line[i + 1]!,
        centred[i + 2]! - line[i + 2]!,
      );
      moved = Math.max(moved, move);
    }
    for (let i = 0; i < line.length; i++) centred[i] = line[i]! + share * (centred[i]! - line[i]!);
    line = smoothed(centred, window, step);
  }
  return { points: line, lastMoveMm: moved };
}

/** Points moved across the line to the middle; runs at its ends that see no wall beside them go on as they come. */
function centredPoints(
  wall: TriangleTree,
  line: Float64Array,
  window: number,
  firstStep: number,
): Float64Array {
  const lengths = arcLengths(line);
  const last = lengths.length - 1;
  const centred = line.slice();
  let [firstSeen, lastSeen] = [last, 0];
  let [firstTangent, lastTangent]: [Vector3, Vector3] = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (let i = 1; i < last; i++) {
    const { first } = localFit(line, lengths, lengths[i]!, window);
    const tangent = unit(first);
    const found = recentre(wall, pointAt(line, i), tangent, firstStep);
    if (found === undefined) continue;
    centred.set(found.point, 3 * i);
    if (i < firstSeen) [firstSeen, firstTangent] = [i, scale(tangent, -1)];
    [lastSeen, lastTangent] = [i, tangent];
  }
  bendTo(centred, firstSeen, 0, firstTangent);
  if (lastSeen > 0) bendTo(centred, lastSeen, last, lastTangent);
  return centred;
}

/** Lays the points from one to an end on the parabola that leaves the one along its tangent. */
function bendTo(points: Float64Array, from: number, end: number, tangent: Vector3): void {
  const [here, there] = [pointAt(points, from), pointAt(points, end)];
  const length = distance(here, there);
  const way = end > from ? 1 : -1;
  for (let i = from + way; i !== end && from !== end; i += way) {
    const share = (i - from) / (end - from);
    for (let axis = 0; axis < 3; axis++) {
      const along = length * tangent[axis]!;
      const bend = there[axis]! - here[axis]! - along;
      points[3 * i + axis] = here[axis]! + share * along + share * share * bend;
    }
  }
}

/** The line through the local fits, its ends where they were. */
function smoothed(points: Float64Array, window: number, step: number): Float64Array {
  const lengths = arcLengths(points);
  const fitted = points.slice();
  for (let i = 1; i + 1 < lengths.length; i++) {
    fitted.set(localFit(points, lengths, lengths[i]!, window).position, 3 * i);
  }
  return resampled(fitted, step);
}

function described(
  wall: TriangleTree,
  line: Float64Array,
  window: number,
  step: number,
): Omit<Centreline, "issues"> {
  const lengths = arcLengths(line);
  const points = resampled(line, step);
  const arcLengthMm = arcLengths(points);
  const count = arcLengthMm.length;
  const radiusMm = new Float64Array(count);
  const tangents = new Float64Array(3 * count);
  const curvaturePerMm = new Float64Array(count);
  const torsionPerMm = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const { first, second, third } = localFit(line, lengths, arcLengthMm[i]!, window);
    const speed = norm(first);
    const binormal = cross(first, second);
    const curvature = norm(binormal) / speed ** 3;
    radiusMm[i] = wall.closestPoint(pointAt(points, i))!.distanceMm;
    tangents.set(scale(first, 1 / speed), 3 * i);
    curvaturePerMm[i] = curvature;
    torsionPerMm[i] =
      curvature * window < LEAST_TURN ? Number.NaN : dot(binormal, third) / dot(binormal, binormal);
  }
  return {
    points,
    arcLengthMm,
    radiusMm,
    tangents,
    curvaturePerMm,
    torsionPerMm,
    lengthMm: arcLengthMm.at(-1)!,
  };
}
