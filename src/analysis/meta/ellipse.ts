import { fUpperQuantile } from "../../numeric/index.js";
import type { Covariance2 } from "../estimate.js";
import { expit } from "./bivariate-likelihood.js";

/** A closed curve in the plane of false positive rate and sensitivity. */
export interface Ellipse {
  readonly falsePositiveRates: Float64Array;
  readonly sensitivities: Float64Array;
  readonly level: number;
}

const POINTS = 201; // the last is the first

/**
 * Confidence region of the summary point and prediction region of a further study's true point:
 * ellipses on the logit scale with radius √(2F), F on 2 and k − 2 degrees of freedom.
 *
 * @param logits - of sensitivity and specificity
 * @param estimates - covariance of the logits as estimates
 * @param between - of the logits between studies
 * @source [@harbord2007]
 */
export function ellipses(
  logits: readonly [number, number],
  estimates: Covariance2,
  between: Covariance2,
  k: number,
  level: number,
): { confidenceEllipse: Ellipse; predictionEllipse: Ellipse } {
  const radius = Math.sqrt(2 * fUpperQuantile(1 - level, 2, k - 2));
  const add = (i: 0 | 1, j: 0 | 1): number => estimates[i][j] + between[i][j];
  const both: Covariance2 = [
    [add(0, 0), add(0, 1)],
    [add(1, 0), add(1, 1)],
  ];
  return {
    confidenceEllipse: ellipse(logits, estimates, radius, level),
    predictionEllipse: ellipse(logits, both, radius, level),
  };
}

function ellipse(
  [sens, spec]: readonly [number, number],
  [[varianceSens, covariance], [, varianceSpec]]: Covariance2,
  radius: number,
  level: number,
): Ellipse {
  const [sdSens, sdSpec] = [Math.sqrt(varianceSens), Math.sqrt(varianceSpec)];
  const correlation = Math.max(-1, Math.min(1, covariance / (sdSens * sdSpec)));
  const turn = Math.acos(correlation);
  const angles = Float64Array.from({ length: POINTS }, (_, i) => (2 * Math.PI * i) / (POINTS - 1));
  return {
    falsePositiveRates: angles.map((t) => expit(-(spec + sdSpec * radius * Math.cos(t + turn)))),
    sensitivities: angles.map((t) => expit(sens + sdSens * radius * Math.cos(t))),
    level,
  };
}
