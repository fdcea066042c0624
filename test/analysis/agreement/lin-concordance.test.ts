import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linConcordance } from "../../../src/analysis/index.js";
import { expectClose } from "./close.js";

const value = fc.integer({ min: -200, max: 200 });
const pairs = fc.array(fc.tuple(value, value), { minLength: 4, maxLength: 30 });

describe("linConcordance", () => {
  it("does not change with a common unit or when the columns swap", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
        const one = linConcordance(x, y);
        const other = linConcordance(
          y.map((v) => 2 * v + 3),
          x.map((v) => 2 * v + 3),
        );
        expect(other.note).toBe(one.note);
        expectClose(other.concordance.value, one.concordance.value, 10);
        expectClose(other.concordance.ci.lower, one.concordance.ci.lower, 8);
        expectClose(other.locationShift, -one.locationShift, 8);
      }),
      { seed: 11, numRuns: 50 },
    );
  });

  it("is Pearson's r times the bias correction, and never above it", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const got = linConcordance(
          rows.map(([a]) => a),
          rows.map(([, b]) => b),
        );
        fc.pre(got.note !== "zero-variance");
        expectClose(got.concordance.value, got.pearson.value * got.biasCorrection, 10);
        expect(got.biasCorrection).toBeLessThanOrEqual(1);
      }),
      { seed: 11, numRuns: 50 },
    );
  });

  it("has no interval for the correlation of three pairs", () => {
    const { pearson, concordance } = linConcordance([1, 2, 4], [2, 2, 5]);
    expect(pearson.ci).toMatchObject({ lower: NaN, upper: NaN });
    expect(concordance.ci.lower).toBeLessThan(concordance.value);
  });

  it("notes perfect concordance and constant columns", () => {
    const perfect = linConcordance([1, 2, 3], [1, 2, 3]);
    expect([perfect.concordance.value, perfect.note]).toEqual([1, "perfect"]);
    expect(perfect.concordance.ci.lower).toBeNaN();
    const constant = linConcordance([1, 2, 3], [0.1, 0.1, 0.1]);
    expect(constant.note).toBe("zero-variance");
    expect(constant.concordance.value).toBeCloseTo(0, 12);
    expect(constant.pearson.value).toBeNaN();
    expect(linConcordance([2, 2, 2], [2, 2, 2]).concordance.value).toBeNaN();
  });

  it("has an interval where the correlation is exactly 0", () => {
    const got = linConcordance([1, 2, 3, 4], [2, 4, 4, 2]);
    expect(got.concordance.value).toBe(0);
    expect(got.concordance.ci.upper).toBeCloseTo(-got.concordance.ci.lower, 12);
  });

  it("refuses two pairs", () => {
    expect(() => linConcordance([1, 2], [1, 3])).toThrow("needs at least 3 pairs; got 2");
  });
});
