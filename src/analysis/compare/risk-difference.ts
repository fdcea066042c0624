import { type Arm, checkArm, checkLevel } from "../arm.js";
import type { Interval } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";
import { newcombeContinuityDifference, newcombeDifference } from "./newcombe.js";
import { differenceIntervals } from "./score-intervals.js";

/** Difference of two chances, first − second, with its intervals. */
export interface RiskDifference {
  readonly value: number;
  readonly standardError: number; // Wald's
  readonly newcombe: Interval; // method 10
  readonly newcombeContinuity: Interval; // method 11
  readonly mee: Interval;
  readonly miettinenNurminen: Interval;
  readonly agrestiCaffo: Interval;
  readonly wald: Interval; // for comparison
}

/**
 * The difference of two independent proportions with every usual interval.
 *
 * @param first - first arm
 * @param second - second arm
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput when an arm is empty, a count is outside it or the level outside (0, 1)
 * @source [@newcombe1998independent]; [@mee1984]; [@miettinen1985]; [@agresti2000]
 */
export function riskDifference(
  first: Arm,
  second: Arm,
  { level = 0.95 }: { level?: number } = {},
): RiskDifference {
  checkArm("riskDifference", first);
  checkArm("riskDifference", second);
  checkLevel("riskDifference", level);
  const newcombe = newcombeDifference(first, second, level);
  const score = differenceIntervals(first, second, level);
  const wald = waldDifference(first, second, level);
  const oneMore = (arm: Arm): Arm => ({ count: arm.count + 1, n: arm.n + 2 });
  return {
    value: newcombe.value,
    standardError: wald.standardError,
    newcombe: newcombe.ci,
    newcombeContinuity: newcombeContinuityDifference(first, second, level).ci,
    mee: score.plain,
    miettinenNurminen: score.corrected,
    agrestiCaffo: waldDifference(oneMore(first), oneMore(second), level).ci,
    wald: wald.ci,
  };
}

function waldDifference(
  first: Arm,
  second: Arm,
  level: number,
): { standardError: number; ci: Interval } {
  const part = ({ count, n }: Arm): number => (count * (n - count)) / n ** 3;
  const standardError = Math.sqrt(part(first) + part(second));
  const value = first.count / first.n - second.count / second.n;
  const reach = criticalZ(level) * standardError;
  return { standardError, ci: { lower: value - reach, upper: value + reach, level } };
}
