import { cross, norm, pointAt, subtract, unit, type Vector3 } from "../vector.js";
import type { TriangleMesh } from "./triangle-mesh.js";

/** Centre, unit normal and area of a triangle; the normal of one without area is NaN. */
export function triangleAt(
  { positions, triangles }: TriangleMesh,
  t: number,
): { readonly centre: Vector3; readonly normal: Vector3; readonly areaMm2: number } {
  const [a, b, c] = [0, 1, 2].map((corner) => pointAt(positions, triangles[3 * t + corner]!)) as [
    Vector3,
    Vector3,
    Vector3,
  ];
  const area = cross(subtract(b, a), subtract(c, a));
  return {
    centre: [(a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3, (a[2] + b[2] + c[2]) / 3],
    normal: unit(area),
    areaMm2: norm(area) / 2,
  };
}
