import {
  InvalidInput,
  integrate,
  normalCdf,
  normalUpperQuantile,
  stirlingError,
  tUpperQuantile,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkFinite } from "../columns.js";
import { checkAboveZero, checkPlan, checkShare, checkSize, rawSize, smallestSize } from "./plan.js";
import type { Design } from "./power-curve.js";

/** Number of subjects that show the limits of agreement to lie within ±delta. */
export interface BlandAltmanDesign extends Design {
  readonly n: number;
  readonly raw: number;
  readonly power: number;
}

/** Number of subjects for intervals of the limits of agreement. */
export interface BlandAltmanPrecision {
  readonly n: number;
  /** Half-width with n subjects whose differences have the expected SD. */
  readonly halfWidth: number;
}

/**
 * Number of subjects for whom the intervals of both limits of agreement lie within ±delta: the
 * outer ends of Bland and Altman's intervals of 1999 against the agreement that is acceptable.
 *
 * The power is exact: with the SD of the sample given, the mean must lie in an interval, and its
 * chance is averaged over the distribution of the SD.
 *
 * @param mean - expected mean of the differences
 * @param sd - expected standard deviation of the differences
 * @param delta - largest acceptable difference, above |mean| + z·sd
 * @param options.alpha - 1 − confidence level of the two-sided intervals; 0.05
 * @param options.power - chance asked for of both intervals lying within; 0.8
 * @param options.coverage - share of differences that the limits should hold; 0.95
 * @throws InvalidInput (`limits_outside_delta`) when the expected limits are not within ±delta
 * @source [@lu2016], [@bland1999] intervals
 */
export function blandAltmanDesign(
  mean: number,
  sd: number,
  delta: number,
  {
    alpha = 0.05,
    power = 0.8,
    coverage = 0.95,
  }: { alpha?: number; power?: number; coverage?: number } = {},
): BlandAltmanDesign {
  const where = "blandAltmanDesign";
  checkFinite(where, "mean", mean);
  checkAboveZero(where, "sd", sd);
  checkAboveZero(where, "delta", delta);
  checkPlan(where, { alpha, power, sides: 2 });
  checkShare(where, "coverage", coverage);
  const z = normalUpperQuantile((1 - coverage) / 2);
  const reach = Math.abs(mean) + z * sd;
  if (reach >= delta) {
    const rule = `needs expected limits within ±${delta}; they reach ${reach}`;
    throw new InvalidInput(where, rule, "limits_outside_delta");
  }
  const scaled = { mean: Math.abs(mean) / sd, delta: delta / sd, alpha, z };
  const exact = (n: number): number => chanceWithin(n, scaled);
  const powerAt = (n: number): number => {
    checkSize(where, n, 2);
    return exact(n);
  };
  const raw = rawSize(where, exact, power, { floor: 1, start: 2 });
  const n = smallestSize(where, powerAt, power, { least: 2, near: raw });
  return { name: "limits of agreement", n, raw, power: powerAt(n), powerAt };
}

/**
 * Number of subjects for intervals of the limits of agreement of given half-width.
 *
 * @param sd - expected standard deviation of the differences
 * @param halfWidth - of the interval of each limit, in the same unit
 * @param options.level - confidence level of the intervals; 0.95
 * @param options.coverage - share of differences that the limits should hold; 0.95
 * @throws InvalidInput when a number is not above 0 or needs more than 10¹² subjects
 * @source [@bland1999]
 */
export function blandAltmanPrecision(
  sd: number,
  halfWidth: number,
  { level = 0.95, coverage = 0.95 }: { level?: number; coverage?: number } = {},
): BlandAltmanPrecision {
  const where = "blandAltmanPrecision";
  checkAboveZero(where, "sd", sd);
  checkAboveZero(where, "half-width", halfWidth);
  checkLevel(where, level);
  checkShare(where, "coverage", coverage);
  const z = normalUpperQuantile((1 - coverage) / 2);
  const achieved = (n: number): number => sd * marginOfLimit(n, 1 - level, z);
  const precision = (n: number): number => -achieved(n);
  const near = rawSize(where, precision, -halfWidth, { floor: 1, start: 2 });
  const n = smallestSize(where, precision, -halfWidth, { least: 2, near });
  return { n, halfWidth: achieved(n) };
}

/** Half-width of the interval of a limit in units of the sample's SD. */
function marginOfLimit(n: number, alpha: number, z: number): number {
  return tUpperQuantile(alpha / 2, n - 1) * Math.sqrt(1 / n + z ** 2 / (2 * (n - 1)));
}

/** All in units of the true SD. */
interface Scaled {
  readonly mean: number;
  readonly delta: number;
  readonly alpha: number;
  readonly z: number;
}

/** P(−δ ≤ d̄ − ks and d̄ + ks ≤ δ), k the reach of an interval's outer end in SDs of the sample. */
function chanceWithin(n: number, { mean, delta, alpha, z }: Scaled): number {
  const k = z + marginOfLimit(n, alpha, z);
  const root = Math.sqrt(n);
  const df = n - 1;
  const half = df / 2;
  const logScale = Math.log(2) + 0.5 * Math.log(half / (2 * Math.PI)) - stirlingError(half);
  // The density of √(χ²/df), from its deviance so that nothing is lost to cancellation.
  const density = (s: number): number =>
    Math.exp(logScale - Math.log(s) - half * ((s - 1) * (s + 1) - 2 * Math.log(s)));
  const chance = (s: number): number => {
    const room = delta - k * s; // of the mean on either side of 0
    return normalCdf((room - mean) * root) - normalCdf((-room - mean) * root);
  };
  const spread = 1 / Math.sqrt(2 * df);
  const breaks = [1 - 8 * spread, 1 - 3 * spread, 1, 1 + 3 * spread, 1 + 8 * spread];
  const edge = (delta - mean) / k; // from which SD on the far end passes delta half of the time
  const { value } = integrate((s) => chance(s) * density(s), 0, delta / k, {
    breaks: [...breaks, edge],
    absolute: 1e-15,
  });
  return Math.min(1, value);
}
