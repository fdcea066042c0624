import type { Arm } from "../arm.js";
import type { Estimate, Interval } from "../estimate.js";
import { wilsonContinuityInterval, wilsonInterval } from "../proportion/intervals.js";
import { moverDifference } from "./difference-of-estimates.js";

/**
 * The difference of two independent proportions with the interval made of two score intervals.
 *
 * @source [@newcombe1998independent] method 10
 */
export function newcombeDifference(first: Arm, second: Arm, level: number): Estimate {
  return combined(first, second, wilsonInterval, level);
}

/**
 * The same from score intervals with continuity correction.
 *
 * @source [@newcombe1998independent] method 11
 */
export function newcombeContinuityDifference(first: Arm, second: Arm, level: number): Estimate {
  return combined(first, second, wilsonContinuityInterval, level);
}

function combined(
  first: Arm,
  second: Arm,
  interval: (count: number, n: number, level: number) => Interval,
  level: number,
): Estimate {
  const share = ({ count, n }: Arm): Estimate => ({
    value: count / n,
    ci: interval(count, n, level),
  });
  return moverDifference(share(first), share(second));
}
