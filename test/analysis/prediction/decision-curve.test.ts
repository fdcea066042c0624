import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionBands, decisionCurve } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import { RISKS, Y } from "./cohort.js";

describe("decisionCurve", () => {
  it("is that of treating everyone below the smallest risk and 0 above the largest", () => {
    const { points } = decisionCurve(Y, RISKS, { thresholds: [0, 0.2, 0.6] });
    expect(points[0]!.netBenefit.value).toBe(6 / 16);
    expect(points[1]!.netBenefit.value).toBe(points[1]!.treatAll);
    expect(points[1]!.interventionsAvoided).toBe(0);
    expect(points[2]).toMatchObject({ treated: 0, netBenefit: { value: 0 } });
    expect(points[0]!.interventionsAvoided).toBeNaN(); // treating is free at a threshold of 0
  });

  it("treats a risk that equals the threshold", () => {
    const { points } = decisionCurve([1, 0], [0.4, 0.3], { thresholds: [0.4] });
    expect(points[0]).toMatchObject({ treated: 0.5, netBenefit: { value: 0.5 }, standardised: 1 });
  });

  it("never promises more than every event found and no one else treated", () => {
    const risks = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 16,
      maxLength: 16,
    });
    fc.assert(
      fc.property(risks, (p) => {
        for (const { netBenefit, standardised } of decisionCurve(Y, p).points) {
          expect(netBenefit.value).toBeLessThanOrEqual(6 / 16);
          expect(standardised).toBeLessThanOrEqual(1);
          expect(netBenefit.ci.lower).toBeLessThanOrEqual(netBenefit.value);
        }
      }),
      { seed: 11, numRuns: 20 },
    );
  });

  it("has an interval that is a mean's", () => {
    // 4 of 10 true positives, the rest untreated: the mean of 0s and 1s
    const y = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0];
    const { netBenefit } = decisionCurve(y, y, { thresholds: [0.5] }).points[0]!;
    const margin = 1.959963984540054 * Math.sqrt((0.4 * 0.6) / 10);
    expect(netBenefit.ci.upper - 0.4).toBeCloseTo(margin, 12);
  });

  it("refuses a threshold of 1", () => {
    expect(() => decisionCurve(Y, RISKS, { thresholds: [1] })).toThrow(
      "decisionCurve: needs thresholds from 0 to below 1; got 1",
    );
  });
});

describe("decisionBands", () => {
  it("holds the estimate, the same for the same seed", () => {
    const bands = decisionBands(Y, RISKS, [0.25, 0.4], { random: seeded(5), replicates: 200 });
    const again = decisionBands(Y, RISKS, [0.25, 0.4], { random: seeded(5), replicates: 200 });
    expect(again).toEqual(bands);
    const { points } = decisionCurve(Y, RISKS, { thresholds: [0.25, 0.4] });
    for (const [k, { netBenefit, overTreatAll }] of bands.entries()) {
      const { value } = points[k]!.netBenefit;
      expect(netBenefit.lower).toBeLessThan(value);
      expect(netBenefit.upper).toBeGreaterThan(value);
      expect(overTreatAll.lower).toBeLessThanOrEqual(value - points[k]!.treatAll);
    }
  });
});
