import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSeparation, fitLogistic, logisticProfile } from "../../../src/analysis/index.js";
import { cohorts, MISMATCH, Y } from "./cohort.js";

describe("logisticProfile", () => {
  it("ends its intervals where the likelihood ratio does, for one class share", () => {
    // x of ±1 makes a saturated model: the likelihood of the slope is known in closed form
    const x = [1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1, -1];
    const y = [1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0];
    const { estimate } = logisticProfile(y, { x })[1]!;
    const logLikelihood = (intercept: number, slope: number): number =>
      y.reduce(
        (sum, value, i) =>
          sum - Math.log1p(Math.exp((value === 1 ? -1 : 1) * (intercept + slope * x[i]!))),
        0,
      );
    // by symmetry (6 of 8 against 2 of 8) the best intercept is 0 at every slope
    for (const limit of [estimate.ci.lower, estimate.ci.upper]) {
      const drop = 2 * (logLikelihood(0, estimate.value) - logLikelihood(0, limit));
      expect(drop).toBeCloseTo(3.841458820694124, 10);
    }
  });

  it("excludes 0 exactly when the likelihood ratio test does", () => {
    fc.assert(
      fc.property(cohorts, ({ y, x }) => {
        fc.pre(findSeparation(y, x).kind === "none");
        for (const { estimate, likelihoodRatio } of logisticProfile(y, x)) {
          const excluded = estimate.ci.lower > 0 || estimate.ci.upper < 0;
          expect(excluded).toBe(likelihoodRatio.p < 0.05);
        }
      }),
      { seed: 11, numRuns: 25 },
    );
  });

  it("moves the intercept's interval with the origin of a covariate, also a far one", () => {
    const at = (shift: number): number =>
      logisticProfile(Y, { mismatch: MISMATCH.map((x) => x + shift) })[1]!.estimate.ci.upper;
    expect(at(2 ** 20)).toBeCloseTo(at(0), 8);
    const far = logisticProfile(Y, { mismatch: MISMATCH.map((x) => x + 1000) })[0]!;
    expect(far.note).toBeUndefined();
    expect(far.estimate.ci.lower).toBeLessThan(far.estimate.value);
  });

  it("agrees with Wald's interval in a large sample", () => {
    const x = Array.from({ length: 2000 }, (_, i) => (i % 20) / 10 - 1);
    const y = x.map((value, i) => ((i * 7919) % 1000) / 1000 < 0.5 + 0.2 * value).map(Number);
    const wald = fitLogistic(y, { x }).coefficients[1]!.estimate.ci;
    const profile = logisticProfile(y, { x })[1]!.estimate.ci;
    expect(profile.lower).toBeCloseTo(wald.lower, 2);
    expect(profile.upper).toBeCloseTo(wald.upper, 2);
  });
});
