import { InvalidInput } from "../../numeric/invalid-input.js";
import { checkVolume, type Volume } from "./volume.js";

/**
 * Length of the gradient at each voxel, in values a mm: central differences, one-sided at the border.
 *
 * @throws InvalidInput when it is no volume or has fewer than two voxels along an axis
 */
export function gradientMagnitude(volume: Volume): Volume<Float32Array> {
  checkVolume("gradientMagnitude", volume);
  const { dims, spacing, voxels } = volume;
  if (Math.min(...dims) < 2) {
    throw new InvalidInput(
      "gradientMagnitude",
      `needs two voxels along each axis; got ${dims.join(" × ")}`,
    );
  }
  const [ni, nj, nk] = dims;
  const steps = [1, ni, ni * nj];
  const magnitude = new Float32Array(voxels.length);
  const slope = (at: number, index: number, axis: 0 | 1 | 2): number => {
    const [low, high] = [index > 0 ? 1 : 0, index + 1 < dims[axis] ? 1 : 0];
    const step = steps[axis]!;
    return (voxels[at + high * step]! - voxels[at - low * step]!) / ((low + high) * spacing[axis]);
  };
  for (let k = 0, at = 0; k < nk; k++) {
    for (let j = 0; j < nj; j++) {
      for (let i = 0; i < ni; i++, at++) {
        const [x, y, z] = [slope(at, i, 0), slope(at, j, 1), slope(at, k, 2)];
        magnitude[at] = Math.sqrt(x * x + y * y + z * z);
      }
    }
  }
  return { ...volume, voxels: magnitude };
}
