import { checkVolume, type Volume, type Voxels } from "./volume.js";

const NEIGHBOURS = 27;
const MIDDLE = 13;

/**
 * Median of each voxel's 3 × 3 × 3 neighbourhood; beyond the border the border's values go on.
 *
 * @throws InvalidInput when it is no volume
 */
export function medianSmoothing<T extends Voxels>(volume: Volume<T>): Volume<T> {
  checkVolume("medianSmoothing", volume);
  const { dims, voxels } = volume;
  const [ni, nj, nk] = dims;
  const smooth = voxels.slice() as T;
  const values = new Float64Array(NEIGHBOURS);
  const rows = new Uint32Array(9); // beginnings of the nine rows about a voxel
  for (let k = 0; k < nk; k++) {
    for (let j = 0; j < nj; j++) {
      for (let dk = -1, r = 0; dk <= 1; dk++) {
        const kk = Math.min(nk - 1, Math.max(0, k + dk));
        for (let dj = -1; dj <= 1; dj++) {
          rows[r++] = (kk * nj + Math.min(nj - 1, Math.max(0, j + dj))) * ni;
        }
      }
      const first = (k * nj + j) * ni;
      for (let i = 0; i < ni; i++) {
        const [left, right] = [Math.max(0, i - 1), Math.min(ni - 1, i + 1)];
        for (let r = 0, v = 0; r < 9; r++) {
          const row = rows[r]!;
          values[v++] = voxels[row + left]!;
          values[v++] = voxels[row + i]!;
          values[v++] = voxels[row + right]!;
        }
        smooth[first + i] = middleOf(values);
      }
    }
  }
  return { ...volume, voxels: smooth };
}

/** The 14th of 27 values, by parting them about one of them again and again. */
function middleOf(values: Float64Array): number {
  let [low, high] = [0, NEIGHBOURS - 1];
  while (low < high) {
    const pivot = values[MIDDLE]!;
    let [i, j] = [low, high];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (pivot < values[j]!) j--;
      if (i > j) break;
      const swapped = values[i]!;
      values[i++] = values[j]!;
      values[j--] = swapped;
    }
    if (j < MIDDLE) low = i;
    if (MIDDLE < i) high = j;
  }
  return values[MIDDLE]!;
}
