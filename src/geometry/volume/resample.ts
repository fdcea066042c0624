import { InvalidInput } from "../../numeric/invalid-input.js";
import { sampleAtIndex } from "./sample.js";
import { checkVolume, type Volume, type VolumeGrid, voxelToWorld, worldToVoxel } from "./volume.js";

/**
 * A volume on another grid, by trilinear interpolation.
 *
 * @param grid - of the new volume, LPS mm
 * @param outside - value where the grid leaves the volume, such as air: −1000 HU
 * @throws InvalidInput when it is no volume or the grid is none
 */
export function resampleVolume(
  volume: Volume,
  grid: VolumeGrid,
  outside: number,
): Volume<Float32Array> {
  checkVolume("resampleVolume", volume);
  const count = grid.dims[0] * grid.dims[1] * grid.dims[2];
  if (!Number.isSafeInteger(count)) {
    throw new InvalidInput(
      "resampleVolume",
      `needs a grid of voxels; got ${grid.dims.join(" × ")}`,
    );
  }
  const resampled: Volume<Float32Array> = { ...grid, voxels: new Float32Array(count) };
  checkVolume("resampleVolume", resampled);
  // The map from one index to the other is affine: the steps along i, j and k are always the same.
  const start = worldToVoxel(volume, voxelToWorld(grid, [0, 0, 0]));
  const step = (
    [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ] as const
  ).map((unit) => {
    const index = worldToVoxel(volume, voxelToWorld(grid, unit));
    return [index[0] - start[0], index[1] - start[1], index[2] - start[2]] as const;
  });
  const [di, dj, dk] = step as unknown as readonly [
    readonly number[],
    readonly number[],
    readonly number[],
  ];
  for (let k = 0, at = 0; k < grid.dims[2]; k++) {
    for (let j = 0; j < grid.dims[1]; j++) {
      for (let i = 0; i < grid.dims[0]; i++, at++) {
        const value = sampleAtIndex(volume, [
          start[0] + i * di[0]! + j * dj[0]! + k * dk[0]!,
          start[1] + i * di[1]! + j * dj[1]! + k * dk[1]!,
          start[2] + i * di[2]! + j * dj[2]! + k * dk[2]!,
        ]);
        resampled.voxels[at] = Number.isNaN(value) ? outside : value;
      }
    }
  }
  return resampled;
}

/**
 * The grid over the same box with equal spacings.
 *
 * @param spacingMm - of all axes
 * @throws InvalidInput unless the spacing is finite and above 0
 */
export function isotropicGrid(
  { dims, spacing, origin, direction }: VolumeGrid,
  spacingMm: number,
): VolumeGrid {
  if (!(spacingMm > 0 && Number.isFinite(spacingMm))) {
    throw new InvalidInput("isotropicGrid", `needs a spacing above 0 mm; got ${spacingMm}`);
  }
  const size = (axis: 0 | 1 | 2): number =>
    Math.floor(((dims[axis] - 1) * spacing[axis]) / spacingMm + 1e-9) + 1;
  return {
    dims: [size(0), size(1), size(2)],
    spacing: [spacingMm, spacingMm, spacingMm],
    origin,
    direction,
  };
}
