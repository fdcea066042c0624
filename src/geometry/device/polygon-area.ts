/**
 * Area within a polygon (n × 2), above 0 where it runs anticlockwise.
 */
export function signedAreaMm2(points: Float64Array): number {
  const count = points.length / 2;
  if (count === 0) return 0;
  // About the first point: a section far from the origin would lose its digits.
  const [ox, oy] = [points[0]!, points[1]!];
  let twice = 0;
  for (let i = 0, j = count - 1; i < count; j = i++) {
    twice +=
      (points[2 * j]! - ox) * (points[2 * i + 1]! - oy) -
      (points[2 * i]! - ox) * (points[2 * j + 1]! - oy);
  }
  return twice / 2;
}

/**
 * The part of a simple polygon within a convex one that runs anticlockwise, by cutting it along each
 * side of that in turn. Parts that a side severs stay joined along it, which has no area.
 *
 * @returns (m × 2); empty where they do not meet
 * @source [@sutherland1974]
 */
export function clipToConvex(points: Float64Array, convex: Float64Array): Float64Array {
  let part = Array.from(points);
  const sides = convex.length / 2;
  for (let s = 0; s < sides && part.length > 0; s++) {
    const [ax, ay] = [convex[2 * s]!, convex[2 * s + 1]!];
    const next = (s + 1) % sides;
    part = cutAlong(part, ax, ay, convex[2 * next]! - ax, convex[2 * next + 1]! - ay);
  }
  return Float64Array.from(part);
}

/** The part of a polygon to the left of a directed line. */
function cutAlong(points: number[], ax: number, ay: number, dx: number, dy: number): number[] {
  const kept: number[] = [];
  const count = points.length / 2;
  let [px, py] = [points[2 * count - 2]!, points[2 * count - 1]!];
  let before = dx * (py - ay) - dy * (px - ax);
  for (let i = 0; i < count; i++) {
    const [x, y] = [points[2 * i]!, points[2 * i + 1]!];
    const height = dx * (y - ay) - dy * (x - ax);
    if (before >= 0 !== height >= 0) {
      const share = before / (before - height);
      kept.push(px + share * (x - px), py + share * (y - py));
    }
    if (height >= 0) kept.push(x, y);
    [px, py, before] = [x, y, height];
  }
  return kept;
}

/**
 * Area that a simple polygon has in common with a circle: for each side the signed part of the circle
 * between the side and the centre, triangles where the side is within and sectors where it is not.
 *
 * @returns above 0 where the polygon runs anticlockwise
 */
export function signedCircleOverlapMm2(
  points: Float64Array,
  [cx, cy]: readonly [number, number],
  radiusMm: number,
): number {
  const count = points.length / 2;
  let area = 0;
  for (let i = 0, j = count - 1; i < count; j = i++) {
    area += sideOverlap(
      points[2 * j]! - cx,
      points[2 * j + 1]! - cy,
      points[2 * i]! - cx,
      points[2 * i + 1]! - cy,
      radiusMm,
    );
  }
  return area;
}

/** The part of a circle about the origin in the triangle of the origin and a side, signed. */
function sideOverlap(ax: number, ay: number, bx: number, by: number, radius: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return 0;
  // Where the side is in the circle: shares from to.
  const middle = -(ax * dx + ay * dy) / squared;
  const off = (ax * dy - ay * dx) ** 2 / squared; // squared distance of its line
  const half = off < radius * radius ? Math.sqrt((radius * radius - off) / squared) : 0;
  const from = Math.min(1, Math.max(0, middle - half));
  const to = Math.min(1, Math.max(0, middle + half));
  const sector = (px: number, py: number, qx: number, qy: number): number =>
    (radius * radius * Math.atan2(px * qy - py * qx, px * qx + py * qy)) / 2;
  if (half === 0 || from >= to) return sector(ax, ay, bx, by);
  const [px, py, qx, qy] = [ax + from * dx, ay + from * dy, ax + to * dx, ay + to * dy];
  const triangle = (px * qy - py * qx) / 2;
  return triangle + sector(ax, ay, px, py) + sector(qx, qy, bx, by);
}
