import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaFromSummary, areaUnderCurve } from "../../../src/analysis/index.js";
import { samples } from "./samples.js";

describe("areaFromSummary", () => {
  it("gives the standard error that Hanley and McNeil's formula gives in R", () => {
    // R: sqrt((a*(1-a) + (m-1)*(q1-a^2) + (n-1)*(q2-a^2))/(m*n)), q1 = a/(2-a), q2 = 2*a^2/(1+a)
    const got = areaFromSummary(0.88, { events: 15, nonEvents: 40 });
    expect(got.standardError).toBeCloseTo(0.0604395249006, 12);
    expect(got.intervals.wald.lower).toBeCloseTo(0.88 - 1.959963985 * 0.0604395249, 9);
    expect(areaFromSummary(0.6, { events: 15, nonEvents: 40 }).standardError).toBeCloseTo(
      0.0886002257333,
      12,
    );
  });

  it("agrees with the intervals of the scores themselves, which need no more", () => {
    fc.assert(
      fc.property(samples, ({ scores, events }) => {
        const whole = areaUnderCurve(scores, events, "higher");
        if (whole.value === 0 || whole.value === 1) return;
        const sizes = { events: whole.nEvents, nonEvents: whole.nNonEvents };
        const got = areaFromSummary(whole.value, sizes);
        expect(got.standardError).toBeCloseTo(whole.standardError.hanleyMcNeil, 13);
        expect(got.intervals.newcombe.lower).toBeCloseTo(whole.intervals.newcombe.lower, 10);
        expect(got.intervals.newcombe.upper).toBeCloseTo(whole.intervals.newcombe.upper, 10);
      }),
    );
  });

  it("keeps Newcombe's and the logit interval inside 0 and 1 where Wald's leaves it", () => {
    const { wald, logit, newcombe } = areaFromSummary(0.95, { events: 4, nonEvents: 6 }).intervals;
    expect(wald.upper).toBeGreaterThan(1);
    for (const { lower, upper } of [logit, newcombe]) {
      expect(lower > 0 && lower < 0.95 && upper > 0.95 && upper < 1).toBe(true);
    }
  });
});
