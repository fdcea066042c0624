import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concordanceOverShifts, linConcordance } from "../../../src/analysis/index.js";
import { expectClose } from "./close.js";

const value = fc.integer({ min: 0, max: 40 });
const pairs = fc.array(fc.tuple(value, value), { minLength: 5, maxLength: 25 });

describe("concordanceOverShifts", () => {
  it("has R's interval without shifts: tanh(atanh(0.778) ± 1.96/√10), tanh(atanh(0.315) ± 1.96/√15)", () => {
    const amplatzer = concordanceOverShifts(0.778, 12).widest;
    expectClose(amplatzer.lower, 0.3973418744, 8);
    expectClose(amplatzer.upper, 0.9302277625, 8);
    const watchman = concordanceOverShifts(0.315, 17).widest;
    expectClose(watchman.lower, -0.178055665, 8);
    expectClose(watchman.upper, 0.6816272011, 8);
  });

  it("holds the interval of every set of pairs with that coefficient, n and correlation", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const { concordance, pearson, n, note } = linConcordance(
          rows.map(([a]) => a),
          rows.map(([, b]) => b),
        );
        fc.pre(note === undefined && concordance.value > 0.01 && pearson.value < 1 - 1e-9);
        const { lower, upper } = concordance.ci;
        const any = concordanceOverShifts(concordance.value, n);
        expect(any.widest.lower).toBeLessThanOrEqual(lower + 1e-9);
        expect(any.widest.upper).toBeGreaterThanOrEqual(upper - 1e-9);
        const known = concordanceOverShifts(concordance.value, n, {
          pearson: Math.max(pearson.value, concordance.value),
        });
        expect(known.widest.lower).toBeLessThanOrEqual(lower + 1e-9);
        expect(known.narrowest.lower).toBeGreaterThanOrEqual(lower - 1e-9);
        expect(any.widest.lower).toBeLessThanOrEqual(known.widest.lower + 1e-9);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it("reaches its ends with pairs that are shifted in the means alone, or in scale alone", () => {
    const x = [1, 2, 3, 4, 6, 8, 9, 11, 13, 14];
    const noise = [0.4, -0.8, 0.7, 0.9, -1.1, -0.5, 1.2, -0.6, 0.3, -0.5];
    const centred = x.map((v) => v - 7.1);
    const y = centred.map((v, i) => v + noise[i]!);
    const meanY = y.reduce((sum, v) => sum + v, 0) / y.length;
    const size = (values: readonly number[]): number => Math.hypot(...values);
    const same = y.map((v) => ((v - meanY) * size(centred)) / size(y.map((one) => one - meanY)));
    const inMean = linConcordance(
      centred,
      same.map((v) => v + 2),
    );
    const inScale = linConcordance(
      centred,
      same.map((v) => 1.7 * v),
    );
    const over = ({ concordance, pearson, n }: typeof inMean) =>
      concordanceOverShifts(concordance.value, n, { pearson: pearson.value });
    expectClose(over(inMean).widest.lower, inMean.concordance.ci.lower, 10);
    expectClose(over(inMean).largestLocationShift, Math.abs(inMean.locationShift), 10);
    expectClose(over(inScale).narrowest.lower, inScale.concordance.ci.lower, 10);
    expectClose(over(inScale).largestScaleShift, 1.7, 10);
  });

  it("refuses coefficients outside (0, 1) and correlations below them", () => {
    expect(() => concordanceOverShifts(-0.2, 9)).toThrow("above 0 and below 1; got -0.2");
    expect(() => concordanceOverShifts(0.5, 9, { pearson: 0.4 })).toThrow("from 0.5 to below 1");
    expect(() => concordanceOverShifts(0.5, 2)).toThrow("needs at least 3 pairs; got 2");
  });
});
