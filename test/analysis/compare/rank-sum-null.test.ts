import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankSumNull, twoSidedRankSum } from "../../../src/analysis/compare/rank-sum-null.js";
import { midRanks, rankSumCdf, seeded } from "../../../src/numeric/index.js";

/** Every sum of `size` of the ranks. */
function allSums(ranks: readonly number[], size: number): number[] {
  if (size === 0) return [0];
  return ranks.flatMap((rank, i) => allSums(ranks.slice(i + 1), size - 1).map((sum) => rank + sum));
}

const tied = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 10 })
  .chain((values) => fc.tuple(fc.constant(values), fc.integer({ min: 0, max: values.length })));

describe("rankSumNull", () => {
  it("counts what listing every choice counts, with ties of any kind", () => {
    fc.assert(
      fc.property(tied, ([values, size]) => {
        const ranks = Array.from(midRanks(values));
        const sums = allSums(ranks, size);
        const { atMost, atLeast } = rankSumNull(ranks, size)!;
        for (const sum of [...sums, 0.25, 7.5]) {
          const share = (isIn: (s: number) => boolean): number =>
            sums.filter(isIn).length / sums.length;
          expect(atMost(sum)).toBeCloseTo(
            share((s) => s <= sum),
            12,
          );
          expect(atLeast(sum)).toBeCloseTo(
            share((s) => s >= sum),
            12,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is the distribution without ties when there are none, far tails included", () => {
    const ranks = Array.from({ length: 40 }, (_, i) => i + 1);
    const { atMost } = rankSumNull(ranks, 15)!;
    for (const u of [0, 1, 5, 30, 100, 187, 260, 375]) {
      expect(atMost(u + 120) / rankSumCdf(u, 15, 25)).toBeCloseTo(1, 12);
    }
    expect(atMost(120) * 40225345056).toBeCloseTo(1, 12); // one choice of choose(40, 15)
  });

  it("does two groups of 200 with ties, and gives up on what takes minutes", () => {
    const random = seeded(5);
    const values = Array.from({ length: 400 }, () => Math.floor(30 * random.uniform()));
    const ranks = midRanks(values);
    const sum = ranks.subarray(0, 200).reduce((a, b) => a + b, 0);
    const tails = rankSumNull(ranks, 200)!;
    const p = twoSidedRankSum(tails, sum, 200 * 200.5);
    expect(tails.atMost(sum) + tails.atLeast(sum + 0.5)).toBeCloseTo(1, 12);
    expect(p).toBeGreaterThan(0);
    const many = Array.from({ length: 4000 }, (_, i) => i + 1);
    expect(rankSumNull(many, 2000)).toBeUndefined();
  });
});
