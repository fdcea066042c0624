import { InvalidInput } from "../../numeric/invalid-input.js";
import type { Vector3 } from "../vector.js";
import { checkVolume, type Volume } from "./volume.js";

/** The kernel ends at so many standard deviations. */
const TRUNCATE = 4;

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
    if (sigma > 0)
      smoothAxis(voxels, volume.dims, axis, gaussianKernel(sigma / volume.spacing[axis]!));
  });
  return { ...volume, voxels };
}

/** Weights from the middle outwards; both halves together add up to 1. */
function gaussianKernel(sigmaVoxels: number): Float64Array {
  const radius = Math.floor(TRUNCATE * sigmaVoxels + 0.5);
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
  const line = new Float64Array(size + 2 * radius);
  for (let block = 0; block < voxels.length; block += step * size) {
    for (let first = block; first < block + step; first++) {
      for (let i = 0; i < size; i++) line[radius + i] = voxels[first + i * step]!;
      line.fill(line[radius]!, 0, radius);
      line.fill(line[radius + size - 1]!, radius + size);
      for (let i = 0; i < size; i++) {
        const middle = i + radius;
        let sum = kernel[0]! * line[middle]!;
        for (let w = 1; w <= radius; w++)
          sum += kernel[w]! * (line[middle - w]! + line[middle + w]!);
        voxels[first + i * step] = sum;
      }
    }
  }
}
