import { inflateSync } from "node:zlib";
import { InvalidInput } from "../../numeric/invalid-input.js";
import { latin1 } from "./text-tokens.js";

type NumberReader = (view: DataView, at: number, little: boolean) => number;

const TYPES: Readonly<Record<string, { readonly bytes: number; readonly read: NumberReader }>> = {
  Int8: { bytes: 1, read: (view, at) => view.getInt8(at) },
  UInt8: { bytes: 1, read: (view, at) => view.getUint8(at) },
  Int16: { bytes: 2, read: (view, at, little) => view.getInt16(at, little) },
  UInt16: { bytes: 2, read: (view, at, little) => view.getUint16(at, little) },
  Int32: { bytes: 4, read: (view, at, little) => view.getInt32(at, little) },
  UInt32: { bytes: 4, read: (view, at, little) => view.getUint32(at, little) },
  Int64: { bytes: 8, read: (view, at, little) => Number(view.getBigInt64(at, little)) },
  UInt64: { bytes: 8, read: (view, at, little) => Number(view.getBigUint64(at, little)) },
  Float32: { bytes: 4, read: (view, at, little) => view.getFloat32(at, little) },
  Float64: { bytes: 8, read: (view, at, little) => view.getFloat64(at, little) },
};

/** How a VTK XML file stores its arrays. */
export interface VtkXmlStorage {
  readonly headerType: string;
  readonly little: boolean;
  readonly compressed: boolean;
  /** The appended section after its underscore, and how it is written; none where the arrays are inline. */
  readonly appended?: { readonly bytes: Uint8Array; readonly encoding: "raw" | "base64" };
}

/** An array as the XML describes it. */
export interface VtkXmlArray {
  readonly type: string;
  readonly format: string;
  readonly offset: number; // into the appended section
  readonly text: string; // inline
}

/** An array never unpacks to more than this, so that a broken file cannot fill the memory. */
const MOST_BYTES = 2 ** 30;
const DEFLATE_RATIO = 1032; // the most that deflate packs: 258 bytes in two bits

/**
 * The numbers of an array of a VTK XML file: ASCII, or packed as base64 or raw bytes, whole or in
 * blocks compressed by zlib.
 *
 * @throws InvalidInput when a type or format is unknown or the data end too soon
 */
export function vtkXmlNumbers(
  where: string,
  array: VtkXmlArray,
  storage: VtkXmlStorage,
): Float64Array {
  const { type, format, text, offset } = array;
  const known = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (known === undefined) refuse(where, `an array of ${Object.keys(TYPES).join(", ")}`, type);
  if (format === "ascii") {
    const numbers = Float64Array.from(text.trim() === "" ? [] : text.trim().split(/\s+/), Number);
    if (numbers.some(Number.isNaN)) refuse(where, "an array of numbers", text.trim().slice(0, 40));
    return type === "Float32" ? numbers.map(Math.fround) : numbers;
  }
  const packed = packedBytes(where, format, text, offset, storage);
  const bytes = storage.compressed
    ? inflated(where, packed, storage)
    : plain(where, packed, storage);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return Float64Array.from({ length: Math.floor(bytes.length / known.bytes) }, (_, i) =>
    known.read(view, known.bytes * i, storage.little),
  );
}

/** Bytes of an array, from its header on; base64 writes header and data as one piece or as two. */
interface Packed {
  readonly header: Uint8Array;
  /** What follows a header of so many bytes. */
  readonly after: (headerBytes: number) => Uint8Array;
}

