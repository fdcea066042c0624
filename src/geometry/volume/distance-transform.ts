import { checkMask } from "./threshold.js";
import type { Mask, Volume } from "./volume.js";

/** Farther than any voxel of a volume, in mm². */
const FAR = 1e20;

/**
 * Exact Euclidean distance of every inside voxel to the nearest outside voxel, mm; 0 outside, Infinity
 * where nothing is outside. Spacings may differ.
 *
 * Squared distances are found along i, then widened along j and k by the lower envelope of parabolas.
 *
 * @throws InvalidInput when it is no mask
 * @source [@felzenszwalb2012]
 */
export function distanceTransform(mask: Mask): Volume<Float32Array> {
  checkMask("distanceTransform", mask);
  const [ni, nj, nk] = mask.dims;
  const squared = alongRows(mask);
  const envelope = new Envelope(Math.max(nj, nk));
  for (let k = 0; k < nk; k++) {
    for (let i = 0; i < ni; i++) envelope.widen(squared, k * ni * nj + i, ni, nj, mask.spacing[1]);
  }
  for (let ij = 0; ij < ni * nj; ij++) envelope.widen(squared, ij, ni * nj, nk, mask.spacing[2]);
  const distances = new Float32Array(squared.length);
  for (let i = 0; i < squared.length; i++) {
    distances[i] = squared[i]! >= FAR ? Number.POSITIVE_INFINITY : Math.sqrt(squared[i]!);
  }
  return { ...mask, voxels: distances };
}

/** Squared distance to the nearest outside voxel of the same row, mm². */
function alongRows({ dims, voxels, spacing }: Mask): Float64Array {
  const [ni] = dims;
  const squared = new Float64Array(voxels.length);
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
      squared[i] = nearest === Number.POSITIVE_INFINITY ? FAR : nearest * nearest;
    }
  }
  return squared;
}

/** The lower envelope of parabolas of equal width over one line of voxels. */
class Envelope {
  readonly #vertices: Int32Array; // positions of the parabolas that take part
  readonly #from: Float64Array; // where each begins to be the lowest
  readonly #values: Float64Array;

  constructor(longest: number) {
    this.#vertices = new Int32Array(longest);
    this.#from = new Float64Array(longest + 1);
    this.#values = new Float64Array(longest);
  }

  /** Replaces each squared distance of a line by the least of those of the line plus the way there. */
  widen(squared: Float64Array, first: number, step: number, count: number, spacing: number): void {
    const [vertices, from, values] = [this.#vertices, this.#from, this.#values];
    let anyInside = false;
    for (let q = 0, at = first; q < count; q++, at += step) {
      values[q] = squared[at]!;
      if (values[q]! > 0) anyInside = true;
    }
    if (!anyInside) return;
    const width = spacing * spacing;
    let last = -1;
    for (let q = 0; q < count; q++) {
      if (values[q]! >= FAR) continue;
      const height = values[q]! + width * q * q;
      let begins = Number.NEGATIVE_INFINITY;
      while (last >= 0) {
        const p = vertices[last]!;
        begins = (height - values[p]! - width * p * p) / (2 * width * (q - p));
        if (begins > from[last]!) break;
        last--;
        begins = Number.NEGATIVE_INFINITY;
      }
      last++;
      vertices[last] = q;
      from[last] = begins;
    }
    if (last < 0) return;
    from[last + 1] = Number.POSITIVE_INFINITY;
    for (let q = 0, at = first, k = 0; q < count; q++, at += step) {
      while (from[k + 1]! < q) k++;
      const p = vertices[k]!;
      squared[at] = values[p]! + width * (q - p) * (q - p);
    }
  }
}
