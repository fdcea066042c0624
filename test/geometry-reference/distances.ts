import { readMesh } from "../../src/geometry/io/read-mesh.js";
import { surfaceDistance, type VertexDistances } from "../../src/geometry/mesh/surface-distance.js";
import { weldMesh } from "../../src/geometry/mesh/weld.js";
import { type Compared, pathOf, type ReferenceFamily } from "./reference.js";

type Numbers = Readonly<
  Record<"n" | "mean" | "rms" | "median" | "p95" | "p99" | "max" | "std", number>
>;

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly aToB: Numbers;
  readonly bToA: Numbers;
  readonly hausdorffVertexBased: number;
  readonly symmetricMean: number;
}

const WITHIN_MM = 1e-5;

/** Distances between surfaces, both ways. */
export const distances: ReferenceFamily = {
  file: "distances.json",
  cases: (json: { readonly pairs: readonly Pair[] }) =>
    json.pairs.map((pair) => ({
      name: `${pair.a} and ${pair.b}`,
      files: [pair.a, pair.b],
      run: () => compare(pair),
    })),
};

function compare(pair: Pair): Compared[] {
  const [a, b] = [pair.a, pair.b].map((key) => weldMesh(readMesh(pathOf(key)).mesh).mesh);
  const got = surfaceDistance(a!, b!);
  return [
    ...compareOneWay("a to b", got.firstToSecond, pair.aToB),
    ...compareOneWay("b to a", got.secondToFirst, pair.bToA),
    near("Hausdorff", got.hausdorffMm, pair.hausdorffVertexBased),
    near("symmetric mean", got.symmetricMeanMm, pair.symmetricMean),
  ];
}

function compareOneWay(way: string, got: VertexDistances, expected: Numbers): Compared[] {
  return [
    { what: `${way}, n`, got: got.n, expected: expected.n },
    near(`${way}, mean`, got.meanMm, expected.mean),
    near(`${way}, sd`, got.sdMm, expected.std),
    near(`${way}, rms`, got.rmsMm, expected.rms),
    near(`${way}, median`, got.medianMm, expected.median),
    near(`${way}, p95`, got.p95Mm, expected.p95),
    near(`${way}, p99`, got.p99Mm, expected.p99),
    near(`${way}, max`, got.maxMm, expected.max),
  ];
}

function near(what: string, got: number, expected: number): Compared {
  return { what, got, expected, absolute: WITHIN_MM };
}
