import { InvalidInput } from "../../numeric/invalid-input.js";
import type { TriangleMesh } from "../mesh/triangle-mesh.js";
import type { Vector3 } from "../vector.js";
import { CUBE_CASES } from "./cube-cases.js";
import { checkVolume, type Volume, type VolumeGrid, type Voxels } from "./volume.js";

/**
 * The surface at an iso value, by marching cubes: indexed, wound so that normals point from inside
 * (values of at least `iso`) to outside, in world coordinates of the volume's grid.
 *
 * Where the inside reaches the border of the volume the surface is open: pad the volume first. An iso
 * value that voxels have exactly puts several vertices into one voxel; take a half-integer for integer
 * images.
 *
 * @param iso - HU for CT
 * @throws InvalidInput when it is no volume, has fewer than two voxels along an axis, iso is not finite
 *   or a voxel beside the surface is not
 * @source [@lorensen1987]
 */
export function marchingCubes(volume: Volume, iso: number): TriangleMesh {
  checkVolume("marchingCubes", volume);
  if (!Number.isFinite(iso)) {
    throw new InvalidInput("marchingCubes", `needs a finite iso value; got ${iso}`);
  }
  if (Math.min(...volume.dims) < 2) {
    const got = volume.dims.join(" × ");
    throw new InvalidInput("marchingCubes", `needs two voxels along each axis; got ${got}`);
  }
  return new Surface(volume, iso).march();
}

/** Vertex numbers of the crossed edges of one plane of voxels: along i and along j; −1 where there is none yet. */
interface PlaneEdges {
  readonly alongI: Int32Array;
  readonly alongJ: Int32Array;
}

/** A surface while it is made, plane by plane along k. */
class Surface {
  readonly #grid: VolumeGrid;
  readonly #voxels: Voxels;
  readonly #iso: number;
  #positions = new Float64Array(3 * 4096);
  #vertices = 0;
  #triangles = new Uint32Array(3 * 8192);
  #corners = 0;
  readonly #numbers = new Uint32Array(12); // vertices on the edges of a cell

  constructor(volume: Volume, iso: number) {
    this.#grid = volume;
    this.#voxels = volume.voxels;
    this.#iso = iso;
  }

