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
  const score = (share: number): number => scoreAt(data, ratioOf(share));
  let [at, previous] = [0, score(0)];
  for (let i = 1; i < GRID; i++) {
    const next = i / GRID;
    const value = score(next);
    if (previous > 0 && value <= 0) candidates.push(ratioOf(brent(score, at, next)));
    [at, previous] = [next, value];
  }
  if (previous > 0) candidates.push(farRatio(data, ratioOf(at)));
  const fits = candidates.map((ratio) => fitAt(data, ratio));
  return fits.reduce((best, fit) => (fit.logLikelihood > best.logLikelihood ? fit : best));
}

function ratioOf(share: number): number {
  return share / (1 - share);
}

/** A root above the grid: the ratio is doubled until the score falls below 0, as it must in the end. */
function farRatio(data: Replicates, start: number): number {
  let low = start;
  while (scoreAt(data, 2 * low) > 0) low *= 2;
  return brent((ratio) => scoreAt(data, ratio), low, 2 * low);
}

/** Sums over the subjects, each weighing mᵢ/(1 + mᵢλ), at a ratio λ of the variances. */
interface WeightedSums {
  readonly total: number; // of the weights
  readonly squared: number; // of their squares
  readonly mean: number;
  readonly squares: number; // Σ wᵢ(ȳᵢ − mean)²
  readonly slope: number; // Σ wᵢ²(ȳᵢ − mean)²
}

function weightedSums({ sizes, means, mean: origin }: Replicates, ratio: number): WeightedSums {
  let [total, squared, shift] = [0, 0, 0];
  for (let g = 0; g < sizes.length; g++) {
    const weight = sizes[g]! / (1 + sizes[g]! * ratio);
    total += weight;
    squared += weight * weight;
    shift += weight * (means[g]! - origin);
  }
  const mean = origin + shift / total;
  let [squares, slope] = [0, 0];
  for (let g = 0; g < sizes.length; g++) {
    const weight = sizes[g]! / (1 + sizes[g]! * ratio);
    const part = weight * (means[g]! - mean) ** 2;
    squares += part;
    slope += weight * part;
  }
  return { total, squared, mean, squares, slope };
}

/** Derivative of the profiled log-likelihood by the ratio, times 2. */
function scoreAt(data: Replicates, ratio: number): number {
  const { total, squared, squares, slope } = weightedSums(data, ratio);
  const variance = (data.msWithin * data.dfWithin + squares) / (data.n - 1);
  return slope / variance - total + squared / total;
}

/** The best fit at a given ratio of the variance between to that within subjects. */
function fitAt(data: Replicates, ratio: number): RandomIntercept {
  const { n, sizes, msWithin, dfWithin } = data;
  const { total, mean, squares } = weightedSums(data, ratio);
  const variance = (msWithin * dfWithin + squares) / (n - 1);
  const logDeterminants = sum(sizes, (m) => Math.log1p(m * ratio)) + Math.log(total);
  return {
    mean,
    standardError: Math.sqrt(variance / total),
    varianceBetween: ratio * variance,
    varianceWithin: variance,
    logLikelihood: -0.5 * ((n - 1) * (Math.log(2 * Math.PI * variance) + 1) + logDeterminants),
  };
}
