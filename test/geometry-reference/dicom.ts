import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readDicomHeader } from "../../src/geometry/io/dicom-header.js";
import { type DicomSlice, readDicomSlices } from "../../src/geometry/io/dicom-slice.js";
import { readDicomVoxels } from "../../src/geometry/io/dicom-voxels.js";
import { readVolume } from "../../src/geometry/io/read-volume.js";
import { sliceGeometry } from "../../src/geometry/io/slice-geometry.js";
import { norm } from "../../src/geometry/vector.js";
import { type Compared, pathOf, type ReferenceCase, type ReferenceFamily } from "./reference.js";

interface Series {
  readonly nFiles: number;
  readonly dims: readonly number[];
  readonly pixelSpacingRowColFromTag: readonly number[];
  readonly spacingXY: readonly number[];
  readonly sliceStepAlongNormal: {
    readonly min: number;
    readonly max: number;
    readonly mean: number;
  };
  readonly stepVectorMean: readonly number[];
  readonly stepVectorNorm: number;
  readonly sliceThicknessTag: number;
  readonly gantryTiltTag: string;
  readonly angleBetweenStepAndNormalDeg: number;
  readonly uniformSpacing: boolean;
  readonly orthogonal: boolean;
  readonly regularGrid: boolean;
  readonly rowDir: readonly number[];
  readonly colDir: readonly number[];
  readonly normal: readonly number[];
  readonly firstOrigin: readonly number[];
  readonly lastOrigin: readonly number[];
  readonly sortedFiles: readonly string[];
  readonly lexicalOrderIsWrong: boolean;
  readonly valueRange: readonly number[];
  readonly mean: number;
  readonly sha256Int16LE_zyx: string;
  readonly sample: readonly { readonly ijk: readonly number[]; readonly value: number }[];
  readonly missingSeriesUID: boolean;
}

interface Syntax {
  readonly transferSyntax: string;
  readonly rows: number;
  readonly cols: number;
  readonly intercept: number;
  readonly slope: number;
  readonly bitsStored: number;
  readonly min?: number;
  readonly max?: number;
  readonly mean?: number;
  readonly sha256RawInt16LE?: string;
}

interface Syntaxes {
  readonly files: Readonly<Record<string, Syntax>>;
}

interface Json {
  /** Series by folder, and the files that hold one image in several transfer syntaxes. */
  readonly series: Readonly<Record<string, Series | Syntaxes>>;
}

const TILT_DEG = 1e-4; // files print direction cosines to seven decimals
const SYNTAXES = "data/open/dicom/ct_transfer_syntaxes";

/** Slice geometry from tags, pixel hashes and transfer syntaxes against numpy and pydicom. */
export const dicom: ReferenceFamily = {
  file: "dicom.json",
  cases: ({ series }: Json): readonly ReferenceCase[] =>
    Object.entries(series).flatMap(([key, one]) => {
      if (!("files" in one)) {
        return [{ name: key, files: [key], run: () => compareSeries(pathOf(key), one) }];
      }
      const hashed = Object.values(one.files).find((file) => file.sha256RawInt16LE !== undefined);
      return Object.entries(one.files).map(([name, file]) => ({
        name,
        files: [`${SYNTAXES}/${name}`],
        // A lossless file that pydicom could not decode has the pixels of the others.
        run: () => compareSyntax(pathOf(`${SYNTAXES}/${name}`), { ...hashed, ...file }),
      }));
    }),
};

const list = (
  what: string,
  got: ArrayLike<number>,
  expected: readonly number[],
  absolute: number,
): Compared[] =>
  expected.map((value, i) => ({ what: `${what}[${i}]`, got: got[i]!, expected: value, absolute }));

