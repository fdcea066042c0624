import { basename } from "node:path";
import { InvalidInput, inTheNameOf } from "../../numeric/invalid-input.js";
import type { GeometryIssue } from "../issue.js";
import type { Volume } from "../volume/volume.js";
import { type DicomSlice, readDicomSlices } from "./dicom-slice.js";
import { readDicomVoxels } from "./dicom-voxels.js";
import { resampleSlices } from "./resample-slices.js";
import { type SliceGeometry, type SliceTolerances, sliceGeometry } from "./slice-geometry.js";
import { differenceOf } from "./slice-plane.js";

/** How a series is chosen and what is done with one that lies on no regular grid. */
export interface SeriesOptions extends SliceTolerances {
  /** Which series of several, as the refusal lists them. */
  readonly series?: string;
  /** Whether a tilted or uneven series is resampled onto a regular grid; else it is refused. */
  readonly resample?: boolean;
}

/** Slices that belong together. */
interface Series {
  readonly id: string;
  readonly slices: readonly DicomSlice[];
}

/**
 * Reads a series of DICOM files as one volume: HU for CT, LPS frame.
 *
 * @param where - how refusals name the files
 * @param paths - in any order
 * @param isFolder - whether files that hold no image are passed over, as beside the images in a folder
 * @throws InvalidInput when there is no image, several series and none chosen, a damaged file, or
 *   slices that lie on no regular grid and are not to be resampled
 */
export async function readDicomSeries(
  where: string,
  paths: readonly string[],
  isFolder: boolean,
  { series: wanted, resample = false, ...tolerances }: SeriesOptions,
): Promise<{ volume: Volume; issues: readonly GeometryIssue[] }> {
  const { slices, issues } = slicesOf(where, paths, isFolder);
  const chosen = chosenSeries(where, seriesOf(slices), wanted);
  if (chosen.slices[0]!.seriesUid === undefined) {
    const message = "slices have no SeriesInstanceUID: taken as one series";
    issues.push({ code: "no_series_uid", message });
  }
  const geometry = inTheNameOf(where, () => sliceGeometry(chosen.slices, tolerances));
  if (geometry.faults.length > 0 && !resample) throw irregular(where, geometry);
  const sorted = geometry.order.map((i) => chosen.slices[i]!);
  const { voxels, padded } = await readDicomVoxels(sorted);
  const paddingHu = sorted.find((slice) => slice.paddingHu !== undefined)?.paddingHu;
  if (padded > 0) {
    const share = ((100 * padded) / voxels.length).toFixed(1);
    const message = `${padded} voxels (${share} %) hold the padding value ${paddingHu}: nothing was measured there`;
    issues.push({ code: "padding", message });
  }
  issues.push(...geometry.issues);
  if (geometry.faults.length === 0) return { volume: { ...geometry.grid, voxels }, issues };
  const outside = paddingHu ?? leastOf(voxels);
  const volume = resampleSlices(where, voxels, geometry, outside);
  const { dims, spacing } = volume;
  const onto = `${dims.join(" × ")} voxels of ${spacing.map((mm) => mm.toFixed(3)).join(" × ")} mm`;
  const message = `${said(geometry)}: resampled linearly between the true positions onto ${onto}; ${outside} outside the slices`;
  return { volume, issues: [...issues, { code: "resampled", message }] };
}

function leastOf(voxels: ArrayLike<number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < voxels.length; i++) if (voxels[i]! < least) least = voxels[i]!;
  return least;
}

function said({ faults }: SliceGeometry): string {
  return faults.map(({ message }) => message).join("; ");
}

function irregular(where: string, geometry: SliceGeometry): InvalidInput {
  return new InvalidInput(
    where,
    `needs slices on a regular grid; ${said(geometry)}; { resample: true } resamples them`,
    geometry.faults[0]!.code,
  );
}

function slicesOf(
  where: string,
  paths: readonly string[],
  isFolder: boolean,
): { slices: readonly DicomSlice[]; issues: GeometryIssue[] } {
  const slices: DicomSlice[] = [];
  const others: string[] = [];
  for (const path of paths) {
    const found = readDicomSlices(path);
    if (found === undefined) others.push(path);
    else slices.push(...found);
  }
  if (others.length > 0 && !isFolder) {
    throw new InvalidInput(others[0]!, "is no DICOM file or holds no image", "not_dicom");
  }
  if (slices.length === 0) {
    throw new InvalidInput(where, "needs DICOM images; got none", "not_dicom");
  }
  if (others.length === 0) return { slices, issues: [] };
  const names = others.slice(0, 3).map((path) => basename(path));
  const more = others.length > 3 ? ` and ${others.length - 3} more` : "";
  const message = `${names.join(", ")}${more} hold no DICOM image: passed over`;
  return { slices, issues: [{ code: "not_dicom", message }] };
}

/** Slices by SeriesInstanceUID; those of one that differ in size, pixels or orientation are several. */
function seriesOf(slices: readonly DicomSlice[]): readonly Series[] {
  const groups: DicomSlice[][] = [];
  for (const slice of slices) {
    const group = groups.find(
      ([first]) =>
        first!.seriesUid === slice.seriesUid && differenceOf(first!, slice) === undefined,
    );
    if (group === undefined) groups.push([slice]);
    else group.push(slice);
  }
  return groups.map((group) => {
    const uid = group[0]!.seriesUid;
    const alike = groups.filter(([first]) => first!.seriesUid === uid);
    const part = alike.length > 1 ? `/${alike.indexOf(group) + 1}` : "";
    return { id: `${uid ?? "none"}${part}`, slices: group };
  });
}

function chosenSeries(where: string, all: readonly Series[], wanted: string | undefined): Series {
  const list = all
    .map(({ id, slices }) => {
      const { modality, seriesNumber, columns, rows, pixelSpacing } = slices[0]!;
      const kind = [modality, seriesNumber === undefined ? undefined : `series ${seriesNumber}`];
      const pixels = pixelSpacing === undefined ? "" : ` of ${pixelSpacing.join(" × ")} mm`;
      const size = `${slices.length} of ${columns} × ${rows} pixels${pixels}`;
      return `"${id}" (${[...kind, size].filter((part) => part !== undefined).join(", ")})`;
    })
    .join("; ");
  if (wanted !== undefined) {
    const found = all.find(({ id }) => id === wanted);
    if (found !== undefined) return found;
    throw new InvalidInput(where, `has no series "${wanted}"; it has ${list}`, "no_such_series");
  }
  if (all.length === 1) return all[0]!;
  throw new InvalidInput(
    where,
    `needs one series; got ${all.length}: ${list}; { series } takes one`,
    "mixed_series",
  );
}
