import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { planimetry } from "../../../src/geometry/device/planimetry.js";
import { type SizingChart, sizeDevice, sizeMismatch } from "../../../src/geometry/device/sizing.js";
import {
  type DeviceFit,
  deviceFit,
  type SizingBasis,
} from "../../../src/geometry/device/sizing-basis.js";

/** A chart of the project, two of its columns being the range. */
function chart(
  file: string,
  basis: SizingBasis,
  column: number,
  sharedEdge: "larger" | "smaller" = "larger",
): SizingChart {
  const [, ...lines] = readFileSync(`datasets/device-charts/${file}.csv`, "utf8")
    .trimEnd()
    .split("\n");
  const cells = lines.map((line) => line.split(","));
  const rows = cells.map((row) => ({
    sizeMm: Number(row[1]),
    from: Number(row[column]),
    to: Number(row[column + 1]),
  }));
  return { device: cells[0]![0]!, basis, sharedEdge, rows };
}

const amulet = chart("amulet", "mean-diameter", 2);
const evolut = chart("evolut-pro-plus", "perimeter", 4);
const watchman = chart("watchman", "max-diameter", 2);

function ellipse(a: number, b: number): Float64Array {
  return Float64Array.from({ length: 2000 }, (_, i) => {
    const angle = (2 * Math.PI * (i >> 1)) / 1000;
    return i & 1 ? b * Math.sin(angle) : a * Math.cos(angle);
  });
}

describe("sizeDevice", () => {
  it("names the size of each range, an edge that two share as the chart says", () => {
    expect(sizeDevice(12, amulet)).toMatchObject({
      sizeMm: 16,
      basis: "mean-diameter",
      unit: "mm",
      measured: 12,
    });
    expect(sizeDevice(13, amulet).sizeMm).toBe(18);
    expect(sizeDevice(13, { ...amulet, sharedEdge: "smaller" }).sizeMm).toBe(16);
    expect(sizeDevice(11, amulet).sizeMm).toBe(16);
    expect(sizeDevice(31, amulet).sizeMm).toBe(34);
    expect(sizeDevice(11, { ...amulet, sharedEdge: "smaller" }).sizeMm).toBe(16);
    expect(sizeDevice(72.3, evolut).sizeMm).toBe(29);
  });

  it("takes the chart's own measure of a section", () => {
    const section = planimetry(ellipse(13, 10));
    expect(sizeDevice(section, amulet).measured).toBeCloseTo(23, 4);
    expect(sizeDevice(section, amulet).sizeMm).toBe(28);
    expect(sizeDevice(section, evolut)).toMatchObject({ sizeMm: 29, basis: "perimeter" });
    expect(sizeDevice(section, evolut).measured).toBeCloseTo(72.56, 2);
  });

  it("names no one size where ranges overlap and several fit", () => {
    const both = sizeDevice(19.25, watchman);
    expect(both.fits.map(({ sizeMm }) => sizeMm)).toEqual([21, 24]);
    expect(both.sizeMm).toBeNaN();
    expect(both.note).toBe("several-sizes");
    expect(sizeDevice(18, watchman)).not.toHaveProperty("note");
  });

  it("refuses what lies outside the chart, naming the nearest size", () => {
    expect(() => sizeDevice(32, amulet)).toThrow(
      "sizeDevice: needs a measure that the chart of the Amplatzer Amulet holds; mean-diameter 32 mm lies above its 31 mm, nearest to size 34 mm (28 to 31 mm)",
    );
    expect(() => sizeDevice(10.9, amulet)).toThrow("lies below its 11 mm, nearest to size 16 mm");
    const gaps: SizingChart = {
      ...amulet,
      rows: [
        { sizeMm: 20, from: 10, to: 14 },
        { sizeMm: 25, from: 16, to: 19 },
      ],
    };
    expect(() => sizeDevice(15.5, gaps)).toThrow(
      "mean-diameter 15.5 mm lies between two ranges, nearest to size 25 mm (16 to 19 mm)",
    );
    expect(() => sizeDevice(Number.NaN, amulet)).toThrow(
      "sizeDevice: needs mean-diameter to be finite and above 0; got NaN",
    );
    expect(() => sizeDevice(-3, amulet)).toThrow("got -3");
  });

  it("asks about slips of units and of measures", () => {
    const code = (value: number, of: SizingChart): unknown => {
      try {
        return sizeDevice(value, of);
      } catch (error) {
        return [(error as { code: string }).code, (error as Error).message.split(": ").at(-1)];
      }
    };
    expect(code(2.2, amulet)).toEqual(["unit_slip", "is it 2.2 cm?"]);
    expect(code(23, evolut)).toEqual(["unit_slip", "is it a diameter?"]);
    expect(code(72, watchman)).toEqual(["unit_slip", "is it a perimeter?"]);
    const areas: SizingChart = {
      ...evolut,
      basis: "area",
      rows: [{ sizeMm: 26, from: 338, to: 430 }],
    };
    expect(code(4.1, areas)).toEqual(["unit_slip", "is it 4.1 cm²?"]);
    expect(code(23, areas)).toEqual(["unit_slip", "is it a diameter?"]);
    expect((code(32, amulet) as string[])[0]).toBe("outside_chart");
  });

  it("refuses charts out of order", () => {
    const backwards = { ...amulet, rows: amulet.rows.toReversed() };
    expect(() => sizeDevice(12, backwards)).toThrow(
      "needs a chart of rising sizes and ranges; row 2 of the Amplatzer Amulet is 31 mm, 25 to 28",
    );
    expect(() => sizeDevice(12, { ...amulet, rows: [] })).toThrow(
      "needs rows in the chart of the Amplatzer Amulet; got none",
    );
    expect(() => sizeDevice(12, { ...amulet, sharedEdge: "both" as "larger" })).toThrow(
      'needs shared edges to belong to the "larger" or "smaller" size; got "both"',
    );
    expect(() => sizeDevice(12, { ...amulet, rows: [{ sizeMm: 20, from: 14, to: 10 }] })).toThrow(
      "row 1",
    );
  });
});

