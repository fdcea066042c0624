import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as numeric from "../../src/numeric/index.js";

/** All orders of 0 … n − 1. */
function orders(n: number): number[][] {
  if (n === 0) return [[]];
  return orders(n - 1).flatMap((order) =>
    Array.from({ length: n }, (_, at) => order.toSpliced(at, 0, n - 1)),
  );
}

/** All subsets of 1 … n. */
function subsets(n: number): number[][] {
  return Array.from({ length: 2 ** n }, (_, bits) =>
    Array.from({ length: n }, (_, i) => i + 1).filter((i) => (bits >> (i - 1)) & 1),
  );
}

const shareUpTo = (values: readonly number[], k: number): number =>
  values.filter((value) => value <= k).length / values.length;

/** Holds a distribution against all outcomes, each equally likely. */
function holdAgainst(
  outcomes: readonly number[],
  cdf: (k: number) => number,
  survival: (k: number) => number,
  quantile: (p: number) => number,
): void {
  const largest = Math.max(...outcomes);
  for (let k = -1; k <= largest + 1; k++) {
    const share = shareUpTo(outcomes, k);
    expect(cdf(k)).toBeCloseTo(share, 14);
    expect(cdf(k + 0.5)).toBe(cdf(k));
    expect(survival(k)).toBeCloseTo(1 - share, 14);
    if (share > 0 && share < 1)
      expect(outcomes.filter((o) => o <= quantile(share)).length / outcomes.length).toBeCloseTo(
        share,
        12,
      );
  }
}

describe("the rank sum without ties", () => {
  it("is the share of the ways to choose the ranks of one group", () => {
    for (const [n1, n2] of [
      [1, 1],
      [2, 5],
      [4, 4],
      [6, 3],
      [0, 4],
    ] as const) {
      const outcomes = subsets(n1 + n2)
        .filter((ranks) => ranks.length === n1)
        .map((ranks) => ranks.reduce((sum, rank) => sum + rank, 0) - (n1 * (n1 + 1)) / 2);
      holdAgainst(
        outcomes,
        (u) => numeric.rankSumCdf(u, n1, n2),
        (u) => numeric.rankSumSurvival(u, n1, n2),
        (p) => numeric.rankSumQuantile(p, n1, n2),
      );
    }
  });

  it("keeps its relative precision in the far tail, where all ways are too many to count", () => {
    const one = Math.exp(-numeric.logChoose(200, 80));
    expect(Math.abs(numeric.rankSumCdf(0, 80, 120) / one - 1)).toBeLessThan(1e-12);
    expect(Math.abs(numeric.rankSumCdf(2, 80, 120) / (4 * one) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(numeric.rankSumSurvival(80 * 120 - 1, 80, 120) / one - 1)).toBeLessThan(1e-12);
  });

  it("does not mind which group is first", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 1, max: 15 }),
        fc.nat(),
        (n1, n2, seed) => {
          const u = seed % (n1 * n2 + 1);
          expect(numeric.rankSumCdf(u, n1, n2)).toBe(numeric.rankSumCdf(u, n2, n1));
          expect(numeric.rankSumSurvival(u, n1, n2)).toBe(
            numeric.rankSumCdf(n1 * n2 - u - 1, n1, n2),
          );
        },
      ),
    );
  });
});

describe("the signed rank without ties", () => {
  it("is the share of the choices of signs", () => {
    for (const n of [1, 2, 5, 9]) {
      holdAgainst(
        subsets(n).map((ranks) => ranks.reduce((sum, rank) => sum + rank, 0)),
        (v) => numeric.signedRankCdf(v, n),
        (v) => numeric.signedRankSurvival(v, n),
        (p) => numeric.signedRankQuantile(p, n),
      );
    }
  });

  it("reaches 2⁻ⁿ in the far tail", () => {
    expect(numeric.signedRankCdf(0, 300)).toBe(2 ** -300);
    expect(numeric.signedRankCdf(3, 300)).toBe(5 * 2 ** -300); // {}, {1}, {2}, {3}, {1, 2}
  });
});

describe("Kendall's concordant pairs without ties", () => {
  it("are the share of the orders", () => {
    for (const n of [1, 2, 4, 6]) {
      const outcomes = orders(n).map((order) =>
        order.reduce((sum, a, i) => sum + order.slice(i + 1).filter((b) => b > a).length, 0),
      );
      holdAgainst(
        outcomes,
        (k) => numeric.kendallCdf(k, n),
        (k) => numeric.kendallSurvival(k, n),
        (p) => numeric.kendallQuantile(p, n),
      );
    }
  });

  it("reaches 1/n! in the far tail", () => {
    const one = Math.exp(-numeric.lgamma(61));
    expect(Math.abs(numeric.kendallCdf(0, 60) / one - 1)).toBeLessThan(1e-12);
    expect(Math.abs(numeric.kendallCdf(1, 60) / (60 * one) - 1)).toBeLessThan(1e-12);
  });
});
