import { describe, expect, it } from "vitest";
import { signedRankOfDifferences } from "../../../src/analysis/agreement/signed-rank-of-differences.js";

describe("signedRankOfDifferences", () => {
  it("gives the exact p of all differences on one side", () => {
    const got = signedRankOfDifferences(Float64Array.of(1, 2, 3, 4, 5));
    expect(got.v).toBe(15);
    expect(got.pExact).toBeCloseTo(2 / 2 ** 5, 14);
  });

  it("leaves out differences of 0 and then, as with ties, has no exact p", () => {
    const got = signedRankOfDifferences(Float64Array.of(0, 1, -2, 3, 4, -5, 6.5, 0, 8));
    expect([got.v, got.nNonzero, got.pExact]).toEqual([21, 7, Number.NaN]);
    expect(signedRankOfDifferences(Float64Array.of(1, -1, 2)).pExact).toBeNaN();
    expect(signedRankOfDifferences(Float64Array.of(0, 0))).toEqual({
      v: 0,
      nNonzero: 0,
      p: Number.NaN,
      pExact: Number.NaN,
    });
  });

  it("is certain of nothing where both sides weigh the same", () => {
    expect(signedRankOfDifferences(Float64Array.of(1, -1)).p).toBe(1);
    expect(signedRankOfDifferences(Float64Array.of(1, -2, -3, 4)).p).toBe(1);
  });
});
