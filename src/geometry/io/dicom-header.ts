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

/** The bytes of a file with a deflated part, inflated. */
export function inflatedBytes(whole: Uint8Array, deflatedFrom: number): Buffer {
  const rest = inflateRawSync(whole.subarray(deflatedFrom), {
    maxOutputLength: MOST_INFLATED_BYTES,
  });
  return Buffer.concat([whole.subarray(0, deflatedFrom), rest]);
}

function headerOf(
  path: string,
  start: Buffer,
  fileBytes: number,
  whole: boolean,
): DicomHeader | "needs more" | undefined {
  let totalBytes = fileBytes;
  let deflatedFrom: number | undefined;
  const inflater = (bytes: Uint8Array, from: number): Uint8Array => {
    if (!whole) throw new Error("the deflated part goes on");
    const inflated = inflatedBytes(bytes, from);
    totalBytes = inflated.length;
    deflatedFrom = from;
    return inflated;
  };
  try {
    // The parser's types leave out this option of it.
    const options = { untilTag: PIXEL_DATA, inflater } as { untilTag: string };
    const dataset = parser.parseDicom(start, options);
    const element = dataset.elements[PIXEL_DATA];
    if (element === undefined) return whole ? undefined : "needs more";
    return {
      ...elementsOf(dataset),
      path,
      transferSyntax: elementsOf(dataset).text("x00020010") ?? "",
      pixels: {
        offset: element.dataOffset,
        bytes: element.hadUndefinedLength === true ? undefined : element.length,
      },
      totalBytes,
      deflatedFrom,
    };
  } catch (error) {
    if (!whole) return "needs more";
    const inner = (error as { exception?: unknown } | undefined)?.exception ?? error;
    const said = inner instanceof Error ? inner.message : String(inner);
    throw new InvalidInput(
      path,
      `is a DICOM file whose header is damaged or cut off (${said.split("\n")[0]})`,
      "unreadable",
    );
  }
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
