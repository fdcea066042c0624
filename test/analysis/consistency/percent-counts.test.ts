import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  percentCountEnds,
  percentCounts,
  percentDenominators,
} from "../../../src/analysis/index.js";

const counts = (percent: string, n: number): number[] =>
  percentCounts(percent, n).counts.map(({ count }) => count);

describe("percentCounts", () => {
  it("finds the counts of the sizing studies", () => {
    expect(counts("55", 22)).toEqual([12]);
    expect(counts("77", 22)).toEqual([17]);
    expect(counts("95", 22)).toEqual([21]);
    expect(counts("92", 12)).toEqual([11]);
    expect(counts("27", 12)).toEqual([]);
    expect(counts("27", 11)).toEqual([3]);
  });

  it("names the nearest possible percentages when there is no count", () => {
    expect(percentCounts("27", 12).nearest).toEqual([
      { count: 3, percent: 25, printed: "25" },
      { count: 4, percent: 100 / 3, printed: "33" },
    ]);
    const close = percentCounts("99.5", 12).nearest.map(({ printed }) => printed);
    expect(close).toEqual(["91.7", "100.0"]);
  });

  it("decides halves by the rule and not by rounding of doubles", () => {
    // 1 of 8 is 12.5 %, 3 of 8 is 37.5 %
    const byRule = (percent: string): unknown =>
      percentCounts(percent, 8, { rules: ["half-up", "half-even", "truncation"] }).byRule.map(
        (one) => one.counts,
      );
    expect(byRule("13")).toEqual([[1], [], []]);
    expect(byRule("12")).toEqual([[], [1], [1]]);
    expect(byRule("38")).toEqual([[3], [3], []]);
    expect(counts("12", 8)).toEqual([1]);
    expect(counts("13", 8)).toEqual([1]);
  });

  it("always finds the count that was printed", () => {
    const data = fc.record({
      n: fc.integer({ min: 1, max: 100_000 }),
      seed: fc.nat(),
      decimals: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(data, ({ n, seed, decimals }) => {
        const count = seed % (n + 1);
        const scale = 10 ** decimals;
        const share = (100 * scale * count) / n;
        const rounded = (Math.round(share) / scale).toFixed(decimals);
        expect(counts(rounded, n)).toContain(count);
        const cut = (Math.floor((100 * scale * count) / n) / scale).toFixed(decimals);
        const truncated = percentCounts(cut, n, { rules: ["truncation"] }).byRule[0]!.counts;
        expect(truncated).toContain(count);
      }),
      { numRuns: 40_000 },
    );
  });

  it("finds all and only the counts that print so", () => {
    const data = fc.record({ n: fc.integer({ min: 1, max: 400 }), percent: fc.nat({ max: 1000 }) });
    fc.assert(
      fc.property(data, ({ n, percent }) => {
        const text = (percent / 10).toFixed(1);
        const fitting = [];
        for (let k = 0; k <= n; k++) {
          if (2000 * k > (2 * percent - 1) * n && 2000 * k < (2 * percent + 1) * n) fitting.push(k);
        }
        const { byRule } = percentCounts(text, n);
        for (const { counts: found } of byRule) {
          for (const k of fitting) expect(found).toContain(k);
          for (const k of found)
            expect(Math.abs(2000 * k - 2 * percent * n)).toBeLessThanOrEqual(n);
        }
      }),
    );
  });

  it("allows everything for one subject only at 0 and 100", () => {
    expect(counts("0", 1)).toEqual([0]);
    expect(counts("100", 1)).toEqual([1]);
    expect(counts("50", 1)).toEqual([]);
  });

  it("refuses percentages beyond [0, 100] and no subjects", () => {
    expect(() => percentCounts("101", 5)).toThrow(
      'percentCounts: needs a percentage from 0 to 100; got "101"',
    );
    expect(() => percentCounts("-5", 5)).toThrow('got "-5"');
    expect(() => percentCounts("5 %", 5)).toThrow("needs a printed number");
    expect(() => percentCounts("50", 0)).toThrow("needs n to be a positive integer; got 0");
  });
});

describe("percentDenominators", () => {
  it("lists the denominators that can print a percentage", () => {
    expect(percentDenominators("27", 24)).toEqual([
      { n: 11, counts: [3] },
      { n: 15, counts: [4] },
      { n: 22, counts: [6] },
    ]);
    expect(percentDenominators("50", 4).map(({ n }) => n)).toEqual([2, 4]);
  });
});

describe("percentCountEnds", () => {
  it("gives the ends of the counts that percentCounts lists", () => {
    const data = fc.record({
      n: fc.integer({ min: 1, max: 5000 }),
      percent: fc.nat({ max: 1000 }),
      rule: fc.constantFrom("half-up", "half-even", "truncation"),
    });
    fc.assert(
      fc.property(data, ({ n, percent, rule }) => {
        const text = (percent / 10).toFixed(1);
        const listed = percentCounts(text, n, { rules: [rule] }).counts.map(({ count }) => count);
        const { least, most } = percentCountEnds(text, n, { rules: [rule] });
        if (listed.length === 0) expect(most).toBeLessThan(least);
        else expect([least, most]).toEqual([listed[0], listed.at(-1)]);
      }),
    );
  });

  it("takes a size of any number of patients", () => {
    expect(percentCountEnds("50", 1_000_000_000)).toEqual({
      least: 495_000_000,
      most: 505_000_000,
    });
  });
});
