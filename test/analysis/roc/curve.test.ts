import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderCurve, rocCurve } from "../../../src/analysis/index.js";
import { classesOf, samples } from "./samples.js";

describe("rocCurve", () => {
  it("counts who is at or beyond each threshold", () => {
    fc.assert(
      fc.property(
        samples,
        fc.constantFrom("higher" as const, "lower" as const),
        (sample, direction) => {
          const curve = rocCurve(sample.scores, sample.events, direction);
          const [events, others] = classesOf(sample);
          const isPositive = (score: number, threshold: number): boolean =>
            direction === "higher" ? score >= threshold : score <= threshold;
          for (const [i, threshold] of curve.thresholds.entries()) {
            const truePositives = events.filter((score) => isPositive(score, threshold)).length;
            const trueNegatives = others.filter((score) => !isPositive(score, threshold)).length;
            expect(curve.truePositives[i]).toBe(truePositives);
            expect(curve.trueNegatives[i]).toBe(trueNegatives);
          }
          expect([...curve.thresholds]).toEqual([...curve.thresholds].sort((a, b) => a - b));
          expect(curve.thresholds).toHaveLength(new Set(sample.scores).size + 1);
        },
      ),
    );
  });

  it("has the trapezoids under it for its area", () => {
    fc.assert(
      fc.property(samples, ({ scores, events }) => {
        const { sensitivities, specificities, area } = rocCurve(scores, events, "lower");
        let sum = 0;
        for (let i = 1; i < sensitivities.length; i++) {
          const width = specificities[i - 1]! - specificities[i]!;
          sum += (width * (sensitivities[i]! + sensitivities[i - 1]!)) / 2;
        }
        expect(area).toBeCloseTo(sum, 13);
        expect(area).toBe(areaUnderCurve(scores, events, "lower").value);
      }),
    );
  });

  it("tells neighbouring doubles and the largest doubles apart, and has no threshold −0", () => {
    const close = [1, 1 + Number.EPSILON, 1 + 2 * Number.EPSILON];
    expect([...rocCurve(close, [0, 1, 0], "higher").truePositives]).toEqual([1, 1, 0, 0]);
    const large = [1e308, 1.5e308, -1e308];
    expect([...rocCurve(large, [0, 1, 0], "higher").thresholds]).toEqual([
      Number.NEGATIVE_INFINITY,
      0,
      1.25e308,
      Number.POSITIVE_INFINITY,
    ]);
    expect(Object.is(rocCurve([-1, 1], [1, 0], "lower").thresholds[1], 0)).toBe(true);
  });
});
