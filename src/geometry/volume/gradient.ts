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
  const [si, sj, sk] = [1, ni, ni * nj];
  const magnitude = new Float32Array(voxels.length);
  for (let k = 0, at = 0; k < nk; k++) {
    const [lowK, highK] = [k > 0 ? sk : 0, k + 1 < nk ? sk : 0];
    const perK = 1 / (((lowK + highK) / sk) * spacing[2]);
    for (let j = 0; j < nj; j++) {
      const [lowJ, highJ] = [j > 0 ? sj : 0, j + 1 < nj ? sj : 0];
      const perJ = 1 / (((lowJ + highJ) / sj) * spacing[1]);
      for (let i = 0; i < ni; i++, at++) {
        const lowI = i > 0 ? si : 0;
        const highI = i + 1 < ni ? si : 0;
        const x = (voxels[at + highI]! - voxels[at - lowI]!) / ((lowI + highI) * spacing[0]);
        const y = (voxels[at + highJ]! - voxels[at - lowJ]!) * perJ;
        const z = (voxels[at + highK]! - voxels[at - lowK]!) * perK;
        magnitude[at] = Math.sqrt(x * x + y * y + z * z);
      }
    }
  }
  return { ...volume, voxels: magnitude };
}
