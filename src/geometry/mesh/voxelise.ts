import { InvalidInput } from "../../numeric/invalid-input.js";
import { pointAt } from "../vector.js";
import type { Mask, VolumeGrid } from "../volume/volume.js";
import { voxelToWorld, worldToVoxel } from "../volume/volume.js";
import { checkMesh, type TriangleMesh } from "./triangle-mesh.js";

/** A row that meets the surface in no whole number of passages is asked again this much beside itself, in voxels. */
const BESIDE = 1e-6;

/**
 * The voxels of a grid whose centre lies inside a closed mesh.
 *
 * Each row of voxels along i is a line: what crosses it inwards and outwards is summed up, so that
 * overlapping solids count as one, a void that is wound the other way is outside, and a mesh with
 * inward normals is filled all the same. A line through an edge or vertex is taken an infinitesimal
 * step beside it, so that neighbouring triangles agree which of them it meets.
 *
 * @param grid - its direction may be any rotation
 * @throws InvalidInput when it is no mesh, or one that is open: a line goes in and never comes out; an opening that no row passes is not found
 * @source [@edelsbrunner1990] the infinitesimal step
 */
export function voxelise(mesh: TriangleMesh, grid: VolumeGrid): Mask {
  checkMesh("voxelise", mesh);
  const indices = inIndices(mesh.positions, grid);
  const [ni, nj, nk] = grid.dims;
  const voxels = new Uint8Array(ni * nj * nk);
  const rows = new Rows(mesh.triangles, indices, nj, nk);
  for (let t = 0; t < mesh.triangles.length; t += 3) rows.addTriangle(t);
  for (let row = 0; row < nj * nk; row++) {
    if (rows.fill(row, voxels, row * ni, ni) || rows.again(row, voxels, row * ni, ni)) continue;
    const [, y, z] = voxelToWorld(grid, [0, row % nj, Math.floor(row / nj)]);
    const rule = `needs a closed surface; a line at y ${y.toFixed(2)}, z ${z.toFixed(2)} mm enters it and does not leave`;
    throw new InvalidInput("voxelise", rule, "not_closed");
  }
  const { dims, spacing, origin, direction } = grid;
  return { dims, spacing, origin, direction, voxels };
}

function inIndices(positions: Float64Array, grid: VolumeGrid): Float64Array {
  const indices = new Float64Array(positions.length);
  for (let i = 0; i < positions.length / 3; i++) {
    indices.set(worldToVoxel(grid, pointAt(positions, i)), 3 * i);
  }
  return indices;
}

/** Where triangles cross the rows of voxels, a linked list a row. */
class Rows {
  readonly #triangles: Uint32Array;
  readonly #points: Float64Array; // (nVertices × 3) in voxels
  readonly #nj: number;
  readonly #nk: number;
  readonly #head: Int32Array;
  #next = new Int32Array(4096);
  #along = new Float64Array(4096); // i of each crossing
  #turn = new Int8Array(4096); // 1 or −1
  #count = 0;

  constructor(triangles: Uint32Array, points: Float64Array, nj: number, nk: number) {
    this.#triangles = triangles;
    this.#points = points;
    this.#nj = nj;
    this.#nk = nk;
    this.#head = new Int32Array(nj * nk).fill(-1);
  }

