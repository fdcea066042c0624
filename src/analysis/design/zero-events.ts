import { checkLevel } from "../arm.js";
import { checkSize } from "./plan.js";

/** How frequent an event can be that none of n patients had. */
export interface ZeroEvents {
  /** Upper limit that holds with the confidence level, all of the error on one side. */
  readonly oneSided: number;
  /** Upper limit of the two-sided exact (Clopper–Pearson) interval. */
  readonly twoSided: number;
  /** The rule of three: 3/n at 95 %, −ln(1 − level)/n in general. */
  readonly ruleOfThree: number;
}

/**
 * Upper limits of the chance of an event that none of n patients had: how many patients without a
 * complication are needed to rule out how frequent a complication.
 *
 * @param n - patients without the event
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput when n is not a positive integer
 * @source [@hanley1983]
 */
export function zeroEvents(n: number, { level = 0.95 }: { level?: number } = {}): ZeroEvents {
  checkSize("zeroEvents", n, 1);
  checkLevel("zeroEvents", level);
  const error = 1 - level;
  return {
    oneSided: -Math.expm1(Math.log(error) / n),
    twoSided: -Math.expm1(Math.log(error / 2) / n),
    ruleOfThree: -Math.log(error) / n,
  };
}
