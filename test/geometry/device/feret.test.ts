import { describe, expect, it } from "vitest";
import { convexHull } from "../../../src/geometry/device/convex-hull.js";
import { feretDiameters } from "../../../src/geometry/device/feret.js";

describe("feretDiameters", () => {
  it("measures a rectangle of 3 by 4 by hand", () => {
    const got = feretDiameters(Float64Array.of(0, 0, 4, 0, 4, 3, 0, 3));
    expect(got.maxMm).toBe(5);
    expect(got.minMm).toBe(3);
    expect(got.maxDirectionDeg).toBeCloseTo((Math.atan2(3, 4) * 180) / Math.PI, 12);
    expect(got.perpendicularMm).toBeCloseTo((2 * 12) / 5, 12);
  });

  it("gives an equilateral triangle its height as the least width", () => {
    const h = Math.sqrt(3) / 2;
    const got = feretDiameters(Float64Array.of(0, 0, 1, 0, 0.5, h));
    expect(got.maxMm).toBeCloseTo(1, 12);
    expect(got.minMm).toBeCloseTo(h, 12);
    expect(got.perpendicularMm).toBeCloseTo(h, 12);
  });

  it("keeps directions between 0 and 180 degrees when the polygon turns", () => {
    for (let degrees = 0; degrees < 360; degrees += 7) {
      const a = (degrees * Math.PI) / 180;
      const corners = [
        [0, 0],
        [9, 0],
        [9, 1],
        [0, 1],
      ].flatMap(([x, y]) => [
        x! * Math.cos(a) - y! * Math.sin(a),
        x! * Math.sin(a) + y! * Math.cos(a),
      ]);
      const got = feretDiameters(convexHull(Float64Array.from(corners)));
      expect(got.maxMm).toBeCloseTo(Math.sqrt(82), 9);
      expect(got.minMm).toBeCloseTo(1, 9);
      expect(got.maxDirectionDeg).toBeGreaterThanOrEqual(0);
      expect(got.maxDirectionDeg).toBeLessThan(180);
    }
  });

  it("has no width for a line, and nothing for a point", () => {
    expect(feretDiameters(Float64Array.of(0, 0, 0, 2))).toMatchObject({
      maxMm: 2,
      minMm: 0,
      perpendicularMm: 0,
      maxDirectionDeg: 90,
    });
    expect(feretDiameters(Float64Array.of(1, 1))).toMatchObject({ maxMm: 0, minMm: 0 });
  });
});
