import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  centroidChordMm,
  contourInPlane,
  planimetry,
} from "../../../src/geometry/device/planimetry.js";
import { cutMesh } from "../../../src/geometry/mesh/cut.js";
import { box } from "../solids.js";

/** An ellipse of many corners about a centre, turned. */
function ellipse(
  a: number,
  b: number,
  turnDeg = 0,
  [cx, cy] = [0, 0],
  corners = 3600,
): Float64Array {
  const turn = (turnDeg * Math.PI) / 180;
  const points = new Float64Array(2 * corners);
  for (let i = 0; i < corners; i++) {
    const t = (2 * Math.PI * i) / corners;
    const [x, y] = [a * Math.cos(t), b * Math.sin(t)];
    points[2 * i] = cx! + x * Math.cos(turn) - y * Math.sin(turn);
    points[2 * i + 1] = cy! + x * Math.sin(turn) + y * Math.cos(turn);
  }
  return points;
}
const reversed = (points: Float64Array): Float64Array =>
  Float64Array.from(
    Array.from({ length: points.length / 2 }, (_, i) => [
      points[points.length - 2 * i - 2]!,
      points[points.length - 2 * i - 1]!,
    ]).flat(),
  );

describe("planimetry", () => {
  it("measures a rectangle of 3 by 4 by hand", () => {
    const got = planimetry(Float64Array.of(0, 0, 4, 0, 4, 3, 0, 3));
    expect(got).toMatchObject({
      areaMm2: 12,
      perimeterMm: 14,
      centroid: [2, 1.5],
      feretMaxMm: 5,
      feretMinMm: 3,
      convexHullAreaMm2: 12,
    });
    expect(got.areaDerivedDiameterMm).toBeCloseTo(2 * Math.sqrt(12 / Math.PI), 12);
    expect(got.perimeterDerivedDiameterMm).toBeCloseTo(14 / Math.PI, 12);
    expect(got.eccentricityIndex).toBeCloseTo(0.4, 12);
    expect(got.ellipseMajorMm).toBeCloseTo(4 * (4 / Math.sqrt(12)), 12); // 4 √(a²/12)
    expect(got.ellipseMinorMm).toBeCloseTo(4 * (3 / Math.sqrt(12)), 12);
    expect(got.centroidChordMinMm).toBeCloseTo(3, 12);
  });

  it("gives an ellipse its axes, whatever they are called", () => {
    const got = planimetry(ellipse(14, 10, 30, [100, -50]));
    for (const key of ["feretMaxMm", "ellipseMajorMm", "centroidChordMaxMm"] as const) {
      expect(got[key]).toBeCloseTo(28, 3);
    }
    for (const key of [
      "feretMinMm",
      "ellipseMinorMm",
      "centroidChordMinMm",
      "widthPerpendicularToFeretMaxMm",
    ] as const) {
      expect(got[key]).toBeCloseTo(20, 3);
    }
    expect(got.areaMm2).toBeCloseTo(140 * Math.PI, 2);
    expect(got.feretMaxDirectionDeg).toBeCloseTo(30, 1);
    expect(got.centroid[0]).toBeCloseTo(100, 9);
  });

  it("has a perimeter-derived diameter of at least the area-derived one", () => {
    const radius = fc.double({ min: 1, max: 20, noNaN: true });
    fc.assert(
      fc.property(fc.array(radius, { minLength: 3, maxLength: 40 }), (radii) => {
        const points = Float64Array.from(
          radii.flatMap((r, i) => {
            const t = (2 * Math.PI * i) / radii.length;
            return [r * Math.cos(t), r * Math.sin(t)];
          }),
        );
        const got = planimetry(points);
        expect(got.perimeterDerivedDiameterMm).toBeGreaterThanOrEqual(got.areaDerivedDiameterMm);
        expect(got.feretMaxMm).toBeGreaterThanOrEqual(got.feretMinMm);
        expect(got.convexHullAreaMm2).toBeGreaterThanOrEqual(got.areaMm2 - 1e-9);
      }),
      { numRuns: 200, seed: 9 },
    );
  });

  it("does not depend on direction, first point or place, and scales as it must", () => {
    const points = ellipse(9, 4, 20, [3, 1], 60);
    const [there, back] = [planimetry(points), planimetry(reversed(points))];
    expect(back.areaMm2).toBeCloseTo(there.areaMm2, 9);
    expect(back.ellipseMajorMm).toBeCloseTo(there.ellipseMajorMm, 9);
    const far = planimetry(points.map((v) => 3 * v + 1e6));
    expect(far.areaMm2 / there.areaMm2).toBeCloseTo(9, 6);
    expect(far.feretMinMm / there.feretMinMm).toBeCloseTo(3, 6);
    expect(far.ellipseMinorMm / there.ellipseMinorMm).toBeCloseTo(3, 5);
  });

  it.each([
    [Float64Array.of(0, 0, 1, 1), "planimetry: needs at least three points of x and y"],
    [Float64Array.of(0, 0, 1, 1, 2, 2), "needs a contour with an area"],
    [Float64Array.of(0, 0, 1, Number.NaN, 2, 2), "needs finite points; point 1 has NaN"],
    [[0, 0, 1, 0, 1, 1] as unknown as Float64Array, "in a Float64Array"],
  ])("refuses %j", (points, message) => {
    expect(() => planimetry(points)).toThrow(message);
  });
});

describe("centroidChordMm", () => {
  it("is the width through a point in a direction, and none beside the contour", () => {
    const square = Float64Array.of(0, 0, 4, 0, 4, 4, 0, 4);
    expect(centroidChordMm(square, [2, 2], 0)).toBeCloseTo(4, 12);
    expect(centroidChordMm(square, [2, 2], 45)).toBeCloseTo(4 * Math.SQRT2, 9);
    expect(centroidChordMm(square, [2, 9], 0)).toBeNaN();
  });
});

describe("contourInPlane", () => {
  it("lays a section into its plane, seen from the tip of the normal", () => {
    const plane = { origin: [0, 0, 1], normal: [0, 0, 5] } as const;
    const [contour] = cutMesh(box([2, 3, 4]), plane);
    const flat = contourInPlane(contour!, plane);
    expect(planimetry(flat).areaMm2).toBeCloseTo(6, 12);
    let double = 0;
    for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
      double += flat[j]! * flat[i + 1]! - flat[i]! * flat[j + 1]!;
    }
    expect(double).toBeCloseTo(12, 12); // anticlockwise
  });
});
