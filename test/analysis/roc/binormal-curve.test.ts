import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binormalMoments, binormalRegression } from "../../../src/analysis/index.js";
import { normalCdf, normalQuantile, seeded } from "../../../src/numeric/index.js";
import { samples } from "./samples.js";

describe("binormalMoments", () => {
  it("mirrors when the scores are turned and speak the other way", () => {
    fc.assert(
      fc.property(samples, ({ scores, events }) => {
        const one = binormalMoments(scores, events, "higher");
        const other = binormalMoments(
          scores.map((x) => -x),
          events,
          "lower",
        );
        const isSame = (a: number, b: number): boolean =>
          (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(a - b) < 1e-12;
        return (
          isSame(one.area, other.area) &&
          isSame(one.a, other.a) &&
          isSame(one.meanEvents, -other.meanEvents)
        );
      }),
    );
  });

  it("has variances that simulation gives", () => {
    const random = seeded(11);
    const n = 200;
    const fits = Array.from({ length: 400 }, () => {
      const scores = Array.from({ length: 2 * n }, (_, i) =>
        i < n ? 1 + 2 * random.normal() : random.normal(),
      );
      return binormalMoments(
        scores,
        scores.map((_, i) => i < n),
        "higher",
      );
    });
    const variance = (values: number[]): number => {
      const mean = values.reduce((s, x) => s + x, 0) / values.length;
      return values.reduce((s, x) => s + (x - mean) ** 2, 0) / (values.length - 1);
    };
    const { covariance } = fits[0]!;
    expect(variance(fits.map(({ a }) => a)) / covariance[0][0]).toBeGreaterThan(0.7);
    expect(variance(fits.map(({ a }) => a)) / covariance[0][0]).toBeLessThan(1.4);
    expect(variance(fits.map(({ b }) => b)) / covariance[1][1]).toBeGreaterThan(0.7);
    expect(variance(fits.map(({ b }) => b)) / covariance[1][1]).toBeLessThan(1.4);
  });

  it("has no curve without spread, and says so", () => {
    const flat = binormalMoments([1, 1, 2, 2], [0, 0, 1, 1], "higher");
    expect(flat).toMatchObject({ note: "zero-variance", meanEvents: 2, sdEvents: 0 });
    expect([flat.a, flat.b, flat.area]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(binormalMoments([1, 2, 3], [0, 0, 1], "higher").note).toBe("zero-variance");
  });

  it("refuses a missing score, naming it", () => {
    expect(() => binormalMoments([1, Number.NaN], [0, 1], "higher")).toThrow(
      "binormalMoments: needs finite scores; value 1 is NaN",
    );
  });
});

describe("binormalRegression", () => {
  it("finds the line that the points lie on", () => {
    // 99 cuts of a curve with a = 1, b = 0.8 through classes of 10,000
    const scores: number[] = [];
    const events: number[] = [];
    const n = 10_000;
    let [others, withEvent] = [0, 0];
    for (let k = 1; k <= 100; k++) {
      const cut = normalQuantile(k / 100.5);
      const below = Math.round(n * normalCdf(cut));
      const missed = Math.round(n * normalCdf(0.8 * cut - 1));
      for (; others < below; others++) {
        scores.push(k);
        events.push(0);
      }
      for (; withEvent < missed; withEvent++) {
        scores.push(k);
        events.push(1);
      }
    }
    for (; withEvent < n; withEvent++) {
      scores.push(101);
      events.push(1);
    }
    const fit = binormalRegression(scores, events, "higher");
    expect(fit.a).toBeCloseTo(1, 1);
    expect(fit.b).toBeCloseTo(0.8, 1);
    expect(fit.area).toBeCloseTo(normalCdf(1 / Math.hypot(1, 0.8)), 2);
  });

  it("is not moved by what keeps the order of the scores", () => {
    fc.assert(
      fc.property(samples, ({ scores, events }) => {
        const one = binormalRegression(scores, events, "higher");
        const other = binormalRegression(
          scores.map((x) => Math.exp(x) - 7),
          events,
          "higher",
        );
        return one.nPoints === other.nPoints && Object.is(one.slope, other.slope);
      }),
    );
  });

  it("has no line through separated classes, and says so", () => {
    const fit = binormalRegression([1, 2, 3, 4], [0, 0, 1, 1], "higher");
    expect(fit).toMatchObject({ nPoints: 0, note: "few-points" });
    expect(fit.area).toBeNaN();
  });
});
