import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failSafeN } from "../../../src/analysis/index.js";
import { normalSurvival } from "../../../src/numeric/index.js";
import { someStudies } from "./studies.js";

describe("failSafeN", () => {
  it("is the smallest number of null studies that brings p above alpha", () => {
    fc.assert(
      fc.property(someStudies(1), ({ effects, variances }) => {
        const { n } = failSafeN(effects, variances);
        const z = Math.abs(effects.reduce((s, y, i) => s + y / Math.sqrt(variances[i]!), 0));
        const p = (more: number): number => normalSurvival(z / Math.sqrt(effects.length + more));
        return p(n) >= 0.05 * (1 - 1e-9) && (n === 0 || p(n - 1) < 0.05);
      }),
    );
  });

  it("is 0 when the studies do not reach alpha themselves", () => {
    expect(failSafeN([0.1, -0.1], [1, 1]).n).toBe(0);
  });

  it("refuses an alpha of 0.5", () => {
    expect(() => failSafeN([1], [1], { alpha: 0.5 })).toThrow("failSafeN: needs an alpha");
  });
});
