import { describe, expect, it } from "vitest";
import {
  laaCentrelineDepth,
  laaDepth,
  landingZone,
} from "../../../src/geometry/device/laa-depth.js";
import {
  ostiumDimensions,
  ostiumPlane,
  toeWidths,
} from "../../../src/geometry/device/laa-ostium.js";
import type { TriangleMesh } from "../../../src/geometry/mesh/triangle-mesh.js";
import type { Vector3 } from "../../../src/geometry/vector.js";
import { marchingCubes } from "../../../src/geometry/volume/marching-cubes.js";
import { moved } from "../solids.js";
import { floats, gridOf, maskOf, oblique } from "../volume/volumes.js";

const VOXEL = 0.5;
const grid = gridOf([90, 90, 130], { spacing: [VOXEL, VOXEL, VOXEL], origin: [-22, -22, -22] });

/** Above 0 in a ball of 18 mm about (0, 0, 0) (the atrium), in an elliptic rod along z (the appendage), and in a rod beside it. */
function inside(x: number, y: number, z: number): number {
  const atrium = 18 - Math.hypot(x, y, z);
  const appendage = Math.min((1 - Math.hypot(x / 10, y / 7)) * 7, 36 - z, z);
  const vein = Math.min(2 - Math.hypot(x - 17, y), 40 - z, z + 1); // leaves the ball by the side
  return Math.max(atrium, appendage, vein);
}
const volume = floats(grid, (i, j, k) => inside(VOXEL * i - 22, VOXEL * j - 22, VOXEL * k - 22));
const heart: TriangleMesh = marchingCubes(volume, 0);
const rim = Float64Array.from(
  [0, 60, 120, 180, 240, 300].flatMap((deg) => {
    const angle = (deg * Math.PI) / 180;
    return [10 * Math.cos(angle), 7 * Math.sin(angle), 20 + (deg % 120 === 0 ? 0.1 : -0.1)];
  }),
);
const plane = ostiumPlane(rim, [1, 1, 30]);
const ostium = ostiumDimensions(heart, plane);
const line = Float64Array.from({ length: 3 * 80 }, (_, i) =>
  i % 3 === 2 ? -3 + 0.49 * Math.floor(i / 3) : 0,
);

describe("ostiumPlane", () => {
  it("is the nearest to the points, into the appendage", () => {
    plane.origin.forEach((mm, axis) => {
      expect(mm).toBeCloseTo([0, 0, 20][axis]!, 9);
    });
    expect(plane.normal[2]).toBeCloseTo(1, 9);
    expect(plane.rmsMm).toBeCloseTo(0.1, 9);
    expect(plane.maxMm).toBeCloseTo(0.1, 9);
    expect(ostiumPlane(rim, [1, 1, 0]).normal[2]).toBeCloseTo(-1, 9);
    expect(ostiumPlane(rim.slice(0, 9), [1, 1, 90]).maxMm).toBeCloseTo(0, 9);
  });

  it("refuses too few points, points on a line, and points that tell no side", () => {
    expect(() => ostiumPlane(rim.slice(0, 6), [0, 0, 9])).toThrow(
      "ostiumPlane: needs three or more points of x, y and z in a Float64Array; got 6 numbers",
    );
    expect(() => ostiumPlane(Float64Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2), [0, 0, 9])).toThrow(
      "got points on a line",
    );
    expect(() => ostiumPlane(new Float64Array(9), [0, 0, 9])).toThrow("got points on a line");
    expect(() => ostiumPlane(rim, [1, 1, 20.5])).toThrow(
      "needs a point in the appendage at least 1 mm off the plane; got 0.50 mm",
    );
    expect(() =>
      ostiumPlane(Float64Array.of(0, 0, 0, 1, Number.NaN, 1, 2, 2, 2), [0, 0, 9]),
    ).toThrow("needs finite points; point 1 has NaN");
  });
});

