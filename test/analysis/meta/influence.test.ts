import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { influence } from "../../../src/analysis/index.js";
import { BCG, isClose, someStudies } from "./studies.js";

describe("influence", () => {
  it("gives metafor's diagnostics of the BCG trials", () => {
    const got = influence(BCG.effects, BCG.variances, "reml"); // influence(rma(threshold = 1e-13))
    expect(got.studentisedResiduals[0]).toBeCloseTo(-0.2320475378, 8);
    expect(got.studentisedResiduals[7]).toBeCloseTo(1.4568363233, 8);
    expect(got.dffits[7]).toBeCloseTo(0.47906517705, 8);
    expect(got.cookDistances[7]).toBeCloseTo(0.200248328942, 8);
    expect(got.covarianceRatios[7]).toBeCloseTo(0.9988606598, 8);
    expect(got.dfbetas[7]).toBeCloseTo(0.47298486205, 8);
    expect(got.qWithout[7]).toBeCloseTo(72.76912824, 6);
    expect(got.influential).toEqual([]);
  });

  it("finds the study that lies far off", () => {
    const effects = [0.1, 0.2, 0.15, 0.12, 0.18, 2.5];
    const variances = [0.02, 0.03, 0.02, 0.04, 0.03, 0.02];
    expect(influence(effects, variances, "reml").influential).toContain(5);
  });

  it("does not ask for unit or origin of the effects", () => {
    fc.assert(
      fc.property(someStudies(4), ({ effects, variances }) => {
        const one = influence(effects, variances, "dersimonian-laird");
        const other = influence(
          effects.map((y) => 4 + 10 * y),
          variances.map((v) => 100 * v),
          "dersimonian-laird",
        );
        return (
          one.dffits.every((value, i) => isClose(value, other.dffits[i]!, 1e-7)) &&
          one.cookDistances.every((value, i) => isClose(value, other.cookDistances[i]!, 1e-7))
        );
      }),
      { numRuns: 25 },
    );
  });

  it("refuses two studies", () => {
    expect(() => influence([1, 2], [1, 1], "reml")).toThrow("influence: needs at least 3 studies");
  });
});
