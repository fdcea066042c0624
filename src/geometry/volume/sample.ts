import type { Vector3 } from "../vector.js";
import type { Volume } from "./volume.js";

/**
 * The value between voxels, by trilinear interpolation.
 *
 * @param index - continuous i, j, k
 * @returns NaN outside the centres of the outermost voxels
 */
export function sampleAtIndex({ dims, voxels }: Volume, [i, j, k]: Vector3): number {
  const [ni, nj, nk] = dims;
  if (!(i >= 0 && j >= 0 && k >= 0 && i <= ni - 1 && j <= nj - 1 && k <= nk - 1)) return Number.NaN;
  const [i0, j0, k0] = [
    Math.min(Math.floor(i), Math.max(0, ni - 2)),
    Math.min(Math.floor(j), Math.max(0, nj - 2)),
    Math.min(Math.floor(k), Math.max(0, nk - 2)),
  ];
  const [u, v, w] = [i - i0, j - j0, k - k0];
  const [di, dj, dk] = [ni > 1 ? 1 : 0, nj > 1 ? ni : 0, nk > 1 ? ni * nj : 0];
  const at = (k0 * nj + j0) * ni + i0;
  const row = (from: number): number => voxels[from]! + u * (voxels[from + di]! - voxels[from]!);
  const plane = (from: number): number => {
    const first = row(from);
    return first + v * (row(from + dj) - first);
  };
  const near = plane(at);
  return near + w * (plane(at + dk) - near);
}