  march(): TriangleMesh {
    const [ni, nj, nk] = this.#grid.dims;
    const plane = ni * nj;
    let [near, far] = [new Uint8Array(plane), new Uint8Array(plane)];
    let [nearCounts, farCounts] = [new Uint32Array(nj), new Uint32Array(nj)];
    let [low, high] = [planeEdges(plane), planeEdges(plane)];
    const alongK = new Int32Array(plane).fill(-1);
    this.#classify(0, near, nearCounts);
    for (let k = 0; k + 1 < nk; k++) {
      this.#classify(k + 1, far, farCounts);
      for (let j = 0; j + 1 < nj; j++) {
        const inside = nearCounts[j]! + nearCounts[j + 1]! + farCounts[j]! + farCounts[j + 1]!;
        if (inside !== 0 && inside !== 4 * ni) this.#row(j, k, near, far, low, high, alongK);
      }
      [near, far] = [far, near];
      [nearCounts, farCounts] = [farCounts, nearCounts];
      [low, high] = [high, low];
      high.alongI.fill(-1);
      high.alongJ.fill(-1);
      alongK.fill(-1);
    }
    const triangles = this.#triangles.slice(0, this.#corners);
    if (isLeftHanded(this.#grid.direction)) turn(triangles);
    return { positions: this.#positions.slice(0, 3 * this.#vertices), triangles };
  }

  /** Which voxels of a plane are inside, and how many of each row. */
  #classify(k: number, inside: Uint8Array, counts: Uint32Array): void {
    const [ni, nj] = this.#grid.dims;
    const [voxels, iso] = [this.#voxels, this.#iso];
    const from = k * ni * nj;
    for (let j = 0, at = 0; j < nj; j++) {
      let count = 0;
      for (const end = at + ni; at < end; at++) {
        const is = voxels[from + at]! >= iso ? 1 : 0;
        inside[at] = is;
        count += is;
      }
      counts[j] = count;
    }
  }

  #row(
    j: number,
    k: number,
    near: Uint8Array,
    far: Uint8Array,
    low: PlaneEdges,
    high: PlaneEdges,
    alongK: Int32Array,
  ): void {
    const ni = this.#grid.dims[0];
    const first = j * ni;
    let left =
      near[first]! | (near[first + ni]! << 1) | (far[first]! << 2) | (far[first + ni]! << 3);
    for (let i = 0; i + 1 < ni; i++) {
      const at = first + i + 1;
      const right = near[at]! | (near[at + ni]! << 1) | (far[at]! << 2) | (far[at + ni]! << 3);
      const corners = left | (right << 4);
      left = right;
      if (corners === 0 || corners === 255) continue;
      this.#cell(i, j, k, CUBE_CASES[corners]!, low, high, alongK);
    }
  }

  #cell(
    i: number,
    j: number,
    k: number,
    edges: Uint8Array,
    low: PlaneEdges,
    high: PlaneEdges,
    alongK: Int32Array,
  ): void {
    const ni = this.#grid.dims[0];
    const at = j * ni + i;
    const numbers = this.#numbers;
    let seen = 0;
    for (let e = 0; e < edges.length; e++) {
      const edge = edges[e]!;
      if ((seen >> edge) & 1) continue;
      seen |= 1 << edge;
      switch (edge) {
        case 0:
          numbers[0] = this.#vertex(low.alongI, at, i, j, k, 0);
          break;
        case 1:
          numbers[1] = this.#vertex(low.alongI, at + ni, i, j + 1, k, 0);
          break;
        case 2:
          numbers[2] = this.#vertex(high.alongI, at, i, j, k + 1, 0);
          break;
        case 3:
          numbers[3] = this.#vertex(high.alongI, at + ni, i, j + 1, k + 1, 0);
          break;
        case 4:
          numbers[4] = this.#vertex(low.alongJ, at, i, j, k, 1);
          break;
        case 5:
          numbers[5] = this.#vertex(high.alongJ, at, i, j, k + 1, 1);
          break;
        case 6:
          numbers[6] = this.#vertex(low.alongJ, at + 1, i + 1, j, k, 1);
          break;
        case 7:
          numbers[7] = this.#vertex(high.alongJ, at + 1, i + 1, j, k + 1, 1);
          break;
        case 8:
          numbers[8] = this.#vertex(alongK, at, i, j, k, 2);
          break;
        case 9:
          numbers[9] = this.#vertex(alongK, at + ni, i, j + 1, k, 2);
          break;
        case 10:
          numbers[10] = this.#vertex(alongK, at + 1, i + 1, j, k, 2);
          break;
        default:
          numbers[11] = this.#vertex(alongK, at + ni + 1, i + 1, j + 1, k, 2);
      }
    }
    if (this.#corners + edges.length > this.#triangles.length) {
      const longer = new Uint32Array(2 * this.#triangles.length);
      longer.set(this.#triangles);
      this.#triangles = longer;
    }
    for (let e = 0; e < edges.length; e++) this.#triangles[this.#corners++] = numbers[edges[e]!]!;
  }

  /** The vertex on the edge that begins at a voxel and runs along an axis; made when it is first asked for. */
  #vertex(
    known: Int32Array,
    slot: number,
    i: number,
    j: number,
    k: number,
    axis: 0 | 1 | 2,
  ): number {
    const before = known[slot]!;
    if (before >= 0) return before;
    const number = this.#vertices++;
    known[slot] = number;
    const { dims, spacing: s, origin: o, direction: d } = this.#grid;
    const step = axis === 0 ? 1 : axis === 1 ? dims[0] : dims[0] * dims[1];
    const at = (k * dims[1] + j) * dims[0] + i;
    const here = this.#voxels[at]!;
    const there = this.#voxels[at + step]!;
    const along = (this.#iso - here) / (there - here);
    if (!(there - here < Number.POSITIVE_INFINITY && here - there < Number.POSITIVE_INFINITY)) {
      refuseVoxel(here, there, [i, j, k], axis);
    }
    // In single precision, as VTK: what is a voxel but for rounding becomes one, and welds.
    const x = s[0] * (axis === 0 ? Math.fround(i + along) : i);
    const y = s[1] * (axis === 1 ? Math.fround(j + along) : j);
    const z = s[2] * (axis === 2 ? Math.fround(k + along) : k);
    if (3 * number === this.#positions.length) {
      const longer = new Float64Array(2 * this.#positions.length);
      longer.set(this.#positions);
      this.#positions = longer;
    }
    this.#positions[3 * number] = o[0] + d[0]! * x + d[1]! * y + d[2]! * z;
    this.#positions[3 * number + 1] = o[1] + d[3]! * x + d[4]! * y + d[5]! * z;
    this.#positions[3 * number + 2] = o[2] + d[6]! * x + d[7]! * y + d[8]! * z;
    return number;
  }
}

/** No place on an edge follows from an end that is no number. */
function refuseVoxel(here: number, there: number, index: Vector3, axis: 0 | 1 | 2): never {
  const isHere = !Number.isFinite(here);
  const bad = index.map((at, i) => (i === axis && !isHere ? at + 1 : at));
  const rule = `needs finite voxels at the surface; the voxel (${bad.join(", ")}) is ${isHere ? here : there}`;
  throw new InvalidInput("marchingCubes", rule, "non_finite");
}

function planeEdges(plane: number): PlaneEdges {
  return { alongI: new Int32Array(plane).fill(-1), alongJ: new Int32Array(plane).fill(-1) };
}

/** Axes that mirror the cell turn its triangles inside out. */
function isLeftHanded(d: Float64Array): boolean {
  const determinant =
    d[0]! * (d[4]! * d[8]! - d[5]! * d[7]!) -
    d[1]! * (d[3]! * d[8]! - d[5]! * d[6]!) +
    d[2]! * (d[3]! * d[7]! - d[4]! * d[6]!);
  return determinant < 0;
}

function turn(triangles: Uint32Array): void {
  for (let i = 0; i < triangles.length; i += 3) {
    const second = triangles[i + 1]!;
    triangles[i + 1] = triangles[i + 2]!;
    triangles[i + 2] = second;
  }
}
