import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSeparation, fitLogistic } from "../../../src/analysis/index.js";
import { AGE, cohorts, MISMATCH, Y } from "./cohort.js";

/** 12 of 20 exposed and 5 of 20 others with the event. */
const EXPOSED = Array.from({ length: 40 }, (_, i) => (i < 20 ? 1 : 0));
const EVENT = EXPOSED.map((exposed, i) => (i % 20 < (exposed ? 12 : 5) ? 1 : 0));

describe("fitLogistic", () => {
  it("gives the odds ratio of a fourfold table with Woolf's standard error", () => {
    const [intercept, exposed] = fitLogistic(EVENT, { exposed: EXPOSED }).coefficients;
    expect(intercept!.estimate.value).toBeCloseTo(Math.log(5 / 15), 12);
    expect(exposed!.oddsRatio.value).toBeCloseTo((12 * 15) / (8 * 5), 12);
    expect(exposed!.standardError).toBeCloseTo(Math.sqrt(1 / 12 + 1 / 8 + 1 / 5 + 1 / 15), 9);
  });

  it("has Pearson's χ² of the fourfold table as score test", () => {
    const pearson = (40 * (12 * 15 - 8 * 5) ** 2) / (20 * 20 * 17 * 23);
    expect(fitLogistic(EVENT, { exposed: EXPOSED }).score.statistic).toBeCloseTo(pearson, 10);
  });

  it("names columns as given and rows by number", () => {
    const terms = (fit: ReturnType<typeof fitLogistic>): string[] =>
      fit.coefficients.map(({ term }) => term);
    expect(terms(fitLogistic(Y, { mismatch: MISMATCH, age: AGE }))).toEqual([
      "(Intercept)",
      "mismatch",
      "age",
    ]);
    expect(
      terms(
        fitLogistic(
          Y,
          MISMATCH.map((x) => [x]),
        ),
      ),
    ).toEqual(["(Intercept)", "x1"]);
  });

  it("gives each model its mean risk: that of the data", () => {
    const { fitted } = fitLogistic(Y, { mismatch: MISMATCH, age: AGE });
    const sum = fitted.reduce((total, risk) => total + risk, 0);
    expect(sum).toBeCloseTo(6, 12);
  });

  it("counts the smaller class by the number of covariates", () => {
    const inverse = Y.map((y) => 1 - y);
    expect(fitLogistic(inverse, { mismatch: MISMATCH, age: AGE }).eventsPerVariable).toBe(3);
  });

  it("keeps its digits far from 0", () => {
    const near = fitLogistic(Y, { mismatch: MISMATCH }).coefficients[1]!;
    const far = fitLogistic(Y, { mismatch: MISMATCH.map((x) => x * 1024 + 2 ** 30) });
    expect(far.coefficients[1]!.estimate.value * 1024).toBeCloseTo(near.estimate.value, 9);
    expect(far.coefficients[1]!.p).toBeCloseTo(near.p, 9);
  });

  it("changes signs with the classes", () => {
    fc.assert(
      fc.property(cohorts, ({ y, x }) => {
        fc.pre(findSeparation(y, x).kind === "none");
        const one = fitLogistic(y, x);
        const other = fitLogistic(
          y.map((value) => 1 - value),
          x,
        );
        for (const [k, { estimate, standardError }] of one.coefficients.entries()) {
          expect(other.coefficients[k]!.estimate.value).toBeCloseTo(-estimate.value, 9);
          // of glm's last step: rounding decides whether there is one more, worth 1e-8
          expect(other.coefficients[k]!.standardError).toBeCloseTo(standardError, 6);
        }
        expect(other.auc).toBeCloseTo(one.auc, 12);
      }),
      { seed: 11, numRuns: 30 },
    );
  });

  it("refuses separation by the covariate, naming it", () => {
    const leak = Y.map((y, i) => 3 * y + (i % 3));
    expect(() => fitLogistic(Y, { age: AGE, leak })).toThrow(
      "fitLogistic: needs outcomes that overlap; complete separation by leak",
    );
  });

  it("refuses one class, a constant covariate and one that follows from others", () => {
    expect(() => fitLogistic([1, 1, 1], [[1], [2], [3]])).toThrow(
      "fitLogistic: needs both outcomes; all 3 are 1",
    );
    expect(() => fitLogistic(Y, { age: AGE, site: Y.map(() => 4) })).toThrow("site is constant or");
    const months = AGE.map((age) => 12 * age + 3);
    expect(() => fitLogistic(Y, { age: AGE, mismatch: MISMATCH, months })).toThrow(
      "months is constant or a linear combination",
    );
  });
});
