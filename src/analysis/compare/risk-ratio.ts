import { type Arm, checkArm, checkLevel } from "../arm.js";
import type { Interval } from "../estimate.js";
import { onLogScale } from "./log-scale.js";
import { ratioIntervals } from "./score-intervals.js";

/** Ratio of two chances, first/second, with its intervals. */
export interface RiskRatio {
  readonly value: number; // NaN when neither arm has a success
  readonly seLog: number; // NaN, with `katz`, when one arm has no success
  readonly katz: Interval;
  readonly koopman: Interval;
  readonly miettinenNurminen: Interval;
}

/**
 * The ratio of two independent proportions with every usual interval.
 *
 * @param first - first arm
 * @param second - second arm
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput when an arm is empty, a count is outside it or the level outside (0, 1)
 * @source [@katz1978]; [@koopman1984]; [@miettinen1985]
 */
export function riskRatio(
  first: Arm,
  second: Arm,
  { level = 0.95 }: { level?: number } = {},
): RiskRatio {
  checkArm("riskRatio", first);
  checkArm("riskRatio", second);
  checkLevel("riskRatio", level);
  const score = ratioIntervals(first, second, level);
  const value = first.count / first.n / (second.count / second.n);
  const seLog = Math.sqrt(1 / first.count - 1 / first.n + (1 / second.count - 1 / second.n));
  return {
    value,
    ...onLogScale(value, seLog, level, "katz"),
    koopman: score.plain,
    miettinenNurminen: score.corrected,
  };
}
