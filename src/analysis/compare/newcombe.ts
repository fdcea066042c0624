import type { Arm } from "../arm.js";
import type { Estimate, Interval } from "../estimate.js";
import { wilsonContinuityInterval, wilsonInterval } from "../proportion/intervals.js";

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
  const p1 = first.count / first.n;
  const p2 = second.count / second.n;
  const one = interval(first.count, first.n, level);
  const two = interval(second.count, second.n, level);
  const value = p1 - p2;
  return {
    value,
    ci: {
      lower: value - Math.hypot(p1 - one.lower, two.upper - p2),
      upper: value + Math.hypot(one.upper - p1, p2 - two.lower),
      level,
    },
  };
}