  addTriangle(t: number): void {
    const p = this.#points;
    const [a, b, c] = this.#corners(t);
    const [ay, by, cy] = [p[a + 1]!, p[b + 1]!, p[c + 1]!];
    const [az, bz, cz] = [p[a + 2]!, p[b + 2]!, p[c + 2]!];
    const j1 = Math.min(this.#nj - 1, Math.floor(Math.max(ay, by, cy)));
    const k1 = Math.min(this.#nk - 1, Math.floor(Math.max(az, bz, cz)));
    const j0 = Math.max(0, Math.ceil(Math.min(ay, by, cy)));
    for (let k = Math.max(0, Math.ceil(Math.min(az, bz, cz))); k <= k1; k++) {
      for (let j = j0; j <= j1; j++) this.#cross(t, j, k, k * this.#nj + j);
    }
  }

  #corners(t: number): readonly [number, number, number] {
    const triangles = this.#triangles;
    return [3 * triangles[t]!, 3 * triangles[t + 1]!, 3 * triangles[t + 2]!];
  }

  /** Adds the crossing of a triangle with the line (y, z) to a row, if there is one. */
  #cross(t: number, y: number, z: number, row: number): void {
    const [a, b, c] = this.#corners(t);
    const turn = this.#side(a, b, y, z);
    if (this.#side(b, c, y, z) !== turn || this.#side(c, a, y, z) !== turn || turn === 0) return;
    const p = this.#points;
    const [uy, uz] = [p[b + 1]! - p[a + 1]!, p[b + 2]! - p[a + 2]!];
    const [vy, vz] = [p[c + 1]! - p[a + 1]!, p[c + 2]! - p[a + 2]!];
    const whole = uy * vz - uz * vy;
    const [dy, dz] = [y - p[a + 1]!, z - p[a + 2]!];
    const s = (dy * vz - dz * vy) / whole;
    const r = (uy * dz - uz * dy) / whole;
    const x = p[a]! + s * (p[b]! - p[a]!) + r * (p[c]! - p[a]!);
    if (this.#count === this.#next.length) this.#grow();
    this.#along[this.#count] = x;
    this.#turn[this.#count] = turn;
    this.#next[this.#count] = this.#head[row]!;
    this.#head[row] = this.#count++;
  }

  /**
   * On which side of an edge a line along i passes; computed from the smaller vertex to the larger,
   * so that both triangles of the edge hear the same. A line on the edge counts as shifted by an
   * infinitesimal step along j and a far smaller one along k.
   */
  #side(a: number, b: number, y: number, z: number): number {
    const p = this.#points;
    const [from, to] = a < b ? [a, b] : [b, a];
    const [ey, ez] = [p[to + 1]! - p[from + 1]!, p[to + 2]! - p[from + 2]!];
    const cross = ey * (z - p[from + 2]!) - ez * (y - p[from + 1]!);
    const sign = Math.sign(cross) || Math.sign(-ez) || Math.sign(ey);
    return a < b ? sign : -sign;
  }

  #grow(): void {
    const length = 2 * this.#next.length;
    const grown = <T extends { set(from: T): void }>(kind: new (n: number) => T, from: T): T => {
      const to = new kind(length);
      to.set(from);
      return to;
    };
    this.#next = grown(Int32Array, this.#next);
    this.#along = grown(Float64Array, this.#along);
    this.#turn = grown(Int8Array, this.#turn);
  }

  /**
   * Marks the voxels of a row between crossings.
   *
   * @returns false when the line is inside at its end
   */
  fill(row: number, voxels: Uint8Array, first: number, ni: number): boolean {
    if (this.#head[row]! < 0) return true;
    const crossings: number[] = [];
    for (let c = this.#head[row]!; c >= 0; c = this.#next[c]!) crossings.push(c);
    crossings.sort((a, b) => this.#along[a]! - this.#along[b]!);
    let winding = 0;
    for (let n = 0; n < crossings.length; n++) {
      winding += this.#turn[crossings[n]!]!;
      if (winding === 0 || n + 1 === crossings.length) continue;
      const from = Math.max(0, Math.ceil(this.#along[crossings[n]!]!));
      const to = Math.min(ni - 1, Math.ceil(this.#along[crossings[n + 1]!]!) - 1);
      if (from <= to) voxels.fill(1, first + from, first + to + 1);
    }
    return winding === 0;
  }

  /** Asks a row once more a little beside it, where rounding had it miss a triangle. */
  again(row: number, voxels: Uint8Array, first: number, ni: number): boolean {
    this.#head[row] = -1;
    voxels.fill(0, first, first + ni);
    const [y, z] = [(row % this.#nj) + BESIDE, Math.floor(row / this.#nj) + BESIDE / 3];
    for (let t = 0; t < this.#triangles.length; t += 3) this.#cross(t, y, z, row);
    return this.fill(row, voxels, first, ni);
  }
}
