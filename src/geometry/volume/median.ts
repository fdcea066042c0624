import { checkVolume, type Volume, type Voxels } from "./volume.js";

/** Voxels of a neighbourhood that share an i. */
const COLUMN = 9;

/**
 * Median of each voxel's 3 × 3 × 3 neighbourhood; beyond the border the border's values go on.
 *
 * The nine values at each i are sorted once and serve three neighbourhoods. Of three sorted columns
 * laid side by side and sorted across, 7 values can only lie below the median of the 27 and 7 only above;
 * the median is the middle of the 13 others, which are three sorted runs.
 *
 * @throws InvalidInput when it is no volume
 */
export function medianSmoothing<T extends Voxels>(volume: Volume<T>): Volume<T> {
  checkVolume("medianSmoothing", volume);
  const { dims, voxels } = volume;
  const [ni, nj, nk] = dims;
  const smooth = voxels.slice() as T;
  const columns = new Float64Array((ni + 2) * COLUMN); // sorted, from i = −1 to ni
  const rows = new Uint32Array(COLUMN); // beginnings of the nine rows about a voxel
  const runs = new Float64Array(13);
  for (let k = 0; k < nk; k++) {
    for (let j = 0; j < nj; j++) {
      for (let dk = -1, r = 0; dk <= 1; dk++) {
        const kk = Math.min(nk - 1, Math.max(0, k + dk));
        for (let dj = -1; dj <= 1; dj++) {
          rows[r++] = (kk * nj + Math.min(nj - 1, Math.max(0, j + dj))) * ni;
        }
      }
      for (let i = 0; i < ni; i++) {
        const to = (i + 1) * COLUMN;
        for (let r = 0; r < COLUMN; r++) columns[to + r] = voxels[rows[r]! + i]!;
        sortColumn(columns, to);
      }
      columns.copyWithin(0, COLUMN, 2 * COLUMN);
      columns.copyWithin((ni + 1) * COLUMN, ni * COLUMN, (ni + 1) * COLUMN);
      const first = (k * nj + j) * ni;
      for (let i = 0; i < ni; i++) smooth[first + i] = middleOf(columns, i * COLUMN, runs);
    }
  }
  return { ...volume, voxels: smooth };
}

/** By insertion: quick for so few. */
function sortColumn(values: Float64Array, start: number): void {
  for (let n = start + 1; n < start + COLUMN; n++) {
    const value = values[n]!;
    let at = n;
    while (at > start && values[at - 1]! > value) {
      values[at] = values[at - 1]!;
      at--;
    }
    values[at] = value;
  }
}

/** The middle of the 27 values of three sorted columns, one after the other. */
function middleOf(columns: Float64Array, start: number, runs: Float64Array): number {
  for (let row = 0; row < COLUMN; row++) {
    const a = columns[start + row]!;
    const b = columns[start + COLUMN + row]!;
    const c = columns[start + 2 * COLUMN + row]!;
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    // Each run rises, as the columns do.
    if (row >= 5) runs[row - 5] = Math.min(low, c); // 0 to 3
    if (row >= 2 && row <= 6) runs[row + 2] = Math.max(low, Math.min(high, c)); // 4 to 8
    if (row <= 3) runs[row + 9] = Math.max(high, c); // 9 to 12
  }
  let [x, y, z] = [0, 4, 9];
  let middle = Number.NaN;
  for (let n = 0; n < 7; n++) {
    const [a, b, c] = [
      x < 4 ? runs[x]! : Number.POSITIVE_INFINITY,
      y < 9 ? runs[y]! : Number.POSITIVE_INFINITY,
      z < 13 ? runs[z]! : Number.POSITIVE_INFINITY,
    ];
    if (a <= b && a <= c) {
      middle = a;
      x++;
    } else if (b <= c) {
      middle = b;
      y++;
    } else {
      middle = c;
      z++;
    }
  }
  return middle;
}
