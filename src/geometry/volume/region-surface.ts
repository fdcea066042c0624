import { InvalidInput } from "../../numeric/invalid-input.js";
import type { TriangleMesh } from "../mesh/triangle-mesh.js";
import { marchingCubes } from "./marching-cubes.js";
import { padVolume } from "./pad.js";
import { checkMask, checkThresholds } from "./threshold.js";
import { checkVolume, type Mask, type Volume } from "./volume.js";

/**
 * The closed surface of a region of an image between two thresholds, where the image itself crosses them:
 * smooth where the mask alone would give steps.
 *
 * Integer images are cut half-way between two values, so that no vertex falls upon a voxel. A voxel of
 * the region lies inside and every other one outside, whatever its value; at the border of the volume the
 * surface closes by a margin.
 *
 * @param region - made with these thresholds, as by regionGrowing; what of the image lies between them elsewhere stays out
 * @returns outward, watertight; without triangles where the region is empty
 * @throws InvalidInput when the volume and the mask have other dimensions or the thresholds are not in order
 */
export function regionSurface(
  volume: Volume,
  lower: number,
  upper: number,
  region: Mask,
): TriangleMesh {
  checkVolume("regionSurface", volume);
  checkMask("regionSurface", region);
  checkThresholds("regionSurface", lower, upper);
  if (region.dims.some((n, axis) => n !== volume.dims[axis])) {
    const rule = `needs a mask of ${volume.dims.join(" × ")} voxels; got ${region.dims.join(" × ")}`;
    throw new InvalidInput("regionSurface", rule, "other_dimensions");
  }
  const { voxels } = volume;
  const isFloat = voxels instanceof Float32Array || voxels instanceof Float64Array;
  const half = isFloat ? 0 : 0.5;
  // Beyond the nearer threshold by so much a voxel's share of an edge says nothing more.
  const least = isFloat ? LEAST_SHARE * scaleOf(lower, upper) : half;
  const depth = new Float32Array(voxels.length); // above 0 inside
  let [sum, count] = [0, 0];
  for (let i = 0; i < voxels.length; i++) {
    const value = voxels[i]!;
    const within = Math.min(value - lower, upper - value) + half;
    if (region.voxels[i] === 1) {
      depth[i] = within > least ? within : least;
      sum += depth[i]!;
      count++;
    } else depth[i] = within < -least ? within : -least;
  }
  if (count === 0) return { positions: new Float64Array(0), triangles: new Uint32Array(0) };
  const margin = Math.fround(-sum / count); // as steep outside the border as inside on the average
  return marchingCubes(padVolume({ ...volume, voxels: depth }, margin), 0);
}

const LEAST_SHARE = 1e-3;

/** A size of the values, to tell what is small among them. */
function scaleOf(lower: number, upper: number): number {
  const range = upper - lower;
  if (Number.isFinite(range) && range > 0) return range;
  return Math.max(1, ...[lower, upper].filter(Number.isFinite).map(Math.abs));
}
