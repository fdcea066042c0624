import {
  crossProduct,
  linearPredictor,
  logLikelihood,
  type Maximum,
  type Model,
  maximumLikelihood,
} from "./likelihood.js";
import { symmetricInverse } from "./symmetric-inverse.js";

const MOST_STEPS = 100;
/** Relative change of the deviance that ends the iteration. */
const EPSILON = 1e-14;

/**
 * Maximum of a logistic likelihood by iteratively reweighted least squares, step for step as R's glm:
 * from the risks (y + ½)/2, until the deviance settles, the covariance from the weights of the last
 * step. So standard errors are glm's (epsilon 1e-14) to the last digits; those at the very maximum
 * differ by some 1e-8 of their size. Where the deviance rises on the way, Newton's halved steps take
 * over.
 *
 * @returns undefined when neither converges
 */
export function reweightedMaximum(model: Model): Maximum | undefined {
  const { outcome, rows, q } = model;
  const n = outcome.length;
  let gamma = new Float64Array(q);
  let eta = Float64Array.from(outcome, (y) => (y === 1 ? Math.log(3) : -Math.log(3)));
  let before = n * Math.log(4 / 3); // −log-likelihood of the risks ¾ and ¼
  for (let step = 0; step < MOST_STEPS; step++) {
    const weights = eta.map((value) => 1 / (2 + Math.exp(value) + Math.exp(-value)));
    const inverse = symmetricInverse(crossProduct(rows, q, weights));
    if (inverse === undefined) break;
    const right = new Float64Array(q);
    for (let i = 0; i < n; i++) {
      const mean = 1 / (1 + Math.exp(-eta[i]!));
      const working = weights[i]! * eta[i]! + outcome[i]! - mean;
      for (let k = 0; k < q; k++) right[k]! += working * rows[i * q + k]!;
    }
    gamma = Float64Array.from(inverse, (row) => row.reduce((sum, a, k) => sum + a * right[k]!, 0));
    const now = -logLikelihood(model, gamma);
    const settled = Math.abs(now - before) / (Math.abs(now) + 0.05) < EPSILON;
    if (settled) return { gamma, logLikelihood: -now, covariance: inverse };
    if (!(now <= before * (1 + 1e-12)) && step > 0) break;
    before = now;
    eta = Float64Array.from(linearPredictor(model, gamma));
  }
  return maximumLikelihood(model);
}
