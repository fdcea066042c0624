import { InvalidInput } from "../../numeric/invalid-input.js";
import { dot, subtract, type Vector3 } from "../vector.js";
import type { Volume, VolumeGrid, Voxels } from "../volume/volume.js";
import type { SliceGeometry } from "./slice-geometry.js";

const MOST_VOXELS = 2 ** 30; // 4 GB in single precision

/**
 * Slices that lie anyhow along their normal, on a regular orthogonal grid.
 *
 * The grid keeps the plane and the pixels of the slices and is widened until it holds all of them.
 * Even steps are kept, so that the slices of a tilted but even series are only moved within their
 * planes (bilinearly). Of uneven ones the smallest step is taken, but none below the pixel spacing; a
 * value lies on the straight line between those of the two slices around it, at their true positions.
 *
 * @param voxels - (slices × rows × columns), sorted along the normal
 * @param outside - value where no two slices enclose a point of the grid
 * @throws InvalidInput in the name of the caller when the grid would have more than 2³⁰ voxels
 */
export function resampleSlices(
  where: string,
  voxels: Voxels,
  geometry: SliceGeometry,
  outside: number,
): Volume<Float32Array> {
  const { grid, shifts, heights } = orthogonalGrid(geometry);
  const [ni, nj, nk] = grid.dims;
  if (!(ni * nj * nk <= MOST_VOXELS)) {
    const got = `${grid.dims.join(" × ")}`;
    throw new InvalidInput(where, `needs a grid of at most 2³⁰ voxels; got ${got}`, "too_large");
  }
  const [columns, rows] = geometry.grid.dims;
  const slice = (k: number): Float32Array => {
    const plane = voxels.subarray(k * columns * rows, (k + 1) * columns * rows);
    return movedPlane(plane, [columns, rows], [ni, nj], [shifts[2 * k]!, shifts[2 * k + 1]!]);
  };
  const resampled = new Float32Array(ni * nj * nk);
  let below = 0; // the slice under the plane of the grid
  let [lower, upper] = [slice(0), slice(Math.min(1, heights.length - 1))];
  for (let k = 0; k < nk; k++) {
    const height = Math.min(k * grid.spacing[2], heights.at(-1)!);
    while (below + 2 < heights.length && heights[below + 1]! <= height) {
      below++;
      [lower, upper] = [upper, slice(below + 1)];
    }
    const step = heights.length > 1 ? heights[below + 1]! - heights[below]! : 1;
    const share = (height - heights[below]!) / step;
    blend(resampled.subarray(k * ni * nj, (k + 1) * ni * nj), lower, upper, share, outside);
  }
  return { ...grid, voxels: resampled };
}

const ON_SLICE = 1e-6; // of a step: so near to a slice its values are taken as they are

function blend(
  into: Float32Array,
  lower: Float32Array,
  upper: Float32Array,
  share: number,
  outside: number,
): void {
  const only = share < ON_SLICE ? lower : share > 1 - ON_SLICE ? upper : undefined;
  for (let i = 0; i < into.length; i++) {
    const value = only === undefined ? lower[i]! + share * (upper[i]! - lower[i]!) : only[i]!;
    into[i] = Number.isNaN(value) ? outside : value;
  }
}

/** A plane on a wider one, moved by pixels and parts of pixels; NaN where it does not reach. */
function movedPlane(
  plane: Voxels,
  [columns, rows]: readonly [number, number],
  [ni, nj]: readonly [number, number],
  [right, down]: readonly [number, number],
): Float32Array {
  const moved = new Float32Array(ni * nj).fill(Number.NaN);
  const [i0, j0] = [Math.ceil(right - ON_SLICE), Math.ceil(down - ON_SLICE)];
  const u = Math.max(0, i0 - right) < ON_SLICE ? 0 : i0 - right; // weights are the same all over the plane
  const v = Math.max(0, j0 - down) < ON_SLICE ? 0 : j0 - down;
  const [wide, high] = [columns - (u > 0 ? 1 : 0), rows - (v > 0 ? 1 : 0)];
  const [di, dj] = [u > 0 ? 1 : 0, v > 0 ? columns : 0];
  for (let j = 0; j < high; j++) {
    for (let i = 0, at = j * columns, to = (j + j0) * ni + i0; i < wide; i++, at++, to++) {
      const first = plane[at]! + u * (plane[at + di]! - plane[at]!);
      const second = plane[at + dj]! + u * (plane[at + dj + di]! - plane[at + dj]!);
      moved[to] = first + v * (second - first);
    }
  }
  return moved;
}

/** The grid, how far each slice is moved on it (slices × 2, pixels) and its height (mm). */
function orthogonalGrid({ grid, positions, stepsMm, isUniform }: SliceGeometry): {
  grid: VolumeGrid;
  shifts: Float64Array;
  heights: Float64Array;
} {
  const { dims, spacing, origin, direction: d } = grid;
  const axis = (a: number): Vector3 => [d[a]!, d[3 + a]!, d[6 + a]!];
  const [row, column] = [axis(0), axis(1)];
  const shifts = new Float64Array(2 * dims[2]);
  const heights = new Float64Array(dims[2]);
  for (let k = 0; k < dims[2]; k++) {
    const from = subtract(
      [positions[3 * k]!, positions[3 * k + 1]!, positions[3 * k + 2]!],
      origin,
    );
    shifts[2 * k] = dot(row, from) / spacing[0];
    shifts[2 * k + 1] = dot(column, from) / spacing[1];
    if (k > 0) heights[k] = heights[k - 1]! + stepsMm[k - 1]!;
  }
  const least = [least2(shifts, 0), least2(shifts, 1)] as const;
  for (let k = 0; k < dims[2]; k++) {
    shifts[2 * k]! -= least[0];
    shifts[2 * k + 1]! -= least[1];
  }
  const stepMm = isUniform
    ? spacing[2]
    : Math.max(Math.min(...stepsMm), Math.min(spacing[0], spacing[1]));
  const reach = (offset: 0 | 1): number =>
    shifts.reduce((most, shift, i) => (i % 2 === offset ? Math.max(most, shift) : most), 0);
  const wider = (offset: 0 | 1): number => Math.ceil(reach(offset) - ON_SLICE);
  const start = [least[0] * spacing[0], least[1] * spacing[1]] as const;
  return {
    grid: {
      dims: [
        dims[0] + wider(0),
        dims[1] + wider(1),
        Math.floor(heights.at(-1)! / stepMm + ON_SLICE) + 1,
      ],
      spacing: [spacing[0], spacing[1], stepMm],
      origin: [
        origin[0] + start[0] * row[0] + start[1] * column[0],
        origin[1] + start[0] * row[1] + start[1] * column[1],
        origin[2] + start[0] * row[2] + start[1] * column[2],
      ],
      direction: d,
    },
    shifts,
    heights,
  };
}

function least2(shifts: Float64Array, offset: 0 | 1): number {
  return shifts.reduce((least, shift, i) => (i % 2 === offset ? Math.min(least, shift) : least), 0);
}
