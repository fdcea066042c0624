import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementTable, cohenKappa, lightKappa } from "../../../src/analysis/index.js";
import { ratingRows } from "./tables.js";

const LEVELS = [1, 2, 3];

describe("lightKappa", () => {
  it("is Cohen's kappa for two raters, standard error and all", () => {
    fc.assert(
      fc.property(ratingRows(2, 3), (rows) => {
        const table = agreementTable(
          rows.map((row) => row[0]!),
          rows.map((row) => row[1]!),
          LEVELS,
        );
        const cohen = cohenKappa(table, "quadratic");
        const light = lightKappa(rows, LEVELS, "quadratic");
        expect(light.kappa.value).toBeCloseTo(cohen.kappa.value, 12);
        expect(light.standardError).toBeCloseTo(cohen.standardError, 12);
      }),
    );
  });

  it("keeps its value and standard error when a rater is doubled beside one that agrees", () => {
    const rows = [
      [1, 1],
      [2, 3],
      [3, 3],
      [2, 2],
      [1, 2],
    ];
    const two = lightKappa(rows, LEVELS, "unweighted");
    const doubled = lightKappa(
      rows.map(([a, b]) => [a!, a!, b!]),
      LEVELS,
      "unweighted",
    );
    expect(doubled.pairs.map(({ kappa }) => kappa)).toEqual([
      1,
      expect.closeTo(two.kappa.value, 12),
      expect.closeTo(two.kappa.value, 12),
    ]);
    expect(doubled.kappa.value).toBeCloseTo((1 + 2 * two.kappa.value) / 3, 12);
    expect(doubled.standardError).toBeCloseTo((2 / 3) * two.standardError, 12);
  });

  it("is not defined when a pair of raters used one category", () => {
    const got = lightKappa(
      [
        [1, 1, 2],
        [1, 1, 1],
        [1, 1, 2],
      ],
      LEVELS,
      "linear",
    );
    expect(got.note).toBe("one-category");
    expect(got.kappa.value).toBeNaN();
    expect(got.pairs[0]!.kappa).toBeNaN();
    expect(got.pairs[1]!.kappa).toBe(0);
  });
});
