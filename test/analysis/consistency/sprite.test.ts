import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grimmer, sprite } from "../../../src/analysis/index.js";
import { mean, sampleStandardDeviation, seeded } from "../../../src/numeric/index.js";
import { printed } from "./printed-sample.js";

/** All ways to put n subjects on the values from `least` to `most`, as counts. */
function multisets(n: number, size: number): number[][] {
  if (size === 1) return [[n]];
  return Array.from({ length: n + 1 }, (_, first) =>
    multisets(n - first, size - 1).map((rest) => [first, ...rest]),
  ).flat();
}

const valuesOf = (counts: readonly number[], least: number): number[] =>
  counts.flatMap((count, i) => Array<number>(count).fill(least + i));

/** Median and modes of a distribution. */
function middleOf(counts: readonly number[], least: number): { median: number; modes: number[] } {
  const values = valuesOf(counts, least);
  const half = values.length / 2;
  const most = Math.max(...counts);
  return {
    median: (values[Math.ceil(half) - 1]! + values[Math.floor(half)]!) / 2,
    modes: counts.flatMap((count, i) => (count === most ? [least + i] : [])),
  };
}

const ascending = (values: Iterable<number>): number[] =>
  [...new Set(values)].sort((a, b) => a - b);

/** Both roundings of a half, decided away from the double that stands for it. */
const printsAs = (value: number, text: string): boolean =>
  Math.abs(value - Number(text)) <= 0.5 / 10 ** (text.split(".")[1] ?? "").length + 1e-9;

const LISTED = { limit: 3000 };

