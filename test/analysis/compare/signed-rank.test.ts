import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signedRankTest } from "../../../src/analysis/index.js";

const pairs = fc.array(fc.tuple(fc.integer({ max: 9, min: 0 }), fc.integer({ max: 9, min: 0 })), {
  minLength: 1,
  maxLength: 14,
});

describe("signedRankTest", () => {
  it("turns round when the measurements swap", () => {
    fc.assert(
      fc.property(pairs, (both) => {
        const [x, y] = [both.map(([a]) => a), both.map(([, b]) => b)];
        const [one, other] = [signedRankTest(x, y), signedRankTest(y, x)];
        expect(other.note).toBe(one.note);
        expect(other.vPlus).toBe(one.vMinus);
        expect(other.exact.twoSided).toBeCloseTo(one.exact.twoSided, 12);
        expect(other.exact.less).toBeCloseTo(one.exact.greater, 12);
        expect(other.exactPratt.twoSided).toBeCloseTo(one.exactPratt.twoSided, 12);
        if (one.note !== "all-zero") {
          expect(other.pseudomedian.ci.lower).toBeCloseTo(-one.pseudomedian.ci.upper, 12);
        }
      }),
    );
  });

  it("ranks zeros for Pratt's p only, which no other statistic sees", () => {
    const [x, y] = [
      [2, 4, 6, 1, 9],
      [1, 2, 3, 5, 4],
    ];
    const without = signedRankTest(x, y);
    const withZeros = signedRankTest([...x, 7, 7, 7], [...y, 7, 7, 7]);
    const { n, zeros, exactPratt, ...same } = withZeros;
    expect([n, zeros]).toEqual([8, 3]);
    expect({ ...without, n, zeros, exactPratt }).toEqual({ ...same, n, zeros, exactPratt });
    expect(without.exactPratt).toEqual(without.exact);
    // the one negative difference has rank 4 of 5, or 7 of 8: 7 and 5 of the 32 signs go further
    expect([without.exact.greater, exactPratt.greater]).toEqual([7 / 32, 5 / 32]);
  });

  it("has nothing to say about pairs that do not differ", () => {
    const got = signedRankTest([1, 2], [1, 2]);
    expect([got.note, got.zeros, got.exact.twoSided]).toEqual(["all-zero", 2, 1]);
    expect([got.z, got.pseudomedian.value, got.rankBiserial]).toEqual(Array(3).fill(Number.NaN));
  });

  it("says when even the outermost averages cover less than the level", () => {
    const got = signedRankTest([5, 6, 8], [1, 1, 1]);
    expect([got.note, got.achieved]).toEqual(["level-not-reached", 0.75]);
    expect(got.pseudomedian.ci).toEqual({ lower: 4, upper: 7, level: 0.95 });
  });
});
