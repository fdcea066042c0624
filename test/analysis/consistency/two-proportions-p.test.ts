import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proportionTests, twoProportionsP } from "../../../src/analysis/index.js";

const arms = fc.record({
  n1: fc.integer({ min: 1, max: 12 }),
  n2: fc.integer({ min: 1, max: 12 }),
  s1: fc.nat(),
  s2: fc.nat(),
  pick: fc.nat(),
  decimals: fc.integer({ min: 1, max: 4 }),
});

describe("twoProportionsP", () => {
  it("finds the tests that give a printed p", () => {
    const got = twoProportionsP({ n: 12, percent: "92" }, { n: 11, percent: "27" }, { p: "0.01" });
    expect(got.pairs.map(({ first, second }) => [first.count, second.count])).toEqual([[11, 3]]);
    const agreeing = got.pairs[0]!.tests.filter(({ agrees }) => agrees);
    expect(agreeing.map(({ test, alternative }) => `${test} ${alternative}`)).toEqual([
      "yates two-sided",
    ]);
    expect(got.agrees).toBe(true);
  });

  it("contradicts a p that no test gives", () => {
    const got = twoProportionsP({ n: 21, count: 0 }, { n: 21, count: 3 }, { p: "<0.01" });
    expect(got.agrees).toBe(false);
  });

  it("has no pair when a percentage is no count or belies the count", () => {
    const impossible = twoProportionsP({ n: 12, percent: "92" }, { n: 12, percent: "27" });
    expect([impossible.pairs, impossible.agrees]).toEqual([[], false]);
    const belied = twoProportionsP({ n: 12, count: 10, percent: "92" }, { n: 12, count: 3 });
    expect(belied.pairs).toEqual([]);
  });

  it("tries every pair that the percentages allow", () => {
    const got = twoProportionsP({ n: 250, percent: "20" }, { n: 12, count: 3 });
    expect(got.pairs.map(({ first }) => first.count)).toEqual([49, 50, 51]);
  });

  it("never contradicts a p that one of its tests gave", () => {
    fc.assert(
      fc.property(arms, ({ n1, n2, s1, s2, pick, decimals }) => {
        const first = { count: s1 % (n1 + 1), n: n1 };
        const second = { count: s2 % (n2 + 1), n: n2 };
        const tests = proportionTests(first, second).filter(({ p }) => !Number.isNaN(p));
        const chosen = tests[pick % tests.length]!;
        const printed = (p: number): string => p.toFixed(decimals);
        const percent = ({ count, n }: { count: number; n: number }): string =>
          ((100 * count) / n).toFixed(0);
        const got = twoProportionsP(
          { n: n1, percent: percent(first) },
          { n: n2, percent: percent(second) },
          { p: printed(Math.min(1, chosen.p)) },
        );
        expect(got.agrees).toBe(true);
      }),
      { numRuns: 250 },
    );
  });

  it("notes when it leaves out the tests that take too long", () => {
    const got = twoProportionsP({ n: 3000, count: 600 }, { n: 3000, count: 700 }, { p: "<0.01" });
    expect([got.note, got.agrees]).toEqual(["too-many-tables", true]);
    const barnard = got.pairs[0]!.tests.filter(({ test }) => test === "barnard");
    for (const { p, agrees } of barnard) expect([p, agrees]).toEqual([Number.NaN, false]);
  });

  it("exchanges less and greater when the arms swap", () => {
    const one = twoProportionsP({ n: 12, count: 11 }, { n: 11, count: 3 }).pairs[0]!.tests;
    const other = twoProportionsP({ n: 11, count: 3 }, { n: 12, count: 11 }).pairs[0]!.tests;
    const p = (tests: typeof one, test: string, alternative: string): number =>
      tests.find((t) => t.test === test && t.alternative === alternative)!.p;
    expect(p(one, "boschloo", "greater")).toBeCloseTo(p(other, "boschloo", "less"), 12);
    expect(p(one, "fisher-mid-p", "less")).toBeCloseTo(p(other, "fisher-mid-p", "greater"), 12);
  });

  it("refuses arms without numbers, bad p and more pairs than it can try", () => {
    const arm = { n: 12, count: 3 };
    expect(() => twoProportionsP({ n: 12 }, arm)).toThrow("a count or a percentage in each arm");
    expect(() => twoProportionsP(arm, arm, { p: "1.3" })).toThrow("a p between 0 and 1");
    expect(() => twoProportionsP({ n: 12, count: 13 }, arm)).toThrow("from 0 to 12; got 13");
    const huge = { n: 20_000, percent: "20" };
    expect(() => twoProportionsP(huge, huge)).toThrow("at most 10000 pairs of counts; got 40401");
  });
});
