/** Voxels with slope and intercept applied. */
export type ScaledVoxels = Int16Array | Int32Array | Float32Array | Float64Array;

/** Which numbers may come: whole ones, or such as single or double precision holds. */
export type ScaledKind = "whole" | "single" | "double";

/**
 * Values slope · stored + intercept, put stretch by stretch into one array.
 *
 * Whole values are held in 16 bits for as long as they fit, then in 32, then in double precision.
 */
export class ScaledValues {
  #voxels: ScaledVoxels;
  #padded = 0;

  constructor(count: number, kind: ScaledKind) {
    this.#voxels =
      kind === "whole"
        ? new Int16Array(count)
        : kind === "single"
          ? new Float32Array(count)
          : new Float64Array(count);
  }

  /** The values put so far. */
  get voxels(): ScaledVoxels {
    return this.#voxels;
  }

  /** How many of them stand for no measurement. */
  get padded(): number {
    return this.#padded;
  }

  /**
   * Puts values from index `from` on.
   *
   * @param padding - the value, scaled, that stands for no measurement; NaN for none
   */
  put(
    from: number,
    stored: ArrayLike<number>,
    slope: number,
    intercept: number,
    padding: number,
  ): void {
    let done = 0;
    while (true) {
      const voxels = this.#voxels;
      const first = done;
      done =
        voxels instanceof Int16Array && areSmall(stored, slope, intercept)
          ? putSmall(voxels, from, stored, slope, intercept, first)
          : putAny(voxels, from, stored, slope, intercept, first);
      if (!Number.isNaN(padding)) this.#padded += count(voxels, from + first, from + done, padding);
      if (done === stored.length) return;
      this.#voxels =
        voxels instanceof Int16Array ? Int32Array.from(voxels) : Float64Array.from(voxels);
    }
  }
}

/** Whether 32-bit integers hold all that comes of the stored numbers. */
function areSmall(stored: ArrayLike<number>, slope: number, intercept: number): boolean {
  const isShort =
    stored instanceof Int16Array ||
    stored instanceof Uint16Array ||
    stored instanceof Int8Array ||
    stored instanceof Uint8Array;
  return isShort && Math.abs(slope) < 2 ** 14 && Math.abs(intercept) < 2 ** 30;
}

/** @returns how many were put before one that the array cannot hold */
function putSmall(
  voxels: Int16Array,
  from: number,
  stored: ArrayLike<number>,
  slope: number,
  intercept: number,
  first: number,
): number {
  for (let i = first; i < stored.length; i++) {
    const value = (Math.imul(slope, stored[i]!) + intercept) | 0;
    if (value !== (value << 16) >> 16) return i;
    voxels[from + i] = value;
  }
  return stored.length;
}

/** @returns how many were put before one that the array cannot hold */
function putAny(
  voxels: ScaledVoxels,
  from: number,
  stored: ArrayLike<number>,
  slope: number,
  intercept: number,
  first: number,
): number {
  const isExact = voxels instanceof Int16Array || voxels instanceof Int32Array;
  for (let i = first; i < stored.length; i++) {
    const value = slope * stored[i]! + intercept;
    voxels[from + i] = value;
    if (isExact && voxels[from + i] !== value) return i;
  }
  return stored.length;
}

function count(voxels: ScaledVoxels, from: number, to: number, value: number): number {
  let found = 0;
  for (let i = from; i < to; i++) if (voxels[i] === value) found++;
  return found;
}

/** Whether slope and intercept keep whole numbers whole. */
export function keepsWhole(slope: number, intercept: number): boolean {
  return Number.isInteger(slope) && Number.isInteger(intercept);
}
