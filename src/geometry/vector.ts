/** A point or a direction in the LPS frame, mm. */
export type Vector3 = readonly [number, number, number];

/** a + b. */
export function add(a: Vector3, b: Vector3): Vector3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

/** a − b. */
export function subtract(a: Vector3, b: Vector3): Vector3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

/** s·a. */
export function scale(a: Vector3, s: number): Vector3 {
  return [s * a[0], s * a[1], s * a[2]];
}

/** Scalar product a·b. */
export function dot(a: Vector3, b: Vector3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** Vector product a × b. */
export function cross(a: Vector3, b: Vector3): Vector3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** Length |a|. */
export function norm(a: Vector3): number {
  return Math.hypot(a[0], a[1], a[2]);
}

/** The direction of a with length 1; NaN where a has no length. */
export function unit(a: Vector3): Vector3 {
  return scale(a, 1 / norm(a));
}

/** Distance |a − b|, mm. */
export function distance(a: Vector3, b: Vector3): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** The i-th of flat points (n × 3). */
export function pointAt(points: ArrayLike<number>, i: number): Vector3 {
  return [points[3 * i]!, points[3 * i + 1]!, points[3 * i + 2]!];
}
