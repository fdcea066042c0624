import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deLongTest } from "../../../src/analysis/index.js";
import { classesOf, win } from "./samples.js";

/** Two markers of the same subjects, with ties. */
const pairs = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), {
    minLength: 4,
    maxLength: 20,
  })
  .map((rows) => ({
    one: rows.map(([score]) => score),
    two: rows.map(([, score]) => score),
    events: rows.map((_, i) => i % 2),
  }));

const higher = (scores: ArrayLike<number>) => ({ scores, direction: "higher" as const });

/** DeLong's covariance pair by pair. */
function covariance(one: number[], two: number[], events: number[]): number {
  const [e1, o1] = classesOf({ scores: one, events });
  const [e2, o2] = classesOf({ scores: two, events });
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const between = (a: number[], b: number[]): number => {
    const products = a.map((x, i) => (x - mean(a)) * (b[i]! - mean(b)));
    return products.reduce((sum, x) => sum + x, 0) / (a.length - 1) / a.length;
  };
  const placed = (some: number[], others: number[]): number[] =>
    some.map((x) => mean(others.map((y) => win(x, y))));
  const missed = (others: number[], some: number[]): number[] =>
    others.map((y) => mean(some.map((x) => win(x, y))));
  return between(placed(e1, o1), placed(e2, o2)) + between(missed(o1, e1), missed(o2, e2));
}

describe("deLongTest", () => {
  it("has the covariance of the definition", () => {
    fc.assert(
      fc.property(pairs, ({ one, two, events }) => {
        const got = deLongTest(higher(one), higher(two), events);
        expect(got.covariance).toBeCloseTo(covariance(one, two, events), 13);
        expect(got.first.variance).toBeCloseTo(covariance(one, one, events), 13);
        const variance = got.first.variance + got.second.variance - 2 * got.covariance;
        expect(got.standardError ** 2).toBeCloseTo(variance, 13);
      }),
    );
  });

  it("changes sign when the markers are exchanged, and when both directions are turned", () => {
    fc.assert(
      fc.property(pairs, ({ one, two, events }) => {
        const got = deLongTest(higher(one), higher(two), events);
        const exchanged = deLongTest(higher(two), higher(one), events);
        const turned = deLongTest(
          { scores: one, direction: "lower" },
          { scores: two, direction: "lower" },
          events,
        );
        for (const other of [exchanged, turned]) {
          expect(other.difference.value + got.difference.value).toBeCloseTo(0, 14);
          expect(other.standardError).toBeCloseTo(got.standardError, 13);
          expect(other.p).toBeCloseTo(got.p, 10);
        }
      }),
    );
  });

  it("has nothing to test when one marker is a monotone change of the other", () => {
    fc.assert(
      fc.property(pairs, ({ one, events }) => {
        const changed = higher(one.map((score) => -Math.exp(-score / 7)));
        const got = deLongTest(higher(one), changed, events, { margin: 0.1 });
        expect(got.difference).toEqual({ value: 0, ci: { lower: 0, upper: 0, level: 0.95 } });
        expect([got.standardError, got.z, got.p, got.note]).toEqual([0, 0, 1, "same-ranking"]);
      }),
    );
  });

  it("warns of a difference without variance", () => {
    const events = [0, 0, 0, 1, 1, 1];
    const got = deLongTest(higher([1, 2, 3, 4, 5, 6]), higher([1, 1, 1, 1, 1, 1]), events);
    expect([got.difference.value, got.z, got.note]).toEqual([
      0.5,
      Number.POSITIVE_INFINITY,
      "zero-variance",
    ]);
  });

  it("is not defined with a single event", () => {
    const got = deLongTest(higher([1, 2, 3]), higher([2, 1, 3]), [0, 0, 1], { margin: 0.1 });
    expect([got.note, got.p, got.nonInferiority?.p, got.difference.ci.lower]).toEqual([
      "one-of-a-class",
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it("is less sure of non-inferiority the smaller the margin", () => {
    const one = higher([3, 1, 4, 1, 5, 9, 2, 6]);
    const two = higher([2, 7, 1, 8, 2, 8, 1, 8]);
    const events = [0, 1, 0, 1, 0, 1, 0, 1];
    const p = [0, 0.1, 0.5].map((margin) => {
      return deLongTest(one, two, events, { margin }).nonInferiority!.p;
    });
    expect(p).toEqual([...p].sort((a, b) => b - a));
    expect(deLongTest(one, two, events).nonInferiority).toBeUndefined();
  });

  it("refuses markers of different subjects", () => {
    const call = () => deLongTest(higher([1, 2, 3]), higher([1, 2]), [0, 1, 1]);
    expect(call).toThrow("deLongTest: needs both scores of each subject; got 3 and 2");
  });
});
