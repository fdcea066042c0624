import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { InvalidInput } from "../../numeric/invalid-input.js";
import { inflatedBytes } from "./dicom-header.js";
import type { DicomSlice } from "./dicom-slice.js";
import { readItkSlices } from "./itk.js";
import { keepsWhole, type ScaledKind, ScaledValues, type ScaledVoxels } from "./scaled-values.js";

/** Values of the slices, one after another. */
export interface DicomVoxels {
  readonly voxels: ScaledVoxels; // (slices × rows × columns), HU for CT
  /** How many hold the padding value. */
  readonly padded: number;
}

const MOST_AT_ONCE = 2 ** 24; // pixels that itk-wasm decodes in one call: it holds several copies

/**
 * Reads the pixels of slices of one size and applies slope and intercept of each.
 *
 * Pixels that are not compressed are read as they lie in the file; itk-wasm decompresses the others.
 *
 * @param slices - in the order in which they are wanted
 * @throws InvalidInput when a file cannot be read or decompressed
 */
export async function readDicomVoxels(slices: readonly DicomSlice[]): Promise<DicomVoxels> {
  const size = slices[0]!.rows * slices[0]!.columns;
  const values = new ScaledValues(size * slices.length, kindOf(slices));
  const scratch = new Uint8Array(4 * size);
  for (let k = 0; k < slices.length; ) {
    const slice = slices[k]!;
    if (!slice.pixels.isCompressed) {
      const padding = slice.paddingHu ?? Number.NaN;
      values.put(k * size, storedValues(slice, scratch), slice.slope, slice.intercept, padding);
      k++;
      continue;
    }
    const end = endOfLike(slices, k, Math.max(1, Math.floor(MOST_AT_ONCE / size)));
    const paths = slices.slice(k, end).map(({ path }) => path);
    const decoded = await readItkSlices(paths, [slice.columns, slice.rows]);
    values.put(k * size, decoded, 1, 0, slice.paddingHu ?? Number.NaN);
    k = end;
  }
  return values;
}

function kindOf(slices: readonly DicomSlice[]): ScaledKind {
  if (slices.every(({ slope, intercept }) => keepsWhole(slope, intercept))) return "whole";
  return slices.some(({ pixels }) => pixels.bitsAllocated === 32) ? "double" : "single";
}

/** itk-wasm takes the type of the first file for all: only slices that are stored alike go together. */
function endOfLike(slices: readonly DicomSlice[], from: number, most: number): number {
  const { pixels: a, ...first } = slices[from]!;
  let end = from + 1;
  for (; end < slices.length && end - from < most; end++) {
    const { pixels: b, ...slice } = slices[end]!;
    const alike =
      b.isCompressed &&
      slice.slope === first.slope &&
      slice.intercept === first.intercept &&
      slice.paddingHu === first.paddingHu &&
      b.bitsAllocated === a.bitsAllocated &&
      b.isSigned === a.isSigned;
    if (!alike) break;
  }
  return end;
}

/** The stored numbers of a slice; `scratch` is overwritten. */
function storedValues(slice: DicomSlice, scratch: Uint8Array): ArrayLike<number> {
  const { path, frame, pixels } = slice;
  const { offset, frameBytes, deflatedFrom } = pixels;
  const at = offset + frame * frameBytes;
  const bytes = scratch.subarray(0, frameBytes);
  if (deflatedFrom !== undefined) {
    bytes.set(inflatedBytes(readFileSync(path), deflatedFrom).subarray(at, at + frameBytes));
  } else if (readInto(path, bytes, at) < frameBytes) {
    throw new InvalidInput(path, "became shorter while it was read", "truncated");
  }
  const { bitsAllocated, bitsStored, highBit, isSigned, isBigEndian } = pixels;
  if (bitsAllocated === 8) {
    const values = isSigned ? new Int8Array(bytes.buffer, 0, frameBytes) : bytes;
    return bitsStored === 8 ? values : onlyStored(values, bitsStored, highBit, isSigned);
  }
  const swapping = Buffer.from(bytes.buffer, 0, frameBytes);
  const count = (8 * frameBytes) / bitsAllocated;
  if (bitsAllocated === 16) {
    if (isBigEndian) swapping.swap16();
    const values = isSigned
      ? new Int16Array(bytes.buffer, 0, count)
      : new Uint16Array(bytes.buffer, 0, count);
    return bitsStored === 16 ? values : onlyStored(values, bitsStored, highBit, isSigned);
  }
  if (isBigEndian) swapping.swap32();
  const values = isSigned
    ? new Int32Array(bytes.buffer, 0, count)
    : new Uint32Array(bytes.buffer, 0, count);
  return bitsStored === 32 ? values : onlyStored(values, bitsStored, highBit, isSigned);
}

function readInto(path: string, bytes: Uint8Array, at: number): number {
  const file = openSync(path, "r");
  try {
    return readSync(file, bytes, 0, bytes.length, at);
  } finally {
    closeSync(file);
  }
}

/** Keeps the stored bits of each number: others may hold an overlay. */
function onlyStored<
  T extends Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array,
>(values: T, bitsStored: number, highBit: number, isSigned: boolean): T {
  const [left, right] = [31 - highBit, 32 - bitsStored];
  for (let i = 0; i < values.length; i++) {
    const bits = values[i]! << left;
    values[i] = isSigned ? bits >> right : bits >>> right;
  }
  return values;
}
