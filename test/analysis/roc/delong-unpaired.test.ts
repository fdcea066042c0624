import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderCurve, deLongUnpairedTest } from "../../../src/analysis/index.js";
import { type Sample, samples } from "./samples.js";

const higher = (sample: Sample) => ({ ...sample, direction: "higher" as const });

describe("deLongUnpairedTest", () => {
  it("adds the variances of the two areas, and changes sign when the samples are exchanged", () => {
    fc.assert(
      fc.property(samples, samples, (one, two) => {
        const got = deLongUnpairedTest(higher(one), higher(two));
        const errors = [one, two].map(
          ({ scores, events }) => areaUnderCurve(scores, events, "higher").standardError.deLong,
        );
        expect(got.standardError).toBeCloseTo(Math.hypot(errors[0]!, errors[1]!), 13);
        const exchanged = deLongUnpairedTest(higher(two), higher(one));
        expect(exchanged.difference.value + got.difference.value).toBe(0);
        if (got.note === undefined) {
          expect(exchanged.p).toBeCloseTo(got.p, 12);
          expect(got.df).toBeGreaterThan(0);
          expect(got.p).toBeGreaterThanOrEqual(got.pNormal * (1 - 1e-12));
        }
      }),
    );
  });

  it("has no t where neither area varies, nor with a single event", () => {
    const perfect = higher({ scores: [1, 2, 3, 4], events: [0, 0, 1, 1] });
    const single = higher({ scores: [1, 2, 3], events: [0, 0, 1] });
    const none = deLongUnpairedTest(perfect, perfect);
    expect([none.note, none.t, none.df, none.p]).toEqual([
      "zero-variance",
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    expect(deLongUnpairedTest(perfect, single)).toMatchObject({
      note: "one-of-a-class",
      p: Number.NaN,
      difference: { value: 0, ci: { lower: Number.NaN } },
    });
  });
});
