import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageProbability, totalDeviationIndex } from "../../../src/analysis/index.js";
import { expectClose } from "./close.js";

const value = fc.integer({ min: -60, max: 60 });
const pairs = fc.array(fc.tuple(value, value), { minLength: 3, maxLength: 30 }).map(
  (rows) =>
    [
      [0, 1, ...rows.map(([a]) => a)],
      [3, 0, ...rows.map(([, b]) => b)],
    ] as const,
);

describe("totalDeviationIndex", () => {
  it("is the bound whose coverage probability is the share", () => {
    fc.assert(
      fc.property(pairs, fc.double({ min: 0.1, max: 0.99, noNaN: true }), ([x, y], share) => {
        const { index } = totalDeviationIndex(x, y, { coverage: share });
        expectClose(coverageProbability(x, y, index.value).probability.value, share, 10);
        expect(index.ci.lower).toBeLessThan(index.value);
        expect(index.ci.upper).toBeGreaterThan(index.value);
      }),
      { seed: 11, numRuns: 50 },
    );
  });

  it("does not change when the methods swap, and scales with the unit", () => {
    fc.assert(
      fc.property(pairs, ([x, y]) => {
        const one = totalDeviationIndex(x, y);
        const other = totalDeviationIndex(
          y.map((v) => 4 * v),
          x.map((v) => 4 * v),
        );
        expectClose(other.index.value, 4 * one.index.value, 8);
        expectClose(other.index.ci.upper, 4 * one.index.ci.upper, 6);
        expect(other.empirical).toBe(4 * one.empirical);
      }),
      { seed: 11, numRuns: 40 },
    );
  });

  it("is near Lin's approximation without a bias and above 0 with nothing but bias", () => {
    const even = totalDeviationIndex([1, -1, 2, -2], [0, 0, 0, 0]);
    expect(even.index.value).toBeCloseTo(even.linApproximation, 12);
    const constant = totalDeviationIndex([1, 2, 3], [3, 4, 5]);
    expect(constant.index.value).toBe(2);
    expect(constant.index.ci.lower).toBeNaN();
    expect(constant.note).toBe("zero-variance");
  });
});

describe("coverageProbability", () => {
  it("rises with the bound", () => {
    const [x, y] = [
      [1, 4, 2, 8, 5],
      [2, 2, 2, 6, 7],
    ];
    const shares = [0.5, 1, 2, 4].map((bound) => coverageProbability(x, y, bound));
    for (const [i, { probability, empirical }] of shares.entries()) {
      if (i === 0) continue;
      expect(probability.value).toBeGreaterThan(shares[i - 1]!.probability.value);
      expect(empirical.count).toBeGreaterThanOrEqual(shares[i - 1]!.empirical.count);
    }
  });

  it("counts a difference on the bound as within it", () => {
    expect(coverageProbability([1, 2, 5], [0, 0, 0], 2).empirical.count).toBe(2);
  });

  it("is all or nothing for constant differences, and refuses a bound of 0", () => {
    const one = (bound: number): number =>
      coverageProbability([1, 2], [3, 4], bound).probability.value;
    expect([one(1), one(2)]).toEqual([0, 1]);
    expect(() => one(0)).toThrow("coverageProbability: needs a bound above 0; got 0");
  });
});
