import { sideOfPlane, turnAlong } from "../orientation.js";
import type { TriangleMesh } from "./triangle-mesh.js";

/** The axis along which a triangle looks largest; undefined where it has no area. */
export function openAxis(
  { positions: p, triangles }: TriangleMesh,
  triangle: number,
): number | undefined {
  const [a, b, c] = cornersOf(triangles, triangle);
  let [widest, largest] = [0, -1];
  for (let axis = 0; axis < 3; axis++) {
    const [x, y] = [(axis + 1) % 3, (axis + 2) % 3];
    const [ax, ay] = [p[3 * a + x]!, p[3 * a + y]!];
    const area = Math.abs(
      (p[3 * b + x]! - ax) * (p[3 * c + y]! - ay) - (p[3 * b + y]! - ay) * (p[3 * c + x]! - ax),
    );
    if (area > largest) [widest, largest] = [axis, area];
  }
  return [widest, 0, 1, 2].find((axis) => turnAlong(p, a, b, c, axis) !== 0);
}

/**
 * Whether two triangles of a mesh have a point in common beside the vertices and edges that they share.
 * Exact for every double: triangles that only touch do meet.
 *
 * Neighbours that do not overlap where they are seen along an axis do not meet; that is found in floating
 * point, where a test of whether four points of a flat part lie in a plane has to be exact.
 *
 * @param first - a triangle with an area, as the second
 * @param axis - the first's open axis
 */
export function trianglesMeet(
  mesh: TriangleMesh,
  first: number,
  second: number,
  axis: number,
): boolean {
  const p = mesh.positions;
  const one = cornersOf(mesh.triangles, first);
  const other = cornersOf(mesh.triangles, second);
  const common = one.filter((vertex) => other.includes(vertex));
  if (common.length === 3) return true;
  if (common.length === 2) {
    const a = one.find((vertex) => !common.includes(vertex))!;
    const b = other.find((vertex) => !common.includes(vertex))!;
    const [u, v] = common as [number, number];
    const isFolded = turnAlong(p, u, v, a, axis) === turnAlong(p, u, v, b, axis);
    return isFolded && sideOfPlane(p, u, v, a, b) === 0;
  }
  const turned = anticlockwise(p, one, axis);
  const turnedOther = anticlockwise(p, other, axis);
  if (common.length === 1) {
    const isOpen = turnAlong(p, ...other, axis) !== 0;
    if (isOpen && !sectorsMeet(p, turned, turnedOther, common[0]!, axis)) return false;
  } else if (isSeparated(p, turned, other, axis)) return false;
  const sides = sidesOf(p, one, other, common);
  if (areApart(sides, common.length)) return false;
  if (sides.every((side) => side === 0)) {
    return common.length === 1 || !isSeparated(p, turnedOther, one, axis);
  }
  const sidesOfOther = sidesOf(p, other, one, common);
  if (areApart(sidesOfOther, common.length)) return false;
  return (
    someEdgeMeets(p, other, sides, one, common) ||
    someEdgeMeets(p, one, sidesOfOther, other, common)
  );
}

type Corners = readonly [number, number, number];

function cornersOf(triangles: Uint32Array, t: number): [number, number, number] {
  return [triangles[3 * t]!, triangles[3 * t + 1]!, triangles[3 * t + 2]!];
}

/** On which side of a triangle's plane the corners of another lie; those in common are in it. */
function sidesOf(
  p: Float64Array,
  [a, b, c]: Corners,
  corners: Corners,
  common: readonly number[],
): number[] {
  return corners.map((vertex) => (common.includes(vertex) ? 0 : sideOfPlane(p, a, b, c, vertex)));
}

/** Corners strictly on one side of a plane, but for those in common, which lie in it. */
function areApart(sides: readonly number[], common: number): boolean {
  const above = sides.filter((side) => side > 0).length;
  const below = sides.filter((side) => side < 0).length;
  return above === 3 - common || below === 3 - common;
}

/**
 * Whether an edge of a triangle meets another triangle. What two triangles with one vertex in common
 * share beyond it runs on to the edge opposite the vertex of one of them.
 */
function someEdgeMeets(
  p: Float64Array,
  edges: Corners,
  sides: readonly number[],
  triangle: Corners,
  common: readonly number[],
): boolean {
  for (let i = 0; i < 3; i++) {
    const j = (i + 1) % 3;
    if (sides[i]! * sides[j]! > 0) continue;
    const [from, to] = [edges[i]!, edges[j]!];
    if (common.includes(from) || common.includes(to)) continue;
    if (sides[i] === 0 && sides[j] === 0) {
      if (segmentMeetsInPlane(p, from, to, triangle)) return true;
      continue;
    }
    const turns = [0, 1, 2].map((k) =>
      sideOfPlane(p, from, to, triangle[k]!, triangle[(k + 1) % 3]!),
    );
    if (turns.every((turn) => turn >= 0) || turns.every((turn) => turn <= 0)) return true;
  }
  return false;
}

function segmentMeetsInPlane(
  p: Float64Array,
  from: number,
  to: number,
  triangle: Corners,
): boolean {
  const axis = [0, 1, 2].find((one) => turnAlong(p, ...triangle, one) !== 0)!;
  const corners = anticlockwise(p, triangle, axis);
  if (isSeparated(p, corners, [from, to], axis)) return false;
  const turns = corners.map((corner) => turnAlong(p, from, to, corner, axis));
  return !turns.every((turn) => turn > 0) && !turns.every((turn) => turn < 0);
}

function anticlockwise(p: Float64Array, [a, b, c]: Corners, axis: number): Corners {
  return turnAlong(p, a, b, c, axis) > 0 ? [a, b, c] : [a, c, b];
}

/** Whether all points lie strictly outside of one side of an anticlockwise triangle. */
function isSeparated(
  p: Float64Array,
  triangle: Corners,
  points: readonly number[],
  axis: number,
): boolean {
  return [0, 1, 2].some((i) =>
    points.every((point) => turnAlong(p, triangle[i]!, triangle[(i + 1) % 3]!, point, axis) < 0),
  );
}

/** Whether the angles of two anticlockwise triangles at their common vertex have a ray in common. */
function sectorsMeet(
  p: Float64Array,
  one: Corners,
  other: Corners,
  at: number,
  axis: number,
): boolean {
  const rays = (corners: Corners): [number, number] => {
    const i = corners.indexOf(at);
    return [corners[(i + 1) % 3]!, corners[(i + 2) % 3]!];
  };
  const holds = ([from, to]: readonly [number, number], ray: number): boolean =>
    turnAlong(p, at, from, ray, axis) >= 0 && turnAlong(p, at, ray, to, axis) >= 0;
  const [a, b] = [rays(one), rays(other)];
  return b.some((ray) => holds(a, ray)) || a.some((ray) => holds(b, ray));
}
