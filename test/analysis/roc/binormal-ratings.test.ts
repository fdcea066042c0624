import { describe, expect, it } from "vitest";
import { binormalRatings } from "../../../src/analysis/index.js";

const EVENTS = [3, 2, 2, 11, 33];
const OTHERS = [33, 6, 6, 11, 2];

describe("binormalRatings", () => {
  it("has the same area when the scale is turned and the classes change places", () => {
    const fit = binormalRatings(EVENTS, OTHERS);
    const turned = binormalRatings(OTHERS.toReversed(), EVENTS.toReversed());
    expect(turned.area).toBeCloseTo(fit.area, 9);
    expect(turned.standardError.area).toBeCloseTo(fit.standardError.area, 9);
    expect(turned.b).toBeCloseTo(1 / fit.b, 8);
    expect(turned.a).toBeCloseTo(fit.a / fit.b, 8);
    expect(turned.logLikelihood).toBeCloseTo(fit.logLikelihood, 9);
  });

  it("fits three categories exactly", () => {
    const fit = binormalRatings([10, 20, 70], [60, 25, 15]);
    const saturated = [10, 20, 70, 60, 25, 15].reduce((s, n) => s + n * Math.log(n / 100), 0);
    expect(fit.logLikelihood).toBeCloseTo(saturated, 9);
  });

  it("passes over a category that nobody has, and gives it the border of the next", () => {
    const fit = binormalRatings(EVENTS, OTHERS);
    const wider = binormalRatings(EVENTS.toSpliced(2, 0, 0), OTHERS.toSpliced(2, 0, 0));
    expect(wider.a).toBeCloseTo(fit.a, 10);
    expect([...wider.thresholds]).toEqual([...fit.thresholds].toSpliced(1, 0, fit.thresholds[1]!));
    const outer = binormalRatings([0, ...EVENTS, 0], [0, ...OTHERS, 0]);
    expect(outer.thresholds[0]).toBe(Number.NEGATIVE_INFINITY);
    expect(outer.thresholds.at(-1)).toBe(Number.POSITIVE_INFINITY);
  });

  it("says when there is no maximum", () => {
    for (const [events, others] of [
      [
        [0, 0, 10],
        [10, 5, 0],
      ], // separated
      [
        [0, 4, 10],
        [10, 4, 0],
      ], // overlap in one category
      [
        [5, 0, 10],
        [10, 0, 5],
      ], // two categories
    ] as const) {
      const fit = binormalRatings(events, others);
      expect(fit.note).toBe("degenerate");
      expect([fit.a, fit.area, fit.thresholds[0]]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    }
  });

  it("keeps the interval of the area inside (0, 1)", () => {
    const { ci } = binormalRatings([1, 0, 1, 2, 9], [9, 2, 1, 1, 0], { level: 0.999 }).areaInterval;
    expect(ci.lower).toBeGreaterThan(0);
    expect(ci.upper).toBeLessThan(1);
  });

  it("refuses two categories", () => {
    expect(() => binormalRatings([1, 2], [2, 1])).toThrow(
      "binormalRatings: needs at least 3 categories; got 2",
    );
  });
});
