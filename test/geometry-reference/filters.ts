import { readVolume } from "../../src/geometry/io/read-volume.js";
import type { Vector3 } from "../../src/geometry/vector.js";
import { cropVolume } from "../../src/geometry/volume/crop.js";
import { gaussianSmoothing } from "../../src/geometry/volume/gaussian.js";
import { gradientMagnitude } from "../../src/geometry/volume/gradient.js";
import { medianSmoothing } from "../../src/geometry/volume/median.js";
import { sampleAtIndex } from "../../src/geometry/volume/sample.js";
import type { Volume } from "../../src/geometry/volume/volume.js";
import { type Compared, pathOf, type ReferenceFamily } from "./reference.js";

interface Sample {
  readonly ijk: Vector3;
  readonly value: number;
}

type Case = Readonly<Record<string, readonly Sample[] | string>>;

/** Filters by the name of their reference; sigmas there are in voxels. */
const FILTERS: Readonly<Record<string, (volume: Volume) => Volume>> = {
  gaussian_sigma1vox_truncate4_nearest: (volume) => gaussianSmoothing(volume, 1),
  gaussian_sigma2vox_truncate4_nearest: (volume) => gaussianSmoothing(volume, 2),
  "gaussian_sigma_xyz_1_2_0.5_truncate4_nearest": (volume) =>
    gaussianSmoothing(volume, [1, 2, 0.5]),
  median3x3x3_nearest: medianSmoothing,
  gradientMagnitudeCentral_unitSpacing: gradientMagnitude,
  trilinearAtContinuousIndexIJK: (volume) => volume,
};

/** Smoothing, gradients and interpolation against scipy. */
export const filters: ReferenceFamily = {
  file: "filters.json",
  cases: (json: { readonly cases: Readonly<Record<string, Case>> }) =>
    Object.entries(json.cases).map(([key, one]) => ({
      name: key,
      files: [key],
      run: () => compare(key, one),
    })),
};

async function compare(key: string, { note, ...expected }: Case): Promise<Compared[]> {
  const { volume } = await readVolume(pathOf(key));
  const part = /sub-volume x (\d+)\.\.(\d+), y (\d+)\.\.(\d+)/
    .exec(String(note))
    ?.slice(1)
    .map(Number);
  const used =
    part === undefined
      ? volume
      : cropVolume(volume, [part[0]!, part[2]!, 0], [part[1]!, part[3]!, volume.dims[2] - 1]);
  const inVoxels: Volume = { ...used, spacing: [1, 1, 1] };
  return Object.entries(expected).flatMap(([name, samples]) => {
    const filtered = FILTERS[name]!(inVoxels);
    return (samples as readonly Sample[]).map(({ ijk, value }) => ({
      what: `${name} at (${ijk.join(", ")})`,
      got: sampleAtIndex(filtered, ijk),
      expected: value,
      relative: 1e-5, // single precision
      absolute: 1e-6,
    }));
  });
}
