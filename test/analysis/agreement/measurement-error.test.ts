import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measurementError } from "../../../src/analysis/index.js";
import { expectClose } from "./close.js";

const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 10, max: 99 })), {
  minLength: 6,
  maxLength: 30,
});

describe("measurementError", () => {
  it("scales with the unit, its coefficients of variation not", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const subjects = [0, 0, 5, ...all.map(([subject]) => subject)];
        const values = [20, 30, 40, ...all.map(([, value]) => value)];
        const one = measurementError(subjects, values);
        const other = measurementError(
          subjects,
          values.map((value) => value * 8),
        );
        expectClose(other.withinSd.ci.upper, 8 * one.withinSd.ci.upper, 6);
        expectClose(other.repeatability.value, 8 * one.repeatability.value, 8);
        expectClose(other.variation.rootMeanSquare, one.variation.rootMeanSquare, 10);
        expectClose(other.variation.log, one.variation.log, 9);
      }),
      { seed: 11, numRuns: 40 },
    );
  });

  it("takes the SD of the difference over √2 where every subject has two values", () => {
    const subjects = [1, 2, 3, 1, 2, 3];
    const got = measurementError(subjects, [10, 12, 15, 11, 10, 15]);
    expect(got.withinSd.value).toBeCloseTo(Math.sqrt((1 + 4 + 0) / 2 / 3), 12);
    expect(got.dfWithin).toBe(3);
  });

  it("has no coefficient on the log scale unless all values are above 0", () => {
    const got = measurementError([1, 1, 2, 2], [1, 2, 0, 3]);
    expect(got.variation.log).toBeNaN();
    expect(got.withinSd.value).toBeGreaterThan(0);
  });

  it("counts a subject with one value in the mean only", () => {
    const got = measurementError([1, 1, 2, 2, 3], [1, 3, 4, 6, 100]);
    expect(got.nSubjects).toBe(3);
    expect(got.withinSd.value).toBeCloseTo(Math.SQRT2, 12);
    expect(got.variation.rootMeanSquare).toBeCloseTo(Math.sqrt((2 / 4 + 2 / 25) / 2), 12);
  });

  it("refuses values without a replicate", () => {
    expect(() => measurementError([1, 2], [3, 4])).toThrow(
      "measurementError: needs a subject with two values; got none",
    );
    expect(() => measurementError([1, Number.NaN], [3, 4])).toThrow("subject 1 is NaN");
  });
});
