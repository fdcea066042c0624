import type { Vector3 } from "../vector.js";
import { edgeHash } from "./edges.js";
import { checkMesh, type TriangleMesh } from "./triangle-mesh.js";

/** The box about a mesh, along the axes of the frame. */
export interface BoundingBox {
  readonly min: Vector3; // mm
  readonly max: Vector3;
}

/** Size and place of a surface. */
export interface MeshMeasures {
  readonly areaMm2: number;
  /** Of the enclosed solid, negative when the normals point inwards; of an open surface that of its cone to the frame's origin, which has no meaning by itself. */
  readonly signedVolumeMm3: number;
  readonly areaCentroid: Vector3; // mm, of the surface
  readonly volumeCentroid: Vector3; // mm, of the solid; NaN without a volume
  /** Second moments of the solid about its centroid at density 1, (3 × 3) row-major, mm⁵. */
  readonly inertiaMm5: Float64Array;
  readonly bounds: BoundingBox; // NaN for a mesh without triangles
  readonly shortestEdgeMm: number;
  readonly longestEdgeMm: number;
}

/**
 * Area, volume, centroids, inertia, bounds and range of edges, in one pass.
 *
 * The volume is the sum of the tetrahedra from the centre of the bounding box to the triangles,
 * which loses no digits to the distance of a mesh from the origin; a closed surface has the same
 * volume from every centre.
 *
 * @throws InvalidInput when it is no mesh
 */
export function meshMeasures(mesh: TriangleMesh): MeshMeasures {
  checkMesh("meshMeasures", mesh);
  const { positions, triangles } = mesh;
  const bounds = meshBounds(mesh);
  const centre = isOpen(mesh)
    ? [0, 0, 0]
    : [0, 1, 2].map((i) => bounds.min[i]! / 2 + bounds.max[i]! / 2);
  const [ox, oy, oz] = centre as [number, number, number];
  let area = 0;
  let six = 0; // times the volume
  const areaMoment = [0, 0, 0];
  const volumeMoment = [0, 0, 0]; // 24 times
  let [xx, yy, zz, xy, yz, zx] = [0, 0, 0, 0, 0, 0]; // 120 times the second moments
  let [shortest, longest] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [3 * triangles[i]!, 3 * triangles[i + 1]!, 3 * triangles[i + 2]!];
    const [ax, ay, az] = [positions[a]! - ox, positions[a + 1]! - oy, positions[a + 2]! - oz];
    const [bx, by, bz] = [positions[b]! - ox, positions[b + 1]! - oy, positions[b + 2]! - oz];
    const [cx, cy, cz] = [positions[c]! - ox, positions[c + 1]! - oy, positions[c + 2]! - oz];
    const [ux, uy, uz, vx, vy, vz] = [bx - ax, by - ay, bz - az, cx - ax, cy - ay, cz - az];
    const [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    const double = Math.sqrt(nx * nx + ny * ny + nz * nz);
    const det = ax * nx + ay * ny + az * nz; // of a, b, c: six times the tetrahedron
    const [sx, sy, sz] = [ax + bx + cx, ay + by + cy, az + bz + cz];
    area += double;
    six += det;
    areaMoment[0]! += double * sx;
    areaMoment[1]! += double * sy;
    areaMoment[2]! += double * sz;
    volumeMoment[0]! += det * sx;
    volumeMoment[1]! += det * sy;
    volumeMoment[2]! += det * sz;
    // ∫ x² over a tetrahedron with a corner in 0 is det/120 · (Σ x² + (Σ x)²), ∫ xy likewise.
    xx += det * (ax * ax + bx * bx + cx * cx + sx * sx);
    yy += det * (ay * ay + by * by + cy * cy + sy * sy);
    zz += det * (az * az + bz * bz + cz * cz + sz * sz);
    xy += det * (ax * ay + bx * by + cx * cy + sx * sy);
    yz += det * (ay * az + by * bz + cy * cz + sy * sz);
    zx += det * (az * ax + bz * bx + cz * cx + sz * sx);
    const edges = [
      ux * ux + uy * uy + uz * uz,
      vx * vx + vy * vy + vz * vz,
      (bx - cx) ** 2 + (by - cy) ** 2 + (bz - cz) ** 2,
    ];
    shortest = Math.min(shortest, edges[0]!, edges[1]!, edges[2]!);
    longest = Math.max(longest, edges[0]!, edges[1]!, edges[2]!);
  }
  const volume = six / 6;
  const centroid = volumeMoment.map((moment) => moment / (4 * six));
  const [mx, my, mz] = centroid as [number, number, number];
  const second = (sum: number, p: number, q: number): number => sum / 120 - volume * p * q;
  const [ixx, iyy, izz] = [second(xx, mx, mx), second(yy, my, my), second(zz, mz, mz)];
  const [ixy, iyz, izx] = [second(xy, mx, my), second(yz, my, mz), second(zx, mz, mx)];
  const has = triangles.length > 0;
  return {
    areaMm2: area / 2,
    signedVolumeMm3: volume,
    areaCentroid: [
      ox + areaMoment[0]! / (3 * area),
      oy + areaMoment[1]! / (3 * area),
      oz + areaMoment[2]! / (3 * area),
    ],
    volumeCentroid: [ox + mx, oy + my, oz + mz],
    inertiaMm5: Float64Array.of(
      iyy + izz,
      -ixy,
      -izx,
      -ixy,
      izz + ixx,
      -iyz,
      -izx,
      -iyz,
      ixx + iyy,
    ),
    bounds,
    shortestEdgeMm: has ? Math.sqrt(shortest) : Number.NaN,
    longestEdgeMm: has ? Math.sqrt(longest) : Number.NaN,
  };
}

/**
 * Whether some edge is not run along as often one way as the other. Each edge has a number that is
 * added one way and taken away the other: what is left of two such sums is 0 for a closed surface,
 * and for another by a chance of one in 2⁶⁴.
 */
function isOpen({ triangles }: TriangleMesh): boolean {
  let [first, second] = [0, 0];
  for (let i = 0; i < triangles.length; i++) {
    const from = triangles[i]!;
    const to = triangles[i % 3 === 2 ? i - 2 : i + 1]!;
    const sign = from < to ? 1 : -1;
    const number = edgeHash(Math.min(from, to), Math.max(from, to));
    first = (first + sign * number) | 0;
    second = (second + sign * Math.imul(number ^ (number >>> 16), 0x7feb352d)) | 0;
  }
  return first !== 0 || second !== 0;
}

/** The box about the triangles of a mesh; NaN where there are none. */
export function meshBounds({ positions, triangles }: TriangleMesh): BoundingBox {
  const min = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const max = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < triangles.length; i++) {
    const at = 3 * triangles[i]!;
    for (let axis = 0; axis < 3; axis++) {
      const value = positions[at + axis]!;
      if (value < min[axis]!) min[axis] = value;
      if (value > max[axis]!) max[axis] = value;
    }
  }
  const clean = (ends: readonly number[]): Vector3 =>
    (triangles.length > 0 ? ends : [Number.NaN, Number.NaN, Number.NaN]) as unknown as Vector3;
  return { min: clean(min), max: clean(max) };
}
