import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { otsuThreshold } from "../../../src/geometry/volume/otsu.js";
import { seeded } from "../../../src/numeric/random.js";
import { fill, floats, gridOf } from "./volumes.js";

describe("otsuThreshold", () => {
  it("parts two classes between them", () => {
    const two = fill(gridOf([10, 10, 10]), new Int16Array(1000), (i) => (i < 3 ? -1000 : 40));
    const threshold = otsuThreshold(two);
    expect(threshold).toBeGreaterThan(-1000);
    expect(threshold).toBeLessThan(40);
    expect(threshold % 1).not.toBe(0);
    const random = seeded(10);
    const noisy = floats(gridOf([30, 30, 30]), (i) => (i < 10 ? 0 : 10) + random.normal());
    expect(Math.abs(otsuThreshold(noisy) - 5)).toBeLessThan(2); // few lie between
  });

  it("makes the between-class variance the greatest of all half-integers", () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: -40, max: 40 }), { minLength: 2, maxLength: 60 })
          .filter((v) => new Set(v).size > 1),
        (values) => {
          const volume = { ...gridOf([values.length, 1, 1]), voxels: Int16Array.from(values) };
          const between = (threshold: number): number => {
            const low = values.filter((value) => value < threshold);
            const high = values.filter((value) => value >= threshold);
            if (low.length === 0 || high.length === 0) return -1;
            const mean = (v: number[]): number => v.reduce((a, b) => a + b) / v.length;
            return low.length * high.length * (mean(high) - mean(low)) ** 2;
          };
          const best = Math.max(...Array.from({ length: 80 }, (_, i) => between(i - 39.5)));
          expect(between(otsuThreshold(volume))).toBeGreaterThan(best * (1 - 1e-9));
        },
      ),
      { seed: 11 },
    );
  });

  it("moves and scales with the values", () => {
    const random = seeded(12);
    const volume = floats(gridOf([8, 8, 8]), () => Math.fround(random.uniform() ** 3));
    const scaled = {
      ...volume,
      voxels: Float64Array.from(volume.voxels, (value) => 64 * value - 8),
    };
    expect(otsuThreshold(scaled)).toBeCloseTo(64 * otsuThreshold(volume) - 8, 9);
  });

  it("parts integers farther apart than a bin each allows", () => {
    const wide = fill(gridOf([10, 2, 2]), new Int32Array(40), (i) => (i < 5 ? -1e9 + i : 1e9 + i));
    expect(Math.abs(otsuThreshold(wide))).toBeLessThan(1e9);
  });

  it("refuses voxels that are all equal or not finite", () => {
    const flat = floats(gridOf([2, 2, 2]), () => 7);
    expect(() => otsuThreshold(flat)).toThrow(
      "otsuThreshold: needs voxels of different finite values; got 7 to 7",
    );
    expect(() => otsuThreshold(floats(gridOf([2, 2, 2]), (i) => (i ? Number.NaN : 1)))).toThrow(
      "needs voxels of different finite values",
    );
    expect(() =>
      otsuThreshold(floats(gridOf([2, 2, 2]), (i) => (i ? Number.POSITIVE_INFINITY : 1))),
    ).toThrow("got 1 to Infinity");
  });
});