async function compareSeries(folder: string, expected: Series): Promise<Compared[]> {
  const files = readdirSync(folder).sort();
  const slices = files.flatMap((name) => readDicomSlices(join(folder, name)) ?? []);
  const geometry = sliceGeometry(slices);
  const sorted = geometry.order.map((i) => slices[i]!);
  const { grid, stepsMm, positions, faults } = geometry;
  const axis = (a: number): number[] => [0, 3, 6].map((row) => grid.direction[row + a]!);
  const names = sorted.map(({ name }) => name);
  const dots = expected.sortedFiles.indexOf("...");
  const shown = (listed: readonly string[]): string[] =>
    dots < 0
      ? [...listed]
      : [...listed.slice(0, dots), "...", ...listed.slice(dots + 1 - expected.sortedFiles.length)];
  const mean = stepsMm.reduce((sum, step) => sum + step, 0) / stepsMm.length;
  return [
    { what: "files", got: slices.length, expected: expected.nFiles },
    ...list("dims", grid.dims, expected.dims, 0),
    ...list("pixel spacing", sorted[0]!.pixelSpacing!, expected.pixelSpacingRowColFromTag, 0),
    ...list("spacing", grid.spacing, expected.spacingXY, 1e-9),
    ...list("least step", [Math.min(...stepsMm)], [expected.sliceStepAlongNormal.min], 1e-6),
    ...list("greatest step", [Math.max(...stepsMm)], [expected.sliceStepAlongNormal.max], 1e-6),
    ...list("mean step", [mean], [expected.sliceStepAlongNormal.mean], 1e-6),
    ...list("step", geometry.meanStep, expected.stepVectorMean, 1e-6),
    ...list("length of the step", [norm(geometry.meanStep)], [expected.stepVectorNorm], 1e-6),
    ...list("thickness", [sorted[0]!.sliceThicknessMm!], [expected.sliceThicknessTag], 0),
    ...list(
      "tilt",
      [Math.abs(geometry.tiltDeg)],
      [expected.angleBetweenStepAndNormalDeg],
      TILT_DEG,
    ),
    // The tag is nominal; the sign is that of the gantry.
    ...list("tilt as the gantry says", [geometry.tiltDeg], [Number(expected.gantryTiltTag)], 0.01),
    { what: "uniform", got: geometry.isUniform, expected: expected.uniformSpacing },
    { what: "orthogonal", got: geometry.isOrthogonal, expected: expected.orthogonal },
    { what: "regular", got: faults.length === 0, expected: expected.regularGrid },
    ...list("row", axis(0), expected.rowDir, 1e-6),
    ...list("column", axis(1), expected.colDir, 1e-6),
    ...list("normal", axis(2), expected.normal, 1e-6),
    ...list("first origin", positions, expected.firstOrigin, 1e-9),
    ...list("last origin", positions.subarray(-3), expected.lastOrigin, 1e-9),
    { what: "order", got: shown(names).join(), expected: expected.sortedFiles.join() },
    { what: "lexical", got: geometry.lexicalOrderDiffers, expected: expected.lexicalOrderIsWrong },
    {
      what: "without a series",
      got: slices.some(({ seriesUid }) => seriesUid === undefined),
      expected: expected.missingSeriesUID,
    },
    ...(await comparePixels(sorted, expected)),
    ...(await compareRead(folder, expected)),
  ];
}

async function comparePixels(sorted: readonly DicomSlice[], expected: Series): Promise<Compared[]> {
  const { voxels } = await readDicomVoxels(sorted);
  const [ni, nj] = expected.dims as [number, number];
  return [
    { what: "type", got: voxels instanceof Int16Array, expected: true },
    ...list("range", rangeOf(voxels), expected.valueRange, 0),
    ...list("mean", [meanOf(voxels)], [expected.mean], 1e-7),
    { what: "pixels", got: hashOf(voxels), expected: expected.sha256Int16LE_zyx },
    ...expected.sample.map(({ ijk: [i, j, k], value }) => ({
      what: `voxel ${[i, j, k]}`,
      got: voxels[(k! * nj + j!) * ni + i!]!,
      expected: value,
    })),
  ];
}

/** A regular series reads as it lies; another is refused unless it is to be resampled. */
async function compareRead(folder: string, expected: Series): Promise<Compared[]> {
  const read = await readVolume(folder).then(
    ({ volume }) => hashOf(volume.voxels),
    (error: Error) => error.name,
  );
  const wanted = expected.regularGrid ? expected.sha256Int16LE_zyx : "InvalidInput";
  const { issues } = await readVolume(folder, { resample: true });
  return [
    { what: "readVolume", got: read, expected: wanted },
    {
      what: "resampled on request",
      got: issues.some(({ code }) => code === "resampled"),
      expected: !expected.regularGrid,
    },
  ];
}

async function compareSyntax(path: string, expected: Syntax): Promise<Compared[]> {
  const [slice] = readDicomSlices(path)!;
  const { volume } = await readVolume(path);
  const { pixels, slope, intercept } = slice!;
  const { voxels } = volume;
  return [
    {
      what: "syntax",
      got: readDicomHeader(path)!.transferSyntax,
      expected: expected.transferSyntax,
    },
    { what: "rows", got: pixels.rows, expected: expected.rows },
    { what: "columns", got: pixels.columns, expected: expected.cols },
    { what: "bits stored", got: pixels.bitsStored, expected: expected.bitsStored },
    { what: "slope", got: slope, expected: expected.slope },
    { what: "intercept", got: intercept, expected: expected.intercept },
    { what: "type", got: voxels instanceof Int16Array, expected: true },
    ...list("range", rangeOf(voxels), [expected.min!, expected.max!], 0),
    ...list("mean", [meanOf(voxels)], [expected.mean!], 1e-7),
    {
      what: "stored pixels",
      got: hashOf(Int16Array.from(voxels, (value) => (value - intercept) / slope)),
      expected: expected.sha256RawInt16LE!,
    },
  ];
}

function rangeOf(voxels: ArrayLike<number>): readonly [number, number] {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < voxels.length; i++) {
    least = Math.min(least, voxels[i]!);
    greatest = Math.max(greatest, voxels[i]!);
  }
  return [least, greatest];
}

function meanOf(voxels: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < voxels.length; i++) sum += voxels[i]!;
  return sum / voxels.length;
}

function hashOf(voxels: ArrayBufferView): string {
  const bytes = new Uint8Array(voxels.buffer, voxels.byteOffset, voxels.byteLength);
  return createHash("sha256").update(bytes).digest("hex");
}
