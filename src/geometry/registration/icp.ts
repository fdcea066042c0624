import { InvalidInput } from "../../numeric/invalid-input.js";
import { symmetricEigen } from "../../numeric/linear-algebra.js";
import type { GeometryIssue } from "../issue.js";
import type { TriangleMesh } from "../mesh/triangle-mesh.js";
import { type TriangleTree, triangleTree } from "../mesh/triangle-tree.js";
import {
  add,
  cross,
  distance,
  dot,
  norm,
  pointAt,
  scale,
  subtract,
  unit,
  type Vector3,
} from "../vector.js";
import { type SimilarityTransform, transformPoints } from "./point-registration.js";

/** A motion that lays points on a surface, and how near they come. */
export interface IcpRegistration {
  readonly transform: SimilarityTransform; // scale 1
  readonly residualsMm: Float64Array; // (n) distance of each moved point from the surface
  readonly isUsed: Uint8Array; // (n) 1 for the nearest share, which alone decided
  readonly rmsMm: number; // of the used points
  readonly rmsAllMm: number;
  readonly iterations: number;
  readonly hasConverged: boolean;
  readonly issues: readonly GeometryIssue[];
}

/** How a surface is registered. */
export interface IcpOptions {
  /** Share of the points, the nearest, that decides; the others may have no partner. 1. */
  readonly share?: number;
  /** A motion to begin with; none. ICP finds the best one near it, not the best of all. */
  readonly initial?: SimilarityTransform;
  /** Most steps; 100. */
  readonly iterations?: number;
  /** The search ends when a step moves no point farther than this, mm; 1e-6. */
  readonly stepMm?: number;
}

/**
 * The rigid motion that lays the points of one surface on another, by iterating: the nearest point of the
 * target to each source point, the nearest share of these, the motion that brings them closest to the
 * planes of the triangles there. It is never a mirror image.
 *
 * @param source - (n × 3) mm, points of a surface, vertices say
 * @param target - the surface, in whose frame the source is laid
 * @throws InvalidInput with fewer than six points, an option out of its range, or a target without triangles
 * @source [@chen1992] distances to planes; [@chetverikov2005] trimming
 */
export function icpRegistration(
  source: Float64Array,
  target: TriangleMesh,
  { share = 1, initial = IDENTITY, iterations = 100, stepMm = 1e-6 }: IcpOptions = {},
): IcpRegistration {
  check(source, share, initial, iterations, stepMm);
  const tree = triangleTree(target);
  const count = Math.max(UNKNOWNS, Math.ceil(share * (source.length / 3)));
  let transform = initial;
  let hasConverged = false;
  let [steps, open] = [0, 0];
  let pairs = pairsOf(tree, transformPoints(transform, source), count);
  while (steps < iterations && !hasConverged) {
    const step = stepOf(pairs);
    const moved = transformPoints(step.transform, pairs.points);
    hasConverged = farthestMove(pairs.points, moved) <= stepMm;
    transform = composed(step.transform, transform);
    open = step.open;
    pairs = pairsOf(tree, moved, count);
    steps++;
  }
  const issues: GeometryIssue[] = [];
  if (!hasConverged) {
    const message = `the last of ${steps} steps still moved points by more than ${stepMm} mm`;
    issues.push({ code: "NOT_CONVERGED", message });
  }
  if (open > 0) {
    const message = `the surface leaves ${open} of 6 directions of motion open, as a sphere its turns`;
    issues.push({ code: "MOTION_OPEN", message });
  }
  return {
    transform,
    residualsMm: pairs.distancesMm,
    isUsed: pairs.isUsed,
    rmsMm: rootMeanSquare(pairs.distancesMm, pairs.isUsed),
    rmsAllMm: rootMeanSquare(pairs.distancesMm),
    iterations: steps,
    hasConverged,
    issues,
  };
}

const UNKNOWNS = 6; // of a rigid motion
const IDENTITY: SimilarityTransform = {
  rotation: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
  translation: [0, 0, 0],
  scale: 1,
};

