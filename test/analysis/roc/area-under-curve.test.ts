import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderCurve, type Interval } from "../../../src/analysis/index.js";
import { classesOf, type Sample, samples, win } from "./samples.js";

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Pair by pair, as the definition has it. */
function byDefinition(sample: Sample): { area: number; variance: number } {
  const [events, others] = classesOf(sample);
  const ofEvents = events.map((event) => mean(others.map((other) => win(event, other))));
  const ofOthers = others.map((other) => mean(events.map((event) => win(event, other))));
  const area = mean(ofEvents);
  const spread = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + (value - area) ** 2, 0) /
    (values.length - 1) /
    values.length;
  return { area, variance: spread(ofEvents) + spread(ofOthers) };
}

const flipped = ({ lower, upper, level }: Interval): Interval => ({
  lower: 1 - upper,
  upper: 1 - lower,
  level,
});

describe("areaUnderCurve", () => {
  it("is the definition pair by pair", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const want = byDefinition(sample);
        const got = areaUnderCurve(sample.scores, sample.events, "higher");
        expect(got.value).toBeCloseTo(want.area, 14);
        expect(got.standardError.deLong ** 2).toBeCloseTo(want.variance, 14);
      }),
    );
  });

  it("does not depend on the order of the subjects nor on a monotone change of the scores", () => {
    fc.assert(
      fc.property(samples, ({ scores, events }) => {
        const got = areaUnderCurve(scores, events, "higher");
        const changed = scores.map((score) => Math.expm1(score / 3)).reverse();
        expect(areaUnderCurve(changed, [...events].reverse(), "higher")).toEqual(got);
      }),
    );
  });

  it("becomes its complement when the direction is turned, never flipping by itself", () => {
    fc.assert(
      fc.property(samples, ({ scores, events }) => {
        const higher = areaUnderCurve(scores, events, "higher");
        const lower = areaUnderCurve(scores, events, "lower");
        expect(lower.pairsWon).toBe(lower.nEvents * lower.nNonEvents - higher.pairsWon);
        expect(lower.standardError.deLong).toBeCloseTo(higher.standardError.deLong, 14);
        for (const method of ["deLong", "newcombe"] as const) {
          const mirror = flipped(higher.intervals[method]);
          expect(lower.intervals[method].lower).toBeCloseTo(mirror.lower, 10);
          expect(lower.intervals[method].upper).toBeCloseTo(mirror.upper, 10);
        }
      }),
    );
  });

  it("takes events as numbers or as truth values, and typed arrays", () => {
    const got = areaUnderCurve([1, 2, 3, 4], [0, 1, 0, 1], "higher");
    const truths = areaUnderCurve([1, 2, 3, 4], [false, true, false, true], "higher");
    const typed = areaUnderCurve(Float32Array.of(1, 2, 3, 4), Uint8Array.of(0, 1, 0, 1), "higher");
    expect(truths).toEqual(got);
    expect(typed).toEqual(got);
    expect(got.value).toBe(0.75);
  });

  it("has no DeLong variance with a single event, and says so", () => {
    const got = areaUnderCurve([1, 2, 3], [0, 1, 0], "higher");
    expect([got.note, got.standardError.deLong, got.p]).toEqual([
      "one-of-a-class",
      Number.NaN,
      Number.NaN,
    ]);
    expect(got.intervals.newcombe.lower).toBeGreaterThan(0);
  });

  it("says that the interval of separated classes has no width", () => {
    const got = areaUnderCurve([1, 2, 3, 4], [0, 0, 1, 1], "higher");
    expect([got.value, got.note, got.z]).toEqual([1, "zero-variance", Number.NaN]);
    expect(got.intervals.deLong).toEqual({ lower: 1, upper: 1, level: 0.95 });
    expect(got.intervals.newcombe.upper).toBe(1);
    expect(got.intervals.newcombe.lower).toBeLessThan(0.6);
  });

  it("refuses one class only and other outcomes, by code and message", () => {
    const of = (events: readonly number[]) => () => areaUnderCurve([1, 2, 3], events, "higher");
    expect(of([0, 0, 0])).toThrow("areaUnderCurve: needs at least one event; got 0 among 3");
    expect(of([1, 1, 1])).toThrow("needs at least one subject without the event; all 3 had it");
    expect(of([1, 0, 2])).toThrow("event 2 is 2");
    expect(of([1, 0])).toThrow("got 3 scores and 2 events");
  });
});
