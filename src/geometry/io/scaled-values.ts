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
      const exact = !(voxels instanceof Float32Array || voxels instanceof Float64Array);
      let padded = 0;
      for (; done < stored.length; done++) {
        const value = slope * stored[done]! + intercept;
        voxels[from + done] = value;
        if (exact && voxels[from + done] !== value) break;
        if (value === padding) padded++;
      }
      this.#padded += padded;
      if (done === stored.length) return;
      this.#voxels =
        voxels instanceof Int16Array ? Int32Array.from(voxels) : Float64Array.from(voxels);
    }
  }
}

/** Whether slope and intercept keep whole numbers whole. */
export function keepsWhole(slope: number, intercept: number): boolean {
  return Number.isInteger(slope) && Number.isInteger(intercept);
}
