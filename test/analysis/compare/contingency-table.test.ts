import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contingencyTable, pearsonChiSquare } from "../../../src/analysis/index.js";

const count = fc.integer({ min: 1, max: 30 });

describe("contingencyTable", () => {
  it("of two rows and columns is the fourfold table", () => {
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const table = [
          [a, b],
          [c, d],
        ] as const;
        const [got, fourfold] = [contingencyTable(table), pearsonChiSquare(table)];
        expect(got.pearson.statistic).toBeCloseTo(fourfold.statistic, 9);
        expect(got.likelihoodRatio.statistic).toBeCloseTo(fourfold.likelihoodRatio.statistic, 9);
        expect(got.cramersV.value).toBeCloseTo(Math.abs(fourfold.phi), 10);
      }),
      { numRuns: 30 },
    );
  });

  it("does not change when the table is transposed", () => {
    const table = [
      [6, 4, 1],
      [10, 7, 3],
    ];
    const turned = contingencyTable(table[0]!.map((_, j) => table.map((row) => row[j]!)));
    expect(turned.cramersV.ci.upper).toBeCloseTo(contingencyTable(table).cramersV.ci.upper, 12);
    expect(turned.pearson.p).toBeCloseTo(contingencyTable(table).pearson.p, 14);
  });

  it("has an interval of V that ends at 0 exactly where the test does not reject", () => {
    const table = [
      [12, 4, 9],
      [5, 11, 9],
    ];
    const { p } = contingencyTable(table).pearson;
    expect(contingencyTable(table, { level: 1 - 2 * p - 1e-9 }).cramersV.ci.lower).toBeGreaterThan(
      0,
    );
    expect(contingencyTable(table, { level: 1 - 2 * p + 1e-9 }).cramersV.ci.lower).toBe(0);
  });

  it("notes an empty row, and small expected counts", () => {
    const empty = contingencyTable([
      [0, 0],
      [3, 4],
    ]);
    expect([empty.note, empty.pearson.p, empty.cramersV.ci.lower]).toEqual([
      "empty-margin",
      Number.NaN,
      Number.NaN,
    ]);
    const small = contingencyTable([
      [1, 2],
      [3, 4],
    ]);
    expect(small.note).toBe("small-expected");
  });
});
