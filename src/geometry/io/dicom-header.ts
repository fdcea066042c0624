import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import parser, { type DataSet } from "dicom-parser";
import { InvalidInput } from "../../numeric/invalid-input.js";

/** Elements of a DICOM data set by tag, as `x00200032`. */
export interface DicomElements {
  /** A value of text, without blanks around it; undefined where there is none. */
  readonly text: (tag: string) => string | undefined;
  /** So many finite decimal numbers; undefined where there are not as many. */
  readonly numbers: (tag: string, count: number) => readonly number[] | undefined;
  readonly uint16: (tag: string) => number | undefined;
  readonly int16: (tag: string) => number | undefined;
  readonly has: (tag: string) => boolean;
  /** The items of a sequence; none where there is no such sequence. */
  readonly items: (tag: string) => readonly DicomElements[];
}

/** A DICOM file up to its pixels. */
export interface DicomHeader extends DicomElements {
  readonly path: string;
  readonly transferSyntax: string;
  /** Where the pixels begin, and their bytes; undefined where the header leaves their length open. */
  readonly pixels: { readonly offset: number; readonly bytes: number | undefined };
  /** Length of the file, or of what it inflates to. */
  readonly totalBytes: number;
  /** Where the deflated part of the file begins; undefined unless it has one. */
  readonly deflatedFrom: number | undefined;
}

const PIXEL_DATA = "x7fe00010";
const EXPLICIT = "1.2.840.10008.1.2.1";
const DEFLATED = `${EXPLICIT}.99`;
const FIRST_BYTES = 16_384; // of a file; most headers end before
const MOST_INFLATED_BYTES = 2 ** 30;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Reads a DICOM file up to its pixels and no further.
 *
 * @returns undefined when it is no DICOM file (no `DICM` at byte 128) or holds no pixels
 * @throws InvalidInput when it is one whose header is damaged or cut off
 */
export function readDicomHeader(path: string): DicomHeader | undefined {
  const file = openSync(path, "r");
  try {
    const fileBytes = fstatSync(file).size;
    for (
      let length = Math.min(fileBytes, FIRST_BYTES);
      ;
      length = Math.min(fileBytes, 8 * length)
    ) {
      const start = Buffer.alloc(length);
      readSync(file, start, 0, length, 0);
      if (start.toString("latin1", 128, 132) !== "DICM") return undefined;
      const whole = length === fileBytes;
      const header = headerOf(path, start, fileBytes, whole);
      if (header !== "needs more") return header;
    }
  } finally {
    closeSync(file);
  }
}

/** The bytes of a file with a deflated part, as those of a file that has none. */
export function inflatedBytes(whole: Uint8Array, deflatedFrom: number): Buffer {
  const start = Buffer.from(whole.subarray(0, deflatedFrom));
  start.fill(
    0,
    start.indexOf(DEFLATED) + EXPLICIT.length,
    start.indexOf(DEFLATED) + DEFLATED.length,
  );
  const rest = whole.subarray(deflatedFrom);
  return Buffer.concat([start, inflateRawSync(rest, { maxOutputLength: MOST_INFLATED_BYTES })]);
}

function headerOf(
  path: string,
  start: Buffer,
  fileBytes: number,
  whole: boolean,
): DicomHeader | "needs more" | undefined {
  // The parser of dicom-parser 1.8 begins an inflated data set at the wrong byte: it is not to inflate.
  let deflatedFrom: number | undefined;
  const inflater = (_: Uint8Array, from: number): never => {
    deflatedFrom = from;
    throw new Error("the data set is deflated");
  };
  // The parser's types leave out this option of it.
  const options = { untilTag: PIXEL_DATA, inflater } as { untilTag: string };
  const parsed = (bytes: Uint8Array, totalBytes: number): DicomHeader | undefined => {
    const dataset = parser.parseDicom(bytes, options);
    const element = dataset.elements[PIXEL_DATA];
    if (element === undefined) return undefined;
    const elements = elementsOf(dataset);
    const pixelBytes = element.hadUndefinedLength === true ? undefined : element.length;
    return {
      ...elements,
      path,
      transferSyntax: deflatedFrom === undefined ? (elements.text("x00020010") ?? "") : DEFLATED,
      pixels: { offset: element.dataOffset, bytes: pixelBytes },
      totalBytes,
      deflatedFrom,
    };
  };
  try {
    return parsed(start, fileBytes) ?? (whole ? undefined : "needs more");
  } catch (error) {
    if (!whole) return "needs more";
    if (deflatedFrom === undefined) throw damaged(path, error);
  }
  try {
    const inflated = inflatedBytes(start, deflatedFrom);
    return parsed(inflated, inflated.length);
  } catch (error) {
    throw damaged(path, error);
  }
}

function damaged(path: string, error: unknown): InvalidInput {
  const inner = (error as { exception?: unknown } | undefined)?.exception ?? error;
  const said = inner instanceof Error ? inner.message : String(inner);
  return new InvalidInput(
    path,
    `is a DICOM file whose header is damaged or cut off (${said.split("\n")[0]})`,
    "unreadable",
  );
}

function elementsOf(dataset: DataSet): DicomElements {
  const text = (tag: string): string | undefined => {
    const value = dataset.string(tag)?.trim();
    return value === "" ? undefined : value;
  };
  return {
    text,
    numbers: (tag, count) => {
      const parts = (text(tag) ?? "").split("\\").map((part) => part.trim());
      if (parts.length !== count || !parts.every((part) => DECIMAL.test(part))) return undefined;
      return parts.map(Number);
    },
    uint16: (tag) => dataset.uint16(tag),
    int16: (tag) => dataset.int16(tag),
    has: (tag) => dataset.elements[tag] !== undefined,
    items: (tag) =>
      (dataset.elements[tag]?.items ?? []).flatMap(({ dataSet }) =>
        dataSet === undefined ? [] : [elementsOf(dataSet)],
      ),
  };
}
