import { quantile } from "../../numeric/index.js";
import { distancesTo } from "./signed-distance.js";
import type { TriangleMesh } from "./triangle-mesh.js";
import { triangleTree } from "./triangle-tree.js";

/** Distances of the vertices of one surface to another, mm. */
export interface VertexDistances {
  readonly n: number;
  readonly distancesMm: Float64Array; // (n)
  readonly meanMm: number;
  readonly sdMm: number; // divisor n
  readonly rmsMm: number;
  readonly medianMm: number;
  readonly p95Mm: number; // by linear interpolation
  readonly p99Mm: number;
  readonly maxMm: number;
}

/** Distances between two surfaces, both ways. */
export interface SurfaceDistance {
  readonly firstToSecond: VertexDistances;
  readonly secondToFirst: VertexDistances;
  readonly symmetricMeanMm: number; // over the vertices of both
  readonly hausdorffMm: number; // the larger of the two maxima
}

/**
 * Distance of two surfaces: from each vertex of one to the nearest point of the other, both ways.
 *
 * The vertices stand for the surface, so mesh it finely where that matters.
 *
 * @throws InvalidInput when one is no mesh or has no triangle
 */
export function surfaceDistance(first: TriangleMesh, second: TriangleMesh): SurfaceDistance {
  const [one, two] = [triangleTree(first), triangleTree(second)];
  const firstToSecond = vertexDistances(distancesTo(two, first.positions));
  const secondToFirst = vertexDistances(distancesTo(one, second.positions));
  return {
    firstToSecond,
    secondToFirst,
    symmetricMeanMm:
      (firstToSecond.n * firstToSecond.meanMm + secondToFirst.n * secondToFirst.meanMm) /
      (firstToSecond.n + secondToFirst.n),
    hausdorffMm: Math.max(firstToSecond.maxMm, secondToFirst.maxMm),
  };
}

function vertexDistances(distancesMm: Float64Array): VertexDistances {
  const n = distancesMm.length;
  let [sum, squares, max] = [0, 0, 0];
  for (const distance of distancesMm) {
    sum += distance;
    squares += distance * distance;
    max = Math.max(max, distance);
  }
  const mean = sum / n;
  let spread = 0;
  for (const distance of distancesMm) spread += (distance - mean) ** 2;
  return {
    n,
    distancesMm,
    meanMm: mean,
    sdMm: Math.sqrt(spread / n),
    rmsMm: Math.sqrt(squares / n),
    medianMm: quantile(distancesMm, 0.5),
    p95Mm: quantile(distancesMm, 0.95),
    p99Mm: quantile(distancesMm, 0.99),
    maxMm: max,
  };
}
