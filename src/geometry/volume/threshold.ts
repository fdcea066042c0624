import { InvalidInput } from "../../numeric/invalid-input.js";
import { checkVolume, type Mask, type Volume } from "./volume.js";

/**
 * The voxels whose value lies between two thresholds, both included.
 *
 * @param lower - HU for CT; −Infinity for no lower threshold
 * @param upper - Infinity for none
 * @throws InvalidInput when it is no volume or the thresholds are not in order
 */
export function thresholdMask(volume: Volume, lower: number, upper: number): Mask {
  checkVolume("thresholdMask", volume);
  checkThresholds("thresholdMask", lower, upper);
  const { voxels } = volume;
  const inside = new Uint8Array(voxels.length);
  for (let i = 0; i < voxels.length; i++) {
    const value = voxels[i]!;
    inside[i] = value >= lower && value <= upper ? 1 : 0;
  }
  return { ...volume, voxels: inside };
}

/**
 * Refuses thresholds that are none.
 *
 * @throws InvalidInput unless lower ≤ upper
 */
export function checkThresholds(where: string, lower: number, upper: number): void {
  if (!(lower <= upper)) {
    throw new InvalidInput(
      where,
      `needs thresholds in order; got ${lower} and ${upper}`,
      "thresholds",
    );
  }
}

/**
 * Refuses a mask that holds anything but 0 and 1 or is no volume.
 *
 * @throws InvalidInput
 */
export function checkMask(where: string, mask: Mask): void {
  checkVolume(where, mask);
  if (!(mask.voxels instanceof Uint8Array)) {
    throw new InvalidInput(where, "needs a mask in a Uint8Array; got another array", "not_a_mask");
  }
  const { voxels } = mask;
  for (let i = 0; i < voxels.length; i++) {
    if (voxels[i]! > 1) {
      const rule = `needs a mask of 0 and 1; voxel ${i} is ${voxels[i]}`;
      throw new InvalidInput(where, rule, "not_a_mask");
    }
  }
}
