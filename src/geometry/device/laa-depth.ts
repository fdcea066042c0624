import { InvalidInput } from "../../numeric/invalid-input.js";
import { arcLengths } from "../centreline/polyline.js";
import { checkPositive } from "../check-lengths.js";
import { DisjointSets } from "../mesh/disjoint-sets.js";
import type { TriangleMesh } from "../mesh/triangle-mesh.js";
import type { Plane } from "../plane.js";
import { distance, dot, pointAt, scale, subtract, unit, type Vector3 } from "../vector.js";
import type { OstiumDimensions } from "./laa-ostium.js";
import { type Lumen, type LumenSection, sectionAboutOrigin } from "./section.js";

/** How far an appendage reaches along the normal of its ostium. */
export interface LaaDepth {
  readonly depthMm: number;
  readonly tip: Vector3; // mm, the farthest vertex
}

/**
 * Depth of the appendage along the normal of its ostium: to the farthest vertex of the surface beyond
 * the ostium plane that hangs together with the ostium's rim there. Other chambers that the plane cuts
 * have no say.
 *
 * @param mesh - the surface that the ostium was cut from
 * @param ostium - of a plane whose normal points into the appendage
 * @throws InvalidInput when the surface does not go on beyond the ostium
 */
export function laaDepth(mesh: TriangleMesh, ostium: OstiumDimensions): LaaDepth {
  const heights = heightsOver(ostium.plane, mesh.positions);
  const { triangles, positions } = mesh;
  const sets = new DisjointSets(heights.length);
  for (let t = 0; t < triangles.length; t++) {
    const [a, b] = [triangles[t]!, triangles[t % 3 === 2 ? t - 2 : t + 1]!];
    if (heights[a]! >= 0 && heights[b]! >= 0) sets.join(a, b);
  }
  const rim = sets.find(vertexBeyondRim(mesh, heights, ostium));
  let [depthMm, tip] = [Number.NEGATIVE_INFINITY, -1];
  for (let i = 0; i < heights.length; i++) {
    if (heights[i]! > depthMm && sets.find(i) === rim) [depthMm, tip] = [heights[i]!, i];
  }
  return { depthMm, tip: pointAt(positions, tip) };
}

/** Depth along a given line from the ostium to the line's end. */
export interface LaaCentrelineDepth {
  readonly depthMm: number; // along the line
  readonly entry: Vector3; // mm, where the line crosses the ostium plane
}

/**
 * Depth along a centreline: from where it crosses the ostium plane to its end.
 *
 * @param line - (n × 3) mm, points from the atrium to the tip of the appendage
 * @param ostium - plane with its normal into the appendage
 * @throws InvalidInput with fewer than two points, or when the line does not cross the plane into the appendage
 */
export function laaCentrelineDepth(line: Float64Array, ostium: Plane): LaaCentrelineDepth {
  const { fromMm, lengths } = entryOf("laaCentrelineDepth", line, ostium);
  return { depthMm: lengths.at(-1)! - fromMm, entry: alongLine(line, lengths, fromMm) };
}

/** The section at which a device is to sit. */
export interface LandingZone extends LumenSection {
  readonly depthMm: number; // along the centreline from the ostium
}

/**
 * The landing zone: the section across the centreline at a device's depth from the ostium.
 *
 * @param lumen - surface or segmentation, LPS mm
 * @param line - (n × 3) mm, points from the atrium to the tip of the appendage
 * @param ostium - plane with its normal into the appendage
 * @param depthMm - along the line, of the device: 10 to 12 mm are in use
 * @param options.windowMm - half the length of line whose chord is the normal of the section, mm; 2
 * @throws InvalidInput when the line ends before the depth, or no closed contour runs about it there
 */
export function landingZone(
  lumen: Lumen,
  line: Float64Array,
  ostium: Plane,
  depthMm: number,
  { windowMm = 2 }: { windowMm?: number } = {},
): LandingZone {
  checkPositive("landingZone", { depthMm, windowMm });
  const { fromMm, lengths } = entryOf("landingZone", line, ostium);
  const at = fromMm + depthMm;
  const total = lengths.at(-1)!;
  if (at > total) {
    const rule = `needs a centreline of ${depthMm} mm beyond the ostium; it ends after ${(total - fromMm).toFixed(1)} mm`;
    throw new InvalidInput("landingZone", rule, "beyond_line");
  }
  const [before, after] = [Math.max(0, at - windowMm), Math.min(total, at + windowMm)];
  const normal = subtract(alongLine(line, lengths, after), alongLine(line, lengths, before));
  const plane = { origin: alongLine(line, lengths, at), normal: unit(normal) };
  return { ...sectionAboutOrigin("landingZone", lumen, plane), depthMm };
}

