import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ratingsForReliability, spearmanBrown } from "../../../src/analysis/index.js";

const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe("spearmanBrown", () => {
  it("gives two halves of 0.6 together 0.75", () => {
    expect(spearmanBrown(0.6, 2)).toBeCloseTo(0.75, 15);
    expect(spearmanBrown(0.6, 1)).toBe(0.6);
  });

  it("has no mean reliability where ratings contradict each other", () => {
    expect(spearmanBrown(-0.5, 3)).toBe(Number.NaN);
    expect(spearmanBrown(-0.5, 2)).toBe(-2);
  });

  it("refuses a reliability above 1 and a factor of 0", () => {
    expect(() => spearmanBrown(1.1, 2)).toThrow("spearmanBrown: needs a reliability of at most 1");
    expect(() => spearmanBrown(0.5, 0)).toThrow("spearmanBrown: needs a factor above 0; got 0");
  });
});

describe("ratingsForReliability", () => {
  it("undoes Spearman and Brown's formula", () => {
    fc.assert(
      fc.property(share, share, (reliability, wanted) => {
        const factor = ratingsForReliability(reliability, wanted);
        expect(spearmanBrown(reliability, factor)).toBeCloseTo(wanted, 10);
      }),
      { seed: 3 },
    );
  });

  it("refuses what no number of ratings reaches", () => {
    expect(() => ratingsForReliability(0.5, 1)).toThrow(
      "ratingsForReliability: needs reliabilities above 0 and below 1; got 1",
    );
  });
});
