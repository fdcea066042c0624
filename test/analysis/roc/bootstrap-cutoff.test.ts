import { describe, expect, it } from "vitest";
import { bootstrapCutoff, optimalCutoffs } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";

const random = seeded(11);
const scores = Array.from({ length: 80 }, (_, i) => Math.round(10 * (random.normal() + (i % 2))));
const events = scores.map((_, i) => i % 2);
const YOUDEN = { criterion: "youden" } as const;

describe("bootstrapCutoff", () => {
  it("finds that a chosen cut-off flatters itself", () => {
    const { youden, sensitivity } = bootstrapCutoff(scores, events, "higher", YOUDEN, {
      random: seeded(1),
    });
    expect(youden.optimism).toBeGreaterThan(0);
    expect(youden.corrected).toBeCloseTo(youden.apparent - youden.optimism, 14);
    expect(youden.outOfBag.value).toBeLessThan(youden.apparent);
    expect(sensitivity.ci.lower).toBeLessThan(sensitivity.apparent);
  });

  it("takes the optimum of the data, the middle one of several", () => {
    const tied = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const outcomes = [0, 0, 0, 1, 0, 1, 1, 0, 1, 1];
    const best = optimalCutoffs(tied, outcomes, "higher", YOUDEN).cutoffs;
    const got = bootstrapCutoff(tied, outcomes, "higher", YOUDEN, {
      random: seeded(2),
      replicates: 20,
    });
    expect(best.map(({ threshold }) => threshold)).toEqual([3.5, 5.5]);
    expect(got.cutoff.value).toBe(3.5);
    expect([got.sensitivity.apparent, got.specificity.apparent]).toEqual([1, 0.6]);
  });

  it("gives the mirrored cut-offs when scores and direction are turned", () => {
    const turned = scores.map((score) => -score);
    const options = { replicates: 200, level: 0.8 };
    const higher = bootstrapCutoff(scores, events, "higher", YOUDEN, {
      random: seeded(3),
      ...options,
    });
    const lower = bootstrapCutoff(turned, events, "lower", YOUDEN, {
      random: seeded(3),
      ...options,
    });
    expect([...lower.cutoffs]).toEqual([...higher.cutoffs].map((cutoff) => 0 - cutoff));
    expect(lower.cutoff.ci.lower).toBeCloseTo(-higher.cutoff.ci.upper, 12);
    expect(lower.sensitivity).toEqual(higher.sensitivity);
  });

  it("holds the fixed rate in the sample, but not in those left out of it", () => {
    const rule = { criterion: "sensitivity-at-specificity", specificity: 0.9 } as const;
    const { specificity } = bootstrapCutoff(scores, events, "higher", rule, { random: seeded(4) });
    expect(specificity.apparent).toBeGreaterThanOrEqual(0.9);
    expect(specificity.ci.lower).toBeGreaterThanOrEqual(0.9);
    expect(specificity.outOfBag.value).toBeLessThan(specificity.apparent);
  });

  it("has nobody left out to check when each class has one", () => {
    const got = bootstrapCutoff([1, 2], [0, 1], "higher", YOUDEN, { random: seeded(5) });
    expect(got.youden).toMatchObject({
      apparent: 1,
      optimism: 0,
      outOfBag: { value: Number.NaN, ci: { lower: Number.NaN } },
    });
    expect([got.cutoff.value, got.cutoff.ci.lower, got.cutoff.ci.upper]).toEqual([1.5, 1.5, 1.5]);
  });

  it("lets the limits of a cut-off be infinite", () => {
    const got = bootstrapCutoff([1, 1, 1, 2], [0, 1, 0, 1], "higher", YOUDEN, {
      random: seeded(6),
    });
    expect([got.cutoff.value, got.cutoff.ci.lower, got.cutoff.ci.upper]).toEqual([
      1.5,
      Number.NEGATIVE_INFINITY,
      1.5,
    ]);
  });
});
