import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Centreline, centreline } from "../../../src/geometry/centreline/centreline.js";
import { centrelineSection, planeAcross } from "../../../src/geometry/centreline/sections.js";
import { joinMeshes } from "../../../src/geometry/mesh/closed.js";
import { capEnds } from "../../../src/geometry/mesh/open-ends.js";
import { distance, pointAt, type Vector3 } from "../../../src/geometry/vector.js";
import { insideOut, moved, sphere } from "../solids.js";
import { arcTube, straightTube } from "../tubes.js";

const arc = arcTube(20, 4, 2, 60);
const taper = straightTube((share) => 5 - 2 * share, 30, 60);

function lastPoint({ points }: Centreline): Vector3 {
  return pointAt(points, points.length / 3 - 1);
}

describe("centreline", () => {
  it("runs through the middle of a tapering tube from one open end to the other", () => {
    const line = centreline(taper, "open-ends");
    expect(line.lengthMm).toBeCloseTo(30, 3);
    expect(line.issues).toEqual([]);
    const slope = Math.cos(Math.atan(2 / 30)); // the nearest wall point lies a little upstream
    for (let i = 3; i + 3 < line.radiusMm.length; i++) {
      const [x, y, z] = pointAt(line.points, i);
      expect(Math.hypot(x, y)).toBeLessThan(0.02);
      expect(line.radiusMm[i]! / ((5 - (2 * z) / 30) * slope)).toBeCloseTo(1, 2);
      expect(line.tangents[3 * i + 2]).toBeCloseTo(1, 4);
      expect(line.curvaturePerMm[i]).toBeLessThan(0.002);
      expect(line.torsionPerMm[i]).toBeNaN();
    }
    expect(pointAt(line.points, 0)).toEqual([expect.closeTo(0, 9), expect.closeTo(0, 9), 0]);
  });

  it("has the length, radius and curvature of a bent tube, open or closed", () => {
    const [start, end]: Vector3[] = [
      [20, 0, 0],
      [20 * Math.cos(2), 20 * Math.sin(2), 0],
    ];
    for (const line of [
      centreline(arc, { start: start!, end: end! }),
      centreline(capEnds(arc).mesh, { start: start!, end: end! }),
    ]) {
      expect(line.lengthMm / 40).toBeCloseTo(1, 2);
      expect(distance(lastPoint(line), end!)).toBeLessThan(1e-9);
      const middle = line.arcLengthMm.findIndex((s) => s > 20);
      expect(line.radiusMm[middle]! / 4).toBeCloseTo(1, 2);
      expect(line.curvaturePerMm[middle]! * 20).toBeCloseTo(1, 1);
    }
  });

  it("ends with a sphere that touches a closed end, and sees none at an open one", () => {
    const ends = { start: [20, 0, 0], end: [20 * Math.cos(2), 20 * Math.sin(2), 0] } as const;
    expect(centreline(capEnds(arc).mesh, ends).radiusMm[0]).toBeCloseTo(0, 9);
    expect(centreline(arc, ends).radiusMm[0]! / 4).toBeCloseTo(1, 1);
  });

  it("moves with the lumen, and runs back the other way", () => {
    const here = centreline(arc, "open-ends");
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        fc.integer({ min: -200, max: 200 }),
        (angle, shift) => {
          const [c, s] = [Math.cos(angle), Math.sin(angle)];
          const map = (x: number, y: number, z: number): Vector3 => [
            c * x - s * z + shift,
            y - shift,
            s * x + c * z,
          ];
          const ends = { start: lastPoint(here), end: pointAt(here.points, 0) };
          const there = centreline(moved(arc, map), {
            start: map(...ends.start),
            end: map(...ends.end),
          });
          expect(there.lengthMm / here.lengthMm).toBeCloseTo(1, 3);
          const middle = here.radiusMm.length >> 1;
          const opposite = map(...pointAt(here.points, middle));
          const nearest = Math.min(
            ...Array.from(there.radiusMm, (_, i) => distance(pointAt(there.points, i), opposite)),
          );
          expect(nearest).toBeLessThan(0.45); // half a step and what facets leave open
        },
      ),
      { seed: 11, numRuns: 4 },
    );
  });

  it("takes a lumen with normals that point inwards", () => {
    expect(centreline(insideOut(taper), "open-ends").lengthMm).toBeCloseTo(30, 3);
  });

  it("refuses ends that are none, with what it found", () => {
    expect(() => centreline(sphere(5, 10), "open-ends")).toThrow(
      "centreline: needs start and end points: the surface is closed",
    );
    const two = joinMeshes(
      taper,
      moved(taper, (x, y, z) => [x + 20, y, z]),
    );
    expect(() => centreline(two, "open-ends")).toThrow(/two openings; got 4: \(.*\), \(.*\)/);
    const inOne = { start: [0, 0, 5], end: [0, 90, 5] } as const;
    expect(() => centreline(taper, inOne)).toThrow(
      /needs the end within the lumen; \(0, 90, 5\) lies more than .* mm outside/,
    );
    const across = { start: [0, 0, 5], end: [20, 0, 5] } as const;
    expect(() => centreline(two, across)).toThrow("no way leads from start to end");
    expect(() => centreline(taper, "open-ends", { stepMm: 0 })).toThrow(
      "centreline: needs stepMm above 0; got 0",
    );
  });
});

describe("centrelineSection", () => {
  const line = centreline(arc, "open-ends");

  it("cuts across the line and measures the contour about it", () => {
    const section = centrelineSection(arc, line, 20);
    expect(section.planimetry!.areaDerivedDiameterMm / 8).toBeCloseTo(1, 2);
    expect(section.planimetry!.eccentricityIndex).toBeLessThan(0.02);
    const { origin } = section.plane;
    expect(Math.hypot(origin[0], origin[1])).toBeCloseTo(20, 1);
  });

  it("takes the limb that the line runs in, not the other one", () => {
    const bent = arcTube(12, 3, Math.PI, 60);
    const way = centreline(bent, "open-ends");
    const section = centrelineSection(bent, way, 2); // the plane meets the other limb, too
    expect(section.planimetry!.areaMm2 / (Math.PI * 9)).toBeCloseTo(1, 1);
  });

  it("has no contour where none closes about the line", () => {
    const tilted = { ...line, tangents: line.tangents.slice() };
    tilted.tangents.set([0.8, 0.6, 0], 0);
    expect(centrelineSection(arc, tilted, 0).contour).toBeUndefined();
  });

  it("refuses a place beyond the line", () => {
    expect(() => planeAcross(line, 41)).toThrow(/^planeAcross: needs a place on the line of 39\.9/);
    expect(() => planeAcross(line, Number.NaN)).toThrow("got NaN");
  });
});
