/** Widths of a convex polygon between two parallel lines. */
export interface FeretDiameters {
  readonly maxMm: number; // the largest distance of two corners
  readonly maxDirectionDeg: number; // of the line through these, 0 to 180 from the first axis
  readonly minMm: number; // the smallest width in any direction
  readonly perpendicularMm: number; // width across the direction of the largest
}

/**
 * The Feret diameters of a convex polygon. The smallest width stands on one of its sides.
 *
 * @param hull - (n × 2) corners in order, as `convexHull` gives them
 * @source [@toussaint1983] calipers; here every side against every corner, as sections have few
 */
export function feretDiameters(hull: Float64Array): FeretDiameters {
  const count = hull.length / 2;
  let [max, dx, dy] = [0, 1, 0];
  let min = count < 3 ? 0 : Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const [ax, ay] = [hull[2 * i]!, hull[2 * i + 1]!];
    const next = (i + 1) % count;
    const [sx, sy] = [hull[2 * next]! - ax, hull[2 * next + 1]! - ay];
    const side = Math.hypot(sx, sy);
    let width = 0;
    for (let j = 0; j < count; j++) {
      const [px, py] = [hull[2 * j]! - ax, hull[2 * j + 1]! - ay];
      width = Math.max(width, Math.abs(sx * py - sy * px));
      const distance = px * px + py * py;
      if (distance > max) [max, dx, dy] = [distance, px, py];
    }
    if (side > 0) min = Math.min(min, width / side);
  }
  const length = Math.sqrt(max);
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let j = 0; j < count; j++) {
    const across = length > 0 ? (dx * hull[2 * j + 1]! - dy * hull[2 * j]!) / length : 0;
    least = Math.min(least, across);
    greatest = Math.max(greatest, across);
  }
  const degrees = (Math.atan2(dy, dx) * 180) / Math.PI;
  return {
    maxMm: length,
    maxDirectionDeg: ((degrees % 180) + 180) % 180,
    minMm: min,
    perpendicularMm: greatest - least,
  };
}
