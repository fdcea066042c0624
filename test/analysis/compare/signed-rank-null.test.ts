import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signedRankNull } from "../../../src/analysis/compare/signed-rank-null.js";
import { midRanks, signedRankCdf } from "../../../src/numeric/index.js";

describe("signedRankNull", () => {
  it("counts what listing every sign counts, with ties of any kind", () => {
    const values = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(values, (sizes) => {
        const ranks = Array.from(midRanks(sizes));
        const sums = ranks.reduce<number[]>((so, rank) => so.flatMap((s) => [s, s + rank]), [0]);
        const { atMost, atLeast } = signedRankNull(ranks)!;
        for (const sum of [...new Set(sums), -1, 0.25, 100]) {
          expect(atMost(sum)).toBeCloseTo(sums.filter((s) => s <= sum).length / sums.length, 12);
          expect(atLeast(sum)).toBeCloseTo(sums.filter((s) => s >= sum).length / sums.length, 12);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is the distribution without ties when there are none", () => {
    const { atMost } = signedRankNull(Array.from({ length: 30 }, (_, i) => i + 1))!;
    for (const v of [0, 3, 100, 232, 300, 465]) {
      expect(atMost(v) / signedRankCdf(v, 30)).toBeCloseTo(1, 12);
    }
  });

  it("gives up on what takes minutes", () => {
    expect(signedRankNull(Array.from({ length: 3000 }, (_, i) => i + 1))).toBeUndefined();
  });
});
