import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  areaDerivedDiameterMm,
  eccentricityIndex,
  perimeterDerivedDiameterMm,
} from "../../src/geometry/index.js";

const length = fc.double({ min: 0.1, max: 200, noNaN: true });

/** Perimeter of an ellipse with these semi-axes, by the mean of its speed over the angle. */
function ellipsePerimeter(a: number, b: number): number {
  const steps = 4096; // the trapezoid rule converges faster than any power on a period
  let sum = 0;
  for (let i = 0; i < steps; i++) {
    const angle = (2 * Math.PI * i) / steps;
    sum += Math.hypot(a * Math.sin(angle), b * Math.cos(angle));
  }
  return (2 * Math.PI * sum) / steps;
}

describe("areaDerivedDiameterMm and perimeterDerivedDiameterMm", () => {
  it("give a circle its diameter", () => {
    fc.assert(
      fc.property(length, (diameter) => {
        expect(areaDerivedDiameterMm((Math.PI * diameter ** 2) / 4) / diameter).toBeCloseTo(1, 12);
        expect(perimeterDerivedDiameterMm(Math.PI * diameter) / diameter).toBeCloseTo(1, 12);
      }),
    );
  });

  it("give the diameters of an ellipse of 20 by 28 mm", () => {
    // Area-derived: the geometric mean of the axes, √(20 · 28).
    expect(areaDerivedDiameterMm(Math.PI * 10 * 14)).toBeCloseTo(Math.sqrt(560), 12);
    // R 4.2.2: 4*14*integrate(function(t) sqrt(1-(1-100/196)*sin(t)^2), 0, pi/2)$value / pi
    expect(perimeterDerivedDiameterMm(ellipsePerimeter(14, 10))).toBeCloseTo(24.1669580500111, 8);
  });

  it("keep the perimeter-derived diameter at or above the area-derived one", () => {
    fc.assert(
      fc.property(length, length, (a, b) => {
        const byArea = areaDerivedDiameterMm(Math.PI * a * b);
        const byPerimeter = perimeterDerivedDiameterMm(ellipsePerimeter(a, b));
        expect(byPerimeter).toBeGreaterThanOrEqual(byArea * (1 - 1e-9));
      }),
    );
    const square = [areaDerivedDiameterMm(400), perimeterDerivedDiameterMm(80)] as const;
    expect(square[1]).toBeGreaterThan(square[0]);
  });

  it("grow with the section: twice the scale, twice the diameter", () => {
    expect(areaDerivedDiameterMm(4 * 430) / areaDerivedDiameterMm(430)).toBeCloseTo(2, 12);
    expect(perimeterDerivedDiameterMm(2 * 75) / perimeterDerivedDiameterMm(75)).toBeCloseTo(2, 12);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuse %s", (measure) => {
    expect(() => areaDerivedDiameterMm(measure)).toThrow(
      `areaDerivedDiameterMm: needs areaMm2 to be finite and above 0; got ${measure}`,
    );
    expect(() => perimeterDerivedDiameterMm(measure)).toThrow("perimeterMm");
  });
});

describe("eccentricityIndex", () => {
  it("is 0 for a circle and 1 − Dmin/Dmax otherwise", () => {
    expect(eccentricityIndex(23, 23)).toBe(0);
    expect(eccentricityIndex(21, 28)).toBeCloseTo(0.25, 15);
  });

  it("does not depend on the unit and stays within [0, 1)", () => {
    fc.assert(
      fc.property(length, length, (a, b) => {
        const [small, large] = a < b ? [a, b] : [b, a];
        const index = eccentricityIndex(small, large);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThan(1);
        expect(eccentricityIndex(small / 10, large / 10)).toBeCloseTo(index, 12);
      }),
    );
  });

  it("refuses diameters in the wrong order", () => {
    expect(() => eccentricityIndex(28, 21)).toThrow(
      "the smallest diameter first; got 28 and 21 mm",
    );
  });
});
