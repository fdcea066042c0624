import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderCurve, partialAreaUnderCurve } from "../../../src/analysis/index.js";
import { samples } from "./samples.js";

const focus = fc.constantFrom("specificity" as const, "sensitivity" as const);

describe("partialAreaUnderCurve", () => {
  it("is the whole area over the whole window, and adds up over parts", () => {
    fc.assert(
      fc.property(
        samples,
        focus,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        ({ scores, events }, on, cut) => {
          const part = (from: number, to: number): number =>
            partialAreaUnderCurve(scores, events, "higher", { focus: on, from, to }).value;
          const whole = areaUnderCurve(scores, events, "higher").value;
          expect(part(0, 1)).toBeCloseTo(whole, 12);
          expect(part(0, cut) + part(cut, 1)).toBeCloseTo(whole, 12);
        },
      ),
    );
  });

  it("standardises a perfect curve to 1 and the diagonal to ½", () => {
    const window = { focus: "specificity", from: 0.9, to: 1 } as const;
    const perfect = partialAreaUnderCurve([1, 2, 3, 4], [0, 0, 1, 1], "higher", window);
    expect(perfect.value).toBeCloseTo(0.1, 14);
    expect(perfect.standardised).toBeCloseTo(1, 12);
    const tied = partialAreaUnderCurve([1, 1, 1, 1], [0, 0, 1, 1], "higher", window);
    expect(tied.standardised).toBeCloseTo(0.5, 12);
    expect(tied.note).toBeUndefined();
  });

  it("does not standardise what is below the diagonal", () => {
    const window = { focus: "sensitivity", from: 0.2, to: 0.5 } as const;
    const got = partialAreaUnderCurve([1, 2, 3, 4], [1, 1, 0, 0], "higher", window);
    expect([got.value, got.standardised, got.note]).toEqual([0, Number.NaN, "below-diagonal"]);
  });

  it("refuses a window of no width, naming it", () => {
    const window = { focus: "specificity", from: 0.9, to: 0.9 } as const;
    const call = () => partialAreaUnderCurve([1, 2], [0, 1], "higher", window);
    expect(call).toThrow("needs a window with 0 ≤ from < to ≤ 1; got 0.9 to 0.9");
  });
});
