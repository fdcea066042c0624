import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eggerTest, mixedEggerTest } from "../../../src/analysis/index.js";
import { BCG, isClose, someStudies } from "./studies.js";

/** Whether effects and variances differ enough for a regression to be well conditioned. */
function isUneven({ effects, variances }: { effects: number[]; variances: number[] }): boolean {
  const spread = Math.max(...effects) - Math.min(...effects);
  const middle = variances.toSorted((a, b) => a - b).slice(1, -1);
  return spread > 0.1 && Math.max(...middle) > 1.2 * Math.min(...variances);
}

describe("eggerTest", () => {
  it("has the intercept of Egger's regression of y/se on 1/se", () => {
    const x = BCG.variances.map((v) => 1 / Math.sqrt(v));
    const y = BCG.effects.map((value, i) => value * x[i]!);
    const mean = (values: number[]): number => values.reduce((s, v) => s + v, 0) / values.length;
    const [mx, my] = [mean(x), mean(y)];
    const slope =
      x.reduce((s, v, i) => s + (v - mx) * (y[i]! - my), 0) /
      x.reduce((s, v) => s + (v - mx) ** 2, 0);
    const { bias, limit } = eggerTest(BCG.effects, BCG.variances);
    expect(bias.value).toBeCloseTo(my - slope * mx, 10);
    expect(limit.value).toBeCloseTo(slope, 10);
  });

  it("is not moved by a shift of the effects, and scales with neither unit", () => {
    fc.assert(
      fc.property(someStudies(4).filter(isUneven), ({ effects, variances }) => {
        const one = eggerTest(effects, variances);
        const other = eggerTest(
          effects.map((y) => 3 - 10 * y),
          variances.map((v) => 100 * v),
        );
        return (
          isClose(other.bias.value, -one.bias.value, 1e-6) &&
          isClose(other.standardError, one.standardError, 1e-6)
        );
      }),
    );
  });

  it("refuses studies of one precision", () => {
    expect(() => eggerTest([1, 2, 3], [0.1, 0.1, 0.1])).toThrow(
      "eggerTest: needs studies that differ in variance; all have 0.1",
    );
  });
});

describe("mixedEggerTest", () => {
  it("has no τ² for a common effect, and a wider interval of the bias with it", () => {
    const common = mixedEggerTest(BCG.effects, BCG.variances, "common-effect");
    const random = mixedEggerTest(BCG.effects, BCG.variances, "reml");
    expect(common.tau2).toBe(0);
    expect(random.standardError).toBeGreaterThan(common.standardError);
  });
});
