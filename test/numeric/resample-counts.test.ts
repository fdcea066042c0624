import { describe, expect, it } from "vitest";
import { chiSquareSurvival, poissonPmf, seeded } from "../../src/numeric/index.js";
import { resampleCounts } from "../../src/numeric/resample-counts.js";

describe("resampleCounts", () => {
  it("gives the same counts for the same seed, on every machine", () => {
    const counts = new Uint32Array(8);
    resampleCounts([1, 2, 3, 4], counts);
    expect([...counts]).toEqual([4, 0, 1, 2, 0, 0, 1, 0]);
  });

  it("draws every subject equally often", () => {
    const n = 7;
    const rounds = 20_000;
    const totals = new Array<number>(n).fill(0);
    const counts = new Uint32Array(n);
    const random = seeded(8);
    for (let i = 0; i < rounds; i++) {
      random.resample(counts);
      for (let j = 0; j < n; j++) totals[j]! += counts[j]!;
    }
    const chi2 = totals.reduce((sum, total) => sum + (total - rounds) ** 2 / rounds, 0);
    expect(chiSquareSurvival(chi2, n - 1)).toBeGreaterThan(0.001);
  });

  it("draws a subject as often as chance does: not at all, once, twice …", () => {
    const n = 200_000; // the binomial of n and 1/n is Poisson's to five digits
    const counts = new Uint32Array(n);
    seeded(9).resample(counts);
    const seen = [0, 1, 2, 3, 4, 5].map((k) => counts.filter((count) => count === k).length);
    const chi2 = seen.reduce((sum, found, k) => {
      const expected = n * poissonPmf(k, 1);
      return sum + (found - expected) ** 2 / expected;
    }, 0);
    expect(chiSquareSurvival(chi2, 6)).toBeGreaterThan(0.001);
  });
});
