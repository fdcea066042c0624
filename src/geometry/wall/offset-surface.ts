import { InvalidInput } from "../../numeric/invalid-input.js";
import { checkClosed } from "../mesh/closed.js";
import { meshBounds } from "../mesh/measures.js";
import type { TriangleMesh } from "../mesh/triangle-mesh.js";
import { type TriangleTree, triangleTree } from "../mesh/triangle-tree.js";
import { voxelise } from "../mesh/voxelise.js";
import type { Vector3 } from "../vector.js";
import { marchingCubes } from "../volume/marching-cubes.js";
import type { Volume, VolumeGrid } from "../volume/volume.js";

/** Edge of the blocks that are asked first, voxels; a power of two. */
const BLOCK = 16;
/** A voxel nearer to the surface than this share of the spacing is moved off it: its triangles would be slivers that weld to nothing in single precision. */
const OFF_SURFACE = 0.01;
const MOST_VOXELS = 1e9;

/**
 * The closed surface at a distance from a closed mesh: where the signed distance, negative inside, has
 * one value.
 *
 * Distances are exact, to the triangles; they are asked for on a grid, but only where the surface
 * can pass: a distance changes no faster than the place, so a block of voxels whose centre is far from
 * the value is passed over as a whole. Marching cubes runs through what was asked; between
 * voxels a distance counts as linear, which puts the surface nearer by at most spacing²/8 times its
 * curvature.
 *
 * @param offsetMm - positive outside the mesh, negative inside
 * @param spacingMm - of the grid
 * @returns outward; without triangles where no point lies so deep inside
 * @throws InvalidInput when it is no closed mesh, a length is not finite or the grid would not fit memory
 * @source [@payne1992]
 */
export function offsetSurface(
  mesh: TriangleMesh,
  offsetMm: number,
  spacingMm: number,
): TriangleMesh {
  checkClosed("offsetSurface", mesh);
  if (!Number.isFinite(offsetMm)) {
    throw new InvalidInput("offsetSurface", `needs a finite offset, mm; got ${offsetMm}`);
  }
  if (!(spacingMm > 0 && Number.isFinite(spacingMm))) {
    throw new InvalidInput("offsetSurface", `needs a spacing above 0 mm; got ${spacingMm}`);
  }
  const field = new OffsetField(mesh, offsetMm, gridAbout(mesh, offsetMm, spacingMm));
  return marchingCubes(field.values(), 0);
}

/** A grid with a voxel more than the surface needs on every side. */
function gridAbout(mesh: TriangleMesh, offset: number, spacing: number): VolumeGrid {
  const { min, max } = meshBounds(mesh);
  const margin = Math.max(0, offset) + 1.5 * spacing;
  const dims = [0, 1, 2].map(
    (axis) => Math.ceil((max[axis]! - min[axis]! + 2 * margin) / spacing) + 1,
  ) as [number, number, number];
  if (!(dims[0] * dims[1] * dims[2] <= MOST_VOXELS)) {
    const rule = `needs a grid of at most 10⁹ voxels; ${dims.join(" × ")} of ${spacing} mm are more: take a wider spacing`;
    throw new InvalidInput("offsetSurface", rule, "too_fine");
  }
  return {
    dims,
    spacing: [spacing, spacing, spacing],
    origin: [min[0] - margin, min[1] - margin, min[2] - margin],
    direction: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
  };
}

/** Offset minus signed distance, mm: positive within the surface at the offset. */
class OffsetField {
  readonly #offset: number;
  readonly #grid: VolumeGrid;
  readonly #tree: TriangleTree;
  readonly #inside: Uint8Array; // the mesh
  readonly #values: Float32Array;
  readonly #spacing: number;

  constructor(mesh: TriangleMesh, offset: number, grid: VolumeGrid) {
    this.#offset = offset;
    this.#grid = grid;
    this.#spacing = grid.spacing[0];
    this.#tree = triangleTree(mesh);
    this.#inside = voxelise(mesh, grid).voxels;
    this.#values = new Float32Array(this.#inside.length).fill(-this.#spacing);
  }

  values(): Volume<Float32Array> {
    const [ni, nj, nk] = this.#grid.dims;
    for (let k = 0; k < nk; k += BLOCK) {
      for (let j = 0; j < nj; j += BLOCK) {
        for (let i = 0; i < ni; i += BLOCK) this.#block(i, j, k, BLOCK);
      }
    }
    return { ...this.#grid, voxels: this.#values };
  }

  #block(i: number, j: number, k: number, edge: number): void {
    const [ni, nj, nk] = this.#grid.dims;
    if (i >= ni || j >= nj || k >= nk) return;
    const at = (k * nj + j) * ni + i;
    if (edge === 1) {
      this.#values[at] = this.#value(i, j, k, at);
      return;
    }
    const middle = (edge - 1) / 2;
    const radius = Math.sqrt(3) * middle * this.#spacing;
    const depth = Math.abs(this.#offset);
    const limit = depth + radius + this.#spacing;
    const hit = this.#tree.closestPoint(this.#point(i + middle, j + middle, k + middle), limit);
    const distance = hit === undefined ? Number.POSITIVE_INFINITY : hit.distanceMm;
    // Farther than this the mesh passes neither through the block nor next to it: it has one side.
    const side = distance > radius + this.#spacing ? (this.#inside[at] === 1 ? -1 : 1) : 0;
    if (distance < depth - radius - this.#spacing) this.#fill(i, j, k, edge, this.#offset > 0);
    else if (distance > limit || (side !== 0 && side * this.#offset < 0)) {
      this.#fill(i, j, k, edge, side < 0 && (this.#offset > 0 || distance > limit));
    } else {
      const half = edge / 2;
      for (let c = 0; c < 8; c++) {
        this.#block(i + half * (c & 1), j + half * ((c >> 1) & 1), k + half * (c >> 2), half);
      }
    }
  }

  /** A block within the surface; what lies outside has its value from the start. */
  #fill(i: number, j: number, k: number, edge: number, isWithin: boolean): void {
    if (!isWithin) return;
    const [ni, nj, nk] = this.#grid.dims;
    const to = Math.min(ni, i + edge);
    for (let z = k; z < Math.min(nk, k + edge); z++) {
      for (let y = j; y < Math.min(nj, j + edge); y++) {
        const row = (z * nj + y) * ni;
        this.#values.fill(this.#spacing, row + i, row + to);
      }
    }
  }

  #value(i: number, j: number, k: number, at: number): number {
    const limit = Math.abs(this.#offset) + 2 * this.#spacing;
    const distance = this.#tree.closestPoint(this.#point(i, j, k), limit)?.distanceMm ?? limit;
    const value = this.#offset + (this.#inside[at] === 1 ? distance : -distance);
    const least = OFF_SURFACE * this.#spacing;
    return Math.abs(value) >= least ? value : value < 0 ? -least : least;
  }

  #point(i: number, j: number, k: number): Vector3 {
    const { origin } = this.#grid;
    const s = this.#spacing;
    return [origin[0] + s * i, origin[1] + s * j, origin[2] + s * k];
  }
}
