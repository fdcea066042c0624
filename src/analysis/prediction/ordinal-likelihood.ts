import { type Local, logRisk, risk } from "./likelihood.js";

/** An ordinal outcome, as indices of its levels, on standardised covariates without an intercept. */
export interface OrdinalModel {
  readonly levelOf: ArrayLike<number>; // (n), 0 to k − 1
  readonly k: number; // levels
  readonly rows: Float64Array; // (n × q)
  readonly q: number;
}

/** Upper and lower bound of a subject's level on the latent scale, less the linear predictor. */
function bounds(model: OrdinalModel, point: ArrayLike<number>, i: number): [number, number] {
  const { levelOf, k, rows, q } = model;
  let eta = 0;
  for (let j = 0; j < q; j++) eta += rows[i * q + j]! * point[k - 1 + j]!;
  const level = levelOf[i]!;
  const upper = level < k - 1 ? point[level]! - eta : Number.POSITIVE_INFINITY;
  const lower = level > 0 ? point[level - 1]! - eta : Number.NEGATIVE_INFINITY;
  return [upper, lower];
}

/**
 * Log-likelihood of proportional odds at thresholds θ and coefficients β, (k − 1 + q);
 * −Infinity where thresholds are out of order.
 *
 * F(u) − F(v) = F(u)·(1 − F(v))·(1 − e^(v − u)), which does not cancel in the tails.
 */
export function ordinalLogLikelihood(model: OrdinalModel, point: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < model.levelOf.length; i++) {
    const [upper, lower] = bounds(model, point, i);
    if (!(upper > lower)) return Number.NEGATIVE_INFINITY;
    sum += logProbability(upper, lower);
  }
  return sum;
}

function logProbability(upper: number, lower: number): number {
  const fromAbove = upper === Number.POSITIVE_INFINITY ? 0 : logRisk(upper);
  const fromBelow = lower === Number.NEGATIVE_INFINITY ? 0 : logRisk(-lower);
  const isOpen = upper - lower === Number.POSITIVE_INFINITY;
  return fromAbove + fromBelow + (isOpen ? 0 : Math.log(-Math.expm1(lower - upper)));
}

/** The log-likelihood with its score and observed information. */
export function localOrdinal(model: OrdinalModel, point: ArrayLike<number>): Local {
  const { levelOf, k, rows, q } = model;
  const size = k - 1 + q;
  const score = new Float64Array(size);
  const information = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  let sum = 0;
  for (let i = 0; i < levelOf.length; i++) {
    const [upper, lower] = bounds(model, point, i);
    sum += logProbability(upper, lower);
    const gap = upper - lower === Number.POSITIVE_INFINITY ? 0 : 1 / Math.expm1(upper - lower);
    const pull = gap * (1 + gap);
    const [above, below] = [density(upper), density(lower)];
    const up = (upper === Number.POSITIVE_INFINITY ? 0 : risk(-upper)) + gap;
    const down = -(lower === Number.NEGATIVE_INFINITY ? 0 : risk(lower)) - gap;
    const u = gradient(rows, q, i, k, levelOf[i]!);
    const v = gradient(rows, q, i, k, levelOf[i]! - 1);
    for (const [a, ua] of u) {
      score[a]! += up * ua;
      for (const [b, ub] of u) information[a]![b]! += (above + pull) * ua * ub;
      for (const [b, vb] of v) information[a]![b]! -= pull * ua * vb;
    }
    for (const [a, va] of v) {
      score[a]! += down * va;
      for (const [b, vb] of v) information[a]![b]! += (below + pull) * va * vb;
      for (const [b, ub] of u) information[a]![b]! -= pull * va * ub;
    }
  }
  return { logLikelihood: sum, score, information };
}

/** Derivative of θ_threshold − xβ by the parameters, as pairs; none for the outer bounds. */
function gradient(
  rows: Float64Array,
  q: number,
  i: number,
  k: number,
  threshold: number,
): [number, number][] {
  if (threshold < 0 || threshold > k - 2) return [];
  const pairs: [number, number][] = [[threshold, 1]];
  for (let j = 0; j < q; j++) pairs.push([k - 1 + j, -rows[i * q + j]!]);
  return pairs;
}

function density(x: number): number {
  return Number.isFinite(x) ? risk(x) * risk(-x) : 0;
}

/**
 * What a direction in the parameters must satisfy so that no subject's likelihood falls along it:
 * the bounds of its level may only move apart.
 */
export function ordinalRecessionRows({ levelOf, k, rows, q }: OrdinalModel): Float64Array[] {
  const made: Float64Array[] = [];
  for (let i = 0; i < levelOf.length; i++) {
    for (const [threshold, sign] of [
      [levelOf[i]!, 1],
      [levelOf[i]! - 1, -1],
    ] as const) {
      const pairs = gradient(rows, q, i, k, threshold);
      if (pairs.length === 0) continue;
      const row = new Float64Array(k - 1 + q);
      for (const [at, value] of pairs) row[at] = sign * value;
      made.push(row);
    }
  }
  return made;
}
