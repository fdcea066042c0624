import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { InvalidInput } from "../../numeric/invalid-input.js";
import { checkVolume } from "../volume/volume.js";
import { readDicomSeries, type SeriesOptions } from "./dicom-series.js";
import { type ImageHeader, metaImageHeader, nrrdHeader } from "./image-header.js";
import { readItkImage } from "./itk.js";
import { readNifti } from "./nifti.js";
import type { VolumeFile } from "./volume-file.js";

/** What is read where a file or a folder holds more than one volume, or none that is regular. */
export interface ReadVolumeOptions extends SeriesOptions {
  /** Which volume of a NIfTI file of four dimensions, from 0. */
  readonly frame?: number;
}

/**
 * Reads a volume, LPS frame, mm; HU for CT.
 *
 * DICOM slices are placed by the position and the orientation of every one. A series that is tilted,
 * uneven or has slices missing is refused with the two slices that show it, or resampled on request.
 *
 * @param source - a .nrrd, .nii, .nii.gz, .mha or DICOM file; DICOM files, in any order; or their folder
 * @param options.series - which DICOM series of several, as the refusal lists them
 * @param options.resample - true for a tilted or uneven DICOM series on a regular grid
 * @param options.frame - which volume of a NIfTI file of four dimensions, from 0
 * @param options.spacingToleranceMm - of a DICOM slice from its place; 0.02
 * @param options.tiltToleranceDeg - of DICOM slices from the normal; 0.05
 * @throws InvalidInput when it cannot be read, is truncated, holds no scalar volume or one without
 *   orthonormal axes, or holds several and none is chosen
 */
export async function readVolume(
  source: string | readonly string[],
  { frame, ...options }: ReadVolumeOptions = {},
): Promise<VolumeFile> {
  const where = typeof source === "string" ? source : "readVolume";
  const file = await filed(where, () => readSource(where, source, frame, options));
  checkVolume(where, file.volume);
  return file;
}

function readSource(
  where: string,
  source: string | readonly string[],
  frame: number | undefined,
  options: SeriesOptions,
): Promise<VolumeFile> | VolumeFile {
  if (typeof source !== "string") {
    if (source.length === 0) throw new InvalidInput(where, "needs files; got none", "not_dicom");
    return readDicomSeries(where, source, false, options);
  }
  if (statSync(source).isDirectory()) {
    const files = readdirSync(source, { withFileTypes: true }).filter(
      (entry) => !entry.isDirectory(),
    );
    const paths = files.map(({ name }) => join(source, name)).sort();
    return readDicomSeries(where, paths, true, options);
  }
  if (/\.nii(?:\.gz)?$/i.test(source)) {
    return readNifti(source, frame === undefined ? {} : { frame });
  }
  if (/\.nrrd$/i.test(source)) return readImage(source, nrrdHeader);
  if (/\.mha$/i.test(source)) return readImage(source, metaImageHeader);
  if (isDicom(source)) return readDicomSeries(where, [source], false, options);
  throw new InvalidInput(
    where,
    "needs a .nrrd, .nii, .nii.gz or .mha file, or DICOM; got none of them",
    "unknown_format",
  );
}

/** itk-wasm reads the voxels once the header was found to promise what the file can hold. */
async function readImage(
  path: string,
  headerOf: (path: string) => ImageHeader,
): Promise<VolumeFile> {
  const { dims, issues } = headerOf(path);
  const volume = await readItkImage(path);
  if (volume.dims.some((size, axis) => size !== dims[axis])) {
    const got = `${volume.dims.join(" × ")}`;
    throw new InvalidInput(path, `promises ${dims.join(" × ")} voxels; got ${got}`, "unreadable");
  }
  return { volume, issues };
}

function isDicom(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const start = Buffer.alloc(132);
    readSync(file, start, 0, 132, 0);
    return start.toString("latin1", 128) === "DICM";
  } finally {
    closeSync(file);
  }
}

/** What the file system refuses is refused in words. */
async function filed<T>(where: string, act: () => Promise<T> | T): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (error instanceof InvalidInput || code === undefined || path === undefined) throw error;
    const said = code === "ENOENT" ? "there is no such file" : code;
    throw new InvalidInput(where === path ? where : path, `cannot be read: ${said}`, "unreadable");
  }
}
