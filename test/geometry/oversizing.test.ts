import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  areaDerivedDiameterMm,
  coverIndex,
  deviceCompression,
  oversizingByArea,
  oversizingByDiameter,
  oversizingByPerimeter,
  perimeterDerivedDiameterMm,
  sizeMismatchMm,
} from "../../src/geometry/index.js";

const diameter = fc.double({ min: 5, max: 60, noNaN: true });

describe("oversizing", () => {
  it("is the excess of the prosthesis over the native annulus", () => {
    expect(oversizingByDiameter(26, 23)).toBeCloseTo(3 / 23, 15);
    expect(oversizingByPerimeter(81.7, 72.3)).toBeCloseTo(9.4 / 72.3, 14);
    expect(oversizingByArea(531, 430)).toBeCloseTo(101 / 430, 15);
    expect(oversizingByDiameter(23, 26)).toBeLessThan(0);
    expect(oversizingByDiameter(23, 23)).toBe(0);
  });

  it("is of circles the same by perimeter as by diameter, and (1 + o)² − 1 by area", () => {
    fc.assert(
      fc.property(diameter, diameter, (prosthesis, native) => {
        const byDiameter = oversizingByDiameter(prosthesis, native);
        const byPerimeter = oversizingByPerimeter(Math.PI * prosthesis, Math.PI * native);
        const byArea = oversizingByArea(prosthesis ** 2, native ** 2);
        expect(byPerimeter).toBeCloseTo(byDiameter, 10);
        expect(byArea).toBeCloseTo((1 + byDiameter) ** 2 - 1, 9);
      }),
    );
  });

  it("is larger by the area-derived than by the perimeter-derived diameter of an oval annulus", () => {
    // A square of 20 mm: area 400 mm², perimeter 80 mm.
    const byArea = oversizingByDiameter(26, areaDerivedDiameterMm(400));
    const byPerimeter = oversizingByDiameter(26, perimeterDerivedDiameterMm(80));
    expect(byArea).toBeGreaterThan(byPerimeter);
  });
});

describe("coverIndex", () => {
  it("is oversizing o over the prosthesis instead of the annulus, o/(1 + o)", () => {
    expect(coverIndex(26, 23)).toBeCloseTo(3 / 26, 15);
    fc.assert(
      fc.property(diameter, diameter, (prosthesis, annulus) => {
        const o = oversizingByDiameter(prosthesis, annulus);
        expect(coverIndex(prosthesis, annulus)).toBeCloseTo(o / (1 + o), 10);
      }),
    );
  });
});

describe("deviceCompression", () => {
  it("gives the deployed diameters of the Watchman chart their 8 to 20 %", () => {
    // datasets/device-charts/watchman.csv: 24 mm, deployed 19.2 to 22.1 mm
    expect(deviceCompression(24, 19.2)).toBeCloseTo(0.2, 12);
    expect(deviceCompression(24, 22.1)).toBeCloseTo(0.079, 3);
    expect(deviceCompression(24, 24)).toBe(0);
    expect(deviceCompression(24, 25)).toBeLessThan(0);
  });
});

describe("sizeMismatchMm", () => {
  it("is the predicted minus the implanted size, patient by patient", () => {
    const predicted = [24, 27, 21];
    expect(sizeMismatchMm(predicted, [21, 27, 24])).toEqual(Float64Array.of(3, 0, -3));
    expect(predicted).toEqual([24, 27, 21]);
    expect(sizeMismatchMm([], [])).toHaveLength(0);
  });

  it("refuses what are no pairs of sizes, naming the patient", () => {
    expect(() => sizeMismatchMm([24], [24, 27])).toThrow("needs pairs; got 1 and 2 sizes");
    expect(() => sizeMismatchMm([24, 27], [24, Number.NaN])).toThrow("implanted size 2");
  });
});

describe("every index", () => {
  it.each([
    ["oversizingByDiameter", oversizingByDiameter],
    ["oversizingByPerimeter", oversizingByPerimeter],
    ["oversizingByArea", oversizingByArea],
    ["coverIndex", coverIndex],
    ["deviceCompression", deviceCompression],
  ])("refuses what no body measures: %s", (name, index) => {
    for (const bad of [0, -23, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => index(bad, 23)).toThrow(new RegExp(`^${name}: needs .* above 0; got ${bad}$`));
      expect(() => index(23, bad)).toThrow(`${name}: needs`);
    }
  });

  it("does not depend on the unit of length", () => {
    for (const index of [oversizingByDiameter, coverIndex, deviceCompression]) {
      expect(index(2.6, 2.3)).toBeCloseTo(index(26, 23), 12);
    }
  });
});
