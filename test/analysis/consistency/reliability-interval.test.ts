import { describe, expect, it } from "vitest";
import {
  ICC_OF_AGREEMENT,
  ICC_OF_VARIANCES,
  type IccName,
  iccTable,
  reliabilityInterval,
} from "../../../src/analysis/index.js";

// Shrout and Fleiss 1979, table 2.
const ratings = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

describe("reliabilityInterval", () => {
  it("recovers each interval from the coefficient alone, or along the curve of agreement", () => {
    for (const { name, icc } of iccTable(ratings).coefficients) {
      const { readings } = reliabilityInterval(icc.value.toFixed(12), 6, 4);
      const { interval } = readings.find((one) => one.name === name)!;
      if (name.startsWith("ICC(A")) {
        expect(interval.lower).toBeLessThan(icc.ci.lower);
        expect(interval.upper).toBeGreaterThan(icc.ci.upper);
      } else {
        expect(interval.lower).toBeCloseTo(icc.ci.lower, 9);
        expect(interval.upper).toBeCloseTo(icc.ci.upper, 9);
      }
    }
  });

  it("says which coefficient has the printed interval", () => {
    // psych::ICC: ICC1 0.166 (-0.133, 0.723), ICC2 0.290 (0.019, 0.761), ICC3 0.715 (0.342, 0.946)
    const fits = (icc: string, ci: [string, string], names: readonly IccName[]) =>
      reliabilityInterval(icc, 6, 4, { ci, names })
        .readings.filter(({ fit }) => fit !== "none")
        .map(({ name }) => name);
    expect(fits("0.166", ["-0.133", "0.723"], ICC_OF_VARIANCES)).toEqual(["ICC(1)"]);
    expect(fits("0.715", ["0.342", "0.946"], ICC_OF_VARIANCES)).toEqual(["ICC(C,1)"]);
    expect(fits("0.290", ["0.019", "0.761"], ICC_OF_VARIANCES)).toEqual([]);
    expect(fits("0.290", ["0.019", "0.761"], ICC_OF_AGREEMENT)).toContain("ICC(A,1)");
    expect(fits("0.715", ["0.500", "0.800"], ICC_OF_AGREEMENT)).toEqual([]);
  });

  it("knows the least coefficient, and leaves out what cannot be it", () => {
    const { least, readings } = reliabilityInterval("-0.50", 6, 4);
    expect(least).toBeCloseTo(-1 / 3, 14);
    expect(readings.map(({ name }) => name)).not.toContain("ICC(1)");
    const perfect = reliabilityInterval("1", 6, 4, { names: ["ICC(1)"] }).readings[0]!;
    expect(perfect.interval).toMatchObject({ lower: 1, upper: 1 });
  });

  it("refuses fewer than two subjects or raters", () => {
    expect(() => reliabilityInterval("0.5", 1, 4)).toThrow("needs n of at least 2; got 1");
    expect(() => reliabilityInterval("0.5", 6, 1)).toThrow("needs k of at least 2; got 1");
    expect(() => reliabilityInterval("0.5", 6, 4, { names: [] })).toThrow("needs names among");
  });
});
