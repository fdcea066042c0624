import { normalUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkShare } from "./plan.js";

/** A size by a formula, and before rounding. */
export interface RoundedSize {
  readonly n: number;
  readonly raw: number;
}

/** Sizes that bound the interval of a proportion. */
export interface ProportionPrecision {
  /** By Wald's interval, z²p(1 − p)/h². */
  readonly wald: RoundedSize;
  /** By Wilson's interval, whose width stays honest near 0 and 1. */
  readonly wilson: RoundedSize;
}

/** Sizes that bound the intervals of a sensitivity and a specificity. */
export interface AccuracyPrecision {
  readonly diseased: RoundedSize;
  readonly healthy: RoundedSize;
  /** Patients, with and without the disease, that hold enough diseased ones. */
  readonly totalForSensitivity: number;
  readonly totalForSpecificity: number;
  readonly total: number;
}

/**
 * Number of patients for an interval of a proportion of given half-width.
 *
 * @param p - expected proportion
 * @param halfWidth - of the interval, a fraction below 0.5
 * @param options.level - confidence level of the interval; 0.95
 * @throws InvalidInput when a number is outside its range
 * @source [@wilson1927]
 */
export function proportionPrecision(
  p: number,
  halfWidth: number,
  { level = 0.95 }: { level?: number } = {},
): ProportionPrecision {
  const where = "proportionPrecision";
  checkShare(where, "proportion", p);
  checkShare(where, "half-width", 2 * halfWidth);
  checkLevel(where, level);
  const z2 = normalUpperQuantile((1 - level) / 2) ** 2;
  const variance = p * (1 - p);
  const h2 = halfWidth ** 2;
  const root = Math.sqrt(variance ** 2 - 4 * variance * h2 + h2);
  const wilson = (z2 * (variance - 2 * h2 + root)) / (2 * h2);
  return { wald: rounded(waldSize(p, halfWidth, level)), wilson: rounded(wilson) };
}

/**
 * Number of patients for intervals of a sensitivity and a specificity of given half-width, when
 * the disease is only known after inclusion.
 *
 * @param sensitivity - expected
 * @param specificity - expected
 * @param prevalence - share of the diseased among those included
 * @param halfWidth - of Wald's interval of either, a fraction
 * @param options.level - confidence level of the intervals; 0.95
 * @throws InvalidInput when a share is not strictly between 0 and 1
 * @source [@buderer1996]
 */
export function accuracyPrecision(
  sensitivity: number,
  specificity: number,
  prevalence: number,
  halfWidth: number,
  { level = 0.95 }: { level?: number } = {},
): AccuracyPrecision {
  const where = "accuracyPrecision";
  checkShare(where, "sensitivity", sensitivity);
  checkShare(where, "specificity", specificity);
  checkShare(where, "prevalence", prevalence);
  checkShare(where, "half-width", halfWidth);
  checkLevel(where, level);
  const diseased = rounded(waldSize(sensitivity, halfWidth, level));
  const healthy = rounded(waldSize(specificity, halfWidth, level));
  const totalForSensitivity = Math.ceil(diseased.raw / prevalence);
  const totalForSpecificity = Math.ceil(healthy.raw / (1 - prevalence));
  return {
    diseased,
    healthy,
    totalForSensitivity,
    totalForSpecificity,
    total: Math.max(totalForSensitivity, totalForSpecificity),
  };
}

function waldSize(p: number, halfWidth: number, level: number): number {
  return (normalUpperQuantile((1 - level) / 2) / halfWidth) ** 2 * p * (1 - p);
}

function rounded(raw: number): RoundedSize {
  return { n: Math.max(1, Math.ceil(raw)), raw };
}
