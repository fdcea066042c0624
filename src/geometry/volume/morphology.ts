import { InvalidInput } from "../../numeric/invalid-input.js";
import { checkMask } from "./threshold.js";
import type { Mask } from "./volume.js";

/** The neighbourhood of a step: a voxel with its 6 neighbours by faces, or the cube of 27. */
export type StructuringElement = "cross" | "cube";

/** How often a step is taken. */
interface Steps {
  readonly steps?: number;
}

/**
 * Erosion: keeps the voxels whose whole neighbourhood is inside. Beyond the volume is outside.
 *
 * @param options.steps - how often; 1
 * @throws InvalidInput when it is no mask, another element or a number of steps below 0
 */
export function erode(mask: Mask, element: StructuringElement, { steps = 1 }: Steps = {}): Mask {
  check("erode", mask, element, steps);
  return repeated(mask, steps, (voxels) => spread(voxels, mask.dims, element, 0));
}

/**
 * Dilation: adds the neighbourhood of every inside voxel.
 *
 * @param options.steps - how often; 1
 * @throws InvalidInput as `erode`
 */
export function dilate(mask: Mask, element: StructuringElement, { steps = 1 }: Steps = {}): Mask {
  check("dilate", mask, element, steps);
  return repeated(mask, steps, (voxels) => spread(voxels, mask.dims, element, 1));
}

/**
 * Opening: erosion, then dilation; removes what is thinner than the element.
 *
 * @param options.steps - of each; 1
 * @throws InvalidInput as `erode`
 */
export function open(mask: Mask, element: StructuringElement, { steps = 1 }: Steps = {}): Mask {
  check("open", mask, element, steps);
  return dilate(erode(mask, element, { steps }), element, { steps });
}

/**
 * Closing: dilation, then erosion; fills gaps thinner than the element. The volume is taken as going on
 * outside by the steps, so that the border closes nothing.
 *
 * @param options.steps - of each; 1
 * @throws InvalidInput as `erode`
 */
export function close(mask: Mask, element: StructuringElement, { steps = 1 }: Steps = {}): Mask {
  check("close", mask, element, steps);
  const [ni, nj, nk] = mask.dims;
  const dims = [ni + 2 * steps, nj + 2 * steps, nk + 2 * steps] as const;
  const wide = new Uint8Array(dims[0] * dims[1] * dims[2]);
  const at = (j: number, k: number): number =>
    ((k + steps) * dims[1] + j + steps) * dims[0] + steps;
  for (let k = 0; k < nk; k++) {
    for (let j = 0; j < nj; j++) {
      const from = (k * nj + j) * ni;
      wide.set(mask.voxels.subarray(from, from + ni), at(j, k));
    }
  }
  const padded: Mask = { ...mask, dims, voxels: wide };
  const { voxels } = erode(dilate(padded, element, { steps }), element, { steps });
  const closed = new Uint8Array(mask.voxels.length);
  for (let k = 0; k < nk; k++) {
    for (let j = 0; j < nj; j++)
      closed.set(voxels.subarray(at(j, k), at(j, k) + ni), (k * nj + j) * ni);
  }
  return { ...mask, voxels: closed };
}

function repeated(mask: Mask, steps: number, act: (voxels: Uint8Array) => Uint8Array): Mask {
  let { voxels } = mask;
  for (let step = 0; step < steps; step++) voxels = act(voxels);
  return { ...mask, voxels: steps === 0 ? voxels.slice() : voxels };
}

/** Voxels that have the wanted value take their neighbourhood with them: 1 dilates, 0 erodes. */
function spread(
  voxels: Uint8Array,
  dims: Mask["dims"],
  element: StructuringElement,
  wanted: 0 | 1,
): Uint8Array {
  if (element === "cube") {
    // The cube is its three edges one after the other.
    return [0, 1, 2].reduce((done, axis) => alongAxis(done, done, dims, axis, wanted), voxels);
  }
  return [0, 1, 2].reduce<Uint8Array>(
    (done, axis) => alongAxis(voxels, done, dims, axis, wanted),
    voxels,
  );
}

/** Combines each voxel of `onto` with the two neighbours that it has in `from` along an axis. */
function alongAxis(
  from: Uint8Array,
  onto: Uint8Array,
  dims: Mask["dims"],
  axis: number,
  wanted: 0 | 1,
): Uint8Array {
  const step = axis === 0 ? 1 : axis === 1 ? dims[0] : dims[0] * dims[1];
  const size = dims[axis]!;
  const block = step * size;
  const done = onto.slice();
  if (wanted === 1) {
    for (let start = 0; start < done.length; start += block) {
      const last = start + block - step;
      for (let i = start; i < last; i++) done[i]! |= from[i + step]!;
      for (let i = start + step; i < start + block; i++) done[i]! |= from[i - step]!;
    }
    return done;
  }
  for (let start = 0; start < done.length; start += block) {
    const last = start + block - step;
    for (let i = start; i < last; i++) done[i]! &= from[i + step]!;
    for (let i = start + step; i < start + block; i++) done[i]! &= from[i - step]!;
    // Beyond the volume nothing is inside.
    done.fill(0, start, start + step);
    done.fill(0, last, start + block);
  }
  return done;
}

function check(where: string, mask: Mask, element: StructuringElement, steps: number): void {
  checkMask(where, mask);
  if (element !== "cross" && element !== "cube") {
    throw new InvalidInput(where, `needs the element "cross" or "cube"; got "${element}"`);
  }
  if (!Number.isSafeInteger(steps) || steps < 0) {
    throw new InvalidInput(where, `needs 0 or more steps; got ${steps}`);
  }
}