describe("ostiumDimensions and toeWidths", () => {
  it("give the axes of the ellipse for CT, of a surface and of a mask", () => {
    expect(ostium.ctMaxMm).toBeCloseTo(20, 0);
    expect(ostium.ctMinMm).toBeCloseTo(14, 0);
    const mask = maskOf(grid, (i, j, k) => volume.voxels[(k * 90 + j) * 90 + i]! >= 0);
    const voxels = ostiumDimensions(mask, plane);
    expect(Math.abs(voxels.planimetry.areaMm2 / (70 * Math.PI) - 1)).toBeLessThan(0.02);
  });

  it("cut through the centre at 0, 45, 90 and 135 degrees from a direction", () => {
    const diagonal = 2 / Math.sqrt(0.5 / 100 + 0.5 / 49);
    const widths = toeWidths(ostium, [1, 0, 0.3], [0, 1, 0]);
    [20, diagonal, 14, diagonal].forEach((mm, i) => {
      expect(Math.abs(widths.widthsMm[i]! - mm)).toBeLessThan(0.1);
    });
    expect(widths.maxAngleDeg).toBe(0);
    expect(widths.maxMm).toBe(widths.widthsMm[0]);
    expect(widths.minMm).toBe(widths.widthsMm[2]);
  });

  it("turn the way that the second direction says", () => {
    const angle = (20 * Math.PI) / 180;
    const zero: Vector3 = [Math.cos(angle), Math.sin(angle), 0];
    const [one, other] = [toeWidths(ostium, zero, [0, 1, 0]), toeWidths(ostium, zero, [0, -1, 0])];
    expect(one.widthsMm[0]).toBeCloseTo(other.widthsMm[0]!, 9);
    expect(one.widthsMm[2]).toBeCloseTo(other.widthsMm[2]!, 9);
    expect(one.widthsMm[1]).toBeCloseTo(other.widthsMm[3]!, 9);
    const at65 =
      2 /
      Math.sqrt(
        Math.cos((65 * Math.PI) / 180) ** 2 / 100 + Math.sin((65 * Math.PI) / 180) ** 2 / 49,
      );
    expect(Math.abs(one.widthsMm[1]! - at65)).toBeLessThan(0.1);
  });

  it("refuse directions that say nothing", () => {
    expect(() => toeWidths(ostium, [0, 0, 1], [0, 1, 0])).toThrow(
      "toeWidths: needs zeroDirection to lie at least 1° off the normal",
    );
    expect(() => toeWidths(ostium, [1, 0, 0], [0, 0, 0])).toThrow("needs ninetyDirection");
    expect(() => toeWidths(ostium, [1, 0, 0], [-2, 0, 1])).toThrow(
      "needs two directions that differ in the plane",
    );
    expect(() => toeWidths(ostium, [Number.NaN, 0, 0], [0, 1, 0])).toThrow("needs zeroDirection");
  });
});

describe("laaDepth, laaCentrelineDepth and landingZone", () => {
  it("take the appendage alone, though a vein reaches farther", () => {
    const { depthMm, tip } = laaDepth(heart, ostium);
    expect(Math.abs(depthMm - 16)).toBeLessThan(0.1);
    expect(Math.hypot(tip[0] / 10, tip[1] / 7)).toBeLessThan(1.05);
  });

  it("measure along the line from where it enters", () => {
    const { depthMm, entry } = laaCentrelineDepth(line, plane);
    expect(depthMm).toBeCloseTo(-3 + 0.49 * 79 - 20, 9);
    expect(entry[2]).toBeCloseTo(20, 9);
  });

  it("cut across the line at the depth of the device", () => {
    const zone = landingZone(heart, line, plane, 10);
    expect(zone.plane.origin[2]).toBeCloseTo(30, 9);
    expect(zone.plane.normal[2]).toBeCloseTo(1, 9);
    expect(Math.abs(zone.planimetry.areaMm2 / (70 * Math.PI) - 1)).toBeLessThan(0.01);
    expect(zone.depthMm).toBe(10);
  });

  it("give the same anywhere in the world", () => {
    const d = oblique();
    const map = (x: number, y: number, z: number): Vector3 => [
      300 + d[0]! * x + d[1]! * y + d[2]! * z,
      -90 + d[3]! * x + d[4]! * y + d[5]! * z,
      d[6]! * x + d[7]! * y + d[8]! * z,
    ];
    const all = (points: Float64Array): Float64Array =>
      moved({ positions: points, triangles: new Uint32Array(0) }, map).positions;
    const there = ostiumPlane(all(rim), map(1, 1, 30));
    const placed = moved(heart, map);
    const moved1 = ostiumDimensions(placed, there);
    expect(moved1.planimetry.areaMm2).toBeCloseTo(ostium.planimetry.areaMm2, 5);
    expect(laaDepth(placed, moved1).depthMm).toBeCloseTo(laaDepth(heart, ostium).depthMm, 6);
    expect(landingZone(placed, all(line), there, 11).planimetry.perimeterMm).toBeCloseTo(
      landingZone(heart, line, plane, 11).planimetry.perimeterMm,
      5,
    );
  });

  it("refuse lines too short, turned round or none, and other surfaces", () => {
    expect(() => landingZone(heart, line, plane, 18)).toThrow(
      "landingZone: needs a centreline of 18 mm beyond the ostium; it ends after 15.7 mm",
    );
    const back = line.map((_, i) => line[line.length - 3 - i + 2 * (i % 3)]!);
    expect(() => laaCentrelineDepth(back, plane)).toThrow(
      "laaCentrelineDepth: needs a centreline from the atrium through the ostium plane into the appendage",
    );
    expect(() => landingZone(heart, line.slice(0, 3), plane, 10)).toThrow(
      "needs a centreline of two or more finite points in a Float64Array; got 3 numbers",
    );
    expect(() => landingZone(heart, line, plane, -1)).toThrow("landingZone: needs depthMm");
    const elsewhere = moved(heart, (x, y, z) => [x + 3, y, z]);
    expect(() => laaDepth(elsewhere, ostium)).toThrow(
      "laaDepth: needs the surface that the ostium was cut from; got another",
    );
  });
});
