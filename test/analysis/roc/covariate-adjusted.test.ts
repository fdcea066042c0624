import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covariateAdjustedRoc } from "../../../src/analysis/index.js";

const SCORES = [3.1, 2.2, 5.4, 1.1, 4.8, 2.9, 3.3, 0.4];
const EVENTS = [1, 0, 1, 0, 1, 0, 1, 0];
const AGES = [61, 72, 80, 66, 75, 70, 69, 77];

describe("covariateAdjustedRoc", () => {
  it("takes away what the covariate explains", () => {
    // The score is the covariate, plus 1 in events: unadjusted they overlap, adjusted they do not.
    const covariate = Array.from({ length: 40 }, (_, i) => i);
    const events = covariate.map((x) => x % 2);
    const scores = covariate.map((x, i) => x + 3 * events[i]! + 0.5 * Math.sin(7 * x));
    const curve = covariateAdjustedRoc(scores, events, covariate, "higher");
    expect(curve.area).toBe(1);
    expect(curve.unadjusted).toBeLessThan(0.7);
    expect([...curve.sensitivities]).toEqual([1, 1, 1, 1]);
  });

  it("counts a tie of score and covariate against the score, and half where asked", () => {
    const scores = [2, 1, 3, 2.5, 2];
    const events = [1, 0, 0, 0, 0];
    const covariate = [5, 1, 2, 8, 5];
    const curve = covariateAdjustedRoc(scores, events, covariate, "higher");
    expect(curve.areaTiesHalf - curve.area).toBeCloseTo(1 / 8, 12);
  });

  it("is not moved by a multiple of the covariate added to all scores", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 5 }), (slope) => {
        const moved = SCORES.map((score, i) => score + slope * AGES[i]!);
        const one = covariateAdjustedRoc(SCORES, EVENTS, AGES, "higher");
        const other = covariateAdjustedRoc(moved, EVENTS, AGES, "higher");
        return (
          Math.abs(one.area - other.area) < 1e-12 &&
          Math.abs(one.slope + slope - other.slope) < 1e-9
        );
      }),
    );
  });

  it("mirrors with the direction", () => {
    const one = covariateAdjustedRoc(SCORES, EVENTS, AGES, "higher");
    const other = covariateAdjustedRoc(
      SCORES.map((x) => -x),
      EVENTS,
      AGES,
      "lower",
    );
    expect(other.area).toBe(one.area);
    expect(other.slope).toBe(-one.slope);
    expect(other.intercept).toBe(-one.intercept);
  });

  it("refuses a covariate that is the same for all non-events", () => {
    const covariate = EVENTS.map((event) => (event === 1 ? 3 : 4));
    expect(() => covariateAdjustedRoc(SCORES, EVENTS, covariate, "higher")).toThrow(
      "needs a covariate that varies among non-events; all have 4",
    );
  });
});
