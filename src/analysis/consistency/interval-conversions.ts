import {
  InvalidInput,
  normalSurvival,
  normalUpperQuantile,
  tTwoSided,
  tUpperQuantile,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkFinite } from "../columns.js";
import type { Estimate } from "../estimate.js";
import { checkPositiveInteger } from "./grim.js";

/** What a printed estimate with its interval says beyond itself. */
export interface IntervalReading {
  readonly method: "interval-reading";
  /** Of the estimate, or of its logarithm for a ratio. */
  readonly standardError: number;
  readonly statistic: number; // estimate over standard error, on that scale
  readonly p: number; // two-sided, of no difference or a ratio of 1
  readonly midpoint: number; // of the interval: arithmetic, or geometric for a ratio
  /** How far the estimate lies above the midpoint, on the scale of the standard error. */
  readonly asymmetry: number;
}

/**
 * The p-value of a difference from its confidence interval.
 *
 * @param estimate - difference with its interval, as printed
 * @param options.df - degrees of freedom of a t interval; a normal one without
 * @throws InvalidInput when a number is not finite, the interval is empty or the level out of (0, 1)
 * @source [@altman2011]
 */
export function readDifferenceInterval(
  { value, ci }: Estimate,
  { df = Number.POSITIVE_INFINITY }: { df?: number } = {},
): IntervalReading {
  const where = "readDifferenceInterval";
  check(where, { value, ci });
  if (!(typeof df === "number" && df > 0))
    throw new InvalidInput(where, `needs df above 0; got ${df}`);
  const tail = (1 - ci.level) / 2;
  const isNormal = df === Number.POSITIVE_INFINITY;
  const multiplier = isNormal ? normalUpperQuantile(tail) : tUpperQuantile(tail, df);
  const reading = onScale(value, ci.lower, ci.upper, multiplier);
  const { statistic } = reading;
  const p = isNormal ? 2 * normalSurvival(Math.abs(statistic)) : tTwoSided(statistic, df);
  return { method: "interval-reading", ...reading, p };
}

/**
 * The p-value of a ratio (odds, risk, hazard) from its confidence interval, normal on the log scale.
 *
 * @throws InvalidInput when a number is not positive and finite, the interval is empty or the level out of (0, 1)
 * @source [@altman2011]
 */
export function readRatioInterval({ value, ci }: Estimate): IntervalReading {
  const where = "readRatioInterval";
  check(where, { value, ci });
  if (!(ci.lower > 0 && value > 0)) {
    const got = `${value} (${ci.lower} to ${ci.upper})`;
    throw new InvalidInput(where, `needs a ratio and limits above 0; got ${got}`, "non_positive");
  }
  const multiplier = normalUpperQuantile((1 - ci.level) / 2);
  const reading = onScale(Math.log(value), Math.log(ci.lower), Math.log(ci.upper), multiplier);
  const p = 2 * normalSurvival(Math.abs(reading.statistic));
  return { method: "interval-reading", ...reading, midpoint: Math.exp(reading.midpoint), p };
}

/**
 * The standard deviation behind the t interval of a mean.
 *
 * @param ci - interval of the mean
 * @param n - how many values, at least 2
 * @throws InvalidInput when a limit is not finite, the interval is empty, n < 2 or the level out of (0, 1)
 */
export function sdFromInterval(ci: Estimate["ci"], n: number): number {
  check("sdFromInterval", { value: ci.lower, ci });
  checkPositiveInteger("sdFromInterval", "n", n);
  if (n < 2)
    throw new InvalidInput("sdFromInterval", `needs n of at least 2; got ${n}`, "n_too_small");
  const half = (ci.upper - ci.lower) / 2;
  return (half / tUpperQuantile((1 - ci.level) / 2, n - 1)) * Math.sqrt(n);
}

/**
 * The standard deviation behind the standard error of a mean.
 *
 * @throws InvalidInput when the standard error is not finite and at least 0, or n no positive integer
 */
export function sdFromStandardError(standardError: number, n: number): number {
  checkFinite("sdFromStandardError", "standard error", standardError);
  checkPositiveInteger("sdFromStandardError", "n", n);
  if (standardError < 0) {
    throw new InvalidInput(
      "sdFromStandardError",
      `needs a standard error of at least 0; got ${standardError}`,
    );
  }
  return standardError * Math.sqrt(n);
}

function onScale(
  value: number,
  lower: number,
  upper: number,
  multiplier: number,
): Pick<IntervalReading, "standardError" | "statistic" | "midpoint" | "asymmetry"> {
  const half = (upper - lower) / 2;
  const midpoint = lower + half;
  const standardError = half / multiplier;
  return { standardError, statistic: value / standardError, midpoint, asymmetry: value - midpoint };
}

function check(where: string, { value, ci }: Estimate): void {
  checkFinite(where, "estimate", value);
  checkFinite(where, "lower limit", ci.lower);
  checkFinite(where, "upper limit", ci.upper);
  checkLevel(where, ci.level);
  if (!(ci.lower < ci.upper)) {
    throw new InvalidInput(
      where,
      `needs a lower limit below the upper; got ${ci.lower} to ${ci.upper}`,
    );
  }
}