/** Points with their nearest ones on the target. */
interface Pairs {
  readonly points: Float64Array; // (n × 3)
  readonly nearest: Float64Array; // (n × 3)
  readonly normals: Float64Array; // (n × 3) of the triangles there
  readonly distancesMm: Float64Array;
  readonly isUsed: Uint8Array;
}

function pairsOf(tree: TriangleTree, points: Float64Array, count: number): Pairs {
  const n = points.length / 3;
  const nearest = new Float64Array(points.length);
  const normals = new Float64Array(points.length);
  const distancesMm = new Float64Array(n);
  const { positions, triangles } = tree.mesh;
  for (let i = 0; i < n; i++) {
    const { point, triangle, distanceMm } = tree.closestPoint(pointAt(points, i))!;
    const a = pointAt(positions, triangles[3 * triangle]!);
    const b = pointAt(positions, triangles[3 * triangle + 1]!);
    const c = pointAt(positions, triangles[3 * triangle + 2]!);
    nearest.set(point, 3 * i);
    normals.set(unit(cross(subtract(b, a), subtract(c, a))), 3 * i);
    distancesMm[i] = distanceMm;
  }
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => distancesMm[a]! - distancesMm[b]! || a - b,
  );
  const isUsed = new Uint8Array(n);
  for (let i = 0; i < count; i++) isUsed[order[i]!] = 1;
  return { points, nearest, normals, distancesMm, isUsed };
}

/** Eigenvalues below this share of the largest leave a motion open, as turns of a sphere are. */
const OPEN = 1e-10;

/** A motion, and in how many of its six directions the pairs say nothing. */
interface Step {
  readonly transform: SimilarityTransform;
  readonly open: number;
}

/**
 * The motion that brings the used points closest to the planes of their partners, for small turns: least
 * squares of n·(p + ω × (p − c) + t − q) with c their centre, the shortest where planes leave it open.
 */
function stepOf({ points, nearest, normals, isUsed }: Pairs): Step {
  const used: number[] = [];
  for (let i = 0; i < isUsed.length; i++) {
    if (isUsed[i] === 1 && Number.isFinite(normals[3 * i]!)) used.push(i); // a sliver has no plane
  }
  const sum = [0, 0, 0];
  for (const i of used) for (let axis = 0; axis < 3; axis++) sum[axis]! += points[3 * i + axis]!;
  const centre = scale(sum as unknown as Vector3, 1 / used.length);
  let squares = 0;
  for (const i of used) squares += distance(pointAt(points, i), centre) ** 2;
  const size = Math.sqrt(squares / used.length) || 1; // makes turns and shifts comparable
  const matrix = Array.from({ length: UNKNOWNS }, () => new Array<number>(UNKNOWNS).fill(0));
  const right = new Array<number>(UNKNOWNS).fill(0);
  for (const i of used) {
    const [p, n] = [pointAt(points, i), pointAt(normals, i)];
    const row = [...scale(cross(subtract(p, centre), n), 1 / size), ...n];
    const gap = dot(n, subtract(pointAt(nearest, i), p));
    for (let a = 0; a < UNKNOWNS; a++) {
      right[a]! += row[a]! * gap;
      for (let b = 0; b < UNKNOWNS; b++) matrix[a]![b]! += row[a]! * row[b]!;
    }
  }
  const { values, vectors } = symmetricEigen(matrix);
  const largest = Math.max(...values);
  const motion = new Array<number>(UNKNOWNS).fill(0);
  let open = 0;
  values.forEach((value, k) => {
    if (!(value > OPEN * largest)) {
      open++;
      return;
    }
    const along = vectors.reduce((total, row, a) => total + row[k]! * right[a]!, 0) / value;
    for (let a = 0; a < UNKNOWNS; a++) motion[a]! += along * vectors[a]![k]!;
  });
  const [x, y, z, ...shift] = motion as [number, number, number, number, number, number];
  const rotation = rotationBy(scale([x, y, z], 1 / size));
  const translation = subtract(add(centre, shift), turned(rotation, centre));
  return { transform: { rotation, translation, scale: 1 }, open };
}

