import { describe, expect, it } from "vitest";
import { metaBinaryGlmm } from "../../../src/analysis/index.js";

const STUDIES = {
  events1: [8, 1, 5, 3, 2],
  n1: [40, 30, 45, 28, 36],
  events2: [4, 6, 9, 12, 0],
  n2: [41, 32, 44, 30, 35],
};

describe("metaBinaryGlmm", () => {
  it("is the odds ratio of the study when there is one", () => {
    const fit = metaBinaryGlmm({ events1: [8], n1: [40], events2: [4], n2: [50] });
    expect(fit.tau2).toBe(0);
    expect(fit.estimate.value).toBeCloseTo(Math.log((8 / 32) * (46 / 4)), 8);
    expect(fit.standardError).toBeCloseTo(Math.sqrt(1 / 8 + 1 / 32 + 1 / 4 + 1 / 46), 6);
  });

  it("changes sign when the arms swap places, and is not moved by a double-zero study", () => {
    const base = metaBinaryGlmm(STUDIES);
    const { events1, n1, events2, n2 } = STUDIES;
    const swapped = metaBinaryGlmm({
      events1: [...events2, 0],
      n1: [...n2, 50],
      events2: [...events1, 0],
      n2: [...n1, 60],
    });
    expect(swapped.estimate.value).toBeCloseTo(-base.estimate.value, 6);
    expect(swapped.tau2).toBeCloseTo(base.tau2, 6);
    expect(swapped.k).toBe(5);
  });

  it("answers NaN with a note when an arm has no event at all", () => {
    const fit = metaBinaryGlmm({ events1: [0, 0], n1: [9, 9], events2: [1, 2], n2: [9, 9] });
    expect(fit).toMatchObject({ note: "no-events" });
    expect(fit.estimate.value).toBeNaN();
  });

  it("refuses half a node", () => {
    expect(() => metaBinaryGlmm(STUDIES, { nodes: 0.5 })).toThrow("needs 1 to 100 nodes; got 0.5");
  });
});
