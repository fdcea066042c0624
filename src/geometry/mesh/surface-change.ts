import { type SurfaceDistance, surfaceDistance } from "./surface-distance.js";
import { surfaceSize } from "./surface-size.js";
import type { TriangleMesh } from "./triangle-mesh.js";

/** What an act on a surface changed. */
export interface SurfaceChange {
  readonly areaChangeMm2: number;
  readonly volumeChangeMm3: number; // NaN where the surface is not closed
  readonly volumeChangePercent: number; // of the volume before
  readonly distance: SurfaceDistance; // first: before, second: after
}

/**
 * What changed from one surface to another.
 *
 * @throws InvalidInput when one is no mesh or has no triangle
 */
export function surfaceChange(before: TriangleMesh, after: TriangleMesh): SurfaceChange {
  const [first, second] = [surfaceSize(before), surfaceSize(after)];
  const volumeChangeMm3 = second.volumeMm3 - first.volumeMm3;
  return {
    areaChangeMm2: second.areaMm2 - first.areaMm2,
    volumeChangeMm3,
    volumeChangePercent: (100 * volumeChangeMm3) / Math.abs(first.volumeMm3),
    distance: surfaceDistance(before, after),
  };
}
