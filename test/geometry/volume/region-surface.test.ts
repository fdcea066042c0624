import { describe, expect, it } from "vitest";
import { meshMeasures } from "../../../src/geometry/mesh/measures.js";
import { meshTopology } from "../../../src/geometry/mesh/topology.js";
import { regionGrowing } from "../../../src/geometry/volume/region-growing.js";
import { regionSurface } from "../../../src/geometry/volume/region-surface.js";
import { thresholdMask } from "../../../src/geometry/volume/threshold.js";
import type { Volume } from "../../../src/geometry/volume/volume.js";

const N = 40;

/** Contrast that falls off from the middles of balls by 40 HU a millimetre; voxels of 0.5 mm. */
function balls(centres: readonly (readonly [number, number, number])[]): Volume<Int16Array> {
  const voxels = new Int16Array(N ** 3).fill(-1000);
  for (let at = 0; at < voxels.length; at++) {
    const point = [at % N, Math.floor(at / N) % N, Math.floor(at / N ** 2)].map((i) => i / 2);
    for (const centre of centres) {
      const away = Math.hypot(...point.map((value, axis) => value - centre[axis]!));
      voxels[at] = Math.max(voxels[at]!, Math.round(400 - 40 * away));
    }
  }
  return {
    dims: [N, N, N],
    spacing: [0.5, 0.5, 0.5],
    origin: [0, 0, 0],
    direction: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
    voxels,
  };
}

describe("regionSurface", () => {
  it("lies where the image crosses the threshold, between voxels", () => {
    const volume = balls([[10, 10, 10]]);
    const mesh = regionSurface(volume, 200, 3000, thresholdMask(volume, 200, 3000));
    const radius = (400 - 199.5) / 40;
    const ball = (4 / 3) * Math.PI * radius ** 3;
    expect(Math.abs(meshMeasures(mesh).signedVolumeMm3 / ball - 1)).toBeLessThan(0.01);
    expect(meshTopology(mesh)).toMatchObject({ isWatertight: true, genus: 0 });
  });

  it("leaves out what of the image lies between the thresholds but not in the region", () => {
    const volume = balls([
      [6, 10, 10],
      [15, 10, 10],
    ]);
    const region = regionGrowing(volume, 240, 3000, [[12, 20, 20]], 6);
    const mesh = regionSurface(volume, 240, 3000, region);
    expect(meshTopology(mesh)).toMatchObject({ componentsByEdge: 1, isWatertight: true });
    expect(meshMeasures(mesh).bounds.max[0]).toBeLessThan(10.1);
  });

  it("closes at the border of the volume, and bounds bands from both sides", () => {
    const volume = balls([[0, 10, 10]]);
    const mask = thresholdMask(volume, 200, 300);
    const mesh = regionSurface(volume, 200, 300, mask);
    expect(meshTopology(mesh)).toMatchObject({ isWatertight: true, isConsistentlyWound: true });
    const half = (r: number): number => (2 / 3) * Math.PI * r ** 3;
    const shell = half(200.5 / 40) - half(99.5 / 40);
    expect(Math.abs(meshMeasures(mesh).signedVolumeMm3 / shell - 1)).toBeLessThan(0.08); // half a voxel of border
  });

  it("takes images of single precision, whose values may be the threshold's", () => {
    const whole = balls([[10, 10, 10]]);
    const volume = { ...whole, voxels: Float32Array.from(whole.voxels) };
    for (const upper of [3000, Number.POSITIVE_INFINITY]) {
      const mesh = regionSurface(volume, 200, upper, thresholdMask(volume, 200, upper));
      expect(meshTopology(mesh).isWatertight).toBe(true);
    }
  });

  it("is empty for an empty region, and refuses masks of another volume", () => {
    const volume = balls([[10, 10, 10]]);
    const none = thresholdMask(volume, 2000, 3000);
    expect(regionSurface(volume, 2000, 3000, none).triangles.length).toBe(0);
    const other = { ...none, dims: [N, N, 2] as const, voxels: new Uint8Array(2 * N * N) };
    expect(() => regionSurface(volume, 0, 1, other)).toThrow(
      "needs a mask of 40 × 40 × 40 voxels; got 40 × 40 × 2",
    );
  });
});
