import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metaRegression, poolEffects } from "../../../src/analysis/index.js";
import { BCG, isClose, someStudies } from "./studies.js";

describe("metaRegression", () => {
  it("gives metafor's fit of the BCG trials on latitude and year", () => {
    const rows = BCG.latitudes.map((latitude, i) => [latitude, BCG.years[i]!]);
    const fit = metaRegression(BCG.effects, BCG.variances, rows, "reml"); // rma(threshold = 1e-13)
    const values = fit.coefficients.map(({ estimate }) => estimate.value);
    expect(values[0]).toBeCloseTo(-10.539990010777, 6);
    expect(values[1]).toBeCloseTo(-0.028816452288, 9);
    expect(values[2]).toBeCloseTo(0.005458632999, 9);
    expect(fit.coefficients[0]!.standardError).toBeCloseTo(27.377026821475, 6);
    expect(fit.moderators.statistic).toBeCloseTo(16.24858798, 6);
    expect(fit.tau2).toBeCloseTo(0.09138301584, 9);
    expect(fit.tau2StandardError).toBeCloseTo(0.0745017974, 8);
    expect(fit.r2Percent).toBeCloseTo(72.94689624, 6);
    expect(fit.residual.statistic).toBeCloseTo(25.0197142, 6);
  });

  it("does not ask for unit or origin of a moderator", () => {
    fc.assert(
      fc.property(
        someStudies(5),
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        ({ effects, variances }, unit) => {
          const x = effects.map((_, i) => (i * 7) % 5);
          const one = metaRegression(
            effects,
            variances,
            x.map((value) => [value]),
            "reml",
          );
          const other = metaRegression(
            effects,
            variances,
            x.map((value) => [2000 - unit * value]),
            "reml",
          );
          const slope = (fit: typeof one): number => fit.coefficients[1]!.estimate.value;
          return (
            isClose(slope(one), -unit * slope(other), 1e-6) &&
            isClose(one.tau2, other.tau2, 1e-6) &&
            one.fitted.every((value, i) => isClose(value, other.fitted[i]!, 1e-6))
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it("is the pool of each group when the moderator tells two groups apart without τ²", () => {
    const group = BCG.effects.map((_, i) => i % 2);
    const fit = metaRegression(
      BCG.effects,
      BCG.variances,
      group.map((g) => [g]),
      "common-effect",
    );
    const pool = (g: number): number =>
      poolEffects(
        BCG.effects.filter((_, i) => group[i] === g),
        BCG.variances.filter((_, i) => group[i] === g),
        "common-effect",
      ).estimate.value;
    const [intercept, slope] = fit.coefficients.map(({ estimate }) => estimate.value);
    expect(intercept).toBeCloseTo(pool(0), 12);
    expect(intercept! + slope!).toBeCloseTo(pool(1), 12);
    expect(fit.r2Percent).toBeNaN();
  });

  it("has the F test of one moderator equal to the t test of its slope", () => {
    const rows = BCG.latitudes.map((latitude) => [latitude]);
    const fit = metaRegression(BCG.effects, BCG.variances, rows, "reml", { test: "hartung-knapp" });
    expect(fit.moderators.statistic).toBeCloseTo(fit.coefficients[1]!.statistic ** 2, 8);
    expect(fit.moderators.p).toBeCloseTo(fit.coefficients[1]!.p, 12);
  });

  it("accounts for nothing where there is nothing", () => {
    const fit = metaRegression(
      [0.2, 0.2, 0.2, 0.2],
      [0.04, 0.06, 0.05, 0.1],
      [[1], [2], [4], [3]],
      "reml",
    );
    expect(fit).toMatchObject({ tau2: 0, r2Percent: 0, i2Percent: 0 });
  });

  it("refuses moderators that depend on each other, and too few studies", () => {
    const rows = BCG.latitudes.map((latitude) => [latitude, 2 * latitude + 1]);
    expect(() => metaRegression(BCG.effects, BCG.variances, rows, "reml")).toThrow(
      "metaRegression: needs moderators that vary and do not depend linearly",
    );
    expect(() => metaRegression([1, 2], [1, 1], [[1], [2]], "reml")).toThrow(
      "needs at least 3 studies for 1 moderators; got 2",
    );
  });
});
