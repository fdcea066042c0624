import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cohenKappa, twoRaterAgreement } from "../../../src/analysis/index.js";
import { squareTables, transposed } from "./tables.js";

describe("twoRaterAgreement", () => {
  it("tells positive from negative agreement where kappa is a paradox", () => {
    const got = twoRaterAgreement([
      [118, 5],
      [2, 0],
    ]);
    expect(got.specific[0]!.value).toBeCloseTo(236 / 243, 14);
    expect(got.specific[1]!.value).toBe(0);
    expect(got.specific[1]!.ci.lower).toBe(0);
    expect(got.specific[1]!.ci.upper).toBeGreaterThan(0);
    expect(got.brennanPrediger.value).toBeCloseTo(2 * got.observed.value - 1, 14);
    expect(got.biasIndex).toBeCloseTo(3 / 125, 14);
    expect(got.prevalenceIndex).toBeCloseTo(118 / 125, 14);
  });

  it("explains kappa by prevalence, bias and PABAK", () => {
    fc.assert(
      fc.property(squareTables(2), (table) => {
        const got = twoRaterAgreement(table);
        fc.pre(got.scottPi.note !== "one-category");
        // [@byrt1993] κ = (PABAK − PI² + BI²)/(1 − PI² + BI²)
        const shift = got.biasIndex ** 2 - got.prevalenceIndex ** 2;
        const kappa = (got.brennanPrediger.value + shift) / (1 + shift);
        expect(cohenKappa(table, "unweighted").kappa.value).toBeCloseTo(kappa, 10);
      }),
    );
  });

  it("never has a kappa above the largest, which equal margins make 1", () => {
    fc.assert(
      fc.property(squareTables(4), (table) => {
        const { kappa } = cohenKappa(table, "unweighted");
        fc.pre(!Number.isNaN(kappa.value));
        const got = twoRaterAgreement(table);
        expect(kappa.value).toBeLessThanOrEqual(got.largestKappa + 1e-12);
        const equal = table.map((row, i) => row.map((count, j) => count + table[j]![i]!));
        expect(twoRaterAgreement(equal).largestKappa).toBeCloseTo(1, 12);
      }),
    );
  });

  it("does not ask which rater is first", () => {
    fc.assert(
      fc.property(squareTables(3), (table) => {
        const one = twoRaterAgreement(table);
        const other = twoRaterAgreement(transposed(table));
        expect(other.specific).toEqual(one.specific);
        expect(other.gwetAc1.value).toBeCloseTo(one.gwetAc1.value, 12);
        expect(other.scottPi.standardError).toBeCloseTo(one.scottPi.standardError, 12);
        expect(other.largestKappa).toBeCloseTo(one.largestKappa, 12);
      }),
    );
  });

  it("leaves undefined what a table does not have", () => {
    const got = twoRaterAgreement([
      [3, 1, 0],
      [1, 2, 0],
      [0, 0, 0],
    ]);
    expect(got.specific[2]!.value).toBeNaN();
    expect(got.prevalenceIndex).toBeNaN();
    expect(got.biasIndex).toBeNaN();
  });
});
