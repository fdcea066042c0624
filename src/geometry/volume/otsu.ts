import { InvalidInput } from "../../numeric/invalid-input.js";
import { checkVolume, type Volume } from "./volume.js";

/** Bins of a histogram of values that are not integers. */
const BINS = 1024;
/** Integers within this range have a bin each. */
const MOST_INTEGERS = 65536;

/**
 * Otsu's threshold: the value that parts the voxels into two classes whose means differ the most, for
 * their sizes. Voxels of at least the threshold make the upper class.
 *
 * @returns a value half-way between two integers for integer images, and an edge of one of 1024 bins otherwise
 * @throws InvalidInput when it is no volume, all voxels are equal or one is not finite
 * @source [@otsu1979]
 */
export function otsuThreshold(volume: Volume): number {
  checkVolume("otsuThreshold", volume);
  const { voxels } = volume;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < voxels.length; i++) {
    low = Math.min(low, voxels[i]!);
    high = Math.max(high, voxels[i]!);
  }
  if (!(high > low) || !Number.isFinite(high - low)) {
    throw new InvalidInput(
      "otsuThreshold",
      `needs voxels of different finite values; got ${low} to ${high}`,
      "zero_variance",
    );
  }
  const isFloat = voxels instanceof Float32Array || voxels instanceof Float64Array;
  const perValue = !isFloat && high - low < MOST_INTEGERS;
  const bins = perValue ? high - low + 1 : BINS;
  const width = perValue ? 1 : (high - low) / BINS;
  const counts = new Float64Array(bins);
  for (let i = 0; i < voxels.length; i++) {
    counts[Math.min(bins - 1, Math.floor((voxels[i]! - low) / width))]!++;
  }
  const first = perValue ? low : low + width / 2; // value of the first bin
  return first + width * (bestSplit(counts) + 0.5);
}

/** The bin after which the between-class variance is greatest. */
function bestSplit(counts: Float64Array): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const moment = counts.reduce((sum, count, bin) => sum + count * bin, 0);
  let [below, belowMoment, best, greatest] = [0, 0, 0, Number.NEGATIVE_INFINITY];
  for (let bin = 0; bin + 1 < counts.length; bin++) {
    below += counts[bin]!;
    belowMoment += counts[bin]! * bin;
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const difference = belowMoment / below - (moment - belowMoment) / above;
    const between = below * above * difference * difference;
    if (between > greatest) [greatest, best] = [between, bin];
  }
  return best;
}
