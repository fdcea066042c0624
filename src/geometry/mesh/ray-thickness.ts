import { dot, type Vector3 } from "../vector.js";
import { checkClosed } from "./closed.js";
import { triangleAt } from "./triangle-at.js";
import type { TriangleMesh } from "./triangle-mesh.js";
import { triangleTree } from "./triangle-tree.js";
import { weightedQuantiles } from "./weighted-quantiles.js";

/** How thick a solid is under its surface, quantiles by area. */
export interface RayThickness {
  readonly leastMm: number;
  readonly leastAt: Vector3; // mm, where on the surface
  readonly p1Mm: number; // a hundredth of the surface has less beneath it
  readonly p5Mm: number;
  readonly medianMm: number;
  readonly samples: number; // triangles that were asked
}

/** Cosine of 45°: faces that lean more to each other meet in an edge and are no two sides of a wall. */
const LEAST_OPPOSITE = Math.SQRT1_2;

/**
 * Thickness of a solid: from the centre of each triangle straight inwards to where the ray leaves the
 * solid again, where that face leans by at most 45° to the first: about an edge of 90° there is no wall. At
 * an edge sharper than 45° the thickness goes to 0, so the quantiles say more than the least.
 *
 * @param options.mostSamples - of more triangles every second, third, … is asked; 200,000
 * @throws InvalidInput unless the mesh is closed and wound one way
 */
export function rayThickness(
  mesh: TriangleMesh,
  { mostSamples = 200_000 }: { mostSamples?: number } = {},
): RayThickness {
  checkClosed("rayThickness", mesh);
  const tree = triangleTree(mesh);
  const every = Math.max(1, Math.ceil(mesh.triangles.length / 3 / mostSamples));
  const samples = Math.ceil(mesh.triangles.length / 3 / every);
  const values = new Float64Array(samples);
  const areas = new Float64Array(samples);
  let least = -1;
  for (let i = 0; i < samples; i++) {
    const { centre, normal, areaMm2 } = triangleAt(mesh, i * every);
    if (!(areaMm2 > 0)) continue;
    const inwards: Vector3 = [-normal[0], -normal[1], -normal[2]];
    const exit = tree.exitOf(centre, inwards);
    if (exit === undefined) continue; // between two triangles, by rounding
    if (!(dot(triangleAt(mesh, exit.triangle).normal, inwards) > LEAST_OPPOSITE)) continue;
    values[i] = exit.distanceMm;
    areas[i] = areaMm2;
    if (least < 0 || values[i]! < values[least]!) least = i;
  }
  const [p1Mm, p5Mm, medianMm] = weightedQuantiles(values, areas, [0.01, 0.05, 0.5]) as [
    number,
    number,
    number,
  ];
  return {
    leastMm: least < 0 ? Number.NaN : values[least]!,
    leastAt:
      least < 0 ? [Number.NaN, Number.NaN, Number.NaN] : triangleAt(mesh, least * every).centre,
    p1Mm,
    p5Mm,
    medianMm,
    samples,
  };
}
