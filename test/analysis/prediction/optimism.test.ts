import { describe, expect, it } from "vitest";
import { bootstrapOptimism, fitLogistic } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import { drawCohort, MISMATCH, Y } from "./cohort.js";

describe("bootstrapOptimism", () => {
  it("takes off what covariates without meaning seem to add", () => {
    const random = seeded(21);
    const { y, x } = drawCohort(random, 60);
    const noise = x.map((row) => [...row, ...[0, 1, 2, 3].map(() => random.normal())]);
    const lean = bootstrapOptimism(y, x, "ml", { random: seeded(2), replicates: 60 });
    const full = bootstrapOptimism(y, noise, "ml", { random: seeded(2), replicates: 60 });
    expect(full.auc.apparent).toBeGreaterThan(lean.auc.apparent);
    expect(full.auc.optimism).toBeGreaterThan(lean.auc.optimism);
    expect(full.slope.corrected).toBeLessThan(lean.slope.corrected);
    expect(full.brier.optimism).toBeLessThan(0); // on its own resample it is too small
    expect(full.slope.apparent).toBeCloseTo(1, 8);
    expect(lean.auc.apparent).toBeCloseTo(fitLogistic(y, x).auc, 12);
  });

  it("gives the same for the same seed", () => {
    const run = () =>
      bootstrapOptimism(Y, { mismatch: MISMATCH }, "firth", { random: seeded(4), replicates: 20 });
    expect(run()).toEqual(run());
  });

  it("counts the resamples without a fit and says when they are many", () => {
    // one overlapping pair: a resample without it is separated
    const x = [1, 2, 3, 4, 6, 5, 7, 8, 9, 10];
    const y = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1];
    const ml = bootstrapOptimism(y, { x }, "ml", { random: seeded(9), replicates: 100 });
    expect(ml.failed).toBeGreaterThan(30);
    expect(ml.note).toBe("many-failed");
    expect(ml.nReplicates + ml.failed).toBe(100);
  });

  it("refuses an estimator it does not have", () => {
    const lasso = "lasso" as "ml";
    expect(() =>
      bootstrapOptimism(Y, { mismatch: MISMATCH }, lasso, { random: seeded(1) }),
    ).toThrow('bootstrapOptimism: needs "ml" or "firth"; got "lasso"');
  });
});