describe("sizeMismatch", () => {
  it("is the predicted size less the implanted one, with the sizes between", () => {
    const sizing = sizeDevice(26, amulet);
    expect(sizeMismatch(sizing, 25, amulet)).toEqual({
      basis: "mean-diameter",
      predictedMm: 31,
      implantedMm: 25,
      mismatchMm: 6,
      sizes: 2,
    });
    expect(sizeMismatch(sizing, 34, amulet)).toMatchObject({ mismatchMm: -3, sizes: -1 });
  });

  it("refuses sizes that no such device has", () => {
    expect(() => sizeMismatch(sizeDevice(26, amulet), 24, amulet)).toThrow(
      "sizeMismatch: needs sizes of the Amplatzer Amulet (16, 18, 20, 22, 25, 28, 31, 34 mm)",
    );
    expect(() => sizeMismatch(sizeDevice(19.25, watchman), 24, watchman)).toThrow(
      "sizeMismatch: needs one predicted size; got 21, 24 mm",
    );
    expect(() => sizeMismatch(sizeDevice(18, watchman), 25, amulet)).toThrow(
      "predicted for the Watchman 2.5",
    );
  });
});

describe("deviceFit", () => {
  it("names each basis; by area a circle is oversized by the square", () => {
    const fits = deviceFit(22, planimetry(ellipse(10, 10)));
    const by = new Map<string, DeviceFit>(fits.map((fit) => [fit.basis, fit]));
    expect(by.get("area")!.oversizing).toBeCloseTo(0.21, 4);
    expect(by.get("area")!.unit).toBe("mm²");
    for (const basis of ["perimeter", "area-derived-diameter", "max-diameter", "mean-diameter"]) {
      expect(by.get(basis)!.oversizing).toBeCloseTo(0.1, 4);
      expect(by.get(basis)!.compression).toBeCloseTo(1 / 11, 4);
    }
  });

  it("differs by basis on an ellipse, the perimeter's oversizing below the area-derived diameter's", () => {
    const fits = deviceFit(26, planimetry(ellipse(13, 10)));
    const by = new Map<string, number>(fits.map((fit) => [fit.basis, fit.oversizing]));
    expect(by.get("max-diameter")).toBeCloseTo(0, 4);
    expect(by.get("min-diameter")).toBeCloseTo(0.3, 3);
    expect(by.get("perimeter")).toBeLessThan(by.get("area-derived-diameter")!);
    expect(by.get("perimeter")).toBeCloseTo(by.get("perimeter-derived-diameter")!, 9);
  });

  it("refuses sizes that are none", () => {
    expect(() => deviceFit(0, planimetry(ellipse(10, 10)))).toThrow(
      "deviceFit: needs nominalDiameterMm",
    );
  });
});
