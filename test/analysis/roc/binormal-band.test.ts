import { describe, expect, it } from "vitest";
import { binormalBand, binormalRatings } from "../../../src/analysis/index.js";

const FIT = binormalRatings([3, 2, 2, 11, 33], [33, 6, 6, 11, 2]);

describe("binormalBand", () => {
  it("runs around the curve, wider at a higher level, and closes at the corners", () => {
    const rates = [0, 0.05, 0.2, 0.6, 1];
    const narrow = binormalBand(FIT, rates, { level: 0.8 });
    const wide = binormalBand(FIT, rates, { level: 0.99 });
    for (let i = 1; i < 4; i++) {
      expect(wide.lower[i]!).toBeLessThan(narrow.lower[i]!);
      expect(narrow.lower[i]!).toBeLessThan(narrow.sensitivities[i]!);
      expect(narrow.upper[i]!).toBeLessThan(wide.upper[i]!);
    }
    expect([wide.lower[0], wide.upper[0], wide.lower[4], wide.upper[4]]).toEqual([0, 0, 1, 1]);
  });

  it("is the curve itself without any uncertainty", () => {
    const certain = {
      a: 1,
      b: 1,
      covariance: [
        [0, 0],
        [0, 0],
      ] as const,
    };
    const { lower, sensitivities, upper } = binormalBand(certain, [0.3]);
    expect([lower[0], upper[0]]).toEqual([sensitivities[0], sensitivities[0]]);
  });

  it("refuses a degenerate fit", () => {
    const degenerate = binormalRatings([0, 0, 10], [10, 5, 0]);
    expect(() => binormalBand(degenerate, [0.1])).toThrow(
      "binormalBand: needs a finite a; got NaN",
    );
  });
});
