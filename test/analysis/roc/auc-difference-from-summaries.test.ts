import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aucDifferenceFromSummaries, deLongTest } from "../../../src/analysis/index.js";
import { type Sample, samples } from "./samples.js";

const sizes = { events: 15, nonEvents: 40 };

describe("aucDifferenceFromSummaries", () => {
  it("gives R's z, p and interval at each correlation", () => {
    // R: se <- sqrt(sa^2 + sb^2 - 2*r*sa*sb) with Hanley and McNeil's errors of 0.88 and 0.60
    const expected = [
      [-1, 0.149039750634, 1.87869342782, 0.0602863657266, -0.0121125435074, 0.572112543507],
      [-0.5, 0.129837944067, 2.1565344554, 0.031041956328, 0.0255223058014, 0.534477694199],
      [0, 0.107251742038, 2.61068020602, 0.00903623495153, 0.0697904483261, 0.490209551674],
      [0.5, 0.0784090595582, 3.57101592058, 0.000355599277097, 0.126321067204, 0.433678932796],
    ] as const;
    for (const [r, standardError, z, p, lower, upper] of expected) {
      const got = aucDifferenceFromSummaries({ auc: 0.88 }, { auc: 0.6 }, sizes, r);
      expect(got.difference.value).toBeCloseTo(0.28, 15);
      expect(got.difference.standardError).toBeCloseTo(standardError, 11);
      expect(got.z).toBeCloseTo(z, 9);
      expect(got.p).toBeCloseTo(p, 11);
      expect(got.difference.ci.lower).toBeCloseTo(lower, 10);
      expect(got.difference.ci.upper).toBeCloseTo(upper, 10);
    }
  });

  it("takes a standard error from a printed interval", () => {
    // (0.99 − 0.77)/2/qnorm(0.975) = 0.0561234802617
    const printed = { auc: 0.88, standardError: 0.0561234802617 };
    const got = aucDifferenceFromSummaries(printed, { auc: 0.6 }, sizes, 0);
    expect(got.first).toEqual(printed);
    expect(got.p).toBeCloseTo(0.00759158670528, 11);
  });

  it("tells the correlation above which the interval leaves out 0", () => {
    const at = (r: number) => aucDifferenceFromSummaries({ auc: 0.88 }, { auc: 0.6 }, sizes, r);
    const { decisiveAbove } = at(0);
    expect(at(decisiveAbove).p).toBeCloseTo(0.05, 12);
    expect(at(decisiveAbove + 0.01).difference.ci.lower).toBeGreaterThan(0);
    expect(at(decisiveAbove - 0.01).difference.ci.lower).toBeLessThan(0);
    // Always with CT's 0.53: p is 0.019 at a correlation of −1; never for areas that are equal.
    const withCt = aucDifferenceFromSummaries({ auc: 0.88 }, { auc: 0.53 }, sizes, 0);
    expect(withCt.decisiveAbove).toBeLessThan(-1);
    const alike = aucDifferenceFromSummaries({ auc: 0.7 }, { auc: 0.7 }, sizes, 0);
    expect(alike.decisiveAbove).toBeGreaterThanOrEqual(1);
  });

  it("is DeLong's z when it is given DeLong's errors and correlation", () => {
    fc.assert(
      fc.property(
        samples,
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 60 }),
        (one: Sample, other) => {
          const second = {
            scores: one.scores.map((_, i) => other[i % other.length]!),
            direction: "higher" as const,
          };
          const whole = deLongTest({ scores: one.scores, direction: "higher" }, second, one.events);
          const [a, b] = [whole.first, whole.second];
          const isPlain = [a, b].every(
            ({ value, variance }) => value > 0 && value < 1 && variance > 0,
          );
          if (!isPlain || !(Math.abs(whole.correlation) < 0.999)) return;
          const got = aucDifferenceFromSummaries(
            { auc: a.value, standardError: Math.sqrt(a.variance) },
            { auc: b.value, standardError: Math.sqrt(b.variance) },
            { events: whole.nEvents, nonEvents: whole.nNonEvents },
            whole.correlation,
          );
          expect(got.difference.standardError).toBeCloseTo(whole.standardError, 10);
          expect(got.z).toBeCloseTo(whole.z, 8);
        },
      ),
    );
  });

  it("notes a difference that does not vary", () => {
    const one = { auc: 0.8, standardError: 0.05 };
    const got = aucDifferenceFromSummaries(one, { ...one, auc: 0.7 }, sizes, 1);
    expect(got).toMatchObject({ note: "zero-variance", z: Number.NaN, p: Number.NaN });
    expect(got.difference.standardError).toBe(0);
  });

  it("refuses a correlation beyond 1, naming it", () => {
    expect(() => aucDifferenceFromSummaries({ auc: 0.8 }, { auc: 0.7 }, sizes, 1.2)).toThrow(
      "aucDifferenceFromSummaries: needs a correlation from -1 to 1; got 1.2",
    );
  });
});
