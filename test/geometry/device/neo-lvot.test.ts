import { describe, expect, it } from "vitest";
import { neoLvotAreaMm2 } from "../../../src/geometry/device/neo-lvot.js";

describe("neoLvotAreaMm2", () => {
  it("is the whole circle beside the device, a ring about it, and nothing under it", () => {
    expect(neoLvotAreaMm2(10, 5, 15)).toBeCloseTo(100 * Math.PI, 9);
    expect(neoLvotAreaMm2(10, 5, 2)).toBeCloseTo(75 * Math.PI, 9);
    expect(neoLvotAreaMm2(10, 12, 1)).toBeCloseTo(0, 9);
    expect(neoLvotAreaMm2(10, 10, 0)).toBe(0);
  });

  it("takes away the lens of two equal circles through each other's centres", () => {
    const lens = 100 * ((2 * Math.PI) / 3 - Math.sqrt(3) / 2);
    expect(neoLvotAreaMm2(10, 10, 10)).toBeCloseTo(100 * Math.PI - lens, 9);
  });

  it("grows with the distance without a jump where circles begin to touch", () => {
    let before = neoLvotAreaMm2(10, 6, 0);
    for (let d = 0.01; d < 17; d += 0.01) {
      const area = neoLvotAreaMm2(10, 6, d);
      expect(area).toBeGreaterThanOrEqual(before - 1e-9);
      expect(area - before).toBeLessThan(0.13); // at most the chord, 12 mm, times the step
      before = area;
    }
  });

  it("scales with the square of lengths", () => {
    expect(neoLvotAreaMm2(20, 12, 14)).toBeCloseTo(4 * neoLvotAreaMm2(10, 6, 7), 9);
  });

  it.each([
    [0, 5, 1, "lvotRadiusMm"],
    [10, -5, 1, "deviceRadiusMm"],
    [10, Number.NaN, 1, "deviceRadiusMm"],
    [10, 5, -1, "needs a distance of at least 0 mm; got -1"],
    [10, 5, Number.POSITIVE_INFINITY, "got Infinity"],
  ])("refuses radii %d and %d at %d", (lvot, device, distance, message) => {
    expect(() => neoLvotAreaMm2(lvot, device, distance)).toThrow(message);
  });
});
