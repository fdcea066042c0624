import { describe, expect, it } from "vitest";
import { accuracyAtCutoff, proportion } from "../../../src/analysis/index.js";

const scores = [1, 2, 3, 4, 5];
const events = [0, 1, 0, 1, 1];

describe("accuracyAtCutoff", () => {
  it("calls a score at the cut-off positive, in either direction", () => {
    const higher = accuracyAtCutoff(scores, events, "higher", 3);
    expect(higher.counts).toEqual({
      truePositive: 2,
      falsePositive: 1,
      falseNegative: 1,
      trueNegative: 1,
    });
    expect(accuracyAtCutoff(scores, events, "lower", 3).counts).toMatchObject({
      truePositive: 1,
      falsePositive: 2,
    });
  });

  it("gives the intervals of two proportions at the level asked for", () => {
    const got = accuracyAtCutoff(scores, events, "higher", 3, { level: 0.9 });
    expect(got.sensitivity).toEqual(proportion(2, 3, { level: 0.9 }));
    expect(got.specificity).toEqual(proportion(1, 2, { level: 0.9 }));
    expect(got.youden.value).toBeCloseTo(2 / 3 + 1 / 2 - 1, 15);
  });

  it("calls nobody positive beyond every score", () => {
    const got = accuracyAtCutoff(scores, events, "higher", Number.POSITIVE_INFINITY);
    expect([got.sensitivity.value, got.specificity.value]).toEqual([0, 1]);
  });
});
