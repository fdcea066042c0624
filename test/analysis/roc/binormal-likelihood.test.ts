import { describe, expect, it } from "vitest";
import { likelihoodAt } from "../../../src/analysis/roc/binormal-likelihood.js";

const COUNTS = { events: [3, 2, 0, 11, 33], nonEvents: [33, 6, 6, 0, 2] };
const AT = [1.4, 0.8, 0.1, 0.5, 0.9, 1.6];
const STEP = 1e-5;

describe("likelihoodAt", () => {
  const shifted = (j: number, by: number): ReturnType<typeof likelihoodAt> =>
    likelihoodAt(COUNTS, AT.with(j, AT[j]! + by));

  it("has the gradient that differences of the likelihood give", () => {
    const { gradient } = likelihoodAt(COUNTS, AT);
    for (const [j, slope] of gradient.entries()) {
      const rise = shifted(j, STEP).logLikelihood - shifted(j, -STEP).logLikelihood;
      expect(slope).toBeCloseTo(rise / (2 * STEP), 5);
    }
  });

  it("has the observed information that differences of the gradient give", () => {
    const { observed } = likelihoodAt(COUNTS, AT);
    for (const [j, row] of observed.entries()) {
      const [above, below] = [shifted(j, STEP).gradient, shifted(j, -STEP).gradient];
      for (const [i, cell] of row.entries()) {
        expect(cell).toBeCloseTo((below[i]! - above[i]!) / (2 * STEP), 4);
      }
    }
  });

  it("is −Infinity where thresholds do not ascend or b is not above 0", () => {
    const at = (parameters: number[]): number => likelihoodAt(COUNTS, parameters).logLikelihood;
    expect(at(AT.with(3, 0.1))).toBe(Number.NEGATIVE_INFINITY);
    expect(at(AT.with(1, 0))).toBe(Number.NEGATIVE_INFINITY);
  });
});
