import { InvalidInput } from "../../numeric/invalid-input.js";
import type { TriangleMesh } from "../mesh/triangle-mesh.js";
import type { Plane } from "../plane.js";
import { dot, unit, type Vector3 } from "../vector.js";
import { cropVolume } from "../volume/crop.js";
import { gaussianSmoothing } from "../volume/gaussian.js";
import { marchingCubes } from "../volume/marching-cubes.js";
import { padVolume } from "../volume/pad.js";
import { checkMask } from "../volume/threshold.js";
import { type Mask, type Volume, voxelToWorld } from "../volume/volume.js";

/** The kernel of the Gaussian ends at so many standard deviations; a voxel more belongs to the cut. */
const REACH = 4;
/** Half-way between outside and inside. */
const HALF = 0.5;

/**
 * The surface of a mask as far as a plane's section needs it. A mask has stairs, which would lengthen a
 * perimeter by up to a quarter, so it is smoothed by a Gaussian of one voxel along each axis first; a
 * circle of radius r shrinks by this by about σ²/(2r), 0.01 mm for an annulus at 0.5 mm.
 *
 * @throws InvalidInput in the name of the caller when it is no mask, or nothing of it is near the plane
 */
export function maskSurfaceNear(where: string, mask: Mask, plane: Plane): TriangleMesh {
  checkMask(where, mask);
  const reach = (REACH + 2) * Math.max(...mask.spacing);
  const [first, last] = boxNear(where, mask, plane, reach);
  const near = cropVolume(mask, first, last);
  const values: Volume<Float32Array> = { ...near, voxels: Float32Array.from(near.voxels) };
  const padded = padVolume(values, 0, { margin: REACH + 1 });
  return marchingCubes(gaussianSmoothing(padded, mask.spacing), HALF);
}

/** The least and greatest indices of the inside voxels within reach of a plane. */
function boxNear(where: string, mask: Mask, plane: Plane, reachMm: number): [Vector3, Vector3] {
  const [ni, nj, nk] = mask.dims;
  const normal = unit(plane.normal);
  const height = (i: number, j: number, k: number): number =>
    dot(voxelToWorld(mask, [i, j, k]), normal) - dot(plane.origin, normal);
  const start = height(0, 0, 0);
  const [di, dj, dk] = [
    height(1, 0, 0) - start,
    height(0, 1, 0) - start,
    height(0, 0, 1) - start,
  ] as const;
  const first: [number, number, number] = [ni, nj, nk];
  const last: [number, number, number] = [-1, -1, -1];
  for (let k = 0, at = 0; k < nk; k++) {
    for (let j = 0; j < nj; j++) {
      const row = start + j * dj + k * dk;
      for (let i = 0; i < ni; i++, at++) {
        if (mask.voxels[at] === 0 || Math.abs(row + i * di) > reachMm) continue;
        if (i < first[0]) first[0] = i;
        if (i > last[0]) last[0] = i;
        if (j < first[1]) first[1] = j;
        if (j > last[1]) last[1] = j;
        if (k < first[2]) first[2] = k;
        if (k > last[2]) last[2] = k;
      }
    }
  }
  if (last[0] < 0) {
    throw new InvalidInput(where, "needs a plane that meets the mask; got one beside it", "missed");
  }
  return [first, last];
}
