import { checkArray } from "./checks.js";
import { mean, quantile, sampleStandardDeviation } from "./descriptive.js";
import { InvalidInput } from "./invalid-input.js";
import { normalCdf, normalQuantile, normalUpperQuantile } from "./normal.js";

/** An interval from bootstrap replicates; `level` is its nominal coverage. */
export interface BootstrapInterval {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/** A bias-corrected and accelerated interval with its two corrections. */
export interface BcaInterval extends BootstrapInterval {
  /** Normal quantile of the share of replicates below the estimate. */
  readonly z0: number;
  readonly acceleration: number;
  /** Shares of the replicates at which the limits stand. */
  readonly shares: readonly [number, number];
  /** Why the limits are NaN: all replicates on one side, or no unit has an influence. */
  readonly note?: "z0_infinite" | "acceleration_undefined";
}

/**
 * Percentile interval: the middle `level` of the replicates, at ranks (R + 1)(1 ∓ level)/2
 * interpolated on the normal scale; beyond the first or last rank it is that replicate.
 *
 * @param replicates - (R) of the statistic; NaN and ±Infinity are left out
 * @param level - between 0 and 1
 * @throws InvalidInput when no replicate is finite or level is not between 0 and 1
 * @source [@davison1997, equation 5.8] the interpolation
 */
export function percentileInterval(
  replicates: ArrayLike<number>,
  level: number,
): BootstrapInterval {
  const sorted = checked("percentileInterval", replicates, level);
  return {
    lower: atShare(sorted, (1 - level) / 2),
    upper: atShare(sorted, (1 + level) / 2),
    level,
  };
}

/** Percentile interval at sample quantiles of type 7, R's default. */
export function plainPercentileInterval(
  replicates: ArrayLike<number>,
  level: number,
): BootstrapInterval {
  const sorted = checked("plainPercentileInterval", replicates, level);
  return {
    lower: quantile(sorted, (1 - level) / 2),
    upper: quantile(sorted, (1 + level) / 2),
    level,
  };
}

/** Basic interval: the percentile interval mirrored in the estimate. */
export function basicInterval(
  estimate: number,
  replicates: ArrayLike<number>,
  level: number,
): BootstrapInterval {
  checkFinite("basicInterval", "estimate", estimate);
  const sorted = checked("basicInterval", replicates, level);
  return {
    lower: 2 * estimate - atShare(sorted, (1 + level) / 2),
    upper: 2 * estimate - atShare(sorted, (1 - level) / 2),
    level,
  };
}

/** Normal interval about the estimate less its bias, with the spread of the replicates. */
export function normalInterval(
  estimate: number,
  replicates: ArrayLike<number>,
  level: number,
): BootstrapInterval {
  checkFinite("normalInterval", "estimate", estimate);
  const sorted = checked("normalInterval", replicates, level);
  const centre = 2 * estimate - mean(sorted);
  const margin = normalUpperQuantile((1 - level) / 2) * sampleStandardDeviation(sorted);
  return { lower: centre - margin, upper: centre + margin, level };
}

/**
 * Bias-corrected and accelerated interval.
 *
 * @param influence - jackknife influence of each unit, as `bootstrap` gives it; its scale is free
 * @throws InvalidInput as `percentileInterval`
 * @source [@efron1987]
 */
export function bcaInterval(
  estimate: number,
  replicates: ArrayLike<number>,
  influence: ArrayLike<number>,
  level: number,
): BcaInterval {
  checkFinite("bcaInterval", "estimate", estimate);
  const sorted = checked("bcaInterval", replicates, level);
  checkArray("bcaInterval", "influences", influence);
  const z0 = normalQuantile(sorted.filter((value) => value < estimate).length / sorted.length);
  const acceleration = accelerationOf(influence);
  if (!Number.isFinite(z0)) return withoutLimits(z0, acceleration, level, "z0_infinite");
  if (Number.isNaN(acceleration)) {
    return withoutLimits(z0, acceleration, level, "acceleration_undefined");
  }
  const share = (tail: number): number => {
    const z = z0 + normalQuantile(tail);
    return normalCdf(z0 + z / (1 - acceleration * z));
  };
  const shares = [share((1 - level) / 2), share((1 + level) / 2)] as const;
  const [lower, upper] = [atShare(sorted, shares[0]), atShare(sorted, shares[1])];
  return { lower, upper, level, z0, acceleration, shares };
}

/**
 * Studentized interval: the estimate less quantiles of (θ* − θ)/SE* times its standard error.
 *
 * @param standardError - of the estimate, by a formula
 * @param standardErrors - (R) of each replicate, by the same formula
 * @throws InvalidInput as `percentileInterval`, and when the columns differ in length
 * @source [@davison1997, section 5.2.1]
 */
export function studentizedInterval(
  estimate: number,
  standardError: number,
  replicates: ArrayLike<number>,
  standardErrors: ArrayLike<number>,
  level: number,
): BootstrapInterval {
  const where = "studentizedInterval";
  checkFinite(where, "estimate", estimate);
  checkFinite(where, "standard error", standardError);
  checkArray(where, "replicates", replicates);
  checkArray(where, "standard errors", standardErrors);
  if (replicates.length !== standardErrors.length) {
    const got = `${replicates.length} and ${standardErrors.length}`;
    const rule = `needs a standard error of each replicate; got ${got}`;
    throw new InvalidInput(where, rule, "different_lengths");
  }
  const scores = Array.from(replicates, (value, i) => (value - estimate) / standardErrors[i]!);
  const sorted = checked(where, scores, level);
  return {
    lower: estimate - standardError * atShare(sorted, (1 + level) / 2),
    upper: estimate - standardError * atShare(sorted, (1 - level) / 2),
    level,
  };
}

function checkFinite(where: string, name: string, value: number): void {
  if (!Number.isFinite(value)) {
    throw new InvalidInput(where, `needs a finite ${name}; got ${value}`, "not_finite");
  }
}

/** Finite replicates, ascending. */
function checked(where: string, replicates: ArrayLike<number>, level: number): Float64Array {
  if (typeof level !== "number" || !(level > 0 && level < 1)) {
    throw new InvalidInput(where, `needs a level between 0 and 1; got ${level}`, "level");
  }
  checkArray(where, "replicates", replicates);
  const finite = Float64Array.from(replicates).filter(Number.isFinite);
  if (finite.length === 0)
    throw new InvalidInput(where, "needs finite replicates; got none", "empty");
  return finite.sort();
}

function atShare(sorted: Float64Array, share: number): number {
  const most = sorted.length;
  const rank = (most + 1) * share;
  const below = Math.floor(rank);
  if (below < 1) return sorted[0]!;
  if (below >= most) return sorted[most - 1]!;
  const value = sorted[below - 1]!;
  if (below === rank) return value;
  const [from, to] = [normalQuantile(below / (most + 1)), normalQuantile((below + 1) / (most + 1))];
  return value + ((normalQuantile(share) - from) / (to - from)) * (sorted[below]! - value);
}

/** Σ l³/(6 (Σ l²)^1.5), scaled first so that no power overflows. */
function accelerationOf(influence: ArrayLike<number>): number {
  const values = Array.from(influence);
  const largest = values.reduce((most, l) => Math.max(most, Math.abs(l)), 0);
  let [squares, cubes] = [0, 0];
  for (const l of values) {
    const scaled = l / largest;
    squares += scaled ** 2;
    cubes += scaled ** 3;
  }
  return values.length === 0 ? Number.NaN : cubes / (6 * squares ** 1.5);
}

function withoutLimits(
  z0: number,
  acceleration: number,
  level: number,
  note: "z0_infinite" | "acceleration_undefined",
): BcaInterval {
  const undefinedShares = [Number.NaN, Number.NaN] as const;
  return {
    lower: Number.NaN,
    upper: Number.NaN,
    level,
    z0,
    acceleration,
    shares: undefinedShares,
    note,
  };
}
