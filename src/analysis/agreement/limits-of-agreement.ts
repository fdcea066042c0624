import {
  chiSquareQuantile,
  chiSquareUpperQuantile,
  noncentralTQuantile,
  noncentralTUpperQuantile,
  normalUpperQuantile,
  tUpperQuantile,
} from "../../numeric/index.js";
import { remembering } from "../../numeric/remembering.js";
import type { Estimate, Interval } from "../estimate.js";

/** Confidence intervals of one limit of agreement, by method. */
export interface LimitIntervals {
  /** From the non-central t distribution: right for normal differences at every n. */
  readonly exact: Interval;
  /** Limit ± t·s·√(1/n + z²/(2(n − 1))). */
  readonly approximate1999: Interval;
  /** Limit ± t·s·√(3/n), the first approximation; it takes z²/2 for 2. */
  readonly approximate1986: Interval;
  /** The intervals of the bias (by t) and of the standard deviation put together. */
  readonly moverT: Interval;
  /** The same with the normal quantile for the bias. */
  readonly moverZ: Interval;
}

/** A limit of agreement; `ci` is the exact interval. */
export interface Limit extends Estimate {
  readonly intervals: LimitIntervals;
}

/** Bias, standard deviation and limits that follow from the sums of n differences. */
export interface LimitsOfAgreement {
  readonly bias: Estimate; // by t on n − 1
  readonly sd: Estimate; // by chi-square on n − 1
  readonly multiplier: number; // normal quantile that leaves `coverage` between the limits
  readonly lowerLimit: Limit;
  readonly upperLimit: Limit;
  /** Standard errors of a limit by which its two approximate intervals are made. */
  readonly limitStandardErrors: {
    readonly approximate1999: number;
    readonly approximate1986: number;
  };
}

/** Share of the differences to hold between the limits, and the level of every interval. */
export interface CoverageAndLevel {
  readonly coverage: number;
  readonly level: number;
}

/**
 * Limits of agreement and their intervals from the mean and standard deviation of n differences.
 *
 * @source [@bland1986] √(3/n), [@bland1999] √(1/n + z²/(2(n − 1))), [@carkeet2015] exact limits,
 *   each by itself, [@donner2012] MOVER, [@zou2013] MOVER with z
 */
export function limitsOfAgreement(
  { n, mean, sd }: { readonly n: number; readonly mean: number; readonly sd: number },
  { coverage, level }: CoverageAndLevel,
): LimitsOfAgreement {
  const tail = (1 - level) / 2;
  const z = normalUpperQuantile((1 - coverage) / 2);
  const standardError = sd / Math.sqrt(n);
  const t = tUpperQuantile(tail, n - 1);
  const sdCi = sdInterval(sd, n - 1, level);

  const around = (value: number, reach: number): Interval => ({
    lower: value - reach,
    upper: value + reach,
    level,
  });
  const [near, far] = exactMultipliers(n, z, tail);
  const se1986 = sd * Math.sqrt(3 / n);
  const se1999 = sd * Math.sqrt(1 / n + (z * z) / (2 * (n - 1)));
  const inward = z * (sd - sdCi.lower);
  const outward = z * (sdCi.upper - sd);
  const limit = (side: -1 | 1): Limit => {
    const value = mean + side * z * sd;
    const away = (toCentre: number, fromCentre: number): Interval => {
      const ends = [value - side * toCentre, value + side * fromCentre] as const;
      return { lower: Math.min(...ends), upper: Math.max(...ends), level };
    };
    const mover = (quantile: number): Interval => {
      const ofBias = quantile * standardError;
      return away(Math.hypot(ofBias, inward), Math.hypot(ofBias, outward));
    };
    const exact = away((z - near) * sd, (far - z) * sd);
    return {
      value,
      ci: exact,
      intervals: {
        exact,
        approximate1999: around(value, t * se1999),
        approximate1986: around(value, t * se1986),
        moverT: mover(t),
        moverZ: mover(normalUpperQuantile(tail)),
      },
    };
  };
  return {
    bias: { value: mean, ci: around(mean, t * standardError) },
    sd: { value: sd, ci: sdCi },
    multiplier: z,
    lowerLimit: limit(-1),
    upperLimit: limit(1),
    limitStandardErrors: { approximate1999: se1999, approximate1986: se1986 },
  };
}

/** Confidence interval of a standard deviation with `df` degrees of freedom, for normal data. */
export function sdInterval(sd: number, df: number, level: number): Interval {
  const tail = (1 - level) / 2;
  return {
    lower: sd * Math.sqrt(df / chiSquareUpperQuantile(tail, df)),
    upper: sd * Math.sqrt(df / chiSquareQuantile(tail, df)),
    level,
  };
}

/**
 * Multipliers of s that bound mean + z·σ: √n·(limit − x̄)/s is non-central t with
 * non-centrality z·√n.
 */
const exactMultipliers = remembering(
  (n: number, z: number, tail: number): readonly [number, number] => {
    const root = Math.sqrt(n);
    return [
      noncentralTQuantile(tail, n - 1, z * root) / root,
      noncentralTUpperQuantile(tail, n - 1, z * root) / root,
    ];
  },
);
