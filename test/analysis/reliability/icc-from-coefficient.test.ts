import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { iccFromCoefficient, iccTable } from "../../../src/analysis/index.js";

const rating = fc.integer({ min: 1, max: 20 });
const ratings = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 3, max: 15 }))
  .chain(([k, n]) =>
    fc.array(fc.array(rating, { minLength: k, maxLength: k }), { minLength: n, maxLength: n }),
  );

describe("iccFromCoefficient", () => {
  it("gives the intervals of the ratings back, for all ten forms", () => {
    fc.assert(
      fc.property(ratings, (rows) => {
        const { coefficients, meanSquares } = iccTable(rows);
        fc.pre(meanSquares.error > 0);
        const offsets = meanSquares.raters / meanSquares.error;
        for (const { choice, icc, name } of coefficients) {
          if (!(icc.value > 0.01 && icc.value < 0.999)) continue;
          const size = { n: rows.length, k: rows[0]!.length };
          const got = iccFromCoefficient(icc.value, size, choice, { offsets });
          expect(got.name).toBe(name);
          expect(got[choice.unit].value).toBeCloseTo(icc.value, 9);
          expect(got[choice.unit].ci.lower).toBeCloseTo(icc.ci.lower, 6);
          expect(got[choice.unit].ci.upper).toBeCloseTo(icc.ci.upper, 6);
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it("turns an average of three into one rater's reliability, as Spearman and Brown do", () => {
    const choice = { model: "two-way-mixed", type: "consistency", unit: "average" } as const;
    const got = iccFromCoefficient(0.915, { n: 12, k: 3 }, choice);
    expect(got.single.value).toBeCloseTo(0.915 / (3 - 2 * 0.915), 12);
    // F <- 1 / (1 - .915); 1 - qf(.975, 11, 22) / F; 1 - 1 / (F * qf(.975, 22, 11))
    expect(got.average.ci.lower).toBeCloseTo(0.7750175678, 6);
    expect(got.average.ci.upper).toBeCloseTo(0.9734129604, 6);
  });

  it("widens the interval of agreement with the raters' offsets", () => {
    const choice = { model: "two-way-random", type: "agreement", unit: "single" } as const;
    const width = (offsets: number): number => {
      const { lower, upper } = iccFromCoefficient(0.8, { n: 15, k: 3 }, choice, { offsets }).single
        .ci;
      return upper - lower;
    };
    expect(width(5)).toBeGreaterThan(width(1));
    expect(width(50)).toBeGreaterThan(width(5));
  });

  it("refuses coefficients outside (0, 1) and a single rater", () => {
    const choice = { model: "one-way", type: "agreement", unit: "single" } as const;
    expect(() => iccFromCoefficient(1, { n: 9, k: 3 }, choice)).toThrow("below 1; got 1");
    expect(() => iccFromCoefficient(0.5, { n: 9, k: 1 }, choice)).toThrow("2 raters; got 1");
  });
});