describe("sprite", () => {
  it("lists what an enumeration of every multiset finds, and what is common to all", () => {
    const random = seeded(2018);
    for (let trial = 0; trial < 150; trial++) {
      const n = 2 + random.integer(8);
      const least = random.integer(3) - 1;
      const size = 1 + random.integer(6);
      const sample = Array.from({ length: n }, () => least + random.integer(size));
      const [meanText, sdText] = printed(sample, random.integer(3), random.integer(3));
      const scale = { least, most: least + size - 1 };
      const all = multisets(n, size).filter((counts) => {
        const values = valuesOf(counts, least);
        return (
          printsAs(mean(values), meanText) && printsAs(sampleStandardDeviation(values), sdText)
        );
      });
      const got = sprite(meanText, sdText, n, scale);
      const inOrder = (many: readonly (readonly number[])[]): string[] =>
        many.map((counts) => counts.join(" ")).sort();
      expect(inOrder(got.distributions)).toEqual(inOrder(all));
      expect(got).toMatchObject({ total: all.length, exhaustive: true, reason: "none" });
      const { counts, medians, modes } = got.inAll!;
      expect(counts).toEqual(
        Array.from({ length: size }, (_, i) => {
          const ofValue = all.map((one) => one[i]!);
          return { value: least + i, least: Math.min(...ofValue), most: Math.max(...ofValue) };
        }),
      );
      const middles = all.map((one) => middleOf(one, least));
      expect(medians).toEqual(ascending(middles.map(({ median }) => median)));
      expect(modes).toEqual(ascending(middles.flatMap((one) => one.modes)));
    }
  });

  it("holds the sample that was summarised, on an open scale too", () => {
    const sample = fc.array(fc.integer({ min: -3, max: 6 }), { minLength: 2, maxLength: 12 });
    const decimals = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(sample, decimals, decimals, fc.boolean(), (values, first, second, even) => {
        const [meanText, sdText] = printed(values, first, second, even ? "half-even" : "half-up");
        for (const scale of [{}, { least: -3 }, { most: 6 }, { least: -3, most: 6 }]) {
          const { scale: shown, ...got } = sprite(meanText, sdText, values.length, scale, LISTED);
          const own = new Array<number>(shown.most - shown.least + 1).fill(0);
          for (const value of values) own[value - shown.least]! += 1;
          const isOwn = (one: readonly number[]): boolean => one.every((x, i) => x === own[i]);
          if (got.exhaustive) expect(got.distributions.some(isOwn)).toBe(true);
          for (const { value, least, most } of got.inAll!.counts) {
            const count = own[value - shown.least]!;
            expect(least <= count && count <= most).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("knows that 1.33 ± 0.7 devices in 12 patients are 9 × 1, 2 × 2 and 1 × 3", () => {
    // Eng 2018. Sum 16 (15.96 to 16.02). 11·0.65² = 4.65 and 11·0.75² = 6.19 less 16/12 = 1.33: the
    // squared numbers of further devices sum to 6 (even, as their sum 4): 4 + 1 + 1.
    const got = sprite("1.33", "0.7", 12, { least: 1 });
    expect(got.scale).toEqual({ least: 1, most: 3 });
    expect(got.distributions).toEqual([[9, 2, 1]]);
    expect(got.inAll).toMatchObject({ medians: [1], modes: [1] });
  });

  it("draws each distribution as often as any other where it lists none", () => {
    const options = { random: seeded(7), limit: 10, draws: 4000 };
    const all = sprite("2.5", "1.2", 12, { least: 1 });
    const { exhaustive, total, distributions } = sprite("2.5", "1.2", 12, { least: 1 }, options);
    expect([exhaustive, total]).toEqual([false, 16]);
    const times = new Map<string, number>(all.distributions.map((one) => [String(one), 0]));
    for (const one of distributions) times.set(String(one), times.get(String(one))! + 1);
    const chiSquare = [...times.values()].reduce((sum, o) => sum + (o - 250) ** 2 / 250, 0);
    expect(chiSquare).toBeLessThan(37.7); // 99.9 % of χ² on 15 degrees of freedom
    expect(sprite("2.5", "1.2", 12, { least: 1 }, { limit: 10 }).distributions).toEqual([]);
  });

  it("makes samples by shifts where there are too many to count, and says so", () => {
    const options = { random: seeded(3), draws: 20 };
    const got = sprite("50.12", "20.11", 300, { least: 0, most: 100 }, options);
    expect(got).toMatchObject({ total: Number.NaN, exhaustive: false, note: "not-counted" });
    expect(got.distributions.length).toBe(20);
    for (const counts of got.distributions) {
      const values = valuesOf(counts, 0);
      expect(values).toHaveLength(300);
      expect(printsAs(mean(values), "50.12")).toBe(true);
      expect(printsAs(sampleStandardDeviation(values), "20.11")).toBe(true);
    }
  });

  it("says which test fails where there is none, as grimmer does", () => {
    const scale = { least: 1, most: 7 };
    for (const [m, sd, n] of [
      ["5.19", "1.10", 28],
      ["3.44", "2.47", 18],
      ["6.50", "2.50", 20],
    ] as const) {
      const got = sprite(m, sd, n, scale);
      expect(got).toMatchObject({ total: 0, exhaustive: true, distributions: [] });
      expect(got.reason).toBe(grimmer(m, sd, n, scale).reason);
    }
    expect(sprite("2.00", "0.67", 10, { least: 5 }).reason).toBe("scale");
  });

  it("reads the spread as it is told", () => {
    // 1 + 1 + 1 + 3: SD 1, standard error 0.5, SD of a population 0.87.
    const scale = { least: 1, most: 3 };
    expect(sprite("1.50", "0.50", 4, scale, { spread: "sem" }).distributions).toEqual([[3, 0, 1]]);
    expect(sprite("1.50", "0.87", 4, scale, { spread: "population-sd" }).total).toBe(1);
    expect(sprite("1.50", "0.87", 4, scale).total).toBe(0);
  });

  it("refuses what would never end", () => {
    expect(() => sprite("5e3", "1", 12, {})).toThrow("sprite: needs a printed number");
    expect(() => sprite("5000", "4000", 12, {})).toThrow("sprite: needs a scale of at most 10000");
    expect(() => sprite("2.00", "1.00", 1e6, {})).toThrow("sprite: needs n of at most 100000");
  });
});
