import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitLogistic, fitOrdinal } from "../../../src/analysis/index.js";
import { AGE, cohorts, MISMATCH, Y } from "./cohort.js";

const GRADE = [3, 2, 1, 3, 2, 1, 1, 3, 2, 3, 1, 3, 2, 2, 1, 1];

describe("fitOrdinal", () => {
  it("is logistic regression for two levels", () => {
    const binary = fitLogistic(Y, { mismatch: MISMATCH, age: AGE });
    const ordinal = fitOrdinal(Y, { mismatch: MISMATCH, age: AGE });
    const [threshold] = ordinal.thresholds;
    expect(threshold!.estimate.value).toBeCloseTo(-binary.coefficients[0]!.estimate.value, 9);
    expect(threshold!.standardError).toBeCloseTo(binary.coefficients[0]!.standardError, 7);
    for (const k of [0, 1]) {
      const [a, b] = [ordinal.coefficients[k]!, binary.coefficients[k + 1]!];
      expect(a.estimate.value).toBeCloseTo(b.estimate.value, 9);
      expect(a.term).toBe(b.term);
    }
    expect(ordinal.logLikelihood).toBeCloseTo(binary.logLikelihood, 10);
  });

  it("asks only for the order of the levels, and turns with it", () => {
    fc.assert(
      fc.property(cohorts, ({ x }) => {
        const y = x.map(([a, b], i) => Math.round(a! + 0.5 * b! + 2 * Math.sin(5 * i)));
        const one = fitOrdinal(y, x);
        const stretched = fitOrdinal(
          y.map((value) => value ** 3),
          x,
        );
        const turned = fitOrdinal(
          y.map((value) => -value),
          x,
        );
        for (const [k, { estimate, standardError }] of one.coefficients.entries()) {
          expect(stretched.coefficients[k]!.estimate.value).toBeCloseTo(estimate.value, 9);
          expect(turned.coefficients[k]!.estimate.value).toBeCloseTo(-estimate.value, 7);
          expect(turned.coefficients[k]!.standardError).toBeCloseTo(standardError, 7);
        }
      }),
      { seed: 11, numRuns: 15 },
    );
  });

  it("names the levels about each threshold, passing over those that do not occur", () => {
    const skipping = GRADE.map((grade) => (grade === 3 ? 5 : grade));
    const { thresholds, counts } = fitOrdinal(skipping, { mismatch: MISMATCH });
    expect(thresholds.map(({ below, above }) => [below, above])).toEqual([
      [1, 2],
      [2, 5],
    ]);
    expect(counts).toEqual([6, 5, 5]);
  });

  it("refuses levels that a covariate separates", () => {
    const size = GRADE.map((grade, i) => 10 * grade + (i % 4));
    expect(() => fitOrdinal(GRADE, { size, age: AGE })).toThrow(
      "fitOrdinal: needs levels that overlap; separated by size",
    );
    expect(() => fitOrdinal([2, 2, 2], [[1], [2], [3]])).toThrow("needs two levels; all are 2");
  });
});
