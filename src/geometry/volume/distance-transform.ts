import { checkMask } from "./threshold.js";
import type { Mask, Volume } from "./volume.js";

/** Farther than any voxel of a volume, in mm². */
const FAR = 1e20;
/** Neighbouring lines that are taken at a time, so that each fetch from memory serves all. */
const LANES = 16;

/**
 * Exact Euclidean distance of every inside voxel to the nearest outside voxel, mm; 0 outside, Infinity
 * where nothing is outside. Spacings may differ.
 *
 * Squared distances are found along i, then widened along j and k by the lower envelope of parabolas;
 * they stand in the result's own single precision all the while, so that nothing else of the volume's
 * size is needed.
 *
 * @throws InvalidInput when it is no mask
 * @source [@felzenszwalb2012]
 */
export function distanceTransform(mask: Mask): Volume<Float32Array> {
  checkMask("distanceTransform", mask);
  const [ni, nj, nk] = mask.dims;
  const distances = alongRows(mask);
  const alongJ = new Envelope(nj, mask.spacing[1]);
  for (let k = 0; k < nk; k++) alongJ.widen(distances, k * ni * nj, ni, ni);
  const alongK = new Envelope(nk, mask.spacing[2]);
  alongK.widen(distances, 0, ni * nj, ni * nj);
  for (let i = 0; i < distances.length; i++) {
    distances[i] = distances[i]! >= FAR ? Number.POSITIVE_INFINITY : Math.sqrt(distances[i]!);
  }
  return { ...mask, voxels: distances };
}

/** Squared distance to the nearest outside voxel of the same row, mm². */
function alongRows({ dims, voxels, spacing }: Mask): Float32Array {
  const [ni] = dims;
  const far = Math.fround(1.01 * FAR); // single precision must not bring it below
  const squared = new Float32Array(voxels.length);
  for (let first = 0; first < voxels.length; first += ni) {
    let run = Number.POSITIVE_INFINITY; // voxels since the last one outside
    for (let i = first; i < first + ni; i++) {
      run = voxels[i] === 0 ? 0 : run + 1;
      squared[i] = run;
    }
    run = Number.POSITIVE_INFINITY;
    for (let i = first + ni - 1; i >= first; i--) {
      run = voxels[i] === 0 ? 0 : run + 1;
      const nearest = Math.min(run, squared[i]!) * spacing[0];
      squared[i] = nearest === Number.POSITIVE_INFINITY ? far : nearest * nearest;
    }
  }
  return squared;
}

/** The lower envelope of parabolas of equal width over lines of voxels. */
class Envelope {
  readonly #count: number; // voxels of a line
  readonly #width: number; // mm² of one voxel
  readonly #values: Float64Array; // (lanes × count)
  readonly #vertices: Int32Array; // positions of the parabolas that take part
  readonly #heights: Float64Array; // of these, at position 0
  readonly #from: Float64Array; // where each begins to be the lowest
  readonly #inverse: Float64Array; // of twice the width of so many voxels

  constructor(count: number, spacing: number) {
    this.#count = count;
    this.#width = spacing * spacing;
    this.#values = new Float64Array(LANES * count);
    this.#vertices = new Int32Array(count);
    this.#heights = new Float64Array(count);
    this.#from = new Float64Array(count + 1);
    this.#inverse = Float64Array.from({ length: count }, (_, d) => 0.5 / (this.#width * d));
  }

  /** Replaces the squared distances of neighbouring lines by the least of those of the line plus the way there. */
  widen(squared: Float32Array, first: number, step: number, lines: number): void {
    const count = this.#count;
    const values = this.#values;
    for (let line = 0; line < lines; line += LANES) {
      const lanes = Math.min(LANES, lines - line);
      let greatest = 0;
      for (let q = 0, at = first + line; q < count; q++, at += step) {
        for (let lane = 0; lane < lanes; lane++) {
          const value = squared[at + lane]!;
          values[lane * count + q] = value;
          if (value > greatest) greatest = value;
        }
      }
      if (greatest === 0) continue;
      for (let lane = 0; lane < lanes; lane++) this.#line(lane * count);
      for (let q = 0, at = first + line; q < count; q++, at += step) {
        for (let lane = 0; lane < lanes; lane++) squared[at + lane] = values[lane * count + q]!;
      }
    }
  }

  #line(start: number): void {
    const [count, width, values] = [this.#count, this.#width, this.#values];
    const [vertices, heights, from, inverse] = [
      this.#vertices,
      this.#heights,
      this.#from,
      this.#inverse,
    ];
    let last = -1;
    for (let q = 0; q < count; q++) {
      const value = values[start + q]!;
      if (value >= FAR) continue;
      // Outside between outside: nearest to itself alone.
      const isBetween = q > 0 && q + 1 < count;
      if (value === 0 && isBetween && values[start + q - 1] === 0 && values[start + q + 1] === 0) {
        continue;
      }
      const height = value + width * q * q;
      let begins = Number.NEGATIVE_INFINITY;
      while (last >= 0) {
        begins = (height - heights[last]!) * inverse[q - vertices[last]!]!;
        if (begins > from[last]!) break;
        last--;
        begins = Number.NEGATIVE_INFINITY;
      }
      last++;
      vertices[last] = q;
      heights[last] = height;
      from[last] = begins;
    }
    if (last < 0) return;
    from[last + 1] = Number.POSITIVE_INFINITY;
    for (let q = 0, k = 0; q < count; q++) {
      while (from[k + 1]! < q) k++;
      if (values[start + q] === 0) continue;
      // The height at 0 goes down by the parabola to its place and up again to here.
      values[start + q] = heights[k]! + width * q * (q - 2 * vertices[k]!);
    }
  }
}
