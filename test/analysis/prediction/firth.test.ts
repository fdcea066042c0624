import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitFirth } from "../../../src/analysis/index.js";
import { MISMATCH, Y } from "./cohort.js";

describe("fitFirth", () => {
  it("adds ½ to each cell of a fourfold table", () => {
    fc.assert(
      fc.property(
        fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 6 }))),
        ([a, b, c, d]) => {
          fc.pre(a! + b! > 0 && c! + d! > 0);
          const y = [a, b, c, d].flatMap((count, cell) => Array(count).fill(1 - (cell % 2)));
          const x = [a, b, c, d].flatMap((count, cell) => Array(count).fill(cell < 2 ? 1 : 0));
          const { coefficients } = fitFirth(y, { x });
          const logOdds = (events: number, others: number): number =>
            Math.log((events + 0.5) / (others + 0.5));
          expect(coefficients[0]!.estimate.value).toBeCloseTo(logOdds(c!, d!), 8);
          expect(coefficients[1]!.estimate.value).toBeCloseTo(logOdds(a!, b!) - logOdds(c!, d!), 8);
        },
      ),
      { seed: 11, numRuns: 25 },
    );
  });

  it("has finite limits under complete separation, and they agree with the test", () => {
    const { coefficients, note } = fitFirth(Y, { leak: Y.map((y, i) => 3 * y + (i % 3)) });
    expect(note).toBeUndefined();
    const { estimate, likelihoodRatio } = coefficients[1]!;
    expect(estimate.ci.lower).toBeGreaterThan(0);
    expect(estimate.ci.upper).toBeLessThan(50);
    expect(likelihoodRatio.p).toBeLessThan(0.05);
  });

  it("fits one class alone", () => {
    const { coefficients, nEvents } = fitFirth([1, 1, 1, 1, 1], { x: [1, 2, 3, 4, 6] });
    expect(nEvents).toBe(5);
    expect(coefficients.every(({ estimate }) => Number.isFinite(estimate.ci.lower))).toBe(true);
  });

  it("does not depend on units and origin but for the scale", () => {
    const one = fitFirth(Y, { mismatch: MISMATCH });
    const other = fitFirth(Y, { mismatch: MISMATCH.map((x) => 1000 - 10 * x) });
    const [a, b] = [one.coefficients[1]!, other.coefficients[1]!];
    expect(b.estimate.value * -10).toBeCloseTo(a.estimate.value, 9);
    expect(b.estimate.ci.upper * -10).toBeCloseTo(a.estimate.ci.lower, 8);
    expect(b.likelihoodRatio.p).toBeCloseTo(a.likelihoodRatio.p, 10);
    expect(other.fitted[0]).toBeCloseTo(one.fitted[0]!, 10);
  });

  it("refuses covariates that follow from one another", () => {
    expect(() => fitFirth(Y, { a: MISMATCH, b: MISMATCH })).toThrow(
      "fitFirth: needs covariates that are not linear in one another; b is",
    );
  });
});
