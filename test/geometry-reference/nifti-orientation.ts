import { readVolume } from "../../src/geometry/io/read-volume.js";
import { type Volume, voxelToWorld } from "../../src/geometry/volume/volume.js";
import { type Compared, pathOf, type ReferenceFamily } from "./reference.js";

interface Case {
  readonly shape: readonly number[];
  readonly affineRAS: readonly (readonly number[])[];
  readonly axcodes: string;
  readonly spacing: readonly number[];
  readonly detSign: number;
  readonly hasShear: boolean;
  readonly originLPS: readonly number[];
  readonly directionLPS: readonly (readonly number[])[];
  readonly weightedCentroidRAS: readonly number[];
  readonly weightedCentroidLPS: readonly number[];
  readonly valueRange: readonly [number, number];
  readonly sample: readonly {
    readonly ijk: readonly [number, number, number];
    readonly value: number;
  }[];
}

const SINGLE = 1e-6; // of a value in single precision
const CENTROID_MM = 1e-4;

/** Affines, axes and values of NIfTI files against nibabel. */
export const niftiOrientation: ReferenceFamily = {
  file: "nifti_orientation.json",
  cases: ({ files }: { readonly files: Readonly<Record<string, Case>> }) =>
    Object.entries(files).map(([key, one]) => ({
      name: key,
      files: [key.startsWith("golden/") ? key : `data/${key}`],
      run: () => compare(pathOf(key.startsWith("golden/") ? key : `data/${key}`), one),
    })),
};

async function compare(path: string, expected: Case): Promise<Compared[]> {
  const refused = async (act: Promise<unknown>): Promise<boolean> =>
    act.then(
      () => false,
      (error: Error) => error.name === "InvalidInput",
    );
  if (expected.hasShear) {
    return [{ what: "refused for shear", got: await refused(readVolume(path)), expected: true }];
  }
  const count = expected.shape.slice(3).reduce((product, size) => product * size, 1);
  const several = count > 1;
  const frames = await Promise.all(
    Array.from({ length: count }, (_, frame) => readVolume(path, several ? { frame } : {})),
  );
  const { volume } = frames[0]!;
  const ranges = frames.flatMap((one) => rangeOf(one.volume.voxels));
  const { dims, spacing, origin, direction: d, voxels } = volume;
  const list = (
    what: string,
    got: ArrayLike<number>,
    wanted: readonly number[],
    absolute: number,
    relative = 0,
  ): Compared[] =>
    wanted.map((value, i) => ({
      what: `${what}[${i}]`,
      got: got[i]!,
      expected: value,
      absolute,
      relative,
    }));
  const lps = [0, 3, 6].map((row) => [d[row]!, d[row + 1]!, d[row + 2]!]);
  const ras = lps.map((row, a) => [
    ...row.map((cosine, b) => (a < 2 ? -1 : 1) * cosine * spacing[b]!),
    (a < 2 ? -1 : 1) * origin[a]!,
  ]);
  const determinant =
    d[0]! * (d[4]! * d[8]! - d[5]! * d[7]!) -
    d[1]! * (d[3]! * d[8]! - d[5]! * d[6]!) +
    d[2]! * (d[3]! * d[7]! - d[4]! * d[6]!);
  const centroid = weightedCentroid(volume);
  return [
    { what: "refused without a frame", got: await refused(readVolume(path)), expected: several },
    ...list("dims", dims, expected.shape.slice(0, 3), 0),
    ...expected.affineRAS
      .slice(0, 3)
      .flatMap((row, a) => list(`affine ${a}`, ras[a]!, row, 1e-6, SINGLE)),
    { what: "axes", got: axisCodes(lps), expected: expected.axcodes },
    ...list("spacing", spacing, expected.spacing, 0, SINGLE),
    { what: "handedness", got: Math.sign(determinant), expected: expected.detSign },
    ...list("origin", origin, expected.originLPS, 1e-6, SINGLE),
    ...expected.directionLPS.flatMap((row, a) => list(`direction ${a}`, lps[a]!, row, SINGLE)),
    ...list("centroid", centroid, expected.weightedCentroidLPS, CENTROID_MM),
    ...list(
      "centroid, RAS",
      [-centroid[0]!, -centroid[1]!, centroid[2]!],
      expected.weightedCentroidRAS,
      CENTROID_MM,
    ),
    ...list("range", rangeOf(ranges), expected.valueRange, 1e-6, SINGLE),
    ...expected.sample.map(({ ijk: [i, j, k], value }) => ({
      what: `voxel ${[i, j, k]}`,
      got: voxels[(k * dims[1] + j) * dims[0] + i]!,
      expected: value,
      absolute: 1e-6,
      relative: SINGLE,
    })),
  ];
}

/** Towards which side of the body each axis runs: R, A and S are the ends of the RAS frame. */
function axisCodes(lps: readonly (readonly number[])[]): string {
  return [0, 1, 2]
    .map((b) => {
      const column = lps.map((row) => row[b]!);
      const a = column.reduce(
        (most, value, i) => (Math.abs(value) > Math.abs(column[most]!) ? i : most),
        0,
      );
      const isPositive = column[a]! > 0;
      return [
        ["R", "L"],
        ["A", "P"],
        ["I", "S"],
      ][a]![isPositive ? 1 : 0];
    })
    .join("");
}

/** Weights are what values are above the median. */
function weightedCentroid(volume: Volume): readonly number[] {
  const { dims, voxels } = volume;
  const sorted = Float64Array.from(voxels).sort();
  const middle = sorted.length >> 1;
  const median = (sorted[middle]! + sorted[sorted.length - 1 - middle]!) / 2;
  const sums = [0, 0, 0];
  let total = 0;
  for (let k = 0, at = 0; k < dims[2]; k++) {
    for (let j = 0; j < dims[1]; j++) {
      for (let i = 0; i < dims[0]; i++, at++) {
        const value = Math.max(0, voxels[at]! - median);
        total += value;
        sums[0]! += value * i;
        sums[1]! += value * j;
        sums[2]! += value * k;
      }
    }
  }
  return voxelToWorld(volume, [sums[0]! / total, sums[1]! / total, sums[2]! / total]);
}

function rangeOf(voxels: ArrayLike<number>): readonly [number, number] {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < voxels.length; i++) {
    least = Math.min(least, voxels[i]!);
    greatest = Math.max(greatest, voxels[i]!);
  }
  return [least, greatest];
}
