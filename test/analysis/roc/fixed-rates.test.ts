import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  rocCurve,
  sensitivityAtSpecificity,
  specificityAtSensitivity,
} from "../../../src/analysis/index.js";
import { samples } from "./samples.js";

describe("sensitivityAtSpecificity", () => {
  it("is the best of the curve at its own points", () => {
    fc.assert(
      fc.property(samples, ({ scores, events }) => {
        const { specificities, sensitivities } = rocCurve(scores, events, "higher");
        for (const rate of sensitivityAtSpecificity(scores, events, "higher", specificities)) {
          const there = [...sensitivities].filter((_, i) => specificities[i] === rate.fixed);
          expect(rate.interpolated).toBe(Math.max(...there));
          expect(rate.achievable).toBe(Math.max(...there));
        }
      }),
    );
  });

  it("is interpolated between points, and achieved beyond them", () => {
    const [rate] = sensitivityAtSpecificity([1, 2, 3, 4], [0, 1, 0, 1], "higher", [0.75]);
    expect(rate).toEqual({
      fixed: 0.75,
      interpolated: 0.5,
      achievable: 0.5,
      threshold: 3.5,
      reached: 1,
    });
    const [tied] = sensitivityAtSpecificity([1, 1], [0, 1], "higher", [0.75]);
    expect(tied).toMatchObject({ interpolated: 0.25, achievable: 0, reached: 1 });
  });
});

describe("specificityAtSensitivity", () => {
  it("is sensitivity at specificity with the classes and the direction exchanged", () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0, max: 1, noNaN: true }), ({ scores, events }, at) => {
        const others = events.map((event) => 1 - event);
        const [here] = specificityAtSensitivity(scores, events, "higher", [at]);
        const [there] = sensitivityAtSpecificity(scores, others, "lower", [at]);
        expect(here!.interpolated).toBeCloseTo(there!.interpolated, 12);
        expect(here!.achievable).toBe(there!.achievable);
        expect(here!.threshold).toBe(there!.threshold);
      }),
    );
  });
});
