import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AlphaMetric, krippendorffAlpha } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import { ratingRows } from "./tables.js";

/** Krippendorff's example of four observers and twelve units, 0 where a rating is missing. */
const OBSERVERS = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
  [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
];
const units = OBSERVERS[0]!.map((_, u) => OBSERVERS.map((row) => row[u] || null));
const LEVELS = [1, 2, 3, 4, 5];

const alpha = (rows: readonly (number | null)[][], metric: AlphaMetric, levels = LEVELS): number =>
  krippendorffAlpha(rows, levels, metric).alpha.value;

describe("krippendorffAlpha", () => {
  it("gives the four values that Krippendorff prints", () => {
    expect(alpha(units, "nominal")).toBeCloseTo(0.743, 3);
    expect(alpha(units, "ordinal")).toBeCloseTo(0.815, 3);
    expect(alpha(units, "interval")).toBeCloseTo(0.849, 3);
    expect(alpha(units, "ratio")).toBeCloseTo(0.797, 3);
    const { n, units: paired, ratings } = krippendorffAlpha(units, LEVELS, "nominal");
    expect([n, paired, ratings]).toEqual([12, 11, 40]); // unit 12 has a single rating
  });

  it("has one value and one standard error for two categories, whatever the metric", () => {
    fc.assert(
      fc.property(ratingRows(3, 2), (rows) => {
        const binary = rows.map((row) => row.map((code) => code - 1));
        const nominal = krippendorffAlpha(binary, [0, 1], "nominal");
        for (const metric of ["ordinal", "interval", "ratio"] as const) {
          const other = krippendorffAlpha(binary, [0, 1], metric);
          expect(other.alpha.value).toBeCloseTo(nominal.alpha.value, 10);
          expect(other.standardError).toBeCloseTo(nominal.standardError, 10);
        }
      }),
    );
  });

  it("keeps what each scale may lose: names, order, unit and origin, unit", () => {
    const renamed = (to: (x: number) => number): (number | null)[][] =>
      units.map((row) => row.map((x) => (x === null ? null : to(x))));
    const same = (metric: AlphaMetric, to: (x: number) => number): void => {
      const [one, other] = [
        krippendorffAlpha(units, LEVELS, metric),
        krippendorffAlpha(renamed(to), LEVELS.map(to), metric),
      ];
      expect(other.alpha.value).toBeCloseTo(one.alpha.value, 12);
      expect(other.standardError).toBeCloseTo(one.standardError, 12);
    };
    same("nominal", (x) => 1 / x);
    same("ordinal", (x) => x ** 3);
    same("interval", (x) => 3 * x - 7);
    same("ratio", (x) => 10 * x);
  });

  it("has a standard error near the jackknife's, ordinal distances moving along", () => {
    const random = seeded(20240611);
    const rows = Array.from({ length: 200 }, () => {
      const truth = 1 + random.integer(5);
      return [0, 1, 2].map(() =>
        Math.min(5, Math.max(1, truth + (random.uniform() < 0.4 ? random.integer(3) - 1 : 0))),
      );
    });
    for (const metric of ["nominal", "ordinal", "interval", "ratio"] as const) {
      const left = rows.map((_, i) => alpha(rows.toSpliced(i, 1), metric));
      const mean = left.reduce((sum, x) => sum + x, 0) / left.length;
      const square = left.reduce((sum, x) => sum + (x - mean) ** 2, 0);
      const jackknife = Math.sqrt((square * (left.length - 1)) / left.length);
      const { standardError } = krippendorffAlpha(rows, LEVELS, metric);
      expect(Math.abs(standardError / jackknife - 1)).toBeLessThan(0.02);
    }
  });

  it("makes a bootstrap interval with a seed, the same each time", () => {
    const got = krippendorffAlpha(units, LEVELS, "ordinal", { random: seeded(7), replicates: 200 });
    const again = krippendorffAlpha(units, LEVELS, "ordinal", {
      random: seeded(7),
      replicates: 200,
    });
    expect(again.bootstrap).toEqual(got.bootstrap);
    expect(got.bootstrap!.lower).toBeLessThan(got.alpha.value);
    expect(got.bootstrap!.upper).toBeGreaterThan(got.alpha.value);
    expect(krippendorffAlpha(units, LEVELS, "ordinal")).not.toHaveProperty("bootstrap");
  });

  it("notes equal ratings, no pairs and full agreement", () => {
    const equal = krippendorffAlpha(
      [
        [2, 2],
        [2, 2],
      ],
      LEVELS,
      "interval",
      { random: seeded(1) },
    );
    expect(equal.note).toBe("one-category");
    expect([equal.alpha.value, equal.bootstrap!.lower]).toEqual([NaN, NaN]);
    const single = krippendorffAlpha(
      [
        [2, null],
        [null, 3],
      ],
      LEVELS,
      "nominal",
    );
    expect(single.note).toBe("no-pairs");
    expect(single.alpha.value).toBeNaN();
    const full = krippendorffAlpha(
      [
        [2, 2],
        [3, 3],
      ],
      LEVELS,
      "ratio",
    );
    expect(full.note).toBe("perfect-agreement");
    expect(full.alpha.ci).toEqual({ lower: 1, upper: 1, level: 0.95 });
  });

  it("refuses words where a distance needs numbers", () => {
    expect(() => krippendorffAlpha([["S", "M"]], ["S", "M"], "interval")).toThrow(
      'krippendorffAlpha: needs levels that are numbers for the metric "interval"; got "S"',
    );
    expect(() => krippendorffAlpha([[-1, 1]], [-1, 1], "ratio")).toThrow("got -1");
  });
});
