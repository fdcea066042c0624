import { brent } from "../../numeric/index.js";
import type { Replicates } from "./replicates.js";
import { sum } from "./replicates.js";

/** A mean with a random effect of the subject, by restricted maximum likelihood. */
export interface RandomIntercept {
  readonly mean: number;
  readonly standardError: number;
  readonly varianceBetween: number;
  readonly varianceWithin: number;
  readonly logLikelihood: number; // restricted, as nlme's
}

/** Shares of the variance between subjects at which the score is looked at for a change of sign. */
const GRID = 200;

/**
 * Mean and variances between and within subjects by restricted maximum likelihood.
 *
 * The likelihood is profiled to one unknown, the ratio λ of the variances, and its derivative solved
 * for 0; of several maxima (possible when subjects have unequal numbers) the highest is taken.
 * Without variance between subjects, λ is 0, the end of its range.
 *
 * @returns NaN throughout when no subject has two values, or none differs within itself
 * @source [@harville1977]
 */
export function randomIntercept(data: Replicates): RandomIntercept {
  if (!(data.msWithin > 0)) {
    const none = Number.NaN;
    return {
      mean: none,
      standardError: none,
      varianceBetween: none,
      varianceWithin: none,
      logLikelihood: none,
    };
  }
  const candidates = [0];
  const score = (share: number): number => profile(data, share / (1 - share)).score;
  let [at, previous] = [0, score(0)];
  for (let i = 1; i < GRID; i++) {
    const next = i / GRID;
    const value = score(next);
    if (previous > 0 && value <= 0) candidates.push(ratioOf(brent(score, at, next)));
    [at, previous] = [next, value];
  }
  if (previous > 0) candidates.push(farRatio(data, at));
  const fits = candidates.map((ratio) => profile(data, ratio));
  return fits.reduce((best, fit) => (fit.logLikelihood > best.logLikelihood ? fit : best));
}

function ratioOf(share: number): number {
  return share / (1 - share);
}

/** A root above the grid: the ratio is doubled until the score falls below 0, as it must in the end. */
function farRatio(data: Replicates, share: number): number {
  const score = (ratio: number): number => profile(data, ratio).score;
  let low = ratioOf(share);
  while (score(2 * low) > 0 && low < Number.MAX_VALUE / 4) low *= 2;
  return score(2 * low) > 0 ? low : brent(score, low, 2 * low);
}

interface Profile extends RandomIntercept {
  /** Derivative of the log-likelihood by the ratio. */
  readonly score: number;
}

/** The best fit at a given ratio of the variance between to that within subjects. */
function profile(data: Replicates, ratio: number): Profile {
  const { n, sizes, means, squaresWithin } = data;
  const weights = sizes.map((m) => m / (1 + m * ratio));
  const total = sum(weights, (w) => w);
  const origin = data.mean;
  const mean = origin + sum(weights, (w, g) => w * (means[g]! - origin)) / total;
  const squares =
    sum(squaresWithin, (s) => s) + sum(weights, (w, g) => w * (means[g]! - mean) ** 2);
  const variance = squares / (n - 1);
  const squaredWeights = sum(weights, (w) => w * w);
  const logDeterminants = sum(sizes, (m) => Math.log1p(m * ratio)) + Math.log(total);
  return {
    mean,
    standardError: Math.sqrt(variance / total),
    varianceBetween: ratio * variance,
    varianceWithin: variance,
    logLikelihood: -0.5 * ((n - 1) * (Math.log(2 * Math.PI * variance) + 1) + logDeterminants),
    score:
      0.5 *
      (sum(weights, (w, g) => w * w * (means[g]! - mean) ** 2) / variance -
        total +
        squaredWeights / total),
  };
}
