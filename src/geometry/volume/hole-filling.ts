import { connectedComponents } from "./components.js";
import { checkMask } from "./threshold.js";
import type { Mask } from "./volume.js";

/**
 * The mask with its holes filled: parts of the outside, joined by faces, that do not reach the border
 * of the volume.
 *
 * @throws InvalidInput when it is no mask
 */
export function fillHoles(mask: Mask): Mask {
  checkMask("fillHoles", mask);
  const outside = new Uint8Array(mask.voxels.length);
  for (let i = 0; i < outside.length; i++) outside[i] = 1 - mask.voxels[i]!;
  const { labels, components } = connectedComponents({ ...mask, voxels: outside }, 6);
  const isHole = new Uint8Array(components.length + 1);
  for (const { label, firstIndex, lastIndex } of components) {
    const reaches = mask.dims.some(
      (n, axis) => firstIndex[axis] === 0 || lastIndex[axis] === n - 1,
    );
    isHole[label] = reaches ? 0 : 1;
  }
  const filled = mask.voxels.slice();
  for (let i = 0; i < filled.length; i++) if (isHole[labels.voxels[i]!] === 1) filled[i] = 1;
  return { ...mask, voxels: filled };
}
