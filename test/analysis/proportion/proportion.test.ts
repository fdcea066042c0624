import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proportion } from "../../../src/analysis/index.js";
import { binomialPmf } from "../../../src/numeric/index.js";

const counts = fc
  .integer({ min: 1, max: 300 })
  .chain((n) => fc.record({ n: fc.constant(n), count: fc.integer({ min: 0, max: n }) }));

describe("proportion", () => {
  it("mirrors every interval when successes and failures swap", () => {
    fc.assert(
      fc.property(counts, ({ count, n }) => {
        const got = proportion(count, n).intervals;
        const mirrored = proportion(n - count, n).intervals;
        for (const method of Object.keys(got) as (keyof typeof got)[]) {
          if (method === "logit" && (count === 0 || count === n)) continue;
          expect(got[method].lower).toBeCloseTo(1 - mirrored[method].upper, 11);
          expect(got[method].upper).toBeCloseTo(1 - mirrored[method].lower, 11);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("holds the mid-p and the score interval inside the exact one's reach", () => {
    fc.assert(
      fc.property(counts, ({ count, n }) => {
        const { exact, midP } = proportion(count, n).intervals;
        expect(midP.lower).toBeGreaterThanOrEqual(exact.lower);
        expect(midP.upper).toBeLessThanOrEqual(exact.upper);
        expect(exact.lower).toBeLessThanOrEqual(count / n);
        expect(exact.upper).toBeGreaterThanOrEqual(count / n);
      }),
    );
  });

  it("holds Blaker's interval within the exact one, and covers as often as promised", () => {
    const N = 12;
    const intervals = Array.from({ length: N + 1 }, (_, k) => proportion(k, N).intervals);
    for (const { blaker, exact } of intervals) {
      expect(blaker.lower).toBeGreaterThanOrEqual(exact.lower);
      expect(blaker.upper).toBeLessThanOrEqual(exact.upper);
    }
    for (let p = 0.005; p < 1; p += 0.005) {
      const covered = intervals.reduce((sum, { blaker }, k) => {
        const holds = blaker.lower <= p && p <= blaker.upper;
        return holds ? sum + binomialPmf(k, N, p) : sum;
      }, 0);
      expect(covered).toBeGreaterThanOrEqual(0.95 - 1e-12);
    }
  });

  it("counts trials beyond 32 bits", () => {
    // R: qgamma(0.025, 36) / n and qgamma(0.975, 37) / n, the exact limits of a Poisson count
    for (const n of [3e9, 1e12]) {
      const { blaker, exact } = proportion(36, n).intervals;
      expect((exact.lower * n) / 25.2139574).toBeCloseTo(1, 6);
      expect((exact.upper * n) / 49.8391745).toBeCloseTo(1, 6);
      expect(blaker.lower).toBeGreaterThan(exact.lower);
      expect(blaker.upper).toBeLessThan(exact.upper);
    }
  });

  it("has Blaker's limits where a grid of acceptable chances ends", () => {
    // Chances whose acceptability is above α on a grid of 20,001 (Blaker's definition, with scipy)
    const ends = [
      { count: 0, n: 10, level: 0.95, lower: 0, upper: 0.2829 },
      { count: 3, n: 16, level: 0.95, lower: 0.05315, upper: 0.4344 },
      { count: 5, n: 9, level: 0.95, lower: 0.2514, upper: 0.8312 },
      { count: 7, n: 24, level: 0.99, lower: 0.10565, upper: 0.56775 },
    ];
    for (const { count, n, level, lower, upper } of ends) {
      const { blaker } = proportion(count, n, { level }).intervals;
      expect(Math.abs(blaker.lower - lower)).toBeLessThan(6e-5);
      expect(Math.abs(blaker.upper - upper)).toBeLessThan(6e-5);
    }
  });

  it("widens every interval with the level", () => {
    const narrow = proportion(6, 9, { level: 0.9 }).intervals;
    const wide = proportion(6, 9, { level: 0.99 }).intervals;
    for (const method of Object.keys(narrow) as (keyof typeof narrow)[]) {
      expect(wide[method].lower).toBeLessThan(narrow[method].lower);
      expect(wide[method].upper).toBeGreaterThan(narrow[method].upper);
      expect(wide[method].level).toBe(0.99);
    }
  });

  it("refuses no trials, counts outside the trials and levels outside (0, 1)", () => {
    expect(() => proportion(0, 0)).toThrow("proportion: needs n to be a positive integer; got 0");
    expect(() => proportion(7, 6)).toThrow("proportion: needs a count from 0 to 6; got 7");
    expect(() => proportion(1.5, 6)).toThrow("needs a count from 0 to 6; got 1.5");
    expect(() => proportion(1, 6, { level: 95 })).toThrow("level between 0 and 1; got 95");
  });
});
