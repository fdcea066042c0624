import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mcNemarRange, mcNemarTest } from "../../../src/analysis/index.js";

const METHODS = ["exact", "midP", "wilson", "wald"] as const;

describe("mcNemarTest", () => {
  it("turns round when the methods swap", () => {
    const one = mcNemarTest([
      [11, 10],
      [1, 0],
    ]);
    const other = mcNemarTest([
      [11, 1],
      [10, 0],
    ]);
    expect(other.exact).toBeCloseTo(one.exact, 15);
    expect(other.difference.ci.lower).toBeCloseTo(-one.difference.ci.upper, 15);
    for (const method of METHODS) {
      const [mine, theirs] = [one.oddsRatioIntervals[method], other.oddsRatioIntervals[method]];
      expect(theirs.lower * mine.upper).toBeCloseTo(1, 12);
    }
  });

  it("holds the odds ratio in every interval, the mid-p within the exact one", () => {
    const counts = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(counts, counts, (b, c) => {
        const { oddsRatio, oddsRatioIntervals } = mcNemarTest([
          [3, b],
          [c, 2],
        ]);
        for (const method of METHODS) {
          expect(oddsRatioIntervals[method].lower).toBeLessThan(oddsRatio.value);
          expect(oddsRatioIntervals[method].upper).toBeGreaterThan(oddsRatio.value);
        }
        expect(oddsRatioIntervals.midP.lower).toBeGreaterThan(oddsRatio.ci.lower);
        expect(oddsRatioIntervals.midP.upper).toBeLessThan(oddsRatio.ci.upper);
      }),
    );
  });

  it("has no odds to compare where methods never differ, and no logarithm of 0", () => {
    const same = mcNemarTest([
      [4, 0],
      [0, 3],
    ]);
    expect(same.note).toBe("no-discordant-pairs");
    expect([same.oddsRatio.value, same.oddsRatioIntervals.exact.lower]).toEqual([NaN, NaN]);
    expect([same.exact, same.midP]).toEqual([1, 1]);
    const oneSided = mcNemarTest([
      [4, 5],
      [0, 3],
    ]);
    expect(oneSided.oddsRatioIntervals.wald.lower).toBeNaN();
    for (const method of ["exact", "midP", "wilson"] as const) {
      expect(oneSided.oddsRatioIntervals[method].upper).toBe(Number.POSITIVE_INFINITY);
      expect(oneSided.oddsRatioIntervals[method].lower).toBeGreaterThan(0);
    }
  });

  it("refuses an empty table", () => {
    expect(() =>
      mcNemarTest([
        [0, 0],
        [0, 0],
      ]),
    ).toThrow("needs at least one subject; got 0");
  });
});

describe("mcNemarRange", () => {
  it("lists the splits of 21 and 12 successes in 22, with R's exact p", () => {
    // R 4.2: binom.test(0, 9)$p.value and binom.test(1, 11)$p.value
    const got = mcNemarRange({ n: 22, first: 21, second: 12 });
    expect(
      got.splits.map(({ both, onlyFirst, onlySecond, neither }) => [
        both,
        onlyFirst,
        onlySecond,
        neither,
      ]),
    ).toEqual([
      [12, 9, 0, 1],
      [11, 10, 1, 0],
    ]);
    expect(got.exact.lower).toBeCloseTo(0.00390625, 15);
    expect(got.exact.upper).toBeCloseTo(0.01171875, 15);
    expect(got.midP.lower).toBeCloseTo(0.001953125, 15);
  });

  it("holds the test of every table with those margins", () => {
    const cell = fc.integer({ min: 0, max: 25 });
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        fc.pre(a + b + c + d > 0);
        const range = mcNemarRange({ n: a + b + c + d, first: a + b, second: a + c });
        const table = mcNemarTest([
          [a, b],
          [c, d],
        ]);
        expect(table.exact).toBeGreaterThanOrEqual(range.exact.lower);
        expect(table.exact).toBeLessThanOrEqual(range.exact.upper);
        expect(table.midP).toBeGreaterThanOrEqual(range.midP.lower);
        expect(table.midP).toBeLessThanOrEqual(range.midP.upper);
        for (const split of range.splits) {
          expect(split.both + split.onlyFirst + split.onlySecond + split.neither).toBe(range.n);
        }
      }),
    );
  });

  it("has one split when a method always or never succeeds", () => {
    expect(mcNemarRange({ n: 5, first: 5, second: 2 }).splits).toHaveLength(1);
    expect(mcNemarRange({ n: 5, first: 0, second: 2 }).splits).toHaveLength(1);
    expect(mcNemarRange({ n: 1, first: 1, second: 1 }).exact).toEqual({ lower: 1, upper: 1 });
  });

  it("refuses a margin beyond the subjects", () => {
    expect(() => mcNemarRange({ n: 22, first: 23, second: 1 })).toThrow(
      "mcNemarRange: needs a count from 0 to 22; got 23",
    );
  });
});
