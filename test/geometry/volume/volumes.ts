import type { Mask, Volume, VolumeGrid, Voxels } from "../../../src/geometry/volume/volume.js";
import { type Random, seeded } from "../../../src/numeric/random.js";

/** Volumes for tests, from rules and from seeds. */

type Dims = readonly [number, number, number];

/** 1 mm voxels from the origin, along the axes, but for what is said. */
export function gridOf(dims: Dims, more: Partial<VolumeGrid> = {}): VolumeGrid {
  return {
    dims,
    spacing: [1, 1, 1],
    origin: [0, 0, 0],
    direction: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
    ...more,
  };
}

/** Fills voxels by a rule of i, j and k. */
export function fill<T extends Voxels>(
  grid: VolumeGrid,
  voxels: T,
  value: (i: number, j: number, k: number) => number,
): Volume<T> {
  const [ni, nj] = grid.dims;
  for (let at = 0; at < voxels.length; at++) {
    voxels[at] = value(at % ni, Math.floor(at / ni) % nj, Math.floor(at / (ni * nj)));
  }
  return { ...grid, voxels };
}

/** A float volume by a rule. */
export function floats(
  grid: VolumeGrid,
  value: (i: number, j: number, k: number) => number,
): Volume<Float32Array> {
  return fill(grid, new Float32Array(grid.dims[0] * grid.dims[1] * grid.dims[2]), value);
}

/** A mask by a rule. */
export function maskOf(
  grid: VolumeGrid,
  isInside: (i: number, j: number, k: number) => boolean,
): Mask {
  const voxels = new Uint8Array(grid.dims[0] * grid.dims[1] * grid.dims[2]);
  return fill(grid, voxels, (i, j, k) => (isInside(i, j, k) ? 1 : 0));
}

/** A mask whose voxels are inside with a probability, of up to `most` voxels along each axis. */
export function randomMask(seed: number, most: number, share: number, spacing?: Dims): Mask {
  const random: Random = seeded(seed);
  const dims = [0, 1, 2].map(() => 1 + random.integer(most)) as unknown as Dims;
  return maskOf(gridOf(dims, spacing && { spacing }), () => random.uniform() < share);
}

/** A rotation about an oblique axis, as directions of i, j and k. */
export function oblique(): Float64Array {
  return Float64Array.of(1 / 3, -2 / 3, 2 / 3, 2 / 3, 2 / 3, 1 / 3, -2 / 3, 1 / 3, 2 / 3);
}
