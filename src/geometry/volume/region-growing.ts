import { InvalidInput } from "../../numeric/invalid-input.js";
import type { Vector3 } from "../vector.js";
import { type Connectivity, checkConnectivity, connectedComponents } from "./components.js";
import { checkThresholds, thresholdMask } from "./threshold.js";
import { checkVolume, type Mask, type Volume } from "./volume.js";

/**
 * The voxels between two thresholds that hang together with a seed.
 *
 * @param lower - HU for CT
 * @param upper - HU
 * @param seeds - voxel indices i, j, k; each must lie between the thresholds
 * @param connectivity - 6, 18 or 26 neighbours
 * @throws InvalidInput when a seed lies outside the volume or the thresholds, or there is none
 */
export function regionGrowing(
  volume: Volume,
  lower: number,
  upper: number,
  seeds: readonly Vector3[],
  connectivity: Connectivity,
): Mask {
  checkVolume("regionGrowing", volume);
  checkThresholds("regionGrowing", lower, upper);
  checkConnectivity("regionGrowing", connectivity);
  if (seeds.length === 0) throw new InvalidInput("regionGrowing", "needs a seed; got none");
  const inRange = thresholdMask(volume, lower, upper);
  const { labels, components } = connectedComponents(inRange, connectivity);
  const isWanted = new Uint8Array(components.length + 1); // by label
  for (const seed of seeds) isWanted[labelAt(volume, labels, seed, lower, upper)] = 1;
  const inside = new Uint8Array(labels.voxels.length);
  for (let i = 0; i < inside.length; i++) inside[i] = isWanted[labels.voxels[i]!]!;
  return { ...volume, voxels: inside };
}

function labelAt(
  { dims, voxels }: Volume,
  labels: Volume<Uint32Array>,
  seed: Vector3,
  lower: number,
  upper: number,
): number {
  if (
    !seed.every((index, axis) => Number.isSafeInteger(index) && index >= 0 && index < dims[axis]!)
  ) {
    const rule = `needs seeds within ${dims.join(" × ")} voxels; got (${seed.join(", ")})`;
    throw new InvalidInput("regionGrowing", rule, "seed_outside");
  }
  const at = (seed[2] * dims[1] + seed[1]) * dims[0] + seed[0];
  if (labels.voxels[at] === 0) {
    const rule = `needs seeds of ${lower} to ${upper}; the voxel (${seed.join(", ")}) has ${voxels[at]}`;
    throw new InvalidInput("regionGrowing", rule, "seed_outside_thresholds");
  }
  return labels.voxels[at]!;
}
