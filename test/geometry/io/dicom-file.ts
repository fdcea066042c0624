import { deflateRawSync } from "node:zlib";

/** What a test writes into a DICOM file; undefined leaves the element out. */
export interface DicomFile {
  readonly transferSyntax?: string;
  readonly seriesUid?: string | undefined;
  readonly rows?: number;
  readonly columns?: number;
  readonly bitsAllocated?: number;
  readonly bitsStored?: number;
  readonly highBit?: number;
  readonly isSigned?: boolean;
  readonly samples?: number;
  readonly photometric?: string;
  readonly position?: readonly number[] | undefined;
  readonly orientation?: readonly number[] | undefined;
  readonly pixelSpacing?: readonly number[] | undefined;
  readonly thickness?: number | undefined;
  readonly spacingBetween?: number | undefined;
  readonly slope?: number | undefined;
  readonly intercept?: number | undefined;
  readonly padding?: number | undefined;
  readonly frames?: readonly DicomFrame[];
  readonly frameCount?: string;
  readonly hasLookup?: boolean;
  /** Stored pixels, as bytes of the transfer syntax. */
  readonly pixels?: Uint8Array;
  /** Compressed fragments in place of pixels. */
  readonly fragments?: readonly Uint8Array[];
  readonly patient?: string;
}

/** What a functional group says of a frame. */
export interface DicomFrame {
  readonly position: readonly number[];
  readonly slope?: number;
}

const BIG = "1.2.840.10008.1.2.2";
const IMPLICIT = "1.2.840.10008.1.2";
const DEFLATED = "1.2.840.10008.1.2.1.99";
const EXPLICIT = "1.2.840.10008.1.2.1";
const LONG = ["OB", "OW", "SQ", "UN"];

/** A DICOM file of one grey image, 4 × 3 pixels of 16 bits unless told otherwise. */
export function dicomFile(given: DicomFile = {}): Buffer {
  const file = {
    transferSyntax: EXPLICIT,
    seriesUid: "1.2.3",
    rows: 3,
    columns: 4,
    bitsAllocated: 16,
    isSigned: true,
    samples: 1,
    photometric: "MONOCHROME2",
    position: [0, 0, 0],
    orientation: [1, 0, 0, 0, 1, 0],
    pixelSpacing: [1, 1],
    patient: "Doe^Jane",
    ...given,
  };
  const { transferSyntax } = file;
  const write = elements(transferSyntax === BIG, transferSyntax === IMPLICIT);
  const decimals = (values: readonly number[] | undefined): string | undefined =>
    values?.join("\\");
  const bits = file.bitsStored ?? file.bitsAllocated;
  const body = Buffer.concat([
    write(0x0008, 0x0060, "CS", "CT"),
    write(0x0010, 0x0010, "PN", file.patient),
    write(0x0010, 0x0020, "LO", "ID-4711"),
    write(0x0010, 0x0030, "DA", "19500101"),
    write(0x0018, 0x0050, "DS", decimals(one(file.thickness))),
    write(0x0018, 0x0088, "DS", decimals(one(file.spacingBetween))),
    write(0x0020, 0x000e, "UI", file.seriesUid),
    write(0x0020, 0x0011, "IS", "7"),
    write(0x0020, 0x0032, "DS", decimals(file.position)),
    write(0x0020, 0x0037, "DS", decimals(file.orientation)),
    write(0x0028, 0x0002, "US", file.samples),
    write(0x0028, 0x0004, "CS", file.photometric),
    write(0x0028, 0x0008, "IS", file.frameCount ?? file.frames?.length.toString()),
    write(0x0028, 0x0010, "US", file.rows),
    write(0x0028, 0x0011, "US", file.columns),
    write(0x0028, 0x0030, "DS", decimals(file.pixelSpacing)),
    write(0x0028, 0x0100, "US", file.bitsAllocated),
    write(0x0028, 0x0101, "US", bits),
    write(0x0028, 0x0102, "US", file.highBit ?? bits - 1),
    write(0x0028, 0x0103, "US", file.isSigned ? 1 : 0),
    write(0x0028, 0x0120, file.isSigned ? "SS" : "US", file.padding),
    write(0x0028, 0x1052, "DS", decimals(one(file.intercept))),
    write(0x0028, 0x1053, "DS", decimals(one(file.slope))),
    file.hasLookup === true ? write(0x0028, 0x3000, "SQ", Buffer.alloc(0)) : Buffer.alloc(0),
    ...groups(file.frames, write),
    ...pixelData(file, write),
  ]);
  const meta = elements(false, false)(0x0002, 0x0010, "UI", transferSyntax);
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from("DICM"),
    meta,
    transferSyntax === DEFLATED ? deflateRawSync(body) : body,
  ]);
}

