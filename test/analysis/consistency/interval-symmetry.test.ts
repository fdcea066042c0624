import { describe, expect, it } from "vitest";
import { intervalSymmetry, type ScaleSymmetry } from "../../../src/analysis/index.js";

const on = (
  scale: ScaleSymmetry["scale"],
  estimate: string,
  ci: [string, string],
  whole: 1 | 100 = 1,
): ScaleSymmetry | undefined =>
  intervalSymmetry(estimate, ci, { whole }).scales.find((one) => one.scale === scale);

describe("intervalSymmetry", () => {
  it("finds the middle on the scale on which the interval was made", () => {
    // exp((log 0.60 + log 1.07)/2) = 0.80125
    expect(on("log", "0.80", ["0.60", "1.07"])).toMatchObject({
      printsAsEstimate: true,
      withinRounding: true,
      lopsidedness: 1,
      longerSide: "neither",
    });
    expect(on("log", "0.80", ["0.60", "1.07"])!.midpoint).toBeCloseTo(0.801249025, 9);
    expect(on("natural", "2.0", ["0.5", "3.5"])!.midpoint).toBe(2);
    // plogis((qlogis(0.70) + qlogis(0.96))/2) = 0.8821215496
    expect(on("logit", "0.88", ["0.70", "0.96"])).toMatchObject({ printsAsEstimate: true });
    expect(on("logit", "0.88", ["0.70", "0.96"])!.midpoint).toBeCloseTo(0.8821215496, 9);
    expect(on("logit", "88", ["70", "96"], 100)!.midpoint).toBeCloseTo(88.21215496, 7);
  });

  it("allows numbers that round so, to the very edge", () => {
    // Sides 1.4 … 1.6 and 1.6 … 1.8 meet at 1.6; one digit on they do not.
    expect(on("natural", "2.0", ["0.5", "3.7"])).toMatchObject({
      printsAsEstimate: false,
      withinRounding: true,
    });
    expect(on("natural", "2.0", ["0.5", "3.8"])).toMatchObject({
      withinRounding: false,
      longerSide: "upper",
    });
    // At its least the upper side is 3.75 − 2.05 and the lower 2.05 − 0.45.
    expect(on("natural", "2.0", ["0.5", "3.8"])!.lopsidedness).toBeCloseTo(1.7 / 1.6, 12);
  });

  it("says on which side an interval is longer, and how much at least", () => {
    // log(0.805/0.595) and log(0.905/0.805)… at the end of the rounding where they differ least.
    const { lopsidedness, longerSide } = on("log", "0.80", ["0.60", "0.90"])!;
    expect(longerSide).toBe("lower");
    expect(lopsidedness).toBeCloseTo(Math.log(0.795 / 0.605) / Math.log(0.905 / 0.795), 12);
  });

  it("leaves out the scales on which a number cannot stand", () => {
    const scales = intervalSymmetry("-1.0", ["-2.0", "0.0"]).scales.map(({ scale }) => scale);
    expect(scales).toEqual(["natural"]);
    expect(on("logit", "1.5", ["1.2", "1.8"])).toBeUndefined();
    expect(on("log", "0.00", ["0.00", "2.3"])).toMatchObject({ printsAsEstimate: false });
  });

  it("knows exchanged limits and an estimate outside", () => {
    expect(intervalSymmetry("2.0", ["3.5", "0.5"])).toMatchObject({ position: "swapped" });
    expect(intervalSymmetry("2.0", ["3.5", "0.5"]).scales[0]).toMatchObject({ midpoint: 2 });
    expect(intervalSymmetry("4.0", ["0.5", "3.5"])).toMatchObject({
      position: "outside",
      scales: [],
    });
    expect(intervalSymmetry("3.5", ["0.5", "3.5"]).position).toBe("inside");
    // 1.0 may be 1.04 and the limit 1.04 as well.
    expect(intervalSymmetry("1.0", ["1.04", "1.9"]).position).toBe("inside");
    expect(intervalSymmetry("1.0", ["1.06", "1.9"]).position).toBe("outside");
  });

  it("finds the sign that was lost", () => {
    expect(intervalSymmetry("1.2", ["-3.4", "1.0"]).lostSigns).toEqual([
      { figure: "estimate", printed: "1.2", instead: "-1.2", scale: "natural" },
    ]);
    expect(intervalSymmetry("−1.2", ["3.4", "1.0"]).lostSigns).toMatchObject([
      { figure: "lower", instead: "-3.4" },
    ]);
    expect(intervalSymmetry("-1.2", ["-3.4", "−1.0"]).lostSigns).toMatchObject([
      { figure: "upper", instead: "1.0" },
    ]);
    expect(intervalSymmetry("2.0", ["0.5", "3.5"]).lostSigns).toEqual([]);
  });

  it("refuses what is no printed interval", () => {
    expect(() => intervalSymmetry("two", ["1", "3"])).toThrow("intervalSymmetry: needs a printed");
    expect(() => intervalSymmetry("2", ["1"] as never)).toThrow("needs two limits as printed");
    expect(() => intervalSymmetry("2", ["1", "3"], { whole: 10 as never })).toThrow(
      "needs a whole of 1 or 100; got 10",
    );
  });
});
