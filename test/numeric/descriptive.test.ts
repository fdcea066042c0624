import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  mean,
  median,
  type QuantileType,
  quantile,
  sampleVariance,
  sum,
} from "../../src/numeric/index.js";

const TYPES: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
describe("descriptive statistics", () => {
  it("keep the spread of values about a billion", () => {
    // The doubles nearest 1e9 + 1, 2, 3, 4 are exact, so the variance is 5/3 to the last bit or two.
    expect(sampleVariance([1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4])).toBeCloseTo(5 / 3, 14);
  });

  it("sum whole numbers exactly, and parts without loss", () => {
    expect(sum([1e15, 1, -1e15, 2])).toBe(3);
    expect(sum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  });

  it("order the quantiles within the data for every type", () => {
    const data = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(data, fc.constantFrom(...TYPES), (values, type) => {
        const levels = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];
        const got = levels.map((p) => quantile(values, p, { type }));
        const slack = 1e-9;
        got.forEach((q, i) => {
          expect(q).toBeGreaterThanOrEqual((got[i - 1] ?? Math.min(...values)) - slack);
        });
        expect(got.at(-1) === Math.max(...values)).toBe(true); // also 0 and −0
        expect(got[0] === Math.min(...values)).toBe(true);
      }),
    );
  });

  it("refuse empty columns, gaps and levels beyond [0, 1]", () => {
    expect(() => mean([])).toThrow("mean: needs at least one value; got none");
    expect(() => median([1, Number.NaN])).toThrow("median: needs finite values; value 1 is NaN");
    expect(() => quantile([1, 2], 1.5)).toThrow("needs a probability between 0 and 1; got 1.5");
    expect(sampleVariance([4.2])).toBeNaN();
  });
});