/** Where a line crosses the ostium plane into the appendage; of several places the one nearest its middle. */
function entryOf(
  where: string,
  line: Float64Array,
  ostium: Plane,
): { fromMm: number; lengths: Float64Array } {
  if (
    !(line instanceof Float64Array) ||
    line.length < 6 ||
    line.length % 3 !== 0 ||
    !line.every(Number.isFinite)
  ) {
    const got = (line as ArrayLike<number> | undefined)?.length;
    throw new InvalidInput(
      where,
      `needs a centreline of two or more finite points in a Float64Array; got ${got} numbers`,
    );
  }
  const lengths = arcLengths(line);
  const heights = heightsOver(ostium, line);
  let [fromMm, nearest] = [Number.NaN, Number.POSITIVE_INFINITY];
  for (let i = 1; i < heights.length; i++) {
    const [low, high] = [heights[i - 1]!, heights[i]!];
    if (!(low < 0 && high >= 0) && !(i === 1 && low === 0 && high > 0)) continue;
    const at = lengths[i - 1]! + (-low / (high - low)) * (lengths[i]! - lengths[i - 1]!);
    const off = distance(alongLine(line, lengths, at), ostium.origin);
    if (off < nearest) [fromMm, nearest] = [at, off];
  }
  if (Number.isNaN(fromMm)) {
    const rule =
      "needs a centreline from the atrium through the ostium plane into the appendage; it does not cross the plane that way";
    throw new InvalidInput(where, rule, "not_through_ostium");
  }
  return { fromMm, lengths };
}

function alongLine(line: Float64Array, lengths: Float64Array, at: number): Vector3 {
  const last = lengths.length - 1;
  let i = 1;
  while (i < last && lengths[i]! < at) i++;
  const span = lengths[i]! - lengths[i - 1]!;
  const share = span > 0 ? (at - lengths[i - 1]!) / span : 0;
  const [a, b] = [pointAt(line, i - 1), pointAt(line, i)];
  const step = scale(subtract(b, a), share);
  return [a[0] + step[0], a[1] + step[1], a[2] + step[2]];
}

function heightsOver({ origin, normal }: Plane, points: Float64Array): Float64Array {
  const direction = unit(normal);
  const [nx, ny, nz] = direction;
  const offset = dot(origin, direction);
  const heights = new Float64Array(points.length / 3);
  for (let i = 0, at = 0; i < heights.length; i++, at += 3) {
    heights[i] = nx * points[at]! + ny * points[at + 1]! + nz * points[at + 2]! - offset;
  }
  return heights;
}

/** The vertex beyond the plane on the crossed edge nearest to the first point of the rim. */
function vertexBeyondRim(
  { positions, triangles }: TriangleMesh,
  heights: Float64Array,
  { contour }: OstiumDimensions,
): number {
  const [x, y, z] = pointAt(contour.points, 0);
  let [found, nearest] = [-1, Number.POSITIVE_INFINITY];
  for (let t = 0; t < triangles.length; t++) {
    const [a, b] = [triangles[t]!, triangles[t % 3 === 2 ? t - 2 : t + 1]!];
    const [p, q] = [heights[a]!, heights[b]!];
    if (p >= 0 === q >= 0) continue;
    const share = p / (p - q);
    const off = Math.hypot(
      positions[3 * a]! + share * (positions[3 * b]! - positions[3 * a]!) - x,
      positions[3 * a + 1]! + share * (positions[3 * b + 1]! - positions[3 * a + 1]!) - y,
      positions[3 * a + 2]! + share * (positions[3 * b + 2]! - positions[3 * a + 2]!) - z,
    );
    if (off < nearest) [found, nearest] = [p >= 0 ? a : b, off];
  }
  // The rim of an ostium of this mesh lies on a crossed edge but for rounding.
  if (found < 0 || nearest > ON_RIM_MM) {
    throw new InvalidInput(
      "laaDepth",
      "needs the surface that the ostium was cut from; got another",
      "not_the_surface",
    );
  }
  return found;
}

const ON_RIM_MM = 1e-3;
