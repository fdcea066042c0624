import {
  betaQuantile,
  betaUpperQuantile,
  binomialCdf,
  binomialPmf,
  binomialSurvival,
  brent,
  chiSquareUpperQuantile,
  normalUpperQuantile,
} from "../../numeric/index.js";
import type { Interval } from "../estimate.js";

/** A method of interval for a binomial proportion: count of n at a confidence level. */
type IntervalMethod = (count: number, n: number, level: number) => Interval;

/** The exact interval: both one-sided binomial tests at half the error. @source [@clopper1934] */
export const exactInterval: IntervalMethod = (count, n, level) => {
  const tail = (1 - level) / 2;
  const lower = count === 0 ? 0 : betaQuantile(tail, count, n - count + 1);
  const upper = count === n ? 1 : betaUpperQuantile(tail, count + 1, n - count);
  return { lower, upper, level };
};

/** The score interval: the chances that a score test does not reject. @source [@wilson1927] */
export const wilsonInterval: IntervalMethod = (count, n, level) => {
  const z = criticalZ(level);
  const square = z * z;
  const centre = 2 * count + square;
  const reach = z * Math.sqrt(square + (4 * count * (n - count)) / n);
  const scale = 2 * (n + square);
  const lower = count === 0 ? 0 : (centre - reach) / scale;
  const upper = count === n ? 1 : (centre + reach) / scale;
  return { lower, upper, level };
};

/** The score interval with a continuity correction. @source [@newcombe1998single] method 4 */
export const wilsonContinuityInterval: IntervalMethod = (count, n, level) => {
  const z = criticalZ(level);
  const square = z * z;
  const p = count / n;
  const q = (n - count) / n;
  const scale = 2 * (n + square);
  const reach = (sign: 1 | -1): number =>
    z * Math.sqrt(square + 2 * sign - 1 / n + 4 * p * (n * q - sign));
  const lower = count === 0 ? 0 : (2 * count + square - 1 - reach(-1)) / scale;
  const upper = count === n ? 1 : (2 * count + square + 1 + reach(1)) / scale;
  return { lower: Math.max(0, lower), upper: Math.min(1, upper), level };
};

/** Wald's interval about (count + z²/2)/(n + z²); it may leave [0, 1]. @source [@agresti1998] */
export const agrestiCoullInterval: IntervalMethod = (count, n, level) => {
  const z = criticalZ(level);
  const size = n + z * z;
  const p = (count + (z * z) / 2) / size;
  return around(p, z * Math.sqrt((p * (1 - p)) / size), level);
};

/** The same, cut to [0, 1]. */
export const agrestiCoullClippedInterval: IntervalMethod = (count, n, level) => {
  const { lower, upper } = agrestiCoullInterval(count, n, level);
  return { lower: Math.max(0, lower), upper: Math.min(1, upper), level };
};

/** Equal-tailed Bayesian interval for the prior beta(½, ½). @source [@brown2001] */
export const jeffreysInterval: IntervalMethod = (count, n, level) => {
  const tail = (1 - level) / 2;
  return {
    lower: betaQuantile(tail, count + 0.5, n - count + 0.5),
    upper: betaUpperQuantile(tail, count + 0.5, n - count + 0.5),
    level,
  };
};

/** The same, with the limit 0 for no success and 1 for no failure. @source [@brown2001] */
export const jeffreysModifiedInterval: IntervalMethod = (count, n, level) => {
  const { lower, upper } = jeffreysInterval(count, n, level);
  return { lower: count === 0 ? 0 : lower, upper: count === n ? 1 : upper, level };
};

/** The exact interval with the observed count at half weight. @source [@berry1995] */
export const midPInterval: IntervalMethod = (count, n, level) => {
  const tail = (1 - level) / 2;
  const half = (p: number): number => binomialPmf(count, n, p) / 2;
  const atMost = (p: number): number => binomialCdf(count - 1, n, p) + half(p);
  const atLeast = (p: number): number => binomialSurvival(count, n, p) + half(p);
  const lower = count === 0 ? 0 : brent((p) => atLeast(p) - tail, 0, 1);
  const upper = count === n ? 1 : brent((p) => atMost(p) - tail, 0, 1);
  return { lower, upper, level };
};

/** The chances whose likelihood ratio is not rejected by chi-square on one degree of freedom. */
export const likelihoodRatioInterval: IntervalMethod = (count, n, level) => {
  const critical = chiSquareUpperQuantile(1 - level, 1);
  const part = (k: number, p: number): number => (k === 0 ? 0 : k * Math.log(k / (n * p)));
  const excess = (p: number): number => 2 * (part(count, p) + part(n - count, 1 - p)) - critical;
  const value = count / n;
  const lower = count === 0 ? 0 : brent(excess, 0, value);
  const upper = count === n ? 1 : brent(excess, value, 1);
  return { lower, upper, level };
};

/** Wald's interval on the logit; not defined (NaN) for no success or no failure. */
export const logitInterval: IntervalMethod = (count, n, level) => {
  if (count === 0 || count === n) return { lower: Number.NaN, upper: Number.NaN, level };
  const logit = Math.log(count / (n - count));
  const reach = criticalZ(level) * Math.sqrt(n / (count * (n - count)));
  const expit = (x: number): number => 1 / (1 + Math.exp(-x));
  return { lower: expit(logit - reach), upper: expit(logit + reach), level };
};

/** Wald's interval on the arcsine of √p, ⅜ added to successes and failures. @source [@anscombe1948] */
export const arcsineInterval: IntervalMethod = (count, n, level) => {
  const centre = Math.asin(Math.sqrt((count + 0.375) / (n + 0.75)));
  const reach = criticalZ(level) / (2 * Math.sqrt(n));
  return {
    lower: Math.sin(Math.max(0, centre - reach)) ** 2,
    upper: Math.sin(Math.min(Math.PI / 2, centre + reach)) ** 2,
    level,
  };
};

/** value ± z·√(pq/n): for comparison only, its coverage is poor and it may leave [0, 1]. */
export const waldInterval: IntervalMethod = (count, n, level) => {
  const p = count / n;
  return around(p, criticalZ(level) * Math.sqrt((p * (1 - p)) / n), level);
};

/** The normal quantile that leaves `level` between −z and z. */
export function criticalZ(level: number): number {
  return normalUpperQuantile((1 - level) / 2);
}

function around(centre: number, reach: number, level: number): Interval {
  return { lower: centre - reach, upper: centre + reach, level };
}
