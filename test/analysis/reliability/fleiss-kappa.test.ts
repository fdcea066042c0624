import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementCoefficients, fleissKappa } from "../../../src/analysis/index.js";
import { ratingRows } from "./tables.js";

const LEVELS = [1, 2, 3, 4];

describe("fleissKappa", () => {
  it("agrees with Gwet's family, interval and all", () => {
    fc.assert(
      fc.property(ratingRows(4, 3), (rows) => {
        const got = fleissKappa(rows, LEVELS, { level: 0.9 });
        const { fleiss, percentAgreement } = agreementCoefficients(rows, LEVELS, "unweighted", {
          level: 0.9,
        });
        expect(got.observed).toBeCloseTo(percentAgreement.value, 12);
        expect(got.kappa.value).toBeCloseTo(fleiss.value, 12);
        expect(got.standardError).toBeCloseTo(fleiss.standardError, 12);
        expect(got.kappa.ci.lower).toBeCloseTo(fleiss.ci.lower, 12);
        expect(got.kappa.ci.upper).toBeCloseTo(fleiss.ci.upper, 12);
        expect(got.note).toBe(fleiss.note);
      }),
    );
  });

  it("is the mean of the categories' kappas, weighted by their spread", () => {
    fc.assert(
      fc.property(ratingRows(3, 4), (rows) => {
        const got = fleissKappa(rows, LEVELS);
        const used = got.categories.filter(({ kappa }) => !Number.isNaN(kappa));
        const spread = ({ share }: { share: number }): number => share * (1 - share);
        const sum = used.reduce((total, one) => total + spread(one) * one.kappa, 0);
        const all = used.reduce((total, one) => total + spread(one), 0);
        expect(got.kappa.value).toBeCloseTo(sum / all, 12);
      }),
    );
  });

  it("does not ask which rater gave which rating, nor for the names of the categories", () => {
    const rows = [
      [1, 2, 2],
      [3, 3, 1],
      [4, 4, 4],
      [2, 2, 2],
    ];
    const one = fleissKappa(rows, LEVELS);
    const turned = rows.map(([a, b, c], i) => (i % 2 === 0 ? [b!, c!, a!] : [c!, b!, a!]));
    expect(fleissKappa(turned, LEVELS).kappa).toEqual(one.kappa);
    const words = rows.map((row) => row.map((code) => "SMLX"[code - 1]!));
    const named = fleissKappa(words, ["S", "M", "L", "X"]);
    expect(named.kappa).toEqual(one.kappa);
    expect(named.categories.map(({ category }) => category)).toEqual(["S", "M", "L", "X"]);
  });

  it("notes one category and full agreement", () => {
    const one = fleissKappa(
      [
        [2, 2],
        [2, 2],
        [2, 2],
      ],
      LEVELS,
    );
    expect(one.note).toBe("one-category");
    expect([one.kappa.value, one.test.p, one.categories[1]!.kappa]).toEqual([NaN, NaN, NaN]);
    expect(one.allAgree).toBe(1);
    const full = fleissKappa(
      [
        [2, 2],
        [1, 1],
        [2, 2],
      ],
      LEVELS,
    );
    expect(full.note).toBe("perfect-agreement");
    expect(full.kappa.value).toBe(1);
    expect(full.categories[2]!.kappa).toBeNaN();
  });

  it("has no interval for one subject", () => {
    const got = fleissKappa([[1, 2, 2]], LEVELS);
    expect(got.kappa.value).toBeCloseTo(-0.5, 12);
    expect(got.kappa.ci.lower).toBeNaN();
  });
});
