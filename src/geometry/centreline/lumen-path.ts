import { InvalidInput } from "../../numeric/invalid-input.js";
import { meshMeasures } from "../mesh/measures.js";
import type { TriangleMesh } from "../mesh/triangle-mesh.js";
import { voxelise } from "../mesh/voxelise.js";
import { distance, type Vector3 } from "../vector.js";
import { distanceTransform } from "../volume/distance-transform.js";
import { type Mask, type VolumeGrid, voxelToWorld, worldToVoxel } from "../volume/volume.js";
import { minimalPath } from "./minimal-path.js";

/** A first way through a lumen. */
export interface LumenPath {
  readonly points: Float64Array; // (n × 3) mm, from the start to the end
  readonly medianRadiusMm: number; // of the lumen along it, to a voxel
}

/** A tube has twice its volume over its area as radius; so many voxels lie across that. */
const VOXELS_A_RADIUS = 5;
const MOST_VOXELS = 2e7;
/** An end may lie so far from the nearest voxel of the lumen, in voxels: on the surface, for one. */
const REACH = 3;

/**
 * A path through the middle of a closed lumen, by voxels.
 *
 * @param spacingMm - of the voxels; a fifth of the radius that a tube of this volume and area has
 * @throws InvalidInput when an end lies outside the lumen or no way leads from one to the other
 */
export function pathThroughLumen(
  lumen: TriangleMesh,
  start: Vector3,
  end: Vector3,
  spacingMm?: number,
): LumenPath {
  const grid = gridOver(lumen, spacingMm);
  const inside = voxelise(lumen, grid);
  const [from, to] = [voxelAt(inside, start, "start"), voxelAt(inside, end, "end")];
  const fromWall = distanceTransform(inside);
  const path = minimalPath(fromWall, from, to);
  if (path.length === 0) {
    const rule = `needs ends that one lumen joins; no way leads from start to end through voxels of ${grid.spacing[0].toPrecision(2)} mm: take a finer spacing if it is narrow`;
    throw new InvalidInput("centreline", rule, "no_way");
  }
  const radii = Float64Array.from(path, (voxel) => fromWall.voxels[voxel]!).sort();
  const [ni, nj] = grid.dims;
  const points = [...start];
  for (const voxel of path) {
    const [i, j, k] = [voxel % ni, Math.floor(voxel / ni) % nj, Math.floor(voxel / (ni * nj))];
    points.push(...voxelToWorld(grid, [i, j, k]));
  }
  points.push(...end);
  return { points: Float64Array.from(points), medianRadiusMm: radii[radii.length >> 1]! };
}

function gridOver(lumen: TriangleMesh, spacingMm?: number): VolumeGrid {
  const { areaMm2, signedVolumeMm3, bounds } = meshMeasures(lumen);
  const { min, max } = bounds;
  const sides = [max[0] - min[0], max[1] - min[1], max[2] - min[2]] as const;
  const coarse = Math.cbrt((sides[0] * sides[1] * sides[2]) / MOST_VOXELS);
  const fine = (2 * signedVolumeMm3) / areaMm2 / VOXELS_A_RADIUS;
  const spacing = spacingMm ?? Math.max(coarse, fine);
  const dims = sides.map((side) => Math.ceil(side / spacing) + 3) as [number, number, number];
  if (!(dims[0] * dims[1] * dims[2] <= 4 * MOST_VOXELS)) {
    const rule = `needs a grid of at most ${4 * MOST_VOXELS} voxels; ${dims.join(" × ")} of ${spacing} mm are more`;
    throw new InvalidInput("centreline", rule, "too_fine");
  }
  return {
    dims,
    spacing: [spacing, spacing, spacing],
    origin: [min[0] - spacing, min[1] - spacing, min[2] - spacing],
    direction: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
  };
}

/** The voxel of the lumen nearest to a point. */
function voxelAt(inside: Mask, point: Vector3, name: string): number {
  const { dims, spacing, voxels } = inside;
  const centre = worldToVoxel(inside, point).map(Math.round) as [number, number, number];
  let [best, nearest] = [-1, Number.POSITIVE_INFINITY];
  for (let k = centre[2] - REACH; k <= centre[2] + REACH; k++) {
    for (let j = centre[1] - REACH; j <= centre[1] + REACH; j++) {
      for (let i = centre[0] - REACH; i <= centre[0] + REACH; i++) {
        if (i < 0 || j < 0 || k < 0 || i >= dims[0] || j >= dims[1] || k >= dims[2]) continue;
        const at = (k * dims[1] + j) * dims[0] + i;
        if (voxels[at] === 0) continue;
        const away = distance(voxelToWorld(inside, [i, j, k]), point);
        if (away < nearest) [best, nearest] = [at, away];
      }
    }
  }
  if (best >= 0) return best;
  const rule = `needs the ${name} within the lumen; (${point.join(", ")}) lies more than ${(REACH * spacing[0]).toPrecision(2)} mm outside`;
  throw new InvalidInput("centreline", rule, "end_outside");
}
