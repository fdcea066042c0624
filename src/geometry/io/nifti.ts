import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { gunzipSync, constants as zlib } from "node:zlib";
import { InvalidInput } from "../../numeric/invalid-input.js";
import type { Volume } from "../volume/volume.js";
import { NIFTI_HEADER_BYTES, type NiftiHeader, niftiGrid, niftiHeader } from "./nifti-header.js";
import { checkPromise } from "./promised-bytes.js";
import { keepsWhole, ScaledValues } from "./scaled-values.js";
import type { VolumeFile } from "./volume-file.js";

type Stored =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array;

/** Arrays of NIfTI's datatypes. */
const ARRAYS: ReadonlyMap<number, new (buffer: ArrayBuffer, at: number, count: number) => Stored> =
  new Map<number, new (buffer: ArrayBuffer, at: number, count: number) => Stored>([
    [2, Uint8Array],
    [4, Int16Array],
    [8, Int32Array],
    [16, Float32Array],
    [64, Float64Array],
    [256, Int8Array],
    [512, Uint16Array],
    [768, Uint32Array],
    [1024, BigInt64Array],
    [1280, BigUint64Array],
  ]);
const GZIP_HEAD = 4096; // bytes that inflate to a whole header
const TRAILING = 2 ** 20; // bytes that may follow the voxels

/**
 * Reads a NIfTI file, .nii or .nii.gz, into the LPS frame; slope and intercept are applied.
 *
 * Not by itk-wasm: it fills a file that was cut off with zeros without a word, and takes neither four
 * dimensions nor NIfTI-2.
 *
 * @param options.frame - which volume of a file of several, from 0
 * @throws InvalidInput when it is none, is truncated or sheared, or holds several volumes and none is chosen
 */
export function readNifti(path: string, { frame }: { readonly frame?: number } = {}): VolumeFile {
  const file = openSync(path, "r");
  try {
    const fileBytes = fstatSync(file).size;
    const start = Buffer.alloc(Math.min(fileBytes, GZIP_HEAD));
    readSync(file, start, 0, start.length, 0);
    const isZipped = start[0] === 0x1f && start[1] === 0x8b;
    const head = isZipped ? inflated(path, start, zlib.Z_SYNC_FLUSH) : start;
    const header = niftiHeader(path, head.subarray(0, NIFTI_HEADER_BYTES));
    const grid = niftiGrid(path, header);
    const taken = frameOf(path, header, frame);
    const array = ARRAYS.get(header.datatype);
    if (array === undefined) {
      const said = `needs one real number a voxel; got NIfTI's datatype ${header.datatype}`;
      throw new InvalidInput(path, said, "not_scalar_volume");
    }
    const [ni, nj, nk] = header.dims;
    const width = (array as unknown as { BYTES_PER_ELEMENT: number }).BYTES_PER_ELEMENT;
    const frameBytes = ni * nj * nk * width;
    const promised = header.offset + header.volumes * frameBytes;
    checkPromise(path, promised, fileBytes, isZipped ? "deflated" : "plain");
    const from = header.offset + taken * frameBytes;
    const bytes = isZipped
      ? unzippedFrame(path, promised, from, frameBytes)
      : readFrame(path, file, from, frameBytes);
    if (header.isBigEndian) swap(bytes, width);
    const stored = new array(bytes.buffer as ArrayBuffer, bytes.byteOffset, ni * nj * nk);
    return { volume: { ...grid, voxels: voxelsOf(stored, header) }, issues: header.issues };
  } finally {
    closeSync(file);
  }
}

function frameOf(path: string, { volumes }: NiftiHeader, frame: number | undefined): number {
  if (frame === undefined && volumes > 1) {
    const said = `needs one volume; it holds ${volumes}: { frame } takes one, 0 to ${volumes - 1}`;
    throw new InvalidInput(path, said, "several_volumes");
  }
  const taken = frame ?? 0;
  if (Number.isInteger(taken) && taken >= 0 && taken < volumes) return taken;
  const said = `needs a frame from 0 to ${volumes - 1}; got ${frame}`;
  throw new InvalidInput(path, said, "no_such_frame");
}

function inflated(path: string, bytes: Uint8Array, finishFlush: number, most?: number): Buffer {
  try {
    const limit = most === undefined ? {} : { maxOutputLength: most };
    return gunzipSync(bytes, { finishFlush, ...limit });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new InvalidInput(path, `cannot be unzipped: ${said}`, "unreadable");
  }
}

/** In memory of its own, so that typed arrays may lie over it. */
function unzippedFrame(path: string, promised: number, from: number, bytes: number): Uint8Array {
  const all = inflated(path, readFileSync(path), zlib.Z_FINISH, promised + TRAILING);
  if (all.length < promised) {
    const said = `is truncated: its header promises ${promised} bytes; it unzips to ${all.length}`;
    throw new InvalidInput(path, said, "truncated");
  }
  return new Uint8Array(all.subarray(from, from + bytes));
}

const MOST_AT_ONCE = 2 ** 30; // bytes that one call reads

function readFrame(path: string, file: number, from: number, bytes: number): Uint8Array {
  const frame = new Uint8Array(bytes);
  for (let done = 0; done < bytes; ) {
    const count = readSync(file, frame, done, Math.min(bytes - done, MOST_AT_ONCE), from + done);
    if (count === 0) {
      throw new InvalidInput(path, "became shorter while it was read", "truncated");
    }
    done += count;
  }
  return frame;
}

function swap(bytes: Uint8Array, width: number): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (width === 2) buffer.swap16();
  else if (width === 4) buffer.swap32();
  else if (width === 8) buffer.swap64();
}

function voxelsOf(stored: Stored, { slope, intercept }: NiftiHeader): Volume["voxels"] {
  const isBig = stored instanceof BigInt64Array || stored instanceof BigUint64Array;
  const numbers = isBig ? Float64Array.from(stored, Number) : stored;
  if (slope === 1 && intercept === 0) return numbers;
  const isFloat = numbers instanceof Float32Array || numbers instanceof Float64Array;
  const isWide = numbers instanceof Float64Array || (numbers.BYTES_PER_ELEMENT === 4 && !isFloat);
  const kind = !isFloat && keepsWhole(slope, intercept) ? "whole" : isWide ? "double" : "single";
  const scaled = new ScaledValues(numbers.length, kind);
  scaled.put(0, numbers, slope, intercept, Number.NaN);
  return scaled.voxels;
}
