import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { midRanks, tieSizes } from "../../src/numeric/index.js";

const values = fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 60 });

describe("midRanks", () => {
  it("gives equal values the mean of their ranks", () => {
    expect([...midRanks([3, 1, 3, 2])]).toEqual([3.5, 1, 3.5, 2]);
    expect([...midRanks([7, 7, 7])]).toEqual([2, 2, 2]);
    expect([...midRanks([])]).toEqual([]);
  });

  it("ranks infinite values at the ends, and 0 and −0 together", () => {
    const inf = Number.POSITIVE_INFINITY;
    expect([...midRanks([0, inf, -inf, inf, -0])]).toEqual([2.5, 4.5, 1, 4.5, 2.5]);
  });

  it("keeps the sum of the ranks and counts the values below and beside each", () => {
    fc.assert(
      fc.property(values, (x) => {
        const ranks = midRanks(x);
        expect(ranks.reduce((sum, r) => sum + r, 0)).toBe((x.length * (x.length + 1)) / 2);
        for (const [i, value] of x.entries()) {
          const below = x.filter((other) => other < value).length;
          const beside = x.filter((other) => other === value).length;
          expect(ranks[i]).toBe(below + (beside + 1) / 2);
        }
      }),
    );
  });

  it("refuses values that have no order", () => {
    expect(() => midRanks([1, Number.NaN])).toThrow(
      "midRanks: needs values that are numbers; value 1 is NaN",
    );
  });
});

describe("tieSizes", () => {
  it("counts each distinct value, ascending", () => {
    expect([...tieSizes([3, 1, 3, 2, 3])]).toEqual([1, 1, 3]);
    expect([...tieSizes([])]).toEqual([]);
  });

  it("adds up to the number of values", () => {
    fc.assert(
      fc.property(values, (x) => {
        const sizes = tieSizes(x);
        expect(sizes.length).toBe(new Set(x).size);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(x.length);
      }),
    );
  });
});
