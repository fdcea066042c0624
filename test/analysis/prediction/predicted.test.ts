import { describe, expect, it } from "vitest";
import {
  calibration,
  decisionCurve,
  fitLinear,
  fitLogistic,
  fitOrdinal,
  predictedMeans,
  predictedProbabilities,
  predictedRisks,
} from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import { AGE, drawCohort, MISMATCH, RISKS, Y } from "./cohort.js";

describe("predictedRisks", () => {
  it("gives the fitted risks back, whatever the order of the columns", () => {
    const fit = fitLogistic(Y, { mismatch: MISMATCH, age: AGE });
    const again = predictedRisks(fit, { age: AGE, other: Y, mismatch: MISMATCH });
    for (const [i, risk] of fit.fitted.entries()) expect(again[i]).toBeCloseTo(risk, 12);
  });

  it("takes a published model and rows", () => {
    const published = {
      coefficients: [
        { term: "(Intercept)", estimate: { value: -2 } },
        { term: "mismatch", estimate: { value: 1 } },
      ],
    };
    const [even, threeToOne] = predictedRisks(published, [[2], [2 + Math.log(3)]]);
    expect(even).toBe(0.5);
    expect(threeToOne).toBeCloseTo(0.75, 14);
  });

  it("carries a model from the cohort it was fitted on to a new one", () => {
    const [here, there] = [drawCohort(seeded(7), 400), drawCohort(seeded(8), 400)];
    const risks = predictedRisks(fitLogistic(here.y, here.x), there.x);
    const { slope, inTheLarge, auc } = calibration(there.y, risks);
    expect(slope.ci.lower).toBeLessThan(1);
    expect(slope.ci.upper).toBeGreaterThan(1);
    expect(Math.abs(inTheLarge.value)).toBeLessThan(0.5);
    expect(auc).toBeGreaterThan(0.65);
    const [point] = decisionCurve(there.y, risks, { thresholds: [0.4] }).points;
    expect(point!.netBenefit.value).toBeGreaterThan(Math.max(0, point!.treatAll));
  });

  it("names the covariate that is missing", () => {
    const fit = fitLogistic(Y, { mismatch: MISMATCH });
    expect(() => predictedRisks(fit, { age: AGE })).toThrow(
      "predictedRisks: needs the covariate mismatch; there is age",
    );
  });
});

describe("predictedMeans", () => {
  it("is narrowest at the mean of the covariate, and there σ/√n", () => {
    const fit = fitLinear(RISKS, { mismatch: MISMATCH });
    const centre = MISMATCH.reduce((sum, x) => sum + x, 0) / 16;
    const { means, lower, upper, lowerForOne } = predictedMeans(fit, { mismatch: [centre, 0] });
    const t =
      (fit.coefficients[1]!.estimate.ci.upper - fit.coefficients[1]!.estimate.value) /
      fit.coefficients[1]!.standardError;
    expect(upper[0]! - means[0]!).toBeCloseTo((t * fit.sigma) / 4, 10);
    expect(means[0]! - lowerForOne[0]!).toBeCloseTo(t * fit.sigma * Math.sqrt(1 + 1 / 16), 10);
    expect(upper[1]! - lower[1]!).toBeGreaterThan(upper[0]! - lower[0]!);
    expect(lower[1]).toBeCloseTo(fit.coefficients[0]!.estimate.ci.lower, 10);
  });
});

describe("predictedProbabilities", () => {
  it("sum to 1, also far out, and follow the thresholds", () => {
    const grade = Y.map((y, i) => y + (i % 2));
    const fit = fitOrdinal(grade, { mismatch: MISMATCH });
    const chances = predictedProbabilities(fit, { mismatch: MISMATCH });
    for (const row of chances) expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    const [threshold] = fit.thresholds;
    const even = threshold!.estimate.value / fit.coefficients[0]!.estimate.value;
    expect(predictedProbabilities(fit, { mismatch: [even] })[0]![0]).toBeCloseTo(0.5, 12);
    const far = predictedProbabilities(fit, { mismatch: [1e6] })[0]!;
    expect(far.every((p) => p >= 0 && p <= 1)).toBe(true);
  });
});
