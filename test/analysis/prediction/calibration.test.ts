import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibration, fitLogistic } from "../../../src/analysis/index.js";
import { cohorts, MISMATCH, RISKS, Y } from "./cohort.js";

const logit = (p: number): number => Math.log(p / (1 - p));
const expit = (x: number): number => 1 / (1 + Math.exp(-x));

describe("calibration", () => {
  it("finds a fitted model perfectly calibrated on its own data", () => {
    const { fitted } = fitLogistic(Y, { mismatch: MISMATCH });
    const { slope, intercept, inTheLarge, observedExpected } = calibration(Y, fitted);
    expect(slope.value).toBeCloseTo(1, 9);
    expect(intercept.value).toBeCloseTo(0, 9);
    expect(inTheLarge.value).toBeCloseTo(0, 9);
    expect(observedExpected.value).toBeCloseTo(1, 10);
  });

  it("halves the slope when log odds are doubled, and shifts as they are shifted", () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), (shift) => {
        const one = calibration(Y, RISKS);
        const doubled = calibration(
          Y,
          RISKS.map((p) => expit(2 * logit(p))),
        );
        const shifted = calibration(
          Y,
          RISKS.map((p) => expit(logit(p) + shift)),
        );
        expect(doubled.slope.value).toBeCloseTo(one.slope.value / 2, 8);
        expect(shifted.slope.value).toBeCloseTo(one.slope.value, 8);
        expect(shifted.inTheLarge.value).toBeCloseTo(one.inTheLarge.value - shift, 8);
        expect(shifted.auc).toBe(one.auc);
      }),
      { seed: 11, numRuns: 20 },
    );
  });

  it("mirrors when risks and outcomes are turned about", () => {
    fc.assert(
      fc.property(cohorts, ({ y, x }) => {
        const p = x.map(([a]) => expit(a!));
        const one = calibration(y, p);
        const other = calibration(
          y.map((value) => 1 - value),
          p.map((risk) => 1 - risk),
        );
        expect(other.slope.value).toBeCloseTo(one.slope.value, 8);
        expect(other.inTheLarge.value).toBeCloseTo(-one.inTheLarge.value, 8);
        expect(other.brier).toBeCloseTo(one.brier, 12);
        expect(other.spiegelhalter.z).toBeCloseTo(one.spiegelhalter.z, 8);
      }),
      { seed: 11, numRuns: 25 },
    );
  });

  it("says why there is no slope", () => {
    const certain = calibration([0, 0, 1, 1, 0], [0, 0.2, 0.9, 1, 0.5]);
    expect(certain).toMatchObject({ note: "certain-risks", slope: { value: NaN } });
    expect(Number.isFinite(certain.logLoss)).toBe(true);
    const constant = calibration([0, 0, 1, 1, 0], [0.3, 0.3, 0.3, 0.3, 0.3]);
    expect(constant).toMatchObject({ note: "constant-risks", slope: { value: NaN } });
    expect(constant.inTheLarge.value).toBeCloseTo(logit(0.4) - logit(0.3), 10);
    const separated = calibration([0, 0, 1, 1], [0.1, 0.2, 0.3, 0.4]);
    expect(separated).toMatchObject({ note: "separation", slope: { value: NaN }, auc: 1 });
    const alike = calibration([1, 1, 1], [0.5, 0.6, 0.7]);
    expect(alike).toMatchObject({ note: "one-class", auc: NaN });
    expect(alike.observedExpected.value).toBeCloseTo(3 / 1.8, 12);
    expect([alike.brierScaled, alike.observedExpected.ci.upper]).toEqual([NaN, NaN]);
  });

  it("has an infinite log loss when a certain risk was wrong", () => {
    expect(calibration([0, 1, 1], [1, 0.5, 0.9]).logLoss).toBe(Number.POSITIVE_INFINITY);
  });

  it("refuses a percentage", () => {
    expect(() => calibration([0, 1], [0.3, 45])).toThrow(
      "calibration: needs risks from 0 to 1; risk 1 is 45",
    );
  });
});
