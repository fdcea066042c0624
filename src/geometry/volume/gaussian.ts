import { InvalidInput } from "../../numeric/invalid-input.js";
import type { Vector3 } from "../vector.js";
import { checkVolume, type Volume } from "./volume.js";

/** The kernel ends at so many standard deviations. */
const TRUNCATE = 4;
/** Neighbouring lines that are taken at a time, so that each fetch from memory serves all. */
const LANES = 16;
/** Places of a line that are summed side by side. */
const OUTPUTS = 4;

/**
 * Gaussian smoothing, one axis after the other; beyond the border the border's values go on.
 *
 * @param sigmaMm - standard deviation, mm, of all axes or of i, j and k; 0 leaves an axis as it is
 * @throws InvalidInput when it is no volume or a sigma is not finite and at least 0
 */
export function gaussianSmoothing(volume: Volume, sigmaMm: number | Vector3): Volume<Float32Array> {
  checkVolume("gaussianSmoothing", volume);
  const sigmas = typeof sigmaMm === "number" ? [sigmaMm, sigmaMm, sigmaMm] : sigmaMm;
  if (sigmas.length !== 3 || !sigmas.every((sigma) => sigma >= 0 && Number.isFinite(sigma))) {
    throw new InvalidInput(
      "gaussianSmoothing",
      `needs sigmas of at least 0 mm; got ${sigmas.join(", ")}`,
    );
  }
  const voxels = Float32Array.from(volume.voxels);
  sigmas.forEach((sigma, axis) => {
    const kernel = gaussianKernel(sigma / volume.spacing[axis]!);
    if (kernel.length > 1) smoothAxis(voxels, volume.dims, axis, kernel);
  });
  return { ...volume, voxels };
}

/** Weights from the middle outwards; both halves together add up to 1. */
function gaussianKernel(sigmaVoxels: number): Float64Array {
  const radius = Math.floor(TRUNCATE * sigmaVoxels + 0.5);
  if (radius === 0) return Float64Array.of(1);
  const weights = Float64Array.from({ length: radius + 1 }, (_, i) =>
    Math.exp(-0.5 * (i / sigmaVoxels) ** 2),
  );
  const sum = weights.reduce((total, weight, i) => total + (i === 0 ? 1 : 2) * weight, 0);
  return weights.map((weight) => weight / sum);
}

function smoothAxis(
  voxels: Float32Array,
  dims: Volume["dims"],
  axis: number,
  kernel: Float64Array,
): void {
  const step = axis === 0 ? 1 : axis === 1 ? dims[0] : dims[0] * dims[1];
  const size = dims[axis]!;
  const radius = kernel.length - 1;
  const length = size + 2 * radius + OUTPUTS - 1; // of a line with both margins
  const lines = new Float64Array(Math.min(LANES, step) * length);
  for (let block = 0; block < voxels.length; block += step * size) {
    for (let first = block; first < block + step; first += LANES) {
      const lanes = Math.min(LANES, block + step - first);
      for (let i = 0, at = first; i < size; i++, at += step) {
        for (let lane = 0; lane < lanes; lane++) {
          lines[lane * length + radius + i] = voxels[at + lane]!;
        }
      }
      for (let lane = 0; lane < lanes; lane++) smoothLine(lines, lane * length, size, kernel);
      for (let i = 0, at = first; i < size; i++, at += step) {
        for (let lane = 0; lane < lanes; lane++) voxels[at + lane] = lines[lane * length + i]!;
      }
    }
  }
}

/**
 * Smooths a line that stands behind a margin of the kernel's radius, four places at a time. The results
 * go to the beginning of the line, where no later place looks.
 */
function smoothLine(lines: Float64Array, start: number, size: number, kernel: Float64Array): void {
  const radius = kernel.length - 1;
  const end = start + radius + size;
  lines.fill(lines[start + radius]!, start, start + radius);
  lines.fill(lines[end - 1]!, end, end + radius + OUTPUTS - 1);
  for (let i = 0; i < size; i += OUTPUTS) {
    const middle = start + radius + i;
    let a = kernel[0]! * lines[middle]!;
    let b = kernel[0]! * lines[middle + 1]!;
    let c = kernel[0]! * lines[middle + 2]!;
    let d = kernel[0]! * lines[middle + 3]!;
    for (let w = 1; w <= radius; w++) {
      const weight = kernel[w]!;
      const [left, right] = [middle - w, middle + w];
      a += weight * (lines[left]! + lines[right]!);
      b += weight * (lines[left + 1]! + lines[right + 1]!);
      c += weight * (lines[left + 2]! + lines[right + 2]!);
      d += weight * (lines[left + 3]! + lines[right + 3]!);
    }
    lines[start + i] = a;
    lines[start + i + 1] = b;
    lines[start + i + 2] = c;
    lines[start + i + 3] = d;
  }
}