/** Pixels of 16 bits as bytes, little endian. */
export function pixels16(values: readonly number[]): Uint8Array {
  return new Uint8Array(Uint16Array.from(values).buffer);
}

type Write = (
  group: number,
  element: number,
  vr: string,
  value: string | number | Buffer | undefined,
) => Buffer;

function one(value: number | undefined): readonly number[] | undefined {
  return value === undefined ? undefined : [value];
}

function elements(isBig: boolean, isImplicit: boolean): Write {
  const u16 = (value: number): Buffer => {
    const bytes = Buffer.alloc(2);
    if (isBig) bytes.writeUInt16BE(value & 0xffff);
    else bytes.writeUInt16LE(value & 0xffff);
    return bytes;
  };
  const u32 = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    if (isBig) bytes.writeUInt32BE(value);
    else bytes.writeUInt32LE(value);
    return bytes;
  };
  return (group, element, vr, value) => {
    if (value === undefined) return Buffer.alloc(0);
    const bytes =
      typeof value === "number"
        ? u16(value)
        : typeof value === "string"
          ? Buffer.from(value.padEnd(value.length + (value.length % 2), vr === "UI" ? "\0" : " "))
          : value;
    const length = isImplicit
      ? [u32(bytes.length)]
      : LONG.includes(vr)
        ? [Buffer.from(vr), u16(0), u32(bytes.length)]
        : [Buffer.from(vr), u16(bytes.length)];
    return Buffer.concat([u16(group), u16(element), ...length, bytes]);
  };
}

const ITEM = Buffer.from([0xfe, 0xff, 0x00, 0xe0]);

function item(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([ITEM, length, bytes]);
}

/** The functional groups of frames: shared orientation and pixel spacing stand in the file itself. */
function groups(frames: readonly DicomFrame[] | undefined, write: Write): readonly Buffer[] {
  if (frames === undefined) return [];
  const items = frames.map(({ position, slope }) => {
    const place = item(write(0x0020, 0x0032, "DS", position.join("\\")));
    const scale = item(write(0x0028, 0x1053, "DS", slope?.toString()));
    return item(
      Buffer.concat([
        write(0x0020, 0x9113, "SQ", place),
        ...(slope === undefined ? [] : [write(0x0028, 0x9145, "SQ", scale)]),
      ]),
    );
  });
  return [write(0x5200, 0x9230, "SQ", Buffer.concat(items))];
}

function pixelData(
  file: DicomFile & { rows: number; columns: number; bitsAllocated: number },
  write: Write,
): readonly Buffer[] {
  if (file.fragments === undefined) {
    const count = file.rows * file.columns * (file.frames?.length ?? 1);
    const bytes = file.pixels ?? new Uint8Array((count * file.bitsAllocated) / 8);
    return [write(0x7fe0, 0x0010, "OW", Buffer.from(bytes))];
  }
  const head = Buffer.from([0xe0, 0x7f, 0x10, 0x00, 0x4f, 0x42, 0, 0, 0xff, 0xff, 0xff, 0xff]);
  const end = Buffer.from([0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0]);
  return [head, item(new Uint8Array(0)), ...file.fragments.map(item), end];
}
