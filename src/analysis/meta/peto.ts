import { checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import { type BinaryStudies, checkBinaryStudies } from "./binary-effects.js";
import { hypergeometricExcess } from "./mantel-haenszel.js";
import type { PooledStudies } from "./pool-effects.js";
import { type QTest, qTestOf } from "./q-test.js";
import { intervalOf, intervalsOf, quantileOf, twoSidedP } from "./reference-distribution.js";
import { sum } from "./weighted-fit.js";

/** Peto's pooled log odds ratio. */
export interface PetoOddsRatio {
  readonly method: "peto";
  readonly k: number;
  readonly estimate: Estimate; // log odds ratio
  readonly standardError: number;
  readonly statistic: number; // normal
  readonly p: number; // two-sided
  readonly q: QTest;
  readonly studies: PooledStudies; // effects NaN where a study has events in both arms all or none
  /** "no-events": no study tells of the odds ratio; all read NaN. */
  readonly note?: "no-events";
}

/**
 * Peto's one-step log odds ratio, Σ(O − E)/ΣV. Nothing is added to any cell.
 *
 * Good for rare events, arms of similar size and small effects; biased otherwise.
 *
 * @param studies - columns of counts, one row per study
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput as `binaryEffects`, or a level outside (0, 1)
 * @source [@yusuf1985]
 */
export function petoOddsRatio(
  studies: BinaryStudies,
  { level = 0.95 }: { level?: number } = {},
): PetoOddsRatio {
  checkBinaryStudies("petoOddsRatio", studies);
  checkLevel("petoOddsRatio", level);
  const each = hypergeometricExcess(studies);
  const informative = each.filter(({ variance }) => variance > 0);
  const excess = sum(each.map((one) => one.excess));
  const variance = sum(each.map((one) => one.variance));
  const value = excess / variance;
  const standardError = 1 / Math.sqrt(variance);
  const undefinedPool = informative.length === 0;
  const q = sum(informative.map((one) => one.excess ** 2 / one.variance)) - excess * value;
  const effects = Float64Array.from(each, (one) => one.excess / one.variance);
  const standardErrors = Float64Array.from(each, (one) =>
    one.variance > 0 ? 1 / Math.sqrt(one.variance) : Number.NaN,
  );
  const known = undefinedPool ? Number.NaN : standardError;
  const statistic = value / known;
  return {
    method: "peto",
    k: each.length,
    estimate: { value, ci: intervalOf(value, known, Number.POSITIVE_INFINITY, level) },
    standardError: known,
    statistic,
    p: twoSidedP(statistic, Number.POSITIVE_INFINITY),
    q: qTestOf(undefinedPool ? Number.NaN : Math.max(0, q), informative.length - 1),
    studies: {
      effects,
      standardErrors,
      ...intervalsOf(effects, standardErrors, quantileOf(Number.POSITIVE_INFINITY, level)),
      weightsPercent: Float64Array.from(each, (one) => (100 * one.variance) / variance),
    },
    ...(undefinedPool ? { note: "no-events" as const } : {}),
  };
}
