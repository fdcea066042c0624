import { describe, expect, it } from "vitest";
import { bivariateAccuracy } from "../../../src/analysis/index.js";

const SINGULAR = {
  truePositives: [28, 31, 47, 10, 9, 23, 21, 31, 41, 48, 26, 17, 27, 39, 25],
  falseNegatives: [5, 7, 8, 5, 3, 7, 7, 9, 5, 9, 5, 6, 6, 4, 5],
  trueNegatives: [42, 25, 12, 19, 17, 52, 39, 41, 44, 44, 44, 41, 47, 35, 32],
  falsePositives: [1, 2, 2, 9, 4, 1, 7, 7, 10, 9, 9, 8, 12, 9, 7],
};
const VARIED = {
  truePositives: [20, 45, 12, 60, 9, 33, 25, 48],
  falseNegatives: [2, 20, 1, 30, 6, 3, 15, 4],
  trueNegatives: [60, 40, 70, 25, 90, 30, 55, 20],
  falsePositives: [20, 5, 30, 2, 15, 12, 4, 12],
};

describe("bivariateAccuracy", () => {
  it("is where glmer arrives when its inner loop is held to 1e-13", () => {
    // glmer(cbind(e, o) ~ 0 + sens + spec + (0 + sens + spec | study), tolPwrss = 1e-13, bobyqa with
    // rhoend = 1e-9); at its default tolPwrss of 1e-7 its log likelihood is -69.2115550, 7e-5 lower
    const fit = bivariateAccuracy(SINGULAR);
    expect(fit.logitSensitivity.value).toBeCloseTo(1.537534779, 7);
    expect(fit.logitSpecificity.value).toBeCloseTo(1.744752486, 6);
    expect(fit.standardErrors[0]).toBeCloseTo(0.116097436, 6);
    expect(fit.standardErrors[1]).toBeCloseTo(0.152756475, 6);
    expect(fit.logLikelihood).toBeCloseTo(-69.211482743, 7);
    expect(fit.correlation).toBeCloseTo(-1, 6);
  });

  it("exchanges sensitivity and specificity with the meaning of positive", () => {
    const turned = bivariateAccuracy({
      truePositives: VARIED.trueNegatives,
      falseNegatives: VARIED.falsePositives,
      trueNegatives: VARIED.truePositives,
      falsePositives: VARIED.falseNegatives,
    });
    const fit = bivariateAccuracy(VARIED);
    expect(turned.sensitivity.value).toBeCloseTo(fit.specificity.value, 6);
    expect(turned.between[0][0]).toBeCloseTo(fit.between[1][1], 5);
    expect(turned.between[0][1]).toBeCloseTo(fit.between[0][1], 5);
    expect(turned.logLikelihood).toBeCloseTo(fit.logLikelihood, 8);
    expect(turned.oddsRatio.ci.upper / fit.oddsRatio.ci.upper).toBeCloseTo(1, 4);
  });

  it("has the same curve and point by hierarchical parameters", () => {
    const { hierarchicalRoc, logitSensitivity, logitSpecificity, between } =
      bivariateAccuracy(VARIED);
    const { accuracy, threshold, shape, accuracyVariance, thresholdVariance } = hierarchicalRoc;
    // logit sens = (Θ + Λ/2)e^(−β/2), logit spec = −(Θ − Λ/2)e^(β/2)
    expect((threshold + accuracy / 2) * Math.exp(-shape / 2)).toBeCloseTo(
      logitSensitivity.value,
      10,
    );
    expect((accuracy / 2 - threshold) * Math.exp(shape / 2)).toBeCloseTo(
      logitSpecificity.value,
      10,
    );
    const variance = (thresholdVariance + accuracyVariance / 4) * Math.exp(-shape);
    expect(variance).toBeCloseTo(between[0][0], 10);
    expect(hierarchicalRoc.curve.sensitivities).toHaveLength(199);
  });

  it("has a prediction ellipse around the confidence ellipse", () => {
    const { confidenceEllipse, predictionEllipse, sensitivity } = bivariateAccuracy(VARIED);
    const highest = (values: Float64Array): number => Math.max(...values);
    expect(highest(predictionEllipse.sensitivities)).toBeGreaterThan(
      highest(confidenceEllipse.sensitivities),
    );
    expect(highest(confidenceEllipse.sensitivities)).toBeGreaterThan(sensitivity.ci.upper);
    expect(confidenceEllipse.sensitivities.at(-1)).toBeCloseTo(
      confidenceEllipse.sensitivities[0]!,
      12,
    );
  });

  it("pools the counts when studies differ less than chance", () => {
    const fit = bivariateAccuracy({
      truePositives: [40, 41, 39],
      falseNegatives: [10, 10, 10],
      trueNegatives: [30, 31, 30],
      falsePositives: [10, 10, 10],
    });
    expect(fit.between).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(fit.sensitivity.value).toBeCloseTo(120 / 150, 12);
    expect(fit.correlation).toBeNaN();
    expect(fit.hierarchicalRoc.accuracy).toBeNaN();
  });

  it("answers NaN with a note when nobody is misclassified", () => {
    const fit = bivariateAccuracy({ ...VARIED, falseNegatives: [0, 0, 0, 0, 0, 0, 0, 0] });
    expect(fit).toMatchObject({ note: "no-variation", k: 8 });
    expect(fit.sensitivity.value).toBeNaN();
  });

  it("refuses two studies", () => {
    const two = {
      truePositives: [5, 6],
      falseNegatives: [1, 1],
      trueNegatives: [5, 6],
      falsePositives: [1, 1],
    };
    expect(() => bivariateAccuracy(two)).toThrow("bivariateAccuracy: needs at least 3 studies");
  });
});
