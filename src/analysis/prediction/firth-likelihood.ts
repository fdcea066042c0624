import { choleskyInverse } from "../../numeric/index.js";
import {
  crossProduct,
  type Local,
  linearPredictor,
  logRisk,
  type Maximum,
  type Model,
  maximise,
  risk,
} from "./likelihood.js";

/**
 * A logistic model penalised by Jeffreys' prior. The prior is that of the whole design also when a
 * coefficient is held fixed.
 */
export interface FirthModel extends Model {
  readonly whole: Float64Array; // (n × p)
  readonly p: number;
}

/** l + ½ log det of the information of the whole design; −Infinity where that is singular. */
export function penalisedLogLikelihood(model: FirthModel, gamma: ArrayLike<number>): number {
  const { outcome, whole, p } = model;
  const eta = linearPredictor(model, gamma);
  let sum = 0;
  for (let i = 0; i < eta.length; i++) sum += logRisk(outcome[i] === 1 ? eta[i]! : -eta[i]!);
  const information = choleskyInverse(crossProduct(whole, p, eta.map(weight)));
  return information === undefined
    ? Number.NEGATIVE_INFINITY
    : sum + information.logDeterminant / 2;
}

/** The penalised log-likelihood with its score and Fisher's information of the free coefficients. */
export function localFirth(model: FirthModel, gamma: ArrayLike<number>): Local {
  const { outcome, rows, q, whole, p } = model;
  const eta = linearPredictor(model, gamma);
  const weights = eta.map(weight);
  const prior = choleskyInverse(crossProduct(whole, p, weights));
  const score = new Float64Array(q);
  const information = crossProduct(rows, q, weights);
  if (prior === undefined) {
    return { logLikelihood: Number.NEGATIVE_INFINITY, score, information };
  }
  let sum = prior.logDeterminant / 2;
  const modified = modifiedResiduals(outcome, eta, weights, whole, prior.inverse);
  for (let i = 0; i < eta.length; i++) {
    sum += logRisk(outcome[i] === 1 ? eta[i]! : -eta[i]!);
    for (let k = 0; k < q; k++) score[k]! += modified[i]! * rows[i * q + k]!;
  }
  return { logLikelihood: sum, score, information };
}

/** y − μ + h(½ − μ), h the leverages of the weighted whole design. */
function modifiedResiduals(
  outcome: ArrayLike<number>,
  eta: Float64Array,
  weights: Float64Array,
  whole: Float64Array,
  inverse: readonly (readonly number[])[],
): Float64Array {
  const p = inverse.length;
  return eta.map((value, i) => {
    let leverage = 0;
    for (let j = 0; j < p; j++) {
      for (let k = 0; k < p; k++) {
        leverage += whole[i * p + j]! * inverse[j]![k]! * whole[i * p + k]!;
      }
    }
    const residual = outcome[i] === 1 ? risk(-value) : -risk(value);
    return residual + weights[i]! * leverage * (0.5 - risk(value));
  });
}

function weight(eta: number): number {
  return risk(eta) * risk(-eta);
}

/** Maximum of the penalised likelihood, the best of those reached from the starts. */
export function penalisedMaximum(
  model: FirthModel,
  starts: readonly Float64Array[],
): Maximum | undefined {
  let best: Maximum | undefined;
  for (const start of starts) {
    const found = maximise(
      {
        at: (gamma) => localFirth(model, gamma),
        value: (gamma) => penalisedLogLikelihood(model, gamma),
        observed: (gamma) => observedInformation(model, gamma),
      },
      start,
    );
    if (
      found !== undefined &&
      !(found.logLikelihood <= (best?.logLikelihood ?? Number.NEGATIVE_INFINITY))
    ) {
      best = found;
    }
  }
  return best;
}

/** Step of the difference quotients, on standardised coefficients. */
const DIFFERENCE = 1e-5;

/** Minus the derivative of the score, by central differences. */
function observedInformation(model: FirthModel, gamma: Float64Array): number[][] {
  return Array.from(gamma, (value, k) => {
    const up = localFirth(model, gamma.with(k, value + DIFFERENCE)).score;
    const down = localFirth(model, gamma.with(k, value - DIFFERENCE)).score;
    return Array.from(up, (score, j) => (down[j]! - score) / (2 * DIFFERENCE));
  });
}
