import { InvalidInput } from "../../numeric/invalid-input.js";
import { checkVolume, type Volume, type Voxels, voxelToWorld } from "./volume.js";

/**
 * A volume with a margin of voxels of one value on every side; the world stays where it is.
 *
 * @param value - of the margin, such as air: −1000 HU
 * @param options.margin - voxels on each side; 1
 * @throws InvalidInput when it is no volume, the margin is no integer of at least 0, or the voxels
 *   cannot hold the value
 */
export function padVolume<T extends Voxels>(
  volume: Volume<T>,
  value: number,
  { margin = 1 }: { margin?: number } = {},
): Volume<T> {
  checkVolume("padVolume", volume);
  if (!Number.isSafeInteger(margin) || margin < 0) {
    throw new InvalidInput("padVolume", `needs a margin of 0 or more voxels; got ${margin}`);
  }
  const { voxels, dims } = volume;
  const [ni, nj, nk] = dims;
  const [pi, pj, pk] = [ni + 2 * margin, nj + 2 * margin, nk + 2 * margin];
  const kind = voxels.constructor as new (length: number) => T;
  const padded = new kind(pi * pj * pk).fill(value) as T;
  if (padded.length > 0 && padded[0] !== value && !(voxels instanceof Float32Array)) {
    throw new InvalidInput("padVolume", `needs a value that a ${kind.name} holds; got ${value}`);
  }
  for (let k = 0; k < nk; k++) {
    for (let j = 0; j < nj; j++) {
      const from = (k * nj + j) * ni;
      padded.set(voxels.subarray(from, from + ni), ((k + margin) * pj + j + margin) * pi + margin);
    }
  }
  const origin = voxelToWorld(volume, [-margin, -margin, -margin]);
  return { ...volume, dims: [pi, pj, pk], origin, voxels: padded };
}
