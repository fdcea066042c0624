import { describe, expect, it } from "vitest";
import { pearsonChiSquare } from "../../../src/analysis/index.js";

describe("pearsonChiSquare", () => {
  it("gives the p of R's chisq.test with and without correction", () => {
    // R 4.2: chisq.test(matrix(c(11, 1, 3, 8), 2, byrow = TRUE))
    const got = pearsonChiSquare([
      [11, 1],
      [3, 8],
    ]);
    expect(got.p).toBeCloseTo(0.00157283078730993, 15);
    expect(got.yates.p).toBeCloseTo(0.00627131164431757, 15);
    expect(got.expected[0][0]).toBeCloseTo(7.30434782608696, 13);
    expect(got.expected[1][1]).toBeCloseTo(4.30434782608696, 13);
    expect(got.note).toBe("small-expected");
  });

  it("does not change when the table is transposed", () => {
    const one = pearsonChiSquare([
      [56, 14],
      [48, 32],
    ]);
    const other = pearsonChiSquare([
      [56, 48],
      [14, 32],
    ]);
    expect(other.statistic).toBeCloseTo(one.statistic, 12);
    expect(other.likelihoodRatio.statistic).toBeCloseTo(one.likelihoodRatio.statistic, 12);
    expect(other.phi).toBeCloseTo(one.phi, 14);
    expect(one).not.toHaveProperty("note");
  });

  it("is undefined, with a note, when a margin is empty", () => {
    const got = pearsonChiSquare([
      [0, 16],
      [0, 18],
    ]);
    expect(got.note).toBe("empty-margin");
    for (const p of [got.p, got.yates.p, got.nMinus1.p, got.likelihoodRatio.p]) {
      expect(p).toBeNaN();
    }
  });

  it("refuses cells that are no counts", () => {
    expect(() =>
      pearsonChiSquare([
        [1, 2],
        [3, -4],
      ]),
    ).toThrow("at least 0; got -4");
  });
});
