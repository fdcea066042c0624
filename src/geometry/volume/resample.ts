import { InvalidInput } from "../../numeric/invalid-input.js";
import { subtract } from "../vector.js";
import { trilinear } from "./sample.js";
import {
  checkDims,
  checkVolume,
  type Volume,
  type VolumeGrid,
  voxelToWorld,
  worldToVoxel,
} from "./volume.js";

/** Voxels by which an index may leave a volume and still count as on its border. */
const ROUNDING = 1e-6;

/**
 * A volume on another grid, by trilinear interpolation. What leaves the outermost centres by less than
 * a millionth of a voxel, as by rounding, lies on them.
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
  checkDims("resampleVolume", grid);
  const count = grid.dims[0] * grid.dims[1] * grid.dims[2];
  const resampled: Volume<Float32Array> = { ...grid, voxels: new Float32Array(count) };
  checkVolume("resampleVolume", resampled);
  // The map from one index to the other is affine: the steps along i, j and k are always the same.
  const start = worldToVoxel(volume, voxelToWorld(grid, [0, 0, 0]));
  const di = subtract(worldToVoxel(volume, voxelToWorld(grid, [1, 0, 0])), start);
  const dj = subtract(worldToVoxel(volume, voxelToWorld(grid, [0, 1, 0])), start);
  const dk = subtract(worldToVoxel(volume, voxelToWorld(grid, [0, 0, 1])), start);
  const [lastI, lastJ, lastK] = [volume.dims[0] - 1, volume.dims[1] - 1, volume.dims[2] - 1];
  for (let k = 0, at = 0; k < grid.dims[2]; k++) {
    for (let j = 0; j < grid.dims[1]; j++) {
      for (let i = 0; i < grid.dims[0]; i++, at++) {
        const x = ontoBorder(start[0] + i * di[0] + j * dj[0] + k * dk[0], lastI);
        const y = ontoBorder(start[1] + i * di[1] + j * dj[1] + k * dk[1], lastJ);
        const z = ontoBorder(start[2] + i * di[2] + j * dj[2] + k * dk[2], lastK);
        const isWithin = x >= 0 && y >= 0 && z >= 0 && x <= lastI && y <= lastJ && z <= lastK;
        resampled.voxels[at] = isWithin ? trilinear(volume, x, y, z) : outside;
      }
    }
  }
  return resampled;
}

/** An index that leaves the volume by rounding alone lies on its border. */
function ontoBorder(index: number, last: number): number {
  if (index < 0 && index > -ROUNDING) return 0;
  return index > last && index < last + ROUNDING ? last : index;
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
