import { InvalidInput } from "../../numeric/invalid-input.js";
import { symmetricEigen } from "../../numeric/linear-algebra.js";
import type { Vector3 } from "../vector.js";

/** A motion of space, target ≈ scale · rotation · source + translation. */
export interface SimilarityTransform {
  readonly rotation: Float64Array; // (3 × 3) row-major, determinant +1
  readonly translation: Vector3; // mm
  readonly scale: number; // 1 for a rigid motion
}

/** A motion found from points, and how well it fits them. */
export interface PointRegistration {
  readonly transform: SimilarityTransform;
  readonly residualsMm: Float64Array; // (n) distance of each moved source point from its target
  readonly rmsMm: number;
}

/**
 * The rigid motion that moves source points onto target points with the least sum of squares.
 *
 * The rotation is that of a unit quaternion, so it is never a mirror image, whatever the points.
 *
 * @param source - (n × 3) mm, at least three points that do not lie on a line
 * @param target - (n × 3) mm, the same points in the same order
 * @throws InvalidInput on unequal numbers, fewer than three points, points on a line or not finite
 * @source [@horn1987]
 */
export function rigidRegistration(source: Float64Array, target: Float64Array): PointRegistration {
  return register("rigidRegistration", source, target, false);
}

/**
 * The motion with one scale for all directions that moves source points onto target points with the
 * least sum of squares.
 *
 * @param source - (n × 3) mm
 * @param target - (n × 3) mm
 * @throws InvalidInput as `rigidRegistration`
 * @source [@umeyama1991]
 */
export function similarityRegistration(
  source: Float64Array,
  target: Float64Array,
): PointRegistration {
  return register("similarityRegistration", source, target, true);
}

/** The points after a motion, (n × 3) mm. */
export function transformPoints(
  { rotation: r, translation: t, scale }: SimilarityTransform,
  points: Float64Array,
): Float64Array {
  const moved = new Float64Array(points.length);
  for (let i = 0; i < points.length; i += 3) {
    const [x, y, z] = [scale * points[i]!, scale * points[i + 1]!, scale * points[i + 2]!];
    moved[i] = r[0]! * x + r[1]! * y + r[2]! * z + t[0];
    moved[i + 1] = r[3]! * x + r[4]! * y + r[5]! * z + t[1];
    moved[i + 2] = r[6]! * x + r[7]! * y + r[8]! * z + t[2];
  }
  return moved;
}

/** Points on a line leave the turn about it open: the second extent is below this share of the first. */
const LINE = 1e-6;

function register(
  where: string,
  source: Float64Array,
  target: Float64Array,
  scaled: boolean,
): PointRegistration {
  check(where, source, target);
  const [from, to] = [centroid(source), centroid(target)];
  const [s, spreadSource] = crossCovariance(source, from, target, to);
  refuseLine(where, source, from);
  refuseLine(where, target, to);
  const rotation = rotationOf(s);
  const scale = scaled ? alignment(rotation, s) / spreadSource : 1;
  const turned = transformPoints(
    { rotation, translation: [0, 0, 0], scale },
    Float64Array.from(from),
  );
  const translation: Vector3 = [to[0] - turned[0]!, to[1] - turned[1]!, to[2] - turned[2]!];
  const transform = { rotation, translation, scale };
  const moved = transformPoints(transform, source);
  const residualsMm = Float64Array.from({ length: source.length / 3 }, (_, i) =>
    Math.hypot(
      moved[3 * i]! - target[3 * i]!,
      moved[3 * i + 1]! - target[3 * i + 1]!,
      moved[3 * i + 2]! - target[3 * i + 2]!,
    ),
  );
  const squares = residualsMm.reduce((sum, r) => sum + r * r, 0);
  return { transform, residualsMm, rmsMm: Math.sqrt(squares / residualsMm.length) };
}

function centroid(points: Float64Array): Vector3 {
  const sum = [0, 0, 0];
  for (let i = 0; i < points.length; i++) sum[i % 3]! += points[i]!;
  const n = points.length / 3;
  return [sum[0]! / n, sum[1]! / n, sum[2]! / n];
}

/** Σ (source − from)(target − to)ᵀ row-major, and Σ |source − from|². */
function crossCovariance(
  source: Float64Array,
  from: Vector3,
  target: Float64Array,
  to: Vector3,
): [Float64Array, number] {
  const s = new Float64Array(9);
  let spread = 0;
  for (let i = 0; i < source.length; i += 3) {
    for (let a = 0; a < 3; a++) {
      const x = source[i + a]! - from[a]!;
      spread += x * x;
      for (let b = 0; b < 3; b++) s[3 * a + b]! += x * (target[i + b]! - to[b]!);
    }
  }
  return [s, spread];
}

/** The rotation R that makes Σ target·(R source) largest: the quaternion of the largest eigenvalue. */
function rotationOf(s: Float64Array): Float64Array {
  const [xx, xy, xz, yx, yy, yz, zx, zy, zz] = s as unknown as number[];
  const { values, vectors } = symmetricEigen([
    [xx! + yy! + zz!, yz! - zy!, zx! - xz!, xy! - yx!],
    [yz! - zy!, xx! - yy! - zz!, xy! + yx!, zx! + xz!],
    [zx! - xz!, xy! + yx!, yy! - xx! - zz!, yz! + zy!],
    [xy! - yx!, zx! + xz!, yz! + zy!, zz! - xx! - yy!],
  ]);
  const largest = values.indexOf(Math.max(...values));
  const [w, x, y, z] = vectors.map((row) => row[largest]!) as [number, number, number, number];
  return Float64Array.of(
    w * w + x * x - y * y - z * z,
    2 * (x * y - w * z),
    2 * (x * z + w * y),
    2 * (x * y + w * z),
    w * w - x * x + y * y - z * z,
    2 * (y * z - w * x),
    2 * (x * z - w * y),
    2 * (y * z + w * x),
    w * w - x * x - y * y + z * z,
  );
}

/** Σ target·(R source) of centred points. */
function alignment(rotation: Float64Array, s: Float64Array): number {
  let sum = 0;
  for (let a = 0; a < 3; a++)
    for (let b = 0; b < 3; b++) sum += rotation[3 * b + a]! * s[3 * a + b]!;
  return sum;
}

function refuseLine(where: string, points: Float64Array, centre: Vector3): void {
  const [s] = crossCovariance(points, centre, points, centre);
  const rows = [0, 3, 6].map((at) => Array.from(s.subarray(at, at + 3)));
  const [, second, largest] = symmetricEigen(rows).values.toSorted((a, b) => a - b);
  if (!(second! > LINE ** 2 * largest!)) {
    throw new InvalidInput(
      where,
      "needs points that do not lie on a line; got such points",
      "collinear",
    );
  }
}

function check(where: string, source: Float64Array, target: Float64Array): void {
  const isPoints = (points: unknown): boolean =>
    points instanceof Float64Array && points.length % 3 === 0;
  if (!isPoints(source) || !isPoints(target) || source.length !== target.length) {
    const got = `${source?.length} and ${target?.length} numbers`;
    throw new InvalidInput(
      where,
      `needs as many source as target points, 3 numbers each; got ${got}`,
    );
  }
  if (source.length < 9) {
    throw new InvalidInput(
      where,
      `needs at least 3 points; got ${source.length / 3}`,
      "too_few_points",
    );
  }
  if (![source, target].every((points) => points.every(Number.isFinite))) {
    throw new InvalidInput(where, "needs finite coordinates; got others", "non_finite");
  }
}