function packedBytes(
  where: string,
  format: string,
  text: string,
  offset: number,
  { appended, compressed }: VtkXmlStorage,
): Packed {
  if (format === "appended" && appended === undefined) refuse(where, "an appended section", "none");
  if (format === "appended" && !(Number.isSafeInteger(offset) && offset >= 0))
    refuse(where, "an offset from 0", String(offset));
  if (format !== "appended" && format !== "binary")
    refuse(where, "an array in ascii, binary or appended", format);
  if (format === "appended" && appended!.encoding === "raw") {
    const bytes = appended!.bytes.subarray(offset);
    return { header: bytes, after: (headerBytes) => bytes.subarray(headerBytes) };
  }
  const base64 =
    format === "appended"
      ? latin1(appended!.bytes, Math.min(offset, appended!.bytes.length), appended!.bytes.length)
      : text.trim();
  if (!compressed) {
    const bytes = Buffer.from(base64.slice(0, endOfBase64(base64)), "base64");
    return { header: bytes, after: (headerBytes) => bytes.subarray(headerBytes) };
  }
  const headEnd = endOfBase64(base64);
  const header = Buffer.from(base64.slice(0, headEnd), "base64");
  return {
    header,
    after: (headerBytes) => {
      const characters = 4 * Math.ceil(headerBytes / 3);
      return Buffer.from(base64.slice(characters).split("<")[0]!, "base64");
    },
  };
}

/** Position after the first run of base64 with its padding. */
function endOfBase64(text: string): number {
  const end = /[^A-Za-z0-9+/]/.exec(text)?.index ?? text.length;
  return end + (/^=+/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
}

function plain(
  where: string,
  { header, after }: Packed,
  { headerType, little }: VtkXmlStorage,
): Uint8Array {
  const [size] = headerNumbers(where, header, headerType, little, 1);
  const word = TYPES[headerType]!.bytes;
  const bytes = after(word);
  if (bytes.length < size!) truncated(where, size!, bytes.length);
  return bytes.subarray(0, size!);
}

function inflated(
  where: string,
  packed: Packed,
  { headerType, little }: VtkXmlStorage,
): Uint8Array {
  const { header, after } = packed;
  const [blocks] = headerNumbers(where, header, headerType, little, 1);
  if (blocks === 0) return new Uint8Array(0);
  const word = TYPES[headerType]!.bytes;
  if (!(blocks! * word <= header.length)) truncated(where, blocks! * word, header.length);
  const [, size, last, ...packedSizes] = headerNumbers(
    where,
    header,
    headerType,
    little,
    3 + blocks!,
  );
  const whole = size! * (blocks! - (last! > 0 ? 1 : 0)) + last!;
  if (!(whole <= MOST_BYTES))
    refuse(where, `an array of at most ${MOST_BYTES} bytes`, String(whole));
  const data = after(word * (3 + blocks!));
  if (!(whole <= DEFLATE_RATIO * data.length)) truncated(where, whole, DEFLATE_RATIO * data.length);
  const bytes = new Uint8Array(whole);
  let [from, to] = [0, 0];
  for (const packedSize of packedSizes) {
    if (from + packedSize > data.length) truncated(where, from + packedSize, data.length);
    const block = inflatedBlock(where, data.subarray(from, from + packedSize), size!);
    if (to + block.length > whole) refuse(where, `${whole} bytes in its blocks`, "more");
    bytes.set(block, to);
    from += packedSize;
    to += block.length;
  }
  return bytes.subarray(0, to);
}

function inflatedBlock(where: string, block: Uint8Array, size: number): Uint8Array {
  try {
    return inflateSync(block, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    throw new InvalidInput(
      where,
      `cannot unpack an array: ${(error as Error).message}`,
      "malformed",
    );
  }
}

function headerNumbers(
  where: string,
  bytes: Uint8Array,
  type: string,
  little: boolean,
  count: number,
): number[] {
  const known = type === "UInt32" || type === "UInt64" ? TYPES[type] : undefined;
  if (known === undefined) refuse(where, "a header of UInt32 or UInt64", type);
  if (bytes.length < known.bytes * count) truncated(where, known.bytes * count, bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return Array.from({ length: count }, (_, i) => known.read(view, known.bytes * i, little));
}

function truncated(where: string, needed: number, got: number): never {
  throw new InvalidInput(where, `needs ${needed} bytes of an array; got ${got}`, "truncated");
}

function refuse(where: string, expected: string, got: string): never {
  throw new InvalidInput(where, `needs ${expected}; got "${got}"`, "malformed");
}
