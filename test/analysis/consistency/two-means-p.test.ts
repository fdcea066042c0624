import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type PRange,
  studentTest,
  twoMeansCorners,
  twoMeansP,
  welchTest,
} from "../../../src/analysis/index.js";
import { mean, sampleStandardDeviation, seeded, tSurvival } from "../../../src/numeric/index.js";
import { printed, printedP, someRule } from "../../printing.js";

function range(ranges: readonly PRange[], key: string): PRange {
  return ranges.find((r) => `${r.test} ${r.spread} ${r.alternative}` === key)!;
}

const group = fc.record({
  n: fc.integer({ min: 2, max: 30 }),
  mean: fc.double({ min: -20, max: 20, noNaN: true }),
  spread: fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 8, noNaN: true })),
});

describe("twoMeansP", () => {
  it("spans the corners of the rounded means and SDs", () => {
    const [first, second] = [
      { n: 18, mean: "35.2", sd: "8.1" },
      { n: 18, mean: "42.6", sd: "11.0" },
    ];
    const { ranges } = twoMeansP({ ...first, spread: first.sd }, { ...second, spread: second.sd });
    const welch = range(ranges, "welch sd two-sided");
    const corners = twoMeansCorners(first, second);
    expect(welch.asPrinted).toBeCloseTo(corners.asPrinted.p, 14);
    expect(welch.lower).toBeLessThanOrEqual(corners.least);
    expect(welch.upper).toBeGreaterThanOrEqual(corners.most);
    expect(welch.lower / corners.least).toBeCloseTo(1, 3); // and is hardly wider
    expect(welch.upper / corners.most).toBeCloseTo(1, 3);
  });

  it("reads ± as SD and as SEM", () => {
    const { ranges } = twoMeansP(
      { n: 21, mean: "561.4", spread: "25.3" },
      { n: 21, mean: "651.6", spread: "32.1" },
      { p: "<0.05" },
    );
    const asSd = studentTest({ mean: 561.4, sd: 25.3, n: 21 }, { mean: 651.6, sd: 32.1, n: 21 });
    expect(range(ranges, "t sd two-sided").asPrinted / asSd.p).toBeCloseTo(1, 10);
    const factor = Math.sqrt(21);
    const asSem = welchTest(
      { mean: 561.4, sd: 25.3 * factor, n: 21 },
      { mean: 651.6, sd: 32.1 * factor, n: 21 },
    );
    expect(range(ranges, "welch sem two-sided").asPrinted / asSem.p).toBeCloseTo(1, 10);
  });

  it("holds the p of every value inside the rounding, for every reading and test", () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const within = fc.tuple(unit, unit, unit, unit);
    const decimals = fc.integer({ min: 0, max: 2 });
    fc.assert(
      fc.property(group, group, decimals, within, (a, b, places, at) => {
        const half = 0.5 / 10 ** places;
        const inside = (text: string, u: number): number => Number(text) + (2 * u - 1) * half;
        const first = { n: a.n, mean: a.mean.toFixed(places), spread: a.spread.toFixed(places) };
        const second = { n: b.n, mean: b.mean.toFixed(places), spread: b.spread.toFixed(places) };
        const { ranges } = twoMeansP(first, second);
        const m1 = inside(first.mean, at[0]);
        const m2 = inside(second.mean, at[1]);
        const s1 = Math.max(0, inside(first.spread, at[2]));
        const s2 = Math.max(0, inside(second.spread, at[3]));
        fc.pre(s1 + s2 >= 1e-9);
        for (const spread of ["sd", "sem"] as const) {
          const k = spread === "sd" ? [1, 1] : [Math.sqrt(a.n), Math.sqrt(b.n)];
          const one = { mean: m1, sd: s1 * k[0]!, n: a.n };
          const two = { mean: m2, sd: s2 * k[1]!, n: b.n };
          for (const [test, run] of [
            ["t", studentTest],
            ["welch", welchTest],
          ] as const) {
            const { t, df, p } = run(one, two);
            const ps = { "two-sided": p, greater: tSurvival(t, df), less: tSurvival(-t, df) };
            for (const [alternative, value] of Object.entries(ps)) {
              const { lower, upper } = range(ranges, `${test} ${spread} ${alternative}`);
              expect(value).toBeGreaterThanOrEqual(lower);
              expect(value).toBeLessThanOrEqual(upper);
            }
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("never contradicts data that were summarised, tested and printed", () => {
    const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), {
      minLength: 2,
      maxLength: 12,
    });
    const printing = fc.record({
      places: fc.integer({ min: 0, max: 2 }),
      pPlaces: fc.integer({ min: 1, max: 4 }),
      useWelch: fc.boolean(),
      useSem: fc.boolean(),
      isOneSided: fc.boolean(),
    });
    fc.assert(
      fc.property(
        values,
        values,
        printing,
        (x, y, { places, pPlaces, useWelch, useSem, isOneSided }) => {
          const summary = (data: number[]): { mean: number; sd: number; n: number } => ({
            mean: mean(data),
            sd: sampleStandardDeviation(data),
            n: data.length,
          });
          const [a, b] = [summary(x), summary(y)];
          const { p, t, df } = useWelch ? welchTest(a, b) : studentTest(a, b);
          fc.pre(!Number.isNaN(p));
          const print = (one: typeof a): { n: number; mean: string; spread: string } => ({
            n: one.n,
            mean: one.mean.toFixed(places),
            spread: (useSem ? one.sd / Math.sqrt(one.n) : one.sd).toFixed(places),
          });
          const text = (isOneSided ? tSurvival(t, df) : p).toFixed(pPlaces);
          expect(twoMeansP(print(a), print(b), { p: text }).agrees).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("never contradicts summaries, whatever the test, the reading of ±, the side and the rounding", () => {
    const random = seeded(52);
    for (let i = 0; i < 60_000; i++) {
      const [a, b] = [0, 1].map(() => ({
        n: 2 + random.integer(60),
        mean: 10 * random.normal(),
        sd: 0.05 + 8 * random.uniform() * random.uniform(),
      }));
      const { t, df, p } = (random.uniform() < 0.5 ? welchTest : studentTest)(a!, b!);
      const isOneSided = random.uniform() < 0.2;
      const isSem = random.uniform() < 0.5;
      const [places, rule] = [1 + random.integer(3), someRule(random)];
      const [first, second] = [a!, b!].map(({ n, mean: m, sd }) => ({
        n,
        mean: printed(m, places, rule),
        spread: printed(isSem ? sd / Math.sqrt(n) : sd, places, rule),
      }));
      const text = printedP(isOneSided ? tSurvival(Math.abs(t), df) : p, random, rule);
      const { agrees } = twoMeansP(first!, second!, { p: text });
      if (!agrees) expect({ a, b, first, second, text }).toBeUndefined();
    }
  });

  it("works with an SD of 0 in one arm or both", () => {
    const one = twoMeansP(
      { n: 12, mean: "1", spread: "0" },
      { n: 12, mean: "1.7", spread: "0.8" },
      { p: "0.01" },
    );
    const welch = range(one.ranges, "welch sd two-sided");
    expect(welch.agrees).toBe(true);
    // R 4.2: 2 * pt(-0.7 / (0.8 / sqrt(12)), 11)
    expect(welch.asPrinted).toBeCloseTo(0.0114270608149736, 12);
    const both = twoMeansP({ n: 5, mean: "20", spread: "0" }, { n: 6, mean: "21", spread: "0" });
    expect(range(both.ranges, "t sd two-sided").asPrinted).toBeNaN();
    expect(range(both.ranges, "t sd two-sided").lower).toBe(0);
  });

  it("contradicts a p that no value inside the rounding gives", () => {
    const got = twoMeansP(
      { n: 12, mean: "55", spread: "17" },
      { n: 12, mean: "73", spread: "24" },
      { p: "<0.01" },
    );
    expect(got.agrees).toBe(false);
    expect(got.ranges.some(({ agrees }) => agrees)).toBe(false);
  });

  it("exchanges less and greater when the groups swap", () => {
    const a = { n: 12, mean: "1.3", spread: "0.7" };
    const b = { n: 11, mean: "2.5", spread: "1.2" };
    const one = twoMeansP(a, b).ranges;
    const other = twoMeansP(b, a).ranges;
    for (const key of ["t sd", "welch sd", "t sem", "welch sem"]) {
      const less = range(one, `${key} less`);
      const greater = range(other, `${key} greater`);
      expect(greater.lower).toBeCloseTo(less.lower, 13);
      expect(greater.upper).toBeCloseTo(less.upper, 13);
    }
  });

  it("refuses single values, negative spreads and unreadable numbers", () => {
    const good = { n: 12, mean: "1", spread: "2" };
    expect(() => twoMeansP({ ...good, n: 1 }, good)).toThrow(
      "needs n of at least 2 in each group; got 1",
    );
    expect(() => twoMeansP(good, { ...good, spread: "-2" })).toThrow('at least 0; got "-2"');
    expect(() => twoMeansP({ ...good, mean: "1 ± 2" }, good)).toThrow("needs a printed number");
    expect(() => twoMeansP(good, good, { p: "high" })).toThrow("twoMeansP: needs a p such as");
  });
});
