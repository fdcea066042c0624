import {
  InvalidInput,
  mean,
  sampleVariance,
  tTwoSided,
  tUpperQuantile,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkColumn, shown } from "../columns.js";
import type { Estimate } from "../estimate.js";

/** An estimate pooled over imputed data sets. */
export interface RubinPool {
  readonly method: "rubin";
  readonly imputations: number;
  readonly estimate: Estimate; // Student's t interval
  readonly within: number; // mean variance
  readonly between: number; // variance of the estimates
  readonly total: number; // within + (1 + 1/m)·between
  readonly standardError: number;
  readonly df: number;
  readonly relativeIncrease: number; // of variance due to what is missing
  readonly lambda: number; // share of the total variance that is due to what is missing
  readonly fractionMissing: number; // of information, with the correction for finite m
  readonly t: number; // against 0
  readonly p: number; // two-sided
  /** "no-variance": variances are 0, so that t, its interval and p are not defined and read NaN. */
  readonly note?: "no-variance";
}

/** λ below this counts as this: without a spread of the estimates df would not be defined; mice's floor. */
const LEAST_LAMBDA = 1e-4;

/**
 * Rubin's rules: one estimate from those of several imputed data sets.
 *
 * @param estimates - (m) one per imputed data set, on a scale where they are about normal (log odds)
 * @param variances - (m) their squared standard errors
 * @param options.completeDf - degrees of freedom that complete data would have, n minus coefficients;
 *   Infinity. With it, df are those of Barnard and Rubin, never above it.
 * @param options.level - confidence level of the interval; 0.95
 * @throws InvalidInput (`too_few_imputations`, `negative_variance`, `different_lengths`, …)
 * @source [@rubin1987]; [@barnard1999] degrees of freedom
 */
export function rubinPool(
  estimates: ArrayLike<number>,
  variances: ArrayLike<number>,
  {
    completeDf = Number.POSITIVE_INFINITY,
    level = 0.95,
  }: { completeDf?: number; level?: number } = {},
): RubinPool {
  const where = "rubinPool";
  check(where, estimates, variances, completeDf, level);
  const m = estimates.length;
  const pooled = mean(estimates);
  const within = mean(variances);
  const between = sampleVariance(estimates);
  const total = within + (1 + 1 / m) * between;
  const standardError = Math.sqrt(total);
  const relativeIncrease = ((1 + 1 / m) * between) / within;
  const lambda = ((1 + 1 / m) * between) / total;
  const df = degreesOfFreedom(m, Math.max(lambda, LEAST_LAMBDA), completeDf);
  const isDefined = total > 0 && df > 0;
  const margin = isDefined ? tUpperQuantile((1 - level) / 2, df) * standardError : Number.NaN;
  const t = isDefined ? pooled / standardError : Number.NaN;
  return {
    method: "rubin",
    imputations: m,
    estimate: { value: pooled, ci: { lower: pooled - margin, upper: pooled + margin, level } },
    within,
    between,
    total,
    standardError,
    df,
    relativeIncrease,
    lambda,
    fractionMissing: (relativeIncrease + 2 / (df + 3)) / (1 + relativeIncrease),
    t,
    p: isDefined ? tTwoSided(t, df) : Number.NaN,
    ...(isDefined ? {} : { note: "no-variance" as const }),
  };
}

function degreesOfFreedom(m: number, lambda: number, completeDf: number): number {
  const large = (m - 1) / lambda ** 2;
  if (completeDf === Number.POSITIVE_INFINITY) return large;
  const observed = ((completeDf + 1) / (completeDf + 3)) * completeDf * (1 - lambda);
  return (large * observed) / (large + observed);
}

function check(
  where: string,
  estimates: ArrayLike<number>,
  variances: ArrayLike<number>,
  completeDf: number,
  level: number,
): void {
  checkColumn(where, "estimates", estimates);
  checkColumn(where, "variances", variances);
  if (estimates.length !== variances.length) {
    const rule = `needs a variance for each estimate; got ${estimates.length} and ${variances.length}`;
    throw new InvalidInput(where, rule, "different_lengths");
  }
  if (estimates.length < 2) {
    throw new InvalidInput(where, "needs at least 2 imputations; got 1", "too_few_imputations");
  }
  for (let i = 0; i < variances.length; i++) {
    if (variances[i]! >= 0) continue;
    const rule = `needs variances of at least 0; variance ${i} is ${variances[i]}`;
    throw new InvalidInput(where, rule, "negative_variance");
  }
  if (typeof completeDf !== "number" || !(completeDf > 0)) {
    const rule = `needs completeDf above 0; got ${shown(completeDf)}`;
    throw new InvalidInput(where, rule, "invalid_df");
  }
  checkLevel(where, level);
}
