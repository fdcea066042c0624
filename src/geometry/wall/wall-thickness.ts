import { joinMeshes, reverseMesh } from "../mesh/closed.js";
import { triangleAt } from "../mesh/triangle-at.js";
import type { TriangleMesh } from "../mesh/triangle-mesh.js";
import { triangleTree } from "../mesh/triangle-tree.js";
import { weightedQuantiles } from "../mesh/weighted-quantiles.js";
import type { Vector3 } from "../vector.js";

/** How thick a wall came out, over the triangles of both its faces weighted by area. */
export interface WallThickness {
  readonly leastMm: number;
  readonly p1Mm: number; // so thick are 99 % of the faces at least
  readonly medianMm: number;
  readonly meanMm: number;
  /** Where it is least, mm. */
  readonly leastAt: Vector3;
}

/**
 * Measures a wall between two closed surfaces.
 *
 * From the centre of each triangle of the outer face the distance to the nearest point of the inner
 * one; from the inner face the way straight through, to where it leaves the wall: where two folds of a
 * lumen run close, that is the lumen again.
 *
 * @param inner - outward
 * @param outer - outward, about the inner
 */
export function wallThickness(inner: TriangleMesh, outer: TriangleMesh): WallThickness {
  const solid = triangleTree(joinMeshes(outer, reverseMesh(inner)));
  const within = triangleTree(inner);
  const ofOuter = outer.triangles.length / 3;
  const count = solid.mesh.triangles.length / 3;
  const thickness = new Float64Array(count);
  const areas = new Float64Array(count);
  let least = 0;
  for (let t = 0; t < count; t++) {
    const { centre, normal, areaMm2 } = triangleAt(solid.mesh, t);
    if (!(areaMm2 > 0)) continue; // its neighbours measure the place
    const found =
      t < ofOuter ? within.closestPoint(centre) : solid.exitOf(centre, opposite(normal));
    if (found === undefined) continue; // the ray left through a seam of two triangles
    thickness[t] = found.distanceMm;
    areas[t] = areaMm2;
    if (areas[least] === 0 || thickness[t]! < thickness[least]!) least = t;
  }
  const [p1Mm, medianMm] = weightedQuantiles(thickness, areas, [0.01, 0.5]) as [number, number];
  let [sum, total] = [0, 0];
  for (let t = 0; t < count; t++) {
    sum += areas[t]! * thickness[t]!;
    total += areas[t]!;
  }
  return {
    leastMm: thickness[least]!,
    p1Mm,
    medianMm,
    meanMm: sum / total,
    leastAt: triangleAt(solid.mesh, least).centre,
  };
}

function opposite([x, y, z]: Vector3): Vector3 {
  return [-x, -y, -z];
}
