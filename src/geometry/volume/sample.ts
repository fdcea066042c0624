import type { Vector3 } from "../vector.js";
import type { Volume } from "./volume.js";

/**
 * The value between voxels, by trilinear interpolation. A neighbour without weight has no say, though
 * it be NaN.
 *
 * @param index - continuous i, j, k
 * @returns NaN outside the centres of the outermost voxels
 */
export function sampleAtIndex(volume: Volume, [i, j, k]: Vector3): number {
  const [ni, nj, nk] = volume.dims;
  if (!(i >= 0 && j >= 0 && k >= 0 && i <= ni - 1 && j <= nj - 1 && k <= nk - 1)) return Number.NaN;
  return trilinear(volume, i, j, k);
}

/**
 * As `sampleAtIndex` where the index is known to lie within; numbers by themselves, for loops over
 * voxels.
 */
export function trilinear({ dims, voxels }: Volume, i: number, j: number, k: number): number {
  const [ni, nj, nk] = dims;
  const i0 = i < ni - 1 ? Math.floor(i) : ni - 1;
  const j0 = j < nj - 1 ? Math.floor(j) : nj - 1;
  const k0 = k < nk - 1 ? Math.floor(k) : nk - 1;
  const [u, v, w] = [i - i0, j - j0, k - k0]; // below 1
  const at = (k0 * nj + j0) * ni + i0;
  const di = u > 0 ? 1 : 0;
  const dj = v > 0 ? ni : 0;
  const dk = w > 0 ? ni * nj : 0;
  const a = between(voxels[at]!, voxels[at + di]!, u);
  const b = between(voxels[at + dj]!, voxels[at + dj + di]!, u);
  const near = between(a, b, v);
  if (w === 0) return near;
  const c = between(voxels[at + dk]!, voxels[at + dk + di]!, u);
  const d = between(voxels[at + dk + dj]!, voxels[at + dk + dj + di]!, u);
  return between(near, between(c, d, v), w);
}

function between(a: number, b: number, share: number): number {
  return share > 0 ? a + share * (b - a) : a;
}
