import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquareSurvival, normalCdf, seeded } from "../../src/numeric/index.js";

const PINNED = [0.9335354196375474, 0, 1.513780592741565];

describe("seeded", () => {
  it("gives the same numbers for the same seed, on every machine", () => {
    const random = seeded(20240611);
    const drawn = [random.uniform(), random.integer(55), random.normal()];
    expect(drawn).toEqual(PINNED);
    const again = seeded(20240611);
    expect([again.uniform(), again.integer(55), again.normal()]).toEqual(drawn);
  });

  it("gives streams that do not depend on what was drawn before, nor on each other", () => {
    const random = seeded(1);
    const early = random.stream(3).uniform();
    for (let i = 0; i < 10; i++) random.uniform();
    expect(random.stream(3).uniform()).toBe(early);
    const firsts = new Set<number>();
    for (let i = 0; i < 500; i++) {
      firsts.add(random.stream(i).uniform()).add(random.stream(i).stream(i).uniform());
      firsts.add(seeded(i + 2).uniform()).add(
        random
          .stream(0)
          .stream(i + 1)
          .uniform(),
      );
    }
    expect(firsts.size).toBe(2000);
  });

  it("draws integers evenly", () => {
    const below = 7;
    const counts = new Array<number>(below).fill(0);
    const random = seeded(5);
    for (let i = 0; i < 70_000; i++) counts[random.integer(below)]!++;
    const chi2 = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquareSurvival(chi2, below - 1)).toBeGreaterThan(0.001);
  });

  it("resamples as often as there are, beyond two million too", () => {
    for (const n of [0, 1, 2, 7, 1000, 2 ** 21 + 1]) {
      const counts = new Uint32Array(n).fill(3);
      seeded(n).resample(counts);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(n);
    }
  });

  it("draws integers below any bound", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 2 ** 31 }), (seed, below) => {
        const drawn = seeded(seed).integer(below);
        return Number.isInteger(drawn) && drawn >= 0 && drawn < below;
      }),
    );
  });

  it("draws normal deviates whose first stream values are uniform in probability", () => {
    const n = 20_000;
    const random = seeded(9);
    const ps = Array.from({ length: n }, (_, i) => normalCdf(random.stream(i).normal())).sort(
      (a, b) => a - b,
    );
    const distance = Math.max(...ps.map((p, i) => Math.abs(p - (i + 0.5) / n))); // Kolmogorov–Smirnov
    expect(distance).toBeLessThan(1.95 / Math.sqrt(n)); // p > 0.001
  });

  it("refuses what is no seed", () => {
    for (const seed of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(() => seeded(seed)).toThrow(
        `seeded: needs a seed that is an integer of at least 0; got ${seed}`,
      );
    }
    expect(() => seeded(1).stream(-1)).toThrow("stream: needs an index");
  });
});
