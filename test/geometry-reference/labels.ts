import { readVolume } from "../../src/geometry/io/read-volume.js";
import type { Vector3 } from "../../src/geometry/vector.js";
import { connectedComponents } from "../../src/geometry/volume/components.js";
import { distanceTransform } from "../../src/geometry/volume/distance-transform.js";
import { fillHoles } from "../../src/geometry/volume/hole-filling.js";
import { close, dilate, erode, open } from "../../src/geometry/volume/morphology.js";
import { regionGrowing } from "../../src/geometry/volume/region-growing.js";
import { thresholdMask } from "../../src/geometry/volume/threshold.js";
import type { Mask } from "../../src/geometry/volume/volume.js";
import { type Compared, pathOf, type ReferenceFamily } from "./reference.js";

interface Largest {
  readonly size: number;
  readonly volume: number;
  readonly centroidIndexIJK: readonly number[];
  readonly centroidWorld: readonly number[];
  readonly bboxIndexIJK: readonly (readonly number[])[];
}

interface Steps {
  readonly erode: number;
  readonly dilate: number;
  readonly open: number;
  readonly close: number;
}

interface Case {
  readonly threshold: string; // ">=205"
  readonly labels: Readonly<
    Record<
      string,
      {
        readonly count: number;
        readonly sizesDesc: readonly number[];
        readonly largest: readonly Largest[];
      }
    >
  >;
  readonly morphology?: {
    readonly foreground: number;
    readonly cross6: Steps;
    readonly box26: Steps;
    readonly fillHoles6background: number;
    readonly regionGrowFromSeedIJK: {
      readonly seed: Vector3;
      readonly inside: boolean;
      readonly voxels6: number;
      readonly voxels26: number;
    };
    readonly edtMaxVoxels: number;
    readonly edtSum: number;
  };
}

/** Components, morphology, holes, region growing and distances against scipy. */
export const labels: ReferenceFamily = {
  file: "labels.json",
  cases: (json: { readonly cases: Readonly<Record<string, Case>> }) =>
    Object.entries(json.cases).map(([key, one]) => ({
      name: key,
      files: [key],
      run: () => compare(key, one),
    })),
};

async function compare(key: string, expected: Case): Promise<Compared[]> {
  const { volume } = await readVolume(pathOf(key));
  const printed = Number(expected.threshold.replace(">=", ""));
  const lower = volume.voxels instanceof Float32Array ? Math.fround(printed) : printed;
  const mask = thresholdMask(volume, lower, Number.POSITIVE_INFINITY);
  const parts = Object.entries(expected.labels).flatMap(([neighbours, wanted]) => {
    const { components } = connectedComponents(mask, Number(neighbours) as 6 | 18 | 26);
    const bySize = components.toSorted((a, b) => b.voxels - a.voxels);
    const list = (
      what: string,
      got: readonly number[],
      want: readonly number[],
      absolute: number,
    ): Compared[] =>
      want.map((value, i) => ({
        what: `${neighbours}: ${what}[${i}]`,
        got: got[i]!,
        expected: value,
        absolute,
        relative: 1e-9,
      }));
    return [
      { what: `${neighbours}: count`, got: components.length, expected: wanted.count },
      ...list(
        "size",
        bySize.map(({ voxels }) => voxels),
        wanted.sizesDesc,
        0,
      ),
      ...wanted.largest.flatMap((one, i): Compared[] => {
        // Parts of one size may come in any order.
        const same = bySize.filter(({ voxels }) => voxels === one.size);
        const got =
          same.length === 1
            ? same[0]!
            : (same.find(({ centroidIndex }) => near(centroidIndex, one.centroidIndexIJK)) ??
              bySize[i]!);
        return [
          {
            what: `${neighbours}: volume of part ${i}`,
            got: got.volumeMm3,
            expected: one.volume,
            relative: 1e-6,
          },
          ...list(`centroid index of part ${i}`, got.centroidIndex, one.centroidIndexIJK, 1e-6),
          ...list(`centroid of part ${i}`, got.centroid, one.centroidWorld, 1e-4),
          ...list(`first index of part ${i}`, got.firstIndex, one.bboxIndexIJK[0]!, 0),
          ...list(`last index of part ${i}`, got.lastIndex, one.bboxIndexIJK[1]!, 0),
        ];
      }),
    ];
  });
  return [...parts, ...compareMorphology(mask, lower, volume, expected.morphology)];
}

function near(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, i) => Math.abs(value - b[i]!) < 1e-6);
}

function compareMorphology(
  mask: Mask,
  lower: number,
  volume: Parameters<typeof regionGrowing>[0],
  expected: Case["morphology"],
): Compared[] {
  if (expected === undefined) return [];
  const count = ({ voxels }: Mask): number => voxels.reduce((sum, value) => sum + value, 0);
  const { seed, inside, voxels6, voxels26 } = expected.regionGrowFromSeedIJK;
  const grown = (neighbours: 6 | 26): number =>
    count(regionGrowing(volume, lower, Number.POSITIVE_INFINITY, [seed], neighbours));
  const { voxels: distances } = distanceTransform({ ...mask, spacing: [1, 1, 1] });
  return [
    { what: "foreground", got: count(mask), expected: expected.foreground },
    ...(["cross", "cube"] as const).flatMap((element): Compared[] => {
      const wanted = element === "cross" ? expected.cross6 : expected.box26;
      return [
        { what: `${element} erode`, got: count(erode(mask, element)), expected: wanted.erode },
        { what: `${element} dilate`, got: count(dilate(mask, element)), expected: wanted.dilate },
        { what: `${element} open`, got: count(open(mask, element)), expected: wanted.open },
        { what: `${element} close`, got: count(close(mask, element)), expected: wanted.close },
      ];
    }),
    { what: "holes filled", got: count(fillHoles(mask)), expected: expected.fillHoles6background },
    ...(inside
      ? [
          { what: "grown, 6", got: grown(6), expected: voxels6 },
          { what: "grown, 26", got: grown(26), expected: voxels26 },
        ]
      : []),
    {
      what: "greatest distance",
      got: distances.reduce((a, b) => Math.max(a, b), 0),
      expected: expected.edtMaxVoxels,
      relative: 1e-6,
    },
    {
      what: "sum of distances",
      got: distances.reduce((a, b) => a + b, 0),
      expected: expected.edtSum,
      relative: 1e-6,
    },
  ];
}
