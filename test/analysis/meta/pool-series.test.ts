import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cumulativePool, leaveOneOut, poolEffects } from "../../../src/analysis/index.js";
import { BCG, isClose, someStudies } from "./studies.js";

describe("leaveOneOut", () => {
  it("has the pool of the others in each row", () => {
    const { estimates, tau2 } = leaveOneOut(BCG.effects, BCG.variances, "paule-mandel");
    const others = poolEffects(
      BCG.effects.filter((_, i) => i !== 7),
      BCG.variances.filter((_, i) => i !== 7),
      "paule-mandel",
    );
    expect(estimates[7]).toBe(others.estimate.value);
    expect(tau2[7]).toBe(others.tau2);
    expect(estimates).toHaveLength(13);
  });

  it("is the other study when there are two", () => {
    expect([...leaveOneOut([1, 3], [0.5, 0.2], "reml").estimates]).toEqual([3, 1]);
  });

  it("follows the studies when they change places", () => {
    fc.assert(
      fc.property(someStudies(3), ({ effects, variances }) => {
        const one = leaveOneOut(effects, variances, "dersimonian-laird").estimates;
        const other = leaveOneOut(
          effects.toReversed(),
          variances.toReversed(),
          "dersimonian-laird",
        ).estimates.toReversed();
        return one.every((value, i) => isClose(value, other[i]!));
      }),
      { numRuns: 25 },
    );
  });

  it("refuses a single study", () => {
    expect(() => leaveOneOut([1], [1], "reml")).toThrow("leaveOneOut: needs at least 2 studies");
  });
});

describe("cumulativePool", () => {
  it("begins with the first study and ends with the pool", () => {
    const series = cumulativePool(BCG.effects, BCG.variances, "reml", { level: 0.9 });
    const pool = poolEffects(BCG.effects, BCG.variances, "reml", { level: 0.9 });
    expect(series.estimates[0]).toBeCloseTo(BCG.effects[0]!, 12);
    expect(series.estimates[12]).toBe(pool.estimate.value);
    expect(series.lower[12]).toBe(pool.estimate.ci.lower);
    expect(series.level).toBe(0.9);
  });
});
