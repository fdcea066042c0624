import { describe, expect, it } from "vitest";
import { mannWhitneyTest } from "../../src/analysis/index.js";
import { checkClaims } from "../../src/claims/index.js";
import { type GroupOfMeans, largestPOfRanks } from "../../src/claims/ranks-of-means.js";
import { seeded } from "../../src/numeric/index.js";
import { claimsOf, raw } from "./claim-files.js";

const group = (n: number, mean: string, spread: string): GroupOfMeans => ({
  n,
  mean,
  spread,
  reading: "sd",
});

describe("largestPOfRanks", () => {
  it("bounds the p of groups far apart, and says nothing of others", () => {
    // a cut 15.0 from each mean: v = 5.05² · 0.99, at most 0.1 of each beyond it, U ≥ 0.81 · n²
    expect(largestPOfRanks(group(100, "50.0", "5.0"), group(100, "80.0", "5.0"))).toBeLessThan(
      1e-9,
    );
    expect(largestPOfRanks(group(100, "50.0", "5.0"), group(100, "52.0", "5.0"))).toBe(1);
    expect(largestPOfRanks(group(4, "50.0", "5.0"), group(4, "90.0", "5.0"))).toBe(1);
  });

  it("never lies below the p of data, however skewed", () => {
    const random = seeded(61);
    let told = 0;
    for (let i = 0; i < 4_000; i++) {
      const [shift, power] = [10 * random.uniform(), 1 + 4 * random.uniform()];
      const sample = (n: number, by: number): number[] =>
        Array.from(
          { length: n },
          () => by + random.uniform() ** power * (random.uniform() < 0.1 ? 9 : 1),
        );
      const [x, y] = [sample(5 + random.integer(20), 0), sample(5 + random.integer(20), shift)];
      const bound = largestPOfRanks(summary(x), summary(y));
      if (bound === 1) continue;
      told++;
      const { normalContinuity, exact } = mannWhitneyTest(x, y);
      const p = Math.max(normalContinuity.twoSided, exact.twoSided || 0);
      // exact p of small groups lie a little beside the normal ones
      expect(p, JSON.stringify([x, y])).toBeLessThanOrEqual(Math.max(0.01, 1.5 * bound));
    }
    expect(told).toBeGreaterThan(500);
  });

  it("has a p that neither t nor ranks give contradicted, unless ± may be the standard error", () => {
    const far = {
      arms: ["a", "b"],
      n: ["100", "100"],
      mean: ["50", "80"],
      sd: ["5", "5"],
      p: "0.80",
    };
    const verdict = (more: object) =>
      checkClaims(claimsOf(raw("two-means", { ...far, ...more })))[0]!.verdict;
    expect(verdict({ spread: "sd" })).toBe("contradicted");
    expect(verdict({})).toBe("possible");
    expect(verdict({ spread: "sd", mean: ["50", "56"] })).toBe("possible");
    expect(verdict({ spread: "sd", p: "0.01" })).toBe("possible");
  });
});

function summary(x: readonly number[]): GroupOfMeans {
  const mean = x.reduce((sum, one) => sum + one, 0) / x.length;
  const squares = x.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return group(x.length, mean.toFixed(2), Math.sqrt(squares / (x.length - 1)).toFixed(2));
}
