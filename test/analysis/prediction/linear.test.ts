import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitLinear } from "../../../src/analysis/index.js";
import { AGE, cohorts, MISMATCH, RISKS } from "./cohort.js";

describe("fitLinear", () => {
  it("keeps its digits at an offset of 2³⁰", () => {
    const near = fitLinear(RISKS, { mismatch: MISMATCH });
    const far = fitLinear(
      RISKS.map((y) => y * 2 ** 20 + 2 ** 40),
      { mismatch: MISMATCH.map((x) => x * 1024 + 2 ** 30) },
    );
    expect(far.coefficients[1]!.estimate.value / 1024).toBeCloseTo(
      near.coefficients[1]!.estimate.value,
      6,
    );
    expect(far.rSquared).toBeCloseTo(near.rSquared, 6);
  });

  it("says when nothing is left to the residuals", () => {
    const fit = fitLinear(
      MISMATCH.map((x) => 3 * x - 1),
      { mismatch: MISMATCH },
    );
    expect(fit.note).toBe("perfect-fit");
    expect(fit.coefficients[1]!.estimate.value).toBeCloseTo(3, 12);
    expect([fit.coefficients[1]!.p, fit.f.p, fit.breuschPagan.p]).toEqual([NaN, NaN, NaN]);
    expect(fit.coefficients[1]!.standardErrorHc3).toBeNaN();
    expect(fit.sigma).toBe(0);
    expect(fit.rSquared).toBeCloseTo(1, 12);
  });

  it("says when all outcomes are equal", () => {
    const fit = fitLinear(
      MISMATCH.map(() => 4.2),
      { mismatch: MISMATCH },
    );
    expect(fit.note).toBe("zero-variance");
    expect(fit.rSquared).toBeNaN();
    expect(fit.coefficients[0]!.estimate.value).toBeCloseTo(4.2, 12);
  });

  it("has an inflation of 1 for a single covariate, and R²'s for two", () => {
    expect(fitLinear(RISKS, { mismatch: MISMATCH }).varianceInflation).toEqual([
      expect.closeTo(1, 12),
    ]);
    const ofOther = fitLinear(AGE, { mismatch: MISMATCH }).rSquared;
    const [first, second] = fitLinear(RISKS, { mismatch: MISMATCH, age: AGE }).varianceInflation;
    expect(first).toBeCloseTo(1 / (1 - ofOther), 10);
    expect(second).toBeCloseTo(first!, 10);
  });

  it("scales with the unit of the outcome; tests do not", () => {
    fc.assert(
      fc.property(cohorts, fc.constantFrom(-10, 0.1, 25.4), ({ x }, unit) => {
        const y = x.map(([a, b], i) => a! - b! + Math.sin(i));
        const one = fitLinear(y, x);
        const other = fitLinear(
          y.map((value) => unit * value),
          x,
        );
        for (const [k, { estimate, p, standardErrorHc3 }] of one.coefficients.entries()) {
          const scaled = other.coefficients[k]!;
          expect(scaled.estimate.value).toBeCloseTo(unit * estimate.value, 8);
          expect(scaled.standardErrorHc3).toBeCloseTo(Math.abs(unit) * standardErrorHc3, 8);
          expect(scaled.p).toBeCloseTo(p, 8);
        }
        expect(other.breuschPagan.p).toBeCloseTo(one.breuschPagan.p, 8);
        expect(other.durbinWatson).toBeCloseTo(one.durbinWatson, 8);
      }),
      { seed: 11, numRuns: 25 },
    );
  });

  it("has leverages that sum to the number of coefficients", () => {
    const { leverages } = fitLinear(RISKS, { mismatch: MISMATCH, age: AGE });
    expect(leverages.reduce((sum, h) => sum + h, 0)).toBeCloseTo(3, 12);
  });

  it("refuses as many coefficients as subjects", () => {
    expect(() => fitLinear([1, 2, 4], { a: [1, 2, 3], b: [1, 0, 0] })).toThrow(
      "fitLinear: needs more subjects than its 3 coefficients; got 3",
    );
  });
});
