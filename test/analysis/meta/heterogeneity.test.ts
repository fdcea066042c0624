import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heterogeneity } from "../../../src/analysis/index.js";
import { BCG, isClose, someStudies } from "./studies.js";

describe("heterogeneity", () => {
  it("holds the interval that Higgins and Thompson give for I² from Q", () => {
    const { i2FromQPercent, q } = heterogeneity(BCG.effects, BCG.variances);
    expect(q.statistic).toBeCloseTo(163.3001569, 6); // rma(method = "EE")
    expect(i2FromQPercent.value).toBeCloseTo(92.6515686, 6);
    // ln H = ½ ln(Q/df), its standard error ½(ln Q − ln df)/(√(2Q) − √(2k − 3))
    const se = (0.5 * Math.log(163.3001569 / 12)) / (Math.sqrt(2 * 163.3001569) - Math.sqrt(23));
    const upper = 0.5 * Math.log(163.3001569 / 12) + 1.959963984540054 * se;
    expect(i2FromQPercent.ci.upper).toBeCloseTo(100 * (1 - Math.exp(-2 * upper)), 6);
  });

  it("keeps the estimate inside, and a wider interval at a higher level", () => {
    fc.assert(
      fc.property(someStudies(3), ({ effects, variances }) => {
        const narrow = heterogeneity(effects, variances, { level: 0.5 }).tau2;
        const wide = heterogeneity(effects, variances, { level: 0.99 }).tau2;
        return (
          wide.ci.lower <= narrow.ci.lower * (1 + 1e-9) &&
          wide.ci.upper >= narrow.ci.upper * (1 - 1e-9) &&
          (wide.ci.upper === 0 || wide.value <= wide.ci.upper)
        );
      }),
    );
  });

  it("scales τ² with the square of the unit and leaves I² as it is", () => {
    fc.assert(
      fc.property(someStudies(2), ({ effects, variances }) => {
        const one = heterogeneity(effects, variances);
        const ten = heterogeneity(
          effects.map((y) => 10 * y),
          variances.map((v) => 100 * v),
        );
        return (
          isClose(ten.tau2.ci.upper / 100, one.tau2.ci.upper, 1e-7) &&
          isClose(ten.i2Percent.ci.upper, one.i2Percent.ci.upper, 1e-7)
        );
      }),
    );
  });

  it("is [0, 0] when the effects lie closer than chance allows", () => {
    const { tau2, i2Percent } = heterogeneity([0.2, 0.2, 0.2], [0.04, 0.06, 0.05]);
    expect(tau2.ci).toMatchObject({ lower: 0, upper: 0 });
    expect(i2Percent.ci).toMatchObject({ lower: 0, upper: 0 });
  });

  it("has the upper limit of two studies where the generalised Q meets its quantile", () => {
    const { tau2 } = heterogeneity([-0.4, 0.3], [0.04, 0.06]);
    // Q(τ²) = 0.7²/(0.1 + 2τ²) = χ²₁ quantile of 0.025 = 0.000982069…
    expect(tau2.ci.upper).toBeCloseTo((0.49 / 0.0009820691171752555 - 0.1) / 2, 6);
  });

  it("refuses a single study", () => {
    expect(() => heterogeneity([1], [1])).toThrow("heterogeneity: needs at least 2 studies; got 1");
  });
});
