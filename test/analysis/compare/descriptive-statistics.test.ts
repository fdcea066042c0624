import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { descriptiveStatistics } from "../../../src/analysis/index.js";

const column = fc
  .array(fc.integer({ min: -500, max: 500 }), { minLength: 4, maxLength: 40 })
  .filter((x) => new Set(x).size > 1);

describe("descriptiveStatistics", () => {
  it("gives what can be worked out by hand", () => {
    const found = descriptiveStatistics([8, 1, 2, 4, 2]);
    expect(found).toMatchObject({ n: 5, sum: 17, mean: 3.4, min: 1, max: 8, median: 2 });
    expect(found.fiveNumbers).toEqual([1, 2, 2, 4, 8]);
    expect(found.modeCount).toBe(2);
    expect(found.variance).toBeCloseTo(31.2 / 4, 12);
    expect(found.mad).toBeCloseTo(1.4826, 12); // deviations 6, 1, 0, 2, 0
    expect(found.geometricMean).toBeCloseTo(128 ** 0.2, 12); // (8·1·2·4·2)^(1/5)
    expect(found.meanCi.upper - found.mean).toBeCloseTo(2.7764451051978 * found.standardError, 10);
  });

  it("leaves out a whole tenth at either end, and no part of one", () => {
    const nine = [1, 2, 3, 4, 5, 6, 7, 8, 900];
    expect(descriptiveStatistics(nine).trimmedMean).toBe(descriptiveStatistics(nine).mean);
    expect(descriptiveStatistics([...nine, -400]).trimmedMean).toBe(4.5);
  });

  it("has no spread for one value, and no shape for equal ones", () => {
    const one = descriptiveStatistics([4.2]);
    expect(one).toMatchObject({ n: 1, mean: 4.2, mad: 0, trimmedMean: 4.2, modeCount: 1 });
    expect([one.sd, one.variance, one.standardError, one.meanCi.lower]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    const equal = descriptiveStatistics([3, 3, 3, 3]);
    expect(equal.sd).toBe(0);
    expect(equal.meanCi).toEqual({ lower: 3, upper: 3, level: 0.95 });
    expect(equal.skewness.moment).toBeNaN();
    expect(equal.excessKurtosis.adjusted).toBeNaN();
    expect(equal.geometricSd).toBeCloseTo(1, 14);
  });

  it("has no adjusted skewness below 3 values, nor kurtosis below 4", () => {
    expect(descriptiveStatistics([1, 5]).skewness.adjusted).toBeNaN();
    expect(descriptiveStatistics([1, 5, 6]).skewness.adjusted).not.toBeNaN();
    expect(descriptiveStatistics([1, 5, 6]).excessKurtosis.adjusted).toBeNaN();
  });

  it("has a geometric mean only above 0", () => {
    expect(descriptiveStatistics([0, 1, 2]).geometricMean).toBeNaN();
    expect(descriptiveStatistics([-1, 1, 2]).geometricSd).toBeNaN();
  });

  it("keeps its shape under any unit and offset, and turns it in the mirror", () => {
    const offset = fc.constantFrom(0, -300, 1e9);
    fc.assert(
      fc.property(column, fc.constantFrom(1, 2, 0.25), offset, (x, scale, shift) => {
        const here = descriptiveStatistics(x);
        const there = descriptiveStatistics(x.map((v) => shift + scale * v));
        const mirrored = descriptiveStatistics(x.map((v) => -v));
        for (const key of ["moment", "adjusted", "sampleSd"] as const) {
          expect(there.skewness[key]).toBeCloseTo(here.skewness[key], 9);
          expect(there.excessKurtosis[key]).toBeCloseTo(here.excessKurtosis[key], 9);
          expect(mirrored.skewness[key]).toBeCloseTo(-here.skewness[key], 9);
        }
        expect(there.sd).toBeCloseTo(scale * here.sd, 9);
        expect(there.mad).toBeCloseTo(scale * here.mad, 9);
        expect(there.modeCount).toBe(here.modeCount);
        expect(there.fiveNumbers).toEqual(here.fiveNumbers.map((v) => shift + scale * v));
      }),
    );
  });

  it("does not touch or reorder the column", () => {
    const x = Object.freeze([3, 1, 2]);
    descriptiveStatistics(x);
    expect(x).toEqual([3, 1, 2]);
  });

  it("refuses an empty column and gaps", () => {
    expect(() => descriptiveStatistics([])).toThrow(
      "descriptiveStatistics: needs values; got none",
    );
    expect(() => descriptiveStatistics([1, Number.NaN])).toThrow(
      "descriptiveStatistics: needs finite values; value 1 is NaN",
    );
  });
});