/** The rotation about an axis by the length of its vector in radians, (3 × 3) row-major. */
function rotationBy(vector: Vector3): Float64Array {
  const angle = norm(vector);
  if (angle === 0) return IDENTITY.rotation.slice();
  const [x, y, z] = scale(vector, 1 / angle);
  const [s, c] = [Math.sin(angle), 2 * Math.sin(angle / 2) ** 2]; // c = 1 − cos, without its cancellation
  return Float64Array.of(
    1 - c * (y * y + z * z),
    c * x * y - s * z,
    c * x * z + s * y,
    c * x * y + s * z,
    1 - c * (x * x + z * z),
    c * y * z - s * x,
    c * x * z - s * y,
    c * y * z + s * x,
    1 - c * (x * x + y * y),
  );
}

function turned(r: Float64Array, [x, y, z]: Vector3): Vector3 {
  return [
    r[0]! * x + r[1]! * y + r[2]! * z,
    r[3]! * x + r[4]! * y + r[5]! * z,
    r[6]! * x + r[7]! * y + r[8]! * z,
  ];
}

/** The second motion after the first. */
function composed(second: SimilarityTransform, first: SimilarityTransform): SimilarityTransform {
  const [a, b] = [second.rotation, first.rotation];
  const rotation = Float64Array.from({ length: 9 }, (_, i) => {
    const [row, column] = [3 * Math.floor(i / 3), i % 3];
    return a[row]! * b[column]! + a[row + 1]! * b[column + 3]! + a[row + 2]! * b[column + 6]!;
  });
  const translation = add(turned(a, first.translation), second.translation);
  return { rotation, translation, scale: 1 };
}

function farthestMove(before: Float64Array, after: Float64Array): number {
  let farthest = 0;
  for (let i = 0; i < before.length / 3; i++) {
    farthest = Math.max(farthest, distance(pointAt(before, i), pointAt(after, i)));
  }
  return farthest;
}

function rootMeanSquare(values: Float64Array, isUsed?: Uint8Array): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    if (isUsed?.[i] === 0) continue;
    sum += values[i]! ** 2;
    count++;
  }
  return Math.sqrt(sum / count);
}

function check(
  source: Float64Array,
  share: number,
  initial: SimilarityTransform,
  iterations: number,
  stepMm: number,
): void {
  const refuse = (rule: string, code?: string): never => {
    throw new InvalidInput("icpRegistration", rule, code);
  };
  if (
    !(source instanceof Float64Array) ||
    source.length % 3 !== 0 ||
    source.length < 3 * UNKNOWNS
  ) {
    refuse(`needs at least ${UNKNOWNS} points, 3 numbers each; got ${source?.length} numbers`);
  }
  if (!source.every(Number.isFinite)) refuse("needs finite coordinates; got others", "non_finite");
  if (!(share > 0 && share <= 1)) refuse(`needs a share above 0 and up to 1; got ${share}`);
  if (!(Number.isInteger(iterations) && iterations >= 1)) {
    refuse(`needs at least 1 iteration, a whole number; got ${iterations}`);
  }
  if (!(stepMm >= 0)) refuse(`needs a step of at least 0 mm; got ${stepMm}`);
  const { rotation: r, translation, scale: factor } = initial;
  const determinant = dot(
    [r[0]!, r[1]!, r[2]!],
    cross([r[3]!, r[4]!, r[5]!], [r[6]!, r[7]!, r[8]!]),
  );
  if (factor !== 1 || !(Math.abs(determinant - 1) < 1e-6) || !translation.every(Number.isFinite)) {
    refuse("needs a rigid motion to begin with, no mirror image; got another", "not_rigid");
  }
}
