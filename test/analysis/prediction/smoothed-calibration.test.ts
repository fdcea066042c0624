import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smoothedCalibration } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import { RISKS, Y } from "./cohort.js";

describe("smoothedCalibration", () => {
  it("lies near the diagonal for true risks and off it by what risks are off", () => {
    const random = seeded(3);
    const truth = Array.from({ length: 3000 }, () => 0.2 + 0.6 * random.uniform());
    const y = truth.map((p) => (random.uniform() < p ? 1 : 0));
    expect(smoothedCalibration(y, truth).ici).toBeLessThan(0.03);
    const tooHigh = truth.map((p) => p + 0.15);
    const off = smoothedCalibration(y, tooHigh);
    expect(Math.abs(off.ici - 0.15)).toBeLessThan(0.03);
    expect(off.eMax).toBeGreaterThanOrEqual(off.e90);
    expect(off.e90).toBeGreaterThanOrEqual(off.e50);
  });

  it("keeps its curve between 0 and 1, in the order of the risks", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 50 })), {
          minLength: 5,
          maxLength: 40,
        }),
        (rows) => {
          const got = smoothedCalibration(
            rows.map(([y]) => y),
            rows.map(([, p]) => p / 50),
          );
          expect(got.observed.every((share) => share >= 0 && share <= 1)).toBe(true);
          expect(got.risks).toEqual(got.risks.toSorted());
        },
      ),
      { seed: 11, numRuns: 50 },
    );
  });

  it("is the share of events when all risks are equal", () => {
    const got = smoothedCalibration([0, 1, 0, 0, 1], [0.3, 0.3, 0.3, 0.3, 0.3]);
    expect(Array.from(got.observed)).toEqual([0, 0, 0, 0, 0].map(() => expect.closeTo(0.4, 12)));
    expect(got.ici).toBeCloseTo(0.1, 12);
  });

  it("refuses four subjects", () => {
    expect(() => smoothedCalibration(Y.slice(0, 4), RISKS.slice(0, 4))).toThrow(
      "smoothedCalibration: needs at least 5 subjects; got 4",
    );
  });
});
