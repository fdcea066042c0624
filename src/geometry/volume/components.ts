import { InvalidInput } from "../../numeric/invalid-input.js";
import { DisjointSets } from "../mesh/disjoint-sets.js";
import type { Vector3 } from "../vector.js";
import { checkMask } from "./threshold.js";
import { type Mask, type Volume, voxelToWorld } from "./volume.js";

/** Which voxels touch: by faces, by faces and edges, or by corners too. */
export type Connectivity = 6 | 18 | 26;

/** A connected part of a mask. */
export interface Component {
  readonly label: number; // from 1, in the order of first voxels
  readonly voxels: number;
  readonly volumeMm3: number;
  readonly centroidIndex: Vector3;
  readonly centroid: Vector3; // mm
  readonly firstIndex: Vector3; // least i, j, k
  readonly lastIndex: Vector3; // greatest i, j, k
}

/** The parts of a mask; the labels are 0 outside it. */
export interface Components {
  readonly labels: Volume<Uint32Array>;
  readonly components: readonly Component[]; // by label
}

/**
 * Connected components of a mask.
 *
 * Rows are taken as runs of inside voxels; runs that touch are joined, so the work is with the runs,
 * not with the voxels.
 *
 * @param connectivity - 6, 18 or 26 neighbours
 * @throws InvalidInput when it is no mask or another connectivity
 * @source [@he2017] run-based labelling
 */
export function connectedComponents(mask: Mask, connectivity: Connectivity): Components {
  checkMask("connectedComponents", mask);
  checkConnectivity("connectedComponents", connectivity);
  const runs = runsOf(mask);
  const sets = joinRuns(mask, runs, connectivity);
  const labels = new Uint32Array(mask.voxels.length);
  const labelOf = new Uint32Array(runs.count); // of the run that names a set
  const sums: Sum[] = [];
  const [ni, nj] = mask.dims;
  for (let row = 0; row + 1 < runs.rows.length; row++) {
    const [j, k] = [row % nj, Math.floor(row / nj)];
    for (let run = runs.rows[row]!; run < runs.rows[row + 1]!; run++) {
      const name = sets.find(run);
      if (labelOf[name] === 0) {
        sums.push(emptySum(ni, nj));
        labelOf[name] = sums.length;
      }
      const label = labelOf[name]!;
      const [from, to] = [runs.from[run]!, runs.to[run]!];
      labels.fill(label, row * ni + from, row * ni + to);
      addRun(sums[label - 1]!, from, to, j, k);
    }
  }
  return {
    labels: { ...mask, voxels: labels },
    components: sums.map((sum, i) => componentOf(mask, sum, i + 1)),
  };
}

/**
 * Refuses another number of neighbours.
 *
 * @throws InvalidInput unless it is 6, 18 or 26
 */
export function checkConnectivity(where: string, connectivity: Connectivity): void {
  if (![6, 18, 26].includes(connectivity)) {
    throw new InvalidInput(where, `needs 6, 18 or 26 neighbours; got ${connectivity}`);
  }
}

/** Runs of inside voxels, row by row. */
interface Runs {
  readonly from: Uint32Array; // first i of each run
  readonly to: Uint32Array; // the i after its last
  readonly rows: Uint32Array; // (rows + 1) first run of each row
  readonly count: number;
}

function runsOf({ dims, voxels }: Mask): Runs {
  const [ni, nj, nk] = dims;
  const rows = new Uint32Array(nj * nk + 1);
  let from: Uint32Array = new Uint32Array(1024);
  let to: Uint32Array = new Uint32Array(1024);
  let count = 0;
  for (let row = 0, at = 0; row < nj * nk; row++) {
    const first = row * ni;
    for (const end = first + ni; at < end; at++) {
      if (voxels[at] === 0) continue;
      if (count === from.length) {
        from = longer(from);
        to = longer(to);
      }
      from[count] = at - first;
      do at++;
      while (at < end && voxels[at] === 1);
      to[count++] = at - first;
    }
    at = first + ni;
    rows[row + 1] = count;
  }
  return { from, to, rows, count };
}

function longer(array: Uint32Array): Uint32Array {
  const twice = new Uint32Array(2 * array.length);
  twice.set(array);
  return twice;
}

/** Joins each run with those of earlier rows that it touches. */
function joinRuns({ dims }: Mask, runs: Runs, connectivity: Connectivity): DisjointSets {
  const [, nj, nk] = dims;
  const sets = new DisjointSets(runs.count);
  const straight = connectivity === 6 ? 0 : 1; // voxels that a run may reach beyond its ends
  const oblique = connectivity === 26 ? 1 : 0;
  for (let k = 0; k < nk; k++) {
    for (let j = 0; j < nj; j++) {
      const row = k * nj + j;
      if (runs.rows[row] === runs.rows[row + 1]) continue;
      if (j > 0) touch(sets, runs, row, row - 1, straight);
      if (k > 0) {
        touch(sets, runs, row, row - nj, straight);
        if (connectivity !== 6 && j > 0) touch(sets, runs, row, row - nj - 1, oblique);
        if (connectivity !== 6 && j + 1 < nj) touch(sets, runs, row, row - nj + 1, oblique);
      }
    }
  }
  return sets;
}

function touch(
  sets: DisjointSets,
  { from, to, rows }: Runs,
  row: number,
  other: number,
  reach: number,
): void {
  let b = rows[other]!;
  const lastB = rows[other + 1]!;
  for (let a = rows[row]!; a < rows[row + 1]!; a++) {
    while (b < lastB && to[b]! + reach <= from[a]!) b++;
    for (let c = b; c < lastB && from[c]! < to[a]! + reach; c++) sets.join(a, c);
  }
}

interface Sum {
  voxels: number;
  readonly index: [number, number, number];
  readonly first: [number, number, number];
  readonly last: [number, number, number];
}

function emptySum(ni: number, nj: number): Sum {
  return {
    voxels: 0,
    index: [0, 0, 0],
    first: [ni, nj, Number.POSITIVE_INFINITY],
    last: [-1, -1, -1],
  };
}

function addRun(sum: Sum, from: number, to: number, j: number, k: number): void {
  const length = to - from;
  sum.voxels += length;
  sum.index[0] += (length * (from + to - 1)) / 2;
  sum.index[1] += length * j;
  sum.index[2] += length * k;
  if (from < sum.first[0]) sum.first[0] = from;
  if (to - 1 > sum.last[0]) sum.last[0] = to - 1;
  if (j < sum.first[1]) sum.first[1] = j;
  if (j > sum.last[1]) sum.last[1] = j;
  if (k < sum.first[2]) sum.first[2] = k;
  if (k > sum.last[2]) sum.last[2] = k;
}

function componentOf(mask: Mask, { voxels, index, first, last }: Sum, label: number): Component {
  const { spacing } = mask;
  const centroidIndex: Vector3 = [index[0] / voxels, index[1] / voxels, index[2] / voxels];
  return {
    label,
    voxels,
    volumeMm3: voxels * spacing[0] * spacing[1] * spacing[2],
    centroidIndex,
    centroid: voxelToWorld(mask, centroidIndex),
    firstIndex: first,
    lastIndex: last,
  };
}
