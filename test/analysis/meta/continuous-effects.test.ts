import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { continuousEffects, metaContinuous } from "../../../src/analysis/index.js";
import { isClose } from "./studies.js";

const STUDIES = {
  mean1: [55, 27, 64],
  sd1: [47, 7, 17],
  n1: [155, 31, 75],
  mean2: [75, 29, 119],
  sd2: [64, 4, 29],
  n2: [156, 32, 71],
};

describe("continuousEffects", () => {
  it("has Hedges's exact correction: Γ(m/2)/(√(m/2) Γ((m − 1)/2)) with m = 2 is √(1/π)·…", () => {
    const one = { mean1: [1], sd1: [1], n1: [2], mean2: [0], sd2: [1], n2: [2] };
    const { effects } = continuousEffects(one, "standardised-mean-difference");
    expect(effects[0]).toBeCloseTo(1 / Math.sqrt(Math.PI), 12); // Γ(1)/Γ(½)
  });

  it("does not ask for the unit where it is a ratio", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), (unit) => {
        const scaled = {
          ...STUDIES,
          mean1: STUDIES.mean1.map((x) => unit * x),
          mean2: STUDIES.mean2.map((x) => unit * x),
          sd1: STUDIES.sd1.map((x) => unit * x),
          sd2: STUDIES.sd2.map((x) => unit * x),
        };
        return (["standardised-mean-difference", "log-ratio-of-means"] as const).every(
          (measure) => {
            const base = continuousEffects(STUDIES, measure);
            const other = continuousEffects(scaled, measure);
            return base.effects.every(
              (y, i) =>
                isClose(y, other.effects[i]!) && isClose(base.variances[i]!, other.variances[i]!),
            );
          },
        );
      }),
    );
  });

  it("has no ratio of means of unlike sign and no standardised difference without spread", () => {
    const odd = { mean1: [1, 0], sd1: [0, 0], n1: [5, 5], mean2: [-1, 2], sd2: [0, 0], n2: [5, 5] };
    expect([...continuousEffects(odd, "log-ratio-of-means").effects]).toEqual([
      Number.NaN,
      Number.NaN,
    ]);
    expect([...continuousEffects(odd, "standardised-mean-difference").effects]).toEqual([
      Number.NaN,
      Number.NaN,
    ]);
  });

  it("refuses a negative standard deviation, naming the study", () => {
    expect(() => continuousEffects({ ...STUDIES, sd2: [1, -4, 2] }, "mean-difference")).toThrow(
      "needs sd2 of at least 0; study 1 has -4",
    );
  });
});

describe("metaContinuous", () => {
  it("leaves a study without variance out", () => {
    const studies = { ...STUDIES, sd1: [0, 7, 17], sd2: [0, 4, 29] };
    expect(metaContinuous(studies, "mean-difference", "reml").used).toEqual([1, 2]);
  });
});
