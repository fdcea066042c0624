import { InvalidInput } from "../../numeric/invalid-input.js";
import type { Vector3 } from "../vector.js";
import { checkVolume, type Volume, type Voxels, voxelToWorld } from "./volume.js";

/**
 * The part of a volume between two voxels, both included; it keeps its place in the world.
 *
 * @param first - least i, j, k
 * @param last - greatest i, j, k
 * @throws InvalidInput when it is no volume or the voxels are not in order within it
 */
export function cropVolume<T extends Voxels>(
  volume: Volume<T>,
  first: Vector3,
  last: Vector3,
): Volume<T> {
  checkVolume("cropVolume", volume);
  const { dims, voxels } = volume;
  const isWithin = dims.every((n, axis) => {
    const [from, to] = [first[axis]!, last[axis]!];
    return (
      Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from <= to && to < n
    );
  });
  if (!isWithin) {
    const got = `(${first.join(", ")}) to (${last.join(", ")})`;
    throw new InvalidInput(
      "cropVolume",
      `needs voxels in order within ${dims.join(" × ")}; got ${got}`,
    );
  }
  const size = [last[0] - first[0] + 1, last[1] - first[1] + 1, last[2] - first[2] + 1] as const;
  const kind = voxels.constructor as new (length: number) => T;
  const part = new kind(size[0] * size[1] * size[2]);
  for (let k = 0; k < size[2]; k++) {
    for (let j = 0; j < size[1]; j++) {
      const from = ((first[2] + k) * dims[1] + first[1] + j) * dims[0] + first[0];
      part.set(voxels.subarray(from, from + size[0]), (k * size[1] + j) * size[0]);
    }
  }
  return { ...volume, dims: size, origin: voxelToWorld(volume, first), voxels: part };
}
