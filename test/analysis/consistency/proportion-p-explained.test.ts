import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quickProportionTests } from "../../../src/analysis/compare/proportion-tests.js";
import { proportionPExplained, twoProportionsP } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import { printedP, someRule } from "../../printing.js";

const one = (count: number, n: number) => ({ n, counts: [count] });

describe("proportionPExplained", () => {
  it("lists every test in small arms", () => {
    // R 4.2.2, matrix(c(11, 1, 3, 8), 2, byrow = TRUE): chisq.test with correction 0.006271
    const got = proportionPExplained(one(11, 12), one(3, 11), "0.006");
    expect(got.pairs[0]!.tests.map(({ test }) => test)).toEqual([
      ...["fisher", "fisher-doubled", "fisher-mid-p", "chi2", "chi2-n-1", "yates", "g"],
      ...["barnard", "boschloo"],
    ]);
    expect(got.pairs[0]!.tests.filter(({ agrees }) => agrees).map(({ test }) => test)).toEqual([
      "yates",
    ]);
    expect(got).toMatchObject({ agrees: true, excluded: [], undecided: [] });
  });

  it("finds a p that only Boschloo's test gives, and says what it excluded", () => {
    // scipy 1.17.1: boschloo_exact([[50, 70], [50, 30]], n = 256) 0.0040194199
    const arms = [one(50, 100), one(70, 100)] as const;
    const got = proportionPExplained(...arms, "0.00402", { tests: ["fisher", "boschloo"] });
    expect(got.agrees).toBe(true);
    expect(got.pairs[0]!.tests.find(({ agrees }) => agrees)!.p).toBeCloseTo(0.0040194199, 9);
    const not = proportionPExplained(...arms, "0.0030");
    expect(not).toMatchObject({ agrees: false, excluded: ["barnard", "boschloo"], undecided: [] });
  });

  it("asks only the tests and sides that it is given", () => {
    const got = proportionPExplained(one(1, 21), one(14, 51), "0.026", {
      tests: ["fisher"],
      sides: 1,
    });
    expect(got.pairs[0]!.tests.map(({ test, alternative }) => `${test} ${alternative}`)).toEqual([
      "fisher less",
      "fisher greater",
    ]);
    expect(got.agrees).toBe(true); // R: fisher.test(…, alternative = "less") 0.02625
  });

  it("agrees with the tests computed one by one, over all pairs of counts", () => {
    const cases = fc.record({
      n1: fc.integer({ min: 2, max: 60 }),
      n2: fc.integer({ min: 2, max: 60 }),
      c1: fc.nat(),
      c2: fc.nat(),
      p: fc.integer({ min: 0, max: 1000 }),
      sides: fc.constantFrom(1 as const, 2 as const),
    });
    fc.assert(
      fc.property(cases, ({ n1, n2, c1, c2, p, sides }) => {
        const from = (seed: number, n: number) => [
          ...new Set([0, 1, 2].map((by) => Math.min(n, (seed % n) + by))),
        ];
        const [first, second] = [from(c1, n1), from(c2, n2)];
        const printed = (p / 1000).toFixed(3);
        const got = proportionPExplained(
          { n: n1, counts: first },
          { n: n2, counts: second },
          printed,
          { sides },
        );
        const agrees = first.some((a) =>
          second.some((b) => {
            const arms = [
              { n: n1, count: a },
              { n: n2, count: b },
            ] as const;
            return twoProportionsP(...arms, { p: printed }).pairs[0]!.tests.some(
              (t) => t.agrees && (t.alternative === "two-sided") === (sides === 2),
            );
          }),
        );
        expect(got.agrees).toBe(agrees);
      }),
      { numRuns: 60 },
    );
  });

  it("never denies a p that one of the tests gave", () => {
    const random = seeded(51);
    for (let i = 0; i < 80_000; i++) {
      const [a, b] = [0, 1].map(() => {
        const n = 46 + random.integer(100);
        return { n, count: random.integer(n + 1) };
      });
      const sides = random.uniform() < 0.3 ? 1 : 2;
      const tests = quickProportionTests(a!, b!).filter(
        ({ alternative, p }) => (alternative === "two-sided") === (sides === 2) && !Number.isNaN(p),
      );
      const { p } = tests[random.integer(tests.length)]!;
      const printed = printedP(Math.min(1, p), random, someRule(random));
      const counts = (arm: { n: number; count: number }) => ({ n: arm.n, counts: [arm.count] });
      const got = proportionPExplained(counts(a!), counts(b!), printed, { sides });
      if (!got.agrees) expect({ a, b, printed, got }).toBeUndefined();
    }
  });

  it("thins many pairs of counts, keeping the extremes, and decides what is beyond them", () => {
    const counts = (from: number) => Array.from({ length: 101 }, (_, i) => from + i);
    const first = { n: 10_000, counts: counts(1950) };
    const second = { n: 10_000, counts: counts(2050) };
    const got = proportionPExplained(first, second, "0.0000000001");
    expect(got).toMatchObject({ note: "thinned", agrees: false });
    const pairs = got.pairs.map((pair) => `${pair.first.count} ${pair.second.count}`);
    expect(pairs).toContain("1950 2150");
    expect(pairs).toContain("2050 2050");
  });

  it("leaves Boschloo's test undecided in arms too large for it, only where it may agree", () => {
    const arms = [one(10, 5000), one(20, 5000)] as const;
    expect(proportionPExplained(...arms, "0.08").undecided).toEqual(["boschloo"]);
    expect(proportionPExplained(...arms, "0.5").undecided).toEqual([]);
    expect(proportionPExplained(...arms, "0.01").undecided).toEqual([]);
    expect(proportionPExplained(...arms, "0.5", { tests: ["barnard"] }).undecided).toEqual([
      "barnard",
    ]);
  });

  it("refuses arms without counts, unknown tests and bad sides", () => {
    const arm = one(3, 12);
    expect(() => proportionPExplained({ n: 12, counts: [] }, arm, "0.1")).toThrow("list of counts");
    expect(() => proportionPExplained(one(13, 12), arm, "0.1")).toThrow("from 0 to 12; got 13");
    expect(() => proportionPExplained(arm, arm, "1.1")).toThrow("a p between 0 and 1");
    expect(() => proportionPExplained(arm, arm, "0.1", { tests: ["t" as "fisher"] })).toThrow(
      'needs tests among fisher, fisher-doubled, fisher-mid-p, chi2, chi2-n-1, yates, g, barnard, boschloo; got "t"',
    );
    expect(() => proportionPExplained(arm, arm, "0.1", { sides: 3 as 2 })).toThrow("of 1 or 2");
  });
});
