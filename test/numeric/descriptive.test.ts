import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  mean,
  median,
  type QuantileType,
  quantile,
  sampleStandardDeviation,
  sampleVariance,
} from "../../src/numeric/index.js";
import { goldenCases, goldenMisses } from "./golden.js";

const TYPES: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const OTHERS = [
  ...["n_missing", "min", "max", "sum", "fivenum", "mad", "trimmed_mean_10", "se", "mean_ci", "cv"],
  ...["geometric_mean", "geometric_sd", "skew", "kurtosis_excess", "shapiro_wilk", "mode_count"],
]; // statistics of `descriptive` that these functions do not answer

describe("descriptive statistics", () => {
  for (const one of goldenCases("two-group", "descriptive")) {
    const values = (one.input.x as (number | null)[]).filter((x) => x !== null);
    if (one.expected.error !== undefined) continue;
    it(`give R's values for ${one.id}`, () => {
      const quartiles = TYPES.map((type) => [
        `type${type}`,
        [quantile(values, 0.25, { type }), quantile(values, 0.75, { type })],
      ]);
      const answer = {
        n: values.length,
        mean: mean(values),
        median: median(values),
        quartiles: Object.fromEntries(quartiles),
        var: sampleVariance(values),
        sd: sampleStandardDeviation(values),
      };
      expect(goldenMisses(answer, one, OTHERS)).toEqual([]);
    });
  }

  it("keep the spread of values about a billion", () => {
    // The doubles nearest 1e9 + 1, 2, 3, 4 are exact, so the variance is 5/3 to the last bit or two.
    expect(sampleVariance([1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4])).toBeCloseTo(5 / 3, 14);
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
