import { chiSquareSurvival, normalSurvival } from "../../numeric/index.js";
import type { Alternative, Arm } from "../arm.js";

/** Large-sample statistics of a fourfold table; NaN where a margin is empty. */
export interface ScoreStatistics {
  readonly chi2: number; // Pearson
  readonly chi2NMinus1: number; // Pearson times (N − 1)/N
  readonly yates: number; // Pearson with Yates's correction, never carried past zero
  readonly g: number; // likelihood ratio
  readonly phi: number; // with the sign of the difference of proportions
  readonly smallestExpected: number;
}

/** Pearson's chi-square of two arms and its variants, on one degree of freedom. */
export function scoreStatistics(first: Arm, second: Arm): ScoreStatistics {
  const { count: a, n: n1 } = first;
  const { count: c, n: n2 } = second;
  const total = n1 + n2;
  const successes = a + c;
  const failures = total - successes;
  const margins = n1 * n2 * successes * failures;
  const difference = a * (n2 - c) - c * (n1 - a);
  const corrected = Math.max(0, Math.abs(difference) - total / 2);
  const chi2 = (total * difference * difference) / margins;
  return {
    chi2,
    chi2NMinus1: (chi2 * (total - 1)) / total,
    yates: (total * corrected * corrected) / margins,
    g: margins === 0 ? Number.NaN : likelihoodRatio(a, n1, c, n2),
    phi: difference / Math.sqrt(margins),
    smallestExpected: (Math.min(n1, n2) * Math.min(successes, failures)) / total,
  };
}

/**
 * The p of a chi-square on one degree of freedom, whose root is taken as a normal z for the
 * one-sided alternatives.
 *
 * @param sign - sign of the difference of proportions, first minus second
 */
export function scoreP(chi2: number, sign: number, alternative: Alternative): number {
  if (alternative === "two-sided") return chiSquareSurvival(chi2, 1);
  const z = Math.sqrt(chi2) * Math.sign(sign);
  return normalSurvival(alternative === "greater" ? z : -z);
}

function likelihoodRatio(a: number, n1: number, c: number, n2: number): number {
  const share = (a + c) / (n1 + n2);
  const part = (observed: number, expected: number): number =>
    observed === 0 ? 0 : observed * Math.log(observed / expected);
  const sum =
    part(a, n1 * share) +
    part(n1 - a, n1 * (1 - share)) +
    part(c, n2 * share) +
    part(n2 - c, n2 * (1 - share));
  return Math.max(0, 2 * sum);
}
