import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  largestChance,
  placeOfLargestChance,
  tableRegion,
} from "../../../src/analysis/compare/table-region.js";

/** 7 of 7 against 0 of 6, and the reverse. */
const CORNERS = tableRegion(7, 6, (x1, x2) => (x1 === 7 && x2 === 0) || (x1 === 0 && x2 === 6));
const chance = (p: number): number => p ** 7 * (1 - p) ** 6 + (1 - p) ** 7 * p ** 6;

describe("tableRegion", () => {
  it("keeps each row as runs of counts", () => {
    const { rows } = tableRegion(1, 5, (x1, x2) => (x1 === 0 ? x2 !== 2 : x2 > 3));
    expect(rows).toEqual([
      [
        [0, 2],
        [3, 6],
      ],
      [[4, 6]],
    ]);
  });
});

describe("largestChance", () => {
  it("is the maximum of the polynomial", () => {
    // p⁶(1 − p)⁶ is largest at ½, where it is 2⁻¹²; the two corners add to exactly that.
    expect(largestChance(CORNERS)).toBeCloseTo(2 ** -12, 18);
    expect(chance(0.5)).toBe(2 ** -12);
  });

  it("is 1 of all tables and 0 of none", () => {
    expect(largestChance(tableRegion(4, 9, () => true))).toBe(1);
    expect(largestChance(tableRegion(4, 9, () => false))).toBe(0);
  });
});

describe("placeOfLargestChance", () => {
  it("agrees with the maximum, however near the bounds", () => {
    const cases = fc.record({
      n1: fc.integer({ min: 1, max: 40 }),
      n2: fc.integer({ min: 1, max: 40 }),
      tilt: fc.double({ min: 0.2, max: 5, noNaN: true }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      factor: fc.constantFrom(0.01, 0.5, 0.9, 0.999, 1.001, 1.1, 2, 100),
      width: fc.constantFrom(0, 0.0005, 0.1, 0.6),
    });
    fc.assert(
      fc.property(cases, ({ n1, n2, tilt, share, factor, width }) => {
        const region = tableRegion(n1, n2, (x1, x2) => x1 / n1 - (tilt * x2) / n2 >= share);
        const largest = largestChance(region);
        const bounds = { lower: largest * factor, upper: largest * factor * (1 + width) };
        const expected =
          largest < bounds.lower ? "below" : largest > bounds.upper ? "above" : "inside";
        expect(placeOfLargestChance(region, bounds)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("counts a bound itself as inside", () => {
    const largest = largestChance(CORNERS);
    expect(placeOfLargestChance(CORNERS, { lower: largest, upper: 1 })).toBe("inside");
    expect(placeOfLargestChance(CORNERS, { lower: 0, upper: largest })).toBe("inside");
  });
});
