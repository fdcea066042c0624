import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poolEffects, trimAndFill } from "../../../src/analysis/index.js";
import { BCG, isClose, someStudies } from "./studies.js";

describe("trimAndFill", () => {
  it("gives metafor's number of missing studies and its standard error", () => {
    const r0 = trimAndFill(BCG.effects, BCG.variances, "reml", { estimator: "R0", side: "right" });
    expect(r0.missing).toBe(0);
    expect(r0.missingStandardError).toBeCloseTo(Math.SQRT2, 9);
    const l0 = trimAndFill(BCG.effects, BCG.variances, "reml", { side: "left" });
    expect(l0.missing).toBe(0);
    expect(l0.missingStandardError).toBeCloseTo(2.2415848108, 9);
  });

  it("leaves the pool as it is when nothing is missing", () => {
    const { pool, filled } = trimAndFill(BCG.effects, BCG.variances, "reml");
    expect(filled.effects).toHaveLength(0);
    expect(pool.estimate).toEqual(poolEffects(BCG.effects, BCG.variances, "reml").estimate);
  });

  it("fills in the mirror images of studies on the far side", () => {
    const effects = [0.1, 0.12, 0.3, 0.5, 0.8, 1.1];
    const variances = [0.01, 0.012, 0.05, 0.1, 0.2, 0.3];
    const { side, missing, filled, pool } = trimAndFill(effects, variances, "common-effect");
    expect(side).toBe("left");
    expect(missing).toBeGreaterThan(0);
    expect([...filled.variances]).toEqual(variances.slice(-missing));
    expect(Math.max(...filled.effects)).toBeLessThan(0.1);
    expect(pool.k).toBe(6 + missing);
  });

  it("mirrors with the effects", () => {
    fc.assert(
      fc.property(
        someStudies(4),
        fc.constantFrom("L0" as const, "R0" as const),
        ({ effects, variances }, estimator) => {
          const one = trimAndFill(effects, variances, "dersimonian-laird", {
            estimator,
            side: "left",
          });
          const other = trimAndFill(
            effects.map((y) => -y),
            variances,
            "dersimonian-laird",
            { estimator, side: "right" },
          );
          return (
            Object.is(one.missing, other.missing) &&
            (Number.isNaN(one.missing) ||
              isClose(one.pool.estimate.value, -other.pool.estimate.value))
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it("refuses to choose a side when all studies have one precision", () => {
    expect(() => trimAndFill([1, 2, 3], [0.1, 0.1, 0.1], "reml")).toThrow(
      "trimAndFill: needs studies that differ in variance",
    );
    expect(trimAndFill([1, 2, 4], [0.1, 0.1, 0.1], "reml", { side: "left" }).side).toBe("left");
  });
});
