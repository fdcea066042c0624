/**
 * The convex hull of points in a plane, anticlockwise, without points between its corners.
 *
 * @param points - (n × 2)
 * @returns (h × 2); h is 1 or 2 when all points are one or lie on a line
 * @source [@andrew1979]
 */
export function convexHull(points: Float64Array): Float64Array {
  const count = points.length / 2;
  const order = Uint32Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => points[2 * a]! - points[2 * b]! || points[2 * a + 1]! - points[2 * b + 1]!,
  );
  const half = (indices: Uint32Array): number[] => {
    const kept: number[] = [];
    for (const i of indices) {
      if (kept.length === 1 && isSame(points, kept[0]!, i)) continue;
      while (kept.length >= 2 && turn(points, kept.at(-2)!, kept.at(-1)!, i) <= 0) kept.pop();
      kept.push(i);
    }
    return kept;
  };
  const lower = half(order);
  const upper = half(order.slice().reverse());
  const corners = [...lower.slice(0, -1), ...upper.slice(0, -1)];
  const chosen = corners.length === 0 ? lower : corners;
  return Float64Array.from(chosen.flatMap((i) => [points[2 * i]!, points[2 * i + 1]!]));
}

/** Twice the area of a triangle, positive where it runs anticlockwise. */
function turn(p: Float64Array, a: number, b: number, c: number): number {
  const [ax, ay] = [p[2 * a]!, p[2 * a + 1]!];
  return (p[2 * b]! - ax) * (p[2 * c + 1]! - ay) - (p[2 * b + 1]! - ay) * (p[2 * c]! - ax);
}

function isSame(p: Float64Array, a: number, b: number): boolean {
  return p[2 * a] === p[2 * b] && p[2 * a + 1] === p[2 * b + 1];
}
