import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrap, InvalidInput, mean, seeded } from "../../src/numeric/index.js";

const rows = [4.1, 2.2, 9.5, 3.3, 7.7, 1.2, 5.8, 6.4];
const average = (values: readonly number[]): number => mean(values);

describe("bootstrap", () => {
  it("gives the same replicates for the same seed, whatever was drawn or asked before", () => {
    const random = seeded(7);
    const first = bootstrap(average, rows, { random, replicates: 50 });
    random.uniform();
    const more = bootstrap(average, rows, { random, replicates: 80 });
    expect([...more.replicates.subarray(0, 50)]).toEqual([...first.replicates]);
    const other = bootstrap(average, rows, { random: seeded(8), replicates: 50 });
    expect([...other.replicates]).not.toEqual([...first.replicates]);
  });

  it("finds the standard error and the influence of a mean", () => {
    const { estimate, standardError, bias, influence, failed } = bootstrap(average, rows, {
      random: seeded(3),
      replicates: 4000,
    });
    expect(estimate).toBe(mean(rows));
    const spread = Math.sqrt(mean(rows.map((x) => (x - estimate) ** 2)) / rows.length);
    expect(Math.abs(standardError / spread - 1)).toBeLessThan(0.05); // 4 standard deviations
    expect(Math.abs(bias)).toBeLessThan((4 * spread) / Math.sqrt(4000));
    expect(failed).toBe(0);
    for (const [i, x] of rows.entries()) expect(influence[i]).toBeCloseTo(x - estimate, 12);
  });

  it("keeps the size of each stratum", () => {
    const strata = ["a", "b", "a", "a", "b", "a", "a", "b"];
    const indices = rows.map((_, i) => i);
    const inB = (drawn: readonly number[]): number => drawn.filter((i) => strata[i] === "b").length;
    const { replicates } = bootstrap(inB, indices, { random: seeded(1), replicates: 40, strata });
    expect(new Set(replicates)).toEqual(new Set([3]));
    const free = bootstrap(inB, indices, { random: seeded(1), replicates: 40 });
    expect(new Set(free.replicates).size).toBeGreaterThan(2);
  });

  it("draws the rows of a cluster together, and as many clusters as there are", () => {
    const clusters = [1, 1, 1, 2, 2, 3, 3, 4];
    const indices = rows.map((_, i) => i);
    const drawn: number[][] = [];
    const { influence } = bootstrap(
      (some) => {
        drawn.push([...some]);
        return some.length;
      },
      indices,
      { random: seeded(2), replicates: 30, clusters },
    );
    expect(influence.length).toBe(4);
    for (const some of drawn.slice(0, 31)) {
      const times = [1, 2, 3, 4].map((cluster) => {
        const members = indices.filter((i) => clusters[i] === cluster);
        const counts = members.map((i) => some.filter((row) => row === i).length);
        expect(new Set(counts).size).toBe(1);
        return counts[0]!;
      });
      expect(times.reduce((sum, n) => sum + n, 0)).toBe(4);
    }
  });

  it("counts replicates that the statistic refuses or cannot give, and keeps their places", () => {
    const range = (values: readonly number[]): number => {
      if (!values.includes(9.5)) throw new InvalidInput("range", "needs the largest row");
      return values.includes(1.2) ? 9.5 - 1.2 : Number.NaN;
    };
    const found = bootstrap(range, rows, { random: seeded(4), replicates: 200 });
    expect(found.failed).toBe([...found.replicates].filter(Number.isNaN).length);
    expect(found.failed).toBeGreaterThan(50);
    expect(found.failed).toBeLessThan(190);
    expect(found.standardError).toBeCloseTo(0, 12);
    expect(found.influence[2]).toBeNaN();
    const broken = (values: readonly number[]): number => {
      if (!values.includes(9.5)) throw new TypeError("a slip of the author");
      return 1;
    };
    expect(() => bootstrap(broken, rows, { random: seeded(4) })).toThrow(TypeError);
  });

  it("gives each replicate its standard error by the formula", () => {
    const formulaError = (values: readonly number[]): number => Math.max(...values);
    const found = bootstrap(average, rows, { random: seeded(5), replicates: 20, formulaError });
    expect(found.formulaError).toBe(9.5);
    expect(found.formulaErrors!.length).toBe(20);
    expect(found.formulaErrors!.every((error, i) => error >= found.replicates[i]!)).toBe(true);
  });

  it("moves with its data", () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.nat(), (shift, seed) => {
        const here = bootstrap(average, rows, { random: seeded(seed), replicates: 10 });
        const there = bootstrap(
          average,
          rows.map((x) => x + shift),
          { random: seeded(seed), replicates: 10 },
        );
        for (const [i, value] of there.replicates.entries()) {
          expect(value).toBeCloseTo(here.replicates[i]! + shift, 11);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("refuses too few rows, labels that do not fit, and data without the statistic", () => {
    const random = seeded(1);
    expect(() => bootstrap(average, [1], { random })).toThrow("needs at least 2 rows; got 1");
    expect(() => bootstrap(average, rows, { random, strata: [1, 2] })).toThrow(
      "bootstrap: needs strata to label each of 8 rows; got 2",
    );
    expect(() =>
      bootstrap(average, [1, 2, 3], { random, strata: [0, 0, 1], clusters: ["a", "b", "b"] }),
    ).toThrow("needs clusters within one stratum; b is in several");
    expect(() => bootstrap(() => Number.NaN, rows, { random })).toThrow(
      "needs a finite statistic of the data; got NaN",
    );
  });
});
