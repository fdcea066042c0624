import { closeSync, openSync, readSync } from "node:fs";
import { InvalidInput } from "../../numeric/invalid-input.js";
import type { DicomHeader } from "./dicom-header.js";

/** How a DICOM file stores its pixels. */
export interface PixelFormat {
  readonly rows: number;
  readonly columns: number;
  readonly frames: number;
  readonly bitsAllocated: 8 | 16 | 32;
  readonly bitsStored: number;
  readonly highBit: number;
  readonly isSigned: boolean;
  readonly isBigEndian: boolean;
  readonly isCompressed: boolean;
  readonly offset: number; // bytes from the start of the (inflated) file
  readonly frameBytes: number; // of one frame, uncompressed
  readonly deflatedFrom: number | undefined;
}

const UNCOMPRESSED: readonly string[] = [
  "1.2.840.10008.1.2",
  "1.2.840.10008.1.2.1",
  "1.2.840.10008.1.2.1.99",
  "1.2.840.10008.1.2.2",
];
const BIG_ENDIAN = "1.2.840.10008.1.2.2";
const MOST_FROM_LITTLE = 2 ** 26; // bytes of a frame that any few compressed bytes may hold
const MOST_RATIO = 1000; // of compression beyond that
const ITEM = 0xe000fffe; // tags as 32 bits, little endian
const SEQUENCE_END = 0xe0ddfffe;

/**
 * How the pixels of a file are stored, once their length was held against what the header says: other
 * readers take a file that was cut off without a word.
 *
 * @throws InvalidInput when they are truncated, no grey values or of a kind that no CT or MR has
 */
export function pixelFormatOf(header: DicomHeader): PixelFormat {
  const { path } = header;
  const [rows, columns] = [needed(header, "x00280010"), needed(header, "x00280011")];
  const bitsAllocated = needed(header, "x00280100");
  const bitsStored = header.uint16("x00280101") ?? bitsAllocated;
  const highBit = header.uint16("x00280102") ?? bitsStored - 1;
  const samples = header.uint16("x00280002") ?? 1;
  const kind = header.text("x00280004") ?? "MONOCHROME2";
  if (samples !== 1 || !kind.startsWith("MONOCHROME")) {
    const got = `${samples} of ${kind}`;
    throw new InvalidInput(path, `needs one grey value a pixel; got ${got}`, "not_scalar_volume");
  }
  const sound =
    (bitsAllocated === 8 || bitsAllocated === 16 || bitsAllocated === 32) &&
    bitsStored >= 1 &&
    highBit < bitsAllocated &&
    highBit + 1 >= bitsStored;
  if (!sound || rows === 0 || columns === 0) {
    const got = `${rows} × ${columns} of ${bitsStored} bits up to bit ${highBit} in ${bitsAllocated}`;
    throw new InvalidInput(path, `needs pixels of 8, 16 or 32 bits; got ${got}`, "pixel_format");
  }
  if (header.has("x00283000")) {
    const said = "has a table of grey values (Modality LUT) in place of slope and intercept";
    throw new InvalidInput(path, `${said}: not read`, "modality_lut");
  }
  const frames = framesOf(header);
  const frameBytes = (rows * columns * bitsAllocated) / 8;
  const isCompressed = !UNCOMPRESSED.includes(header.transferSyntax);
  if (isCompressed) checkFragments(header, frames * frameBytes);
  else checkLength(header, frames, frameBytes);
  return {
    rows,
    columns,
    frames,
    bitsAllocated,
    bitsStored,
    highBit,
    isSigned: header.uint16("x00280103") === 1,
    isBigEndian: header.transferSyntax === BIG_ENDIAN,
    isCompressed,
    offset: header.pixels.offset,
    frameBytes,
    deflatedFrom: header.deflatedFrom,
  };
}

function needed(header: DicomHeader, tag: string): number {
  const value = header.uint16(tag);
  if (value !== undefined) return value;
  const name = `(${tag.slice(1, 5)},${tag.slice(5)})`;
  throw new InvalidInput(
    header.path,
    `needs the size of its pixels; ${name} is missing`,
    "pixel_format",
  );
}

function framesOf(header: DicomHeader): number {
  if (!header.has("x00280008")) return 1;
  const frames = header.numbers("x00280008", 1)?.[0];
  if (frames !== undefined && Number.isSafeInteger(frames) && frames > 0) return frames;
  const got = header.text("x00280008");
  throw new InvalidInput(header.path, `needs a number of frames; got ${got}`, "pixel_format");
}

function checkLength(header: DicomHeader, frames: number, frameBytes: number): void {
  const promised = frames * frameBytes;
  const { offset, bytes } = header.pixels;
  const there = Math.max(0, Math.min(header.totalBytes - offset, bytes ?? 0));
  if (there >= promised) return;
  throw new InvalidInput(
    header.path,
    `is truncated: its header promises ${promised} bytes of pixels; ${there} are there`,
    "truncated",
  );
}

/** Walks the fragments of compressed pixels to the end mark, reading eight bytes of each. */
function checkFragments(header: DicomHeader, promised: number): void {
  const { path, totalBytes, pixels } = header;
  const cutOff = (said: string): InvalidInput =>
    new InvalidInput(path, `is truncated: its compressed pixels ${said}`, "truncated");
  if (pixels.bytes !== undefined) throw cutOff("are not in fragments");
  const file = openSync(path, "r");
  try {
    const item = Buffer.alloc(8);
    let compressed = 0;
    for (let at = pixels.offset; ; ) {
      if (readSync(file, item, 0, 8, at) < 8) throw cutOff("have no end mark");
      const [tag, length] = [item.readUInt32LE(0), item.readUInt32LE(4)];
      if (tag === SEQUENCE_END) break;
      if (tag !== ITEM) throw cutOff(`break off at byte ${at}`);
      at += 8 + length;
      if (at > totalBytes) throw cutOff(`end ${at - totalBytes} bytes before their end`);
      compressed += length;
    }
    if (promised > Math.max(MOST_FROM_LITTLE, MOST_RATIO * compressed)) {
      const said = `promises ${promised} bytes of pixels from ${compressed} compressed ones`;
      throw new InvalidInput(path, `${said}, which no compression gives`, "lying_header");
    }
  } finally {
    closeSync(file);
  }
}
