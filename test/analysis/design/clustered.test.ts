import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusteredSize } from "../../../src/analysis/index.js";

describe("clusteredSize", () => {
  it("follows Hemming's formula for a fixed number of clusters", () => {
    // m = (n/k)(1 − ρ)/(1 − nρ/k): 200/10 · 0.98/(1 − 0.4) = 32.667; 1 + 31.667 · 0.02 = 1.6333
    const got = clusteredSize(200, 10, 0.02);
    expect(got.raw).toBeCloseTo(32.6666667, 6);
    expect(got.designEffect).toBeCloseTo(1.63333333, 7);
    expect(got).toMatchObject({ perCentre: 33, total: 330, most: 500 });
  });

  it("spreads independent patients without any more of them", () => {
    expect(clusteredSize(90, 9, 0)).toMatchObject({ perCentre: 10, total: 90, designEffect: 1 });
  });

  it("says when no number of patients suffices", () => {
    const got = clusteredSize(500, 10, 0.02);
    expect(got).toMatchObject({ total: Number.POSITIVE_INFINITY, note: "too-few-centres" });
  });

  it("is worth n independent patients", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 500 }),
        fc.integer({ min: 2, max: 40 }),
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        (n, centres, icc) => {
          const { raw, designEffect, note } = clusteredSize(n, centres, icc);
          if (note !== undefined) return n * icc >= centres * (1 - 1e-12);
          return raw === 1 || Math.abs((raw * centres) / designEffect - n) <= 1e-6 * n;
        },
      ),
      { seed: 2011 },
    );
  });

  it("refuses an icc of 1", () => {
    expect(() => clusteredSize(90, 9, 1)).toThrow("needs an icc from 0 to below 1; got 1");
  });
});
