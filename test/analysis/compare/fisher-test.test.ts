import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fisherTest } from "../../../src/analysis/index.js";

const cell = fc.integer({ min: 0, max: 40 });

describe("fisherTest", () => {
  it("gives R's p and conditional odds ratio", () => {
    // R 4.2: fisher.test(matrix(c(6, 3, 2, 5), 2, byrow = TRUE)) and of 11, 1, 3, 8;
    // R solves the odds ratio to about three digits only
    const ripley = fisherTest([
      [6, 3],
      [2, 5],
    ]);
    expect(ripley.p).toBeCloseTo(0.314685314685315, 14);
    expect(ripley.oddsRatio.value / 4.47368).toBeCloseTo(1, 2);
    expect(ripley.oddsRatio.ci.lower).toBeCloseTo(0.40866, 4);
    expect(ripley.oddsRatio.ci.upper / 75.9005).toBeCloseTo(1, 2);
    const eng = fisherTest([
      [11, 1],
      [3, 8],
    ]);
    expect(eng.p).toBeCloseTo(0.00275945618522008, 15);
  });

  it("puts half the error in each tail at its limits", () => {
    // A direct sum over the tables at the limits; weights from binomial coefficients.
    const choose = (n: number, k: number): number => {
      let product = 1;
      for (let i = 0; i < k; i++) product *= (n - i) / (i + 1);
      return product;
    };
    const { lower, upper } = fisherTest(
      [
        [6, 3],
        [2, 5],
      ],
      { level: 0.9 },
    ).oddsRatio.ci;
    const share = (odds: number, counts: number[]): number => {
      const weight = (x: number): number => choose(9, x) * choose(7, 8 - x) * odds ** x;
      const all = [1, 2, 3, 4, 5, 6, 7, 8].reduce((sum, x) => sum + weight(x), 0);
      return counts.reduce((sum, x) => sum + weight(x), 0) / all;
    };
    expect(share(lower, [6, 7, 8])).toBeCloseTo(0.05, 12);
    expect(share(upper, [1, 2, 3, 4, 5, 6])).toBeCloseTo(0.05, 12);
  });

  it("does not change when the table is transposed or turned over", () => {
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const one = fisherTest([
          [a, b],
          [c, d],
        ]);
        const transposed = fisherTest([
          [a, c],
          [b, d],
        ]);
        const turned = fisherTest([
          [d, c],
          [b, a],
        ]);
        const swapped = fisherTest([
          [c, d],
          [a, b],
        ]);
        for (const same of [transposed, turned, swapped]) expect(same.p).toBeCloseTo(one.p, 11);
        expect(transposed.less).toBeCloseTo(one.less, 11);
        expect(swapped.less).toBeCloseTo(one.greater, 11);
        const { value } = one.oddsRatio;
        if (value > 0 && Number.isFinite(value)) {
          expect(swapped.oddsRatio.value * value).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("holds the odds ratio inside its interval, and mid-p inside exact", () => {
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const { oddsRatio, midPInterval, note } = fisherTest([
          [a, b],
          [c, d],
        ]);
        fc.pre(note === undefined);
        expect(oddsRatio.ci.lower).toBeLessThanOrEqual(oddsRatio.value);
        expect(oddsRatio.ci.upper).toBeGreaterThanOrEqual(oddsRatio.value);
        expect(midPInterval.lower).toBeGreaterThanOrEqual(oddsRatio.ci.lower);
        expect(midPInterval.upper).toBeLessThanOrEqual(oddsRatio.ci.upper);
      }),
      { numRuns: 200 },
    );
  });

  it("keeps its digits in tables of thousands", () => {
    // R 4.2: fisher.test(matrix(c(5000, 4000, 4200, 4800), 2))$p.value
    const large = 9.140110106612786e-33;
    expect(
      fisherTest([
        [5000, 4200],
        [4000, 4800],
      ]).p / large,
    ).toBeCloseTo(1, 9);
  });

  it("learns nothing from margins that allow one table", () => {
    const got = fisherTest([
      [0, 16],
      [0, 18],
    ]);
    expect(got.note).toBe("one-table");
    expect(got.p).toBe(1);
    expect(got.oddsRatio.value).toBeNaN();
    expect([got.oddsRatio.ci.lower, got.oddsRatio.ci.upper]).toEqual([0, Number.POSITIVE_INFINITY]);
  });

  it("refuses cells that are no counts and levels that are none", () => {
    expect(() =>
      fisherTest([
        [1.5, 2],
        [3, 4],
      ]),
    ).toThrow("fisherTest: needs cells that are integers of at least 0; got 1.5");
    expect(() =>
      fisherTest(
        [
          [1, 2],
          [3, 4],
        ],
        { level: 1 },
      ),
    ).toThrow("got 1");
  });
});
