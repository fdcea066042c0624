import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CutoffRule, optimalCutoffs, rocCurve } from "../../../src/analysis/index.js";
import { samples } from "./samples.js";

const THIRDS: CutoffRule = { criterion: "closest-to-corner", costRatio: 3, prevalence: 0.25 };

describe("optimalCutoffs", () => {
  it("finds all cut-offs that no other beats, in either direction", () => {
    fc.assert(
      fc.property(
        samples,
        fc.constantFrom("higher" as const, "lower" as const),
        (sample, direction) => {
          const { scores, events } = sample;
          const curve = rocCurve(scores, events, direction);
          const worth = [...curve.truePositives].map(
            (tp, i) => tp * curve.nNonEvents + curve.trueNegatives[i]! * curve.nEvents,
          );
          const most = Math.max(...worth);
          const want = [...curve.thresholds].filter((_, i) => worth[i] === most);
          const got = optimalCutoffs(scores, events, direction, { criterion: "youden" });
          expect(got.cutoffs.map(({ threshold }) => threshold)).toEqual(want);
        },
      ),
    );
  });

  it("finds ties that rounding hides", () => {
    // Of ten and ten: 0.9 + 0.3 and 0.8 + 0.4, which is 1.2000000000000002.
    const counts: [number, number, number][] = [
      [1, 1, 3], // score, events, non-events
      [2, 1, 1],
      [3, 8, 6],
    ];
    const scores = counts.flatMap(([score, e, o]) => new Array<number>(e + o).fill(score));
    const events = counts.flatMap(([, e, o]) => [
      ...new Array<number>(e).fill(1),
      ...new Array<number>(o).fill(0),
    ]);
    const balanced = { costRatio: 3, prevalence: 0.25 }; // weighs both rates alike
    for (const weights of [{}, balanced, { costRatio: 1.2, prevalence: 1 / 2.2 }]) {
      const rule = { criterion: "youden", ...weights } as const;
      const { cutoffs } = optimalCutoffs(scores, events, "higher", rule);
      expect(cutoffs.map(({ threshold }) => threshold)).toEqual([1.5, 2.5]);
    }
  });

  it("weighs false alarms by cost and prevalence", () => {
    const scores = [1, 2, 3, 4, 5, 6];
    const events = [0, 1, 0, 0, 1, 1];
    const costly = optimalCutoffs(scores, events, "higher", { criterion: "youden", costRatio: 10 });
    const rare = optimalCutoffs(scores, events, "higher", {
      criterion: "youden",
      prevalence: 0.05,
    });
    expect(costly.cutoffs.map(({ threshold }) => threshold)).toEqual([1.5]);
    expect(rare.cutoffs.map(({ threshold }) => threshold)).toEqual([4.5]);
    expect(optimalCutoffs(scores, events, "higher", THIRDS)).toMatchObject({ rule: THIRDS });
  });

  it("meets a fixed rate with as much of the other as can be", () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0, max: 1, noNaN: true }), (sample, specificity) => {
        const { scores, events } = sample;
        const curve = rocCurve(scores, events, "higher");
        const rule = { criterion: "sensitivity-at-specificity", specificity } as const;
        const { cutoffs } = optimalCutoffs(scores, events, "higher", rule);
        const able = [...curve.sensitivities].filter(
          (_, i) => curve.specificities[i]! >= specificity,
        );
        expect(cutoffs).toHaveLength(1);
        expect(cutoffs[0]!.sensitivity).toBe(Math.max(...able));
        expect(cutoffs[0]!.specificity).toBeGreaterThanOrEqual(specificity);
      }),
    );
  });

  it("refuses a rule that is not known", () => {
    const rule = { criterion: "best" } as unknown as CutoffRule;
    const call = () => optimalCutoffs([1, 2], [0, 1], "higher", rule);
    expect(call).toThrow('optimalCutoffs: needs a known criterion of a cut-off; got "best"');
  });
});
