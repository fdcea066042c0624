import { symmetricInverse } from "./symmetric-inverse.js";

/** A model for maximisation: flat rows (n × q), an offset added to the linear predictor. */
export interface Model {
  readonly outcome: ArrayLike<number>; // (n) of 0 and 1
  readonly rows: Float64Array; // (n × q)
  readonly q: number;
  readonly offset?: Float64Array; // (n)
}

/** The maximum of a likelihood. */
export interface Maximum {
  readonly gamma: Float64Array; // (q)
  readonly logLikelihood: number;
  /** Inverse of the information there, (q × q). */
  readonly covariance: number[][];
}

/** Value, slope and curvature of a log-likelihood at a point. */
export interface Local {
  readonly logLikelihood: number;
  readonly score: Float64Array; // (q)
  /** Expected or observed information, positive definite near the maximum. */
  readonly information: number[][]; // (q × q)
}

const MOST_STEPS = 200;
const MOST_HALVINGS = 40;
/** Newton decrement, twice the log-likelihood that is still to gain, that counts as converged. */
const CONVERGED = 1e-24;
/** A decrement so small that the gain drowns in rounding: from here on steps are not halved. */
const NEAR = 1e-9;

/** A step that leaves more than this share of the decrement asks for the observed information. */
const SLOW = 0.05;

/** A log-likelihood for maximisation. */
export interface Objective {
  readonly at: (gamma: Float64Array) => Local;
  /** The log-likelihood alone, cheaper than `at`. */
  readonly value: (gamma: Float64Array) => number;
  /** The observed information, where `at` gives the expected one and steps by it can be slow. */
  readonly observed?: (gamma: Float64Array) => number[][];
}

/**
 * Maximum by Newton's or Fisher's steps, halved until the value rises.
 *
 * @returns undefined when it does not converge, or the information is singular on the way; else with
 *   the inverse of the information that `at` gives
 */
export function maximise(
  { at, value, observed }: Objective,
  start: Float64Array,
): Maximum | undefined {
  let gamma = start;
  let before = Number.POSITIVE_INFINITY; // decrement one step back
  for (let step = 0; step < MOST_STEPS; step++) {
    const { logLikelihood, score, information } = at(gamma);
    const inverse = symmetricInverse(information);
    if (inverse === undefined || !Number.isFinite(logLikelihood)) return undefined;
    let move = product(inverse, score);
    const decrement = move.reduce((sum, a, k) => sum + a * score[k]!, 0);
    const stalled = decrement < NEAR && decrement >= before;
    if (decrement < CONVERGED || stalled) return { gamma, logLikelihood, covariance: inverse };
    if (observed !== undefined && decrement > SLOW * before) {
      const sharper = symmetricInverse(observed(gamma));
      if (sharper !== undefined) move = product(sharper, score);
    }
    before = decrement;
    const next =
      decrement < NEAR
        ? gamma.map((g, k) => g + move[k]!)
        : uphill(value, gamma, move, logLikelihood);
    if (next === undefined) return undefined;
    gamma = next;
  }
  return undefined;
}

function product(a: readonly (readonly number[])[], x: Float64Array): number[] {
  return a.map((row) => row.reduce((sum, value, k) => sum + value * x[k]!, 0));
}

/** The point along the move, halved as often as needed, where the value does not fall. */
function uphill(
  value: (gamma: Float64Array) => number,
  from: Float64Array,
  move: readonly number[],
  known: number,
): Float64Array | undefined {
  for (let halving = 0, share = 1; halving < MOST_HALVINGS; halving++, share /= 2) {
    const to = from.map((g, k) => g + share * move[k]!);
    if (value(to) >= known) return to;
  }
  return undefined;
}

/** Log-likelihood of a logistic model. */
export function logLikelihood(model: Model, gamma: ArrayLike<number>): number {
  const { outcome } = model;
  const eta = linearPredictor(model, gamma);
  let sum = 0;
  for (let i = 0; i < eta.length; i++) sum += logRisk(outcome[i] === 1 ? eta[i]! : -eta[i]!);
  return sum;
}

/** Log-likelihood of a logistic model with its score and information. */
export function localLogistic(model: Model, gamma: ArrayLike<number>): Local {
  const { outcome, rows, q } = model;
  const eta = linearPredictor(model, gamma);
  const score = new Float64Array(q);
  const weights = new Float64Array(eta.length);
  let sum = 0;
  for (let i = 0; i < eta.length; i++) {
    const event = outcome[i] === 1;
    sum += logRisk(event ? eta[i]! : -eta[i]!);
    // y − μ without cancellation: the chance of the outcome that did not come, with its sign
    const residual = event ? risk(-eta[i]!) : -risk(eta[i]!);
    weights[i] = risk(eta[i]!) * risk(-eta[i]!);
    for (let k = 0; k < q; k++) score[k]! += residual * rows[i * q + k]!;
  }
  return { logLikelihood: sum, score, information: crossProduct(rows, q, weights) };
}

/** Σ wᵢ xᵢxᵢᵀ of flat rows. */
export function crossProduct(rows: Float64Array, q: number, weights: Float64Array): number[][] {
  const upper = new Float64Array(q * q);
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i]!;
    for (let j = 0; j < q; j++) {
      const wx = w * rows[i * q + j]!;
      for (let k = j; k < q; k++) upper[j * q + k]! += wx * rows[i * q + k]!;
    }
  }
  return Array.from({ length: q }, (_, j) =>
    Array.from({ length: q }, (_, k) => upper[Math.min(j, k) * q + Math.max(j, k)]!),
  );
}

/** offset + Xγ. */
export function linearPredictor(
  { rows, q, offset, outcome }: Model,
  gamma: ArrayLike<number>,
): Float64Array {
  const eta = new Float64Array(outcome.length);
  for (let i = 0; i < eta.length; i++) {
    let sum = offset?.[i] ?? 0;
    for (let k = 0; k < q; k++) sum += rows[i * q + k]! * gamma[k]!;
    eta[i] = sum;
  }
  return eta;
}

/** The logistic function. */
export function risk(eta: number): number {
  return eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta));
}

/** Its logarithm, −log(1 + e^−η). */
export function logRisk(eta: number): number {
  return eta >= 0 ? -Math.log1p(Math.exp(-eta)) : eta - Math.log1p(Math.exp(eta));
}

/** Maximum of a logistic likelihood; undefined when it does not converge. */
export function maximumLikelihood(
  model: Model,
  start: Float64Array = new Float64Array(model.q),
): Maximum | undefined {
  return maximise(
    {
      at: (gamma) => localLogistic(model, gamma),
      value: (gamma) => logLikelihood(model, gamma),
    },
    start,
  );
}
