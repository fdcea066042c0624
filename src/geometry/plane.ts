import { InvalidInput } from "../numeric/invalid-input.js";
import { add, cross, distance, dot, norm, scale, subtract, unit, type Vector3 } from "./vector.js";

/** A plane by a point on it and its normal, whose length does not matter. */
export interface Plane {
  readonly origin: Vector3; // mm
  readonly normal: Vector3;
}

/** A plane with two unit axes in it that make a right-handed frame with the unit normal. */
export interface PlaneFrame {
  readonly origin: Vector3;
  readonly u: Vector3;
  readonly v: Vector3;
  readonly normal: Vector3; // u × v
}

/**
 * Axes in a plane. They follow the coordinate axis that is the least steep to it, so that equal
 * planes have equal frames.
 *
 * @throws InvalidInput in the name of the caller when the normal has no direction
 */
export function planeFrame(where: string, plane: Plane): PlaneFrame {
  checkPlane(where, plane);
  const normal = unit(plane.normal);
  const steepness = normal.map(Math.abs);
  const least = steepness.indexOf(Math.min(...steepness));
  const axis: Vector3 = [least === 0 ? 1 : 0, least === 1 ? 1 : 0, least === 2 ? 1 : 0];
  const along = dot(axis, normal);
  const u = unit([
    axis[0] - along * normal[0],
    axis[1] - along * normal[1],
    axis[2] - along * normal[2],
  ]);
  return { origin: plane.origin, u, v: cross(normal, u), normal };
}

/** The point of a plane at the coordinates x and y of its frame, mm. */
export function inPlane({ origin, u, v }: PlaneFrame, x: number, y: number): Vector3 {
  const [a, b] = [scale(u, x), scale(v, y)];
  return [origin[0] + a[0] + b[0], origin[1] + a[1] + b[1], origin[2] + a[2] + b[2]];
}

/**
 * Refuses what is no plane.
 *
 * @throws InvalidInput when a number is not finite or the normal has no length
 */
export function checkPlane(where: string, { origin, normal }: Plane): void {
  if (![...origin, ...normal].every(Number.isFinite) || !(norm(normal) > 0)) {
    const got = `origin (${origin.join(", ")}), normal (${normal.join(", ")})`;
    throw new InvalidInput(
      where,
      `needs a plane with a finite origin and a normal other than 0; got ${got}`,
    );
  }
}

/**
 * The plane through three points, its origin their mean. Its normal has them run anticlockwise.
 *
 * @throws InvalidInput when a number is not finite or the points lie on a line
 */
export function planeThrough(a: Vector3, b: Vector3, c: Vector3): Plane {
  const origin = scale(add(add(a, b), c), 1 / 3);
  const normal = cross(subtract(b, a), subtract(c, a));
  const longest = Math.max(distance(a, b), distance(b, c), distance(c, a));
  if (!(norm(normal) > ON_A_LINE * longest * longest)) {
    const got = [a, b, c].map((point) => `(${point.join(", ")})`).join(", ");
    throw new InvalidInput(
      "planeThrough",
      `needs three points off one line; got ${got}`,
      "on_a_line",
    );
  }
  return { origin, normal: unit(normal) };
}

/** Points whose triangle is lower than this share of its longest side give no plane: rounding would turn it. */
const ON_A_LINE = 1e-6;
