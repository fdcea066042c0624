import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blandAltman, methodEquivalence } from "../../../src/analysis/index.js";
import { expectClose } from "./close.js";

const value = fc.integer({ min: -20, max: 20 });
const pairs = fc.array(fc.tuple(value, value), { minLength: 3, maxLength: 40 }).map(
  (rows) =>
    [
      [0, 1, ...rows.map(([a]) => a)],
      [3, 0, ...rows.map(([, b]) => b)],
    ] as const,
);
const margin = fc.integer({ min: 1, max: 60 });

describe("methodEquivalence", () => {
  it("rejects where the interval of the bias is inside the margin, and only there", () => {
    fc.assert(
      fc.property(pairs, margin, ([x, y], within) => {
        const { ofBias } = methodEquivalence(x, y, within);
        const isInside = ofBias.ci.lower > -within && ofBias.ci.upper < within;
        expect(ofBias.isEquivalent).toBe(isInside);
        expectClose(ofBias.ci.level, 0.9, 12);
      }),
      { seed: 11, numRuns: 25 },
    );
  });

  it("rejects for the limits where their bounds are inside the margin, and only there", () => {
    fc.assert(
      fc.property(pairs, margin, ([x, y], within) => {
        const { ofLimits, ofBias } = methodEquivalence(x, y, within);
        const isInside = ofLimits.lowerBound > -within && ofLimits.upperBound < within;
        expect(ofLimits.isEquivalent).toBe(isInside);
        expect(ofLimits.p).toBeGreaterThanOrEqual(ofBias.p);
      }),
      { seed: 11, numRuns: 25 },
    );
  });

  it("bounds the limits as their exact intervals of level 1 − 2 alpha do", () => {
    const [x, y] = [
      [21.3, 23.3, 19.4, 23.1, 24.1],
      [20.9, 24.8, 19.8, 21.6, 23.8],
    ];
    const { ofLimits } = methodEquivalence(x, y, 5, { alpha: 0.1 });
    const { lowerLimit, upperLimit } = blandAltman(x, y, { level: 0.8 });
    expect(ofLimits.lowerBound).toBeCloseTo(lowerLimit.ci.lower, 10);
    expect(ofLimits.upperBound).toBeCloseTo(upperLimit.ci.upper, 10);
  });

  it("tests nothing on constant differences", () => {
    const got = methodEquivalence([1, 2, 3], [1, 2, 3], 1);
    expect(got.note).toBe("zero-variance");
    expect([got.ofBias.p, got.ofLimits.p]).toEqual([Number.NaN, Number.NaN]);
    expect(got.ofBias.isEquivalent).toBe(false);
  });

  it("refuses a margin of 0", () => {
    expect(() => methodEquivalence([1, 2], [1, 3], 0)).toThrow(
      "methodEquivalence: needs a margin above 0; got 0",
    );
  });
});
