import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coxSnellFromAuc } from "../../../src/analysis/index.js";
import { integrate, normalCdf, normalDensity } from "../../../src/numeric/index.js";

const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe("coxSnellFromAuc", () => {
  it("is 0 for a model no better than chance, and the same for events and non-events swapped", () => {
    expect(coxSnellFromAuc(0.5, 0.3)).toBeCloseTo(0, 12);
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 0.99, noNaN: true }), share, (auc, prevalence) => {
        const turned = coxSnellFromAuc(auc, 1 - prevalence);
        expect(coxSnellFromAuc(auc, prevalence)).toBeCloseTo(turned, 12);
      }),
    );
  });

  it("comes near the largest R² as the area comes to 1", () => {
    const largest = 1 - 0.3 ** 0.6 * 0.7 ** 1.4;
    const near = coxSnellFromAuc(0.9999, 0.3);
    expect(near).toBeLessThan(largest);
    expect(near / largest).toBeGreaterThan(0.97);
  });

  it("is 1 − exp(−2 × gain in log-likelihood) of the model, integrated directly", () => {
    const [mean, prevalence] = [1.7, 0.174]; // of the events' linear predictor, SD 1
    const logChance = (x: number): number =>
      -Math.log1p(((1 - prevalence) / prevalence) * Math.exp(mean ** 2 / 2 - mean * x));
    const logOther = (x: number): number =>
      logChance(x) - (mean * x - mean ** 2 / 2) - Math.log(prevalence / (1 - prevalence));
    const { value } = integrate(
      (x) =>
        prevalence * normalDensity(x - mean) * (logChance(x) - Math.log(prevalence)) +
        (1 - prevalence) * normalDensity(x) * (logOther(x) - Math.log(1 - prevalence)),
      -12,
      14,
    );
    const auc = normalCdf(mean / Math.SQRT2);
    expect(coxSnellFromAuc(auc, prevalence)).toBeCloseTo(1 - Math.exp(-2 * value), 10);
  });
});
