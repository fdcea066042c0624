import { InvalidInput } from "../../numeric/invalid-input.js";
import type { Vector3 } from "../vector.js";

/** Voxels of any type that images have. */
export type Voxels =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

/**
 * Where the voxels of a volume lie: world = origin + direction · diag(spacing) · (i, j, k), in the
 * LPS frame of DICOM and ITK, mm.
 */
export interface VolumeGrid {
  readonly dims: readonly [number, number, number]; // voxels along i, j, k
  readonly spacing: Vector3; // mm along i, j, k
  readonly origin: Vector3; // mm, centre of the first voxel
  readonly direction: Float64Array; // (3 × 3) row-major, its columns the unit axes of i, j, k
}

/** A scalar image; HU for CT. */
export interface Volume<T extends Voxels = Voxels> extends VolumeGrid {
  readonly voxels: T; // (k × j × i), i fastest
}

/** A segmentation: 1 inside, 0 outside. */
export type Mask = Volume<Uint8Array>;

/** World coordinates of a (fractional) index, mm. */
export function voxelToWorld(
  { spacing: s, origin: o, direction: d }: VolumeGrid,
  ijk: Vector3,
): Vector3 {
  const [x, y, z] = [s[0] * ijk[0], s[1] * ijk[1], s[2] * ijk[2]];
  return [
    o[0] + d[0]! * x + d[1]! * y + d[2]! * z,
    o[1] + d[3]! * x + d[4]! * y + d[5]! * z,
    o[2] + d[6]! * x + d[7]! * y + d[8]! * z,
  ];
}

/** The (fractional) index of a world point; directions are orthonormal. */
export function worldToVoxel(
  { spacing: s, origin: o, direction: d }: VolumeGrid,
  point: Vector3,
): Vector3 {
  const [x, y, z] = [point[0] - o[0], point[1] - o[1], point[2] - o[2]];
  return [
    (d[0]! * x + d[3]! * y + d[6]! * z) / s[0],
    (d[1]! * x + d[4]! * y + d[7]! * z) / s[1],
    (d[2]! * x + d[5]! * y + d[8]! * z) / s[2],
  ];
}

/** Volume of one voxel, mm³. */
export function voxelVolumeMm3({ spacing }: VolumeGrid): number {
  return spacing[0] * spacing[1] * spacing[2];
}

const ORTHONORMAL_TO = 1e-4; // NIfTI files hold single precision

/**
 * Refuses what is no volume.
 *
 * @throws InvalidInput in the name of the caller when a dimension is no positive integer, the voxels
 *   are not so many, a spacing is not positive or the axes are not orthonormal
 */
export function checkVolume(
  where: string,
  { dims, spacing, origin, direction, voxels }: Volume,
): void {
  checkDims(where, { dims });
  const count = dims[0] * dims[1] * dims[2];
  if (!ArrayBuffer.isView(voxels) || voxels.length !== count) {
    throw new InvalidInput(
      where,
      `needs ${count} voxels (${dims.join(" × ")}); got ${voxels?.length}`,
    );
  }
  if (!spacing.every((mm) => mm > 0 && Number.isFinite(mm))) {
    throw new InvalidInput(where, `needs spacings above 0 mm; got ${spacing.join(", ")}`);
  }
  if (!origin.every(Number.isFinite)) {
    throw new InvalidInput(where, `needs a finite origin; got ${origin.join(", ")}`);
  }
  if (direction.length !== 9 || !isOrthonormal(direction)) {
    throw new InvalidInput(
      where,
      `needs orthonormal axes; got ${[...direction].join(", ")}`,
      "not_orthonormal",
    );
  }
}

/**
 * Refuses numbers of voxels that no grid has.
 *
 * @throws InvalidInput in the name of the caller unless they are three positive integers
 */
export function checkDims(where: string, { dims }: Pick<VolumeGrid, "dims">): void {
  if (dims.length !== 3 || !dims.every((n) => Number.isSafeInteger(n) && n > 0)) {
    throw new InvalidInput(where, `needs three positive dimensions; got ${dims.join(" × ")}`);
  }
}

function isOrthonormal(d: Float64Array): boolean {
  for (let a = 0; a < 3; a++) {
    for (let b = a; b < 3; b++) {
      const product = d[a]! * d[b]! + d[3 + a]! * d[3 + b]! + d[6 + a]! * d[6 + b]!;
      if (!(Math.abs(product - (a === b ? 1 : 0)) < ORTHONORMAL_TO)) return false;
    }
  }
  return true;
}
