import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AgreementCoefficients,
  agreementCoefficients,
  agreementTable,
  cohenKappa,
} from "../../../src/analysis/index.js";
import { ratingRows } from "./tables.js";

const LEVELS = [1, 2, 3];
const NAMES = ["percentAgreement", "fleiss", "conger", "gwet", "brennanPrediger"] as const;
const weights = fc.constantFrom("unweighted", "linear", "quadratic", "ordinal");
const rows = [
  [1, 1, null],
  [2, 2, 3],
  [3, Number.NaN, 3],
  [1, 2, 1],
  [null, 2, 2],
];

function expectSame(one: AgreementCoefficients, other: AgreementCoefficients): void {
  for (const name of NAMES) {
    expect(other[name].value).toBeCloseTo(one[name].value, 12);
    expect(other[name].standardError).toBeCloseTo(one[name].standardError, 12);
    expect(other[name].ci.lower).toBeCloseTo(one[name].ci.lower, 11);
  }
}

describe("agreementCoefficients", () => {
  it("gives Cohen's kappa as Conger's for two raters", () => {
    fc.assert(
      fc.property(ratingRows(2, 3), weights, (complete, by) => {
        const column = (j: number): number[] => complete.map((row) => row[j]!);
        const cohen = cohenKappa(agreementTable(column(0), column(1), LEVELS), by);
        const { conger } = agreementCoefficients(complete, LEVELS, by);
        expect(conger.value).toBeCloseTo(cohen.kappa.value, 12);
        expect(conger.expected).toBeCloseTo(cohen.expected, 12);
        const n = complete.length; // divisor n here, n − 1 there
        const error = cohen.standardError * Math.sqrt(n / (n - 1));
        expect(conger.standardError).toBeCloseTo(error, 12);
      }),
    );
  });

  it("does not ask which rater is which, nor in which order subjects come", () => {
    fc.assert(
      fc.property(ratingRows(4, 3), weights, (complete, by) => {
        const one = agreementCoefficients(complete, LEVELS, by);
        const turned = complete.map(([a, b, c, d]) => [c!, a!, d!, b!]).reverse();
        expectSame(one, agreementCoefficients(turned, LEVELS, by));
      }),
    );
  });

  it("passes over raters and subjects without any rating", () => {
    const one = agreementCoefficients(rows, LEVELS, "linear");
    const absent = rows.map((row) => [...row.slice(0, 2), null, row[2]!]);
    expectSame(one, agreementCoefficients(absent, LEVELS, "linear"));
    const unseen = agreementCoefficients([...rows, [null, null, null]], LEVELS, "linear");
    expectSame(one, unseen);
    expect(unseen.n).toBe(5);
    expect(unseen.missing).toBe(6);
  });

  it("depends on the number of declared levels where its idea of chance does", () => {
    const three = agreementCoefficients(rows, LEVELS, "unweighted");
    const five = agreementCoefficients(rows, [1, 2, 3, 4, 5], "unweighted");
    for (const name of ["percentAgreement", "fleiss", "conger"] as const) {
      expect(five[name].value).toBeCloseTo(three[name].value, 12);
    }
    expect(five.gwet.value).toBeGreaterThan(three.gwet.value);
    expect(five.brennanPrediger.value).toBeGreaterThan(three.brennanPrediger.value);
    expect(five.brennanPrediger.expected).toBeCloseTo(1 / 5, 14);
  });

  it("notes what chance leaves undefined, and what nobody rated twice", () => {
    const same = agreementCoefficients(
      [
        [2, 2, 2],
        [2, 2, null],
      ],
      LEVELS,
      "unweighted",
    );
    expect([same.fleiss.note, same.conger.note]).toEqual(["one-category", "one-category"]);
    expect(same.fleiss.value).toBeNaN();
    expect(same.gwet.value).toBe(1);
    expect(same.gwet.note).toBe("perfect-agreement");
    expect(same.gwet.ci).toEqual({ lower: 1, upper: 1, level: 0.95 });
    const single = agreementCoefficients(
      [
        [1, null],
        [null, 2],
      ],
      LEVELS,
      "unweighted",
    );
    expect(single.fleiss.note).toBe("no-pairs");
    expect(single.percentAgreement.value).toBeNaN();
  });

  it("has shares of exactly 1 for six raters of one category", () => {
    const six = agreementCoefficients([[3, 3, 3, 3, 3, 3]], LEVELS, "unweighted");
    expect(six.fleiss.expected).toBe(1);
    expect(six.conger.expected).toBe(1);
    expect(six.gwet.ci.lower).toBeNaN(); // one subject has no spread
  });

  it("cuts its intervals at 1", () => {
    const near = [...Array.from({ length: 9 }, (_, i) => [1 + (i % 3), 1 + (i % 3)]), [1, 2]];
    expect(agreementCoefficients(near, LEVELS, "unweighted").fleiss.ci.upper).toBe(1);
  });
});
