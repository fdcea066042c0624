import { InvalidInput } from "../../numeric/invalid-input.js";
import type { Vector3 } from "../vector.js";
import { type Connectivity, connectedComponents } from "./components.js";
import { checkThresholds, thresholdMask } from "./threshold.js";
import type { Mask, Volume } from "./volume.js";

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
  checkThresholds("regionGrowing", lower, upper);
  if (seeds.length === 0) throw new InvalidInput("regionGrowing", "needs a seed; got none");
  const { labels } = connectedComponents(thresholdMask(volume, lower, upper), connectivity);
  const wanted = new Set(seeds.map((seed) => labelAt(volume, labels, seed, lower, upper)));
  const inside = new Uint8Array(labels.voxels.length);
  if (wanted.size === 1) {
    const [label] = wanted;
    for (let i = 0; i < inside.length; i++) inside[i] = labels.voxels[i] === label ? 1 : 0;
  } else for (let i = 0; i < inside.length; i++) inside[i] = wanted.has(labels.voxels[i]!) ? 1 : 0;
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
