import { meshEdges } from "./edges.js";
import { meshMeasures } from "./measures.js";
import type { TriangleMesh } from "./triangle-mesh.js";

/** Size of a surface, for what an act changes in it. */
export interface SurfaceSize {
  readonly areaMm2: number;
  readonly volumeMm3: number; // signed; NaN unless the surface is closed and wound one way
}

/**
 * Area of a surface, and its volume where it encloses one.
 *
 * @throws InvalidInput when it is no mesh
 */
export function surfaceSize(mesh: TriangleMesh): SurfaceSize {
  const { areaMm2, signedVolumeMm3 } = meshMeasures(mesh);
  const edges = meshEdges(mesh.triangles);
  let isClosed = edges.count > 0;
  for (let e = 0; e < edges.count && isClosed; e++) {
    isClosed = 2 * edges.forward[e]! === edges.triangles[e]!; // as often one way as the other
  }
  return { areaMm2, volumeMm3: isClosed ? signedVolumeMm3 : Number.NaN };
}
