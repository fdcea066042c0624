import { InvalidInput } from "../../numeric/invalid-input.js";
import type { Vector3 } from "../vector.js";
import { type DicomElements, readDicomHeader } from "./dicom-header.js";
import { type PixelFormat, pixelFormatOf } from "./dicom-pixel-format.js";
import type { SlicePlane } from "./slice-plane.js";

/** One plane of an image: a file, or a frame of a file of many. Nothing in it names a patient. */
export interface DicomSlice extends SlicePlane {
  readonly path: string;
  readonly frame: number; // from 0
  readonly seriesUid: string | undefined;
  readonly seriesNumber: string | undefined;
  readonly modality: string | undefined;
  readonly pixels: PixelFormat;
  readonly slope: number; // HU = slope · stored + intercept
  readonly intercept: number; // HU
  readonly paddingHu: number | undefined; // of pixels outside the scanned field
}

/**
 * The planes of a DICOM file.
 *
 * @returns one slice a frame; undefined when it is no DICOM file or holds no image
 * @throws InvalidInput when it is damaged or truncated, its pixels are no grey values or its frames
 *   have no positions
 */
export function readDicomSlices(path: string): readonly DicomSlice[] | undefined {
  const header = readDicomHeader(path);
  if (header === undefined) return undefined;
  const pixels = pixelFormatOf(header);
  const groups = header.items("x52009230");
  const shared = header.items("x52009229").slice(0, 1);
  const { frames } = pixels;
  if ((frames > 1 || groups.length > 0) && groups.length !== frames) {
    throw new InvalidInput(
      path,
      `holds ${frames} frames and positions (functional groups) of ${groups.length}`,
      "frames_without_position",
    );
  }
  if (frames > 1 && pixels.isCompressed) {
    throw new InvalidInput(
      path,
      `holds ${frames} compressed frames in one file: not read; convert it to an uncompressed one`,
      "compressed_frames",
    );
  }
  return Array.from({ length: frames }, (_, frame) => {
    const own = groups.slice(frame, frame + 1);
    return sliceOf(path, header, [...own, ...shared], pixels, frame);
  });
}

/** What the functional group of a frame says, else the shared group, else the file. */
function sliceOf(
  path: string,
  header: DicomElements,
  groups: readonly DicomElements[],
  format: PixelFormat,
  frame: number,
): DicomSlice {
  const list = (sequence: string, tag: string, count: number): readonly number[] | undefined => {
    const items = groups.flatMap((group) => group.items(sequence));
    return (items.find((item) => item.has(tag)) ?? header).numbers(tag, count);
  };
  const name = path.split(/[\\/]/).at(-1)!;
  const slope = list("x00289145", "x00281053", 1)?.[0] ?? 1;
  const intercept = list("x00289145", "x00281052", 1)?.[0] ?? 0;
  const padding = paddingOf(header, format);
  return {
    name: format.frames > 1 ? `${name} frame ${frame + 1}` : name,
    path,
    frame,
    seriesUid: header.text("x0020000e"),
    seriesNumber: header.text("x00200011"),
    modality: header.text("x00080060"),
    rows: format.rows,
    columns: format.columns,
    position: list("x00209113", "x00200032", 3) as Vector3 | undefined,
    orientation: list("x00209116", "x00200037", 6),
    pixelSpacing: list("x00289110", "x00280030", 2) as readonly [number, number] | undefined,
    sliceThicknessMm: list("x00289110", "x00180050", 1)?.[0],
    spacingBetweenSlicesMm: list("x00289110", "x00180088", 1)?.[0],
    pixels: format,
    slope,
    intercept,
    paddingHu: padding === undefined ? undefined : slope * padding + intercept,
  };
}

function paddingOf(header: DicomElements, format: PixelFormat): number | undefined {
  if (format.bitsAllocated === 32) return undefined; // its padding value has 16 bits
  return format.isSigned ? header.int16("x00280120") : header.uint16("x00280120");
}
