import { brent } from "../../numeric/index.js";
import type { Arm } from "../arm.js";
import type { Interval } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";

/**
 * Score intervals of two independent proportions: the differences or ratios that a score test
 * with the chances estimated under that very difference or ratio does not reject.
 */
interface ScoreIntervals {
  readonly plain: Interval;
  readonly corrected: Interval; // variance times N/(N − 1)
}

/**
 * Score intervals of the difference first − second.
 *
 * @source [@mee1984] plain; [@miettinen1985] corrected
 */
export function differenceIntervals(first: Arm, second: Arm, level: number): ScoreIntervals {
  const value = first.count / first.n - second.count / second.n;
  const z = (difference: number): number => {
    const p2 = chanceUnderDifference(first, second, difference);
    const p1 = p2 + difference;
    const variance = variancePart(p1, first.n) + variancePart(p2, second.n);
    return standardised(value - difference, variance);
  };
  return bothVersions(first, second, level, (critical) => ({
    lower: value === -1 ? -1 : brent((d) => critical - z(d), -1, value),
    upper: value === 1 ? 1 : brent((d) => -critical - z(d), value, 1),
    level,
  }));
}

/**
 * Score intervals of the ratio first/second; NaN when neither arm has a success.
 *
 * @source [@koopman1984] plain; [@miettinen1985] corrected
 */
export function ratioIntervals(first: Arm, second: Arm, level: number): ScoreIntervals {
  const { count: x1, n: n1 } = first;
  const { count: x2, n: n2 } = second;
  if (x1 + x2 === 0) {
    const none = { lower: Number.NaN, upper: Number.NaN, level };
    return { plain: none, corrected: none };
  }
  const z = (logRatio: number): number => {
    const ratio = Math.exp(logRatio);
    const p2 = chanceUnderRatio(first, second, ratio);
    const p1 = Math.min(1, ratio * p2);
    const variance = variancePart(p1, n1) + ratio ** 2 * variancePart(p2, n2);
    return standardised(x1 / n1 - (ratio * x2) / n2, variance);
  };
  const solve = (target: number): number => Math.exp(falling((r) => z(r) - target));
  return bothVersions(first, second, level, (critical) => ({
    lower: x1 === 0 ? 0 : solve(critical),
    upper: x2 === 0 ? Number.POSITIVE_INFINITY : solve(-critical),
    level,
  }));
}

function bothVersions(
  first: Arm,
  second: Arm,
  level: number,
  interval: (critical: number) => Interval,
): ScoreIntervals {
  const critical = criticalZ(level);
  const total = first.n + second.n;
  return {
    plain: interval(critical),
    corrected: interval(critical * Math.sqrt(total / (total - 1))),
  };
}

/** Maximum likelihood of the second chance when the first is larger by `difference`. */
function chanceUnderDifference(first: Arm, second: Arm, difference: number): number {
  const lowest = Math.max(0, -difference);
  const highest = Math.min(1, 1 - difference);
  const slope = (p: number): number =>
    slopeOfLikelihood(first, p + difference) + slopeOfLikelihood(second, p);
  // The log-likelihood is concave: its slope falls, and at an end it may not change sign at all.
  if (!(slope(lowest) > 0)) return lowest;
  return slope(highest) < 0 ? brent(slope, lowest, highest) : highest;
}

/** d/dp of count ln p + (n − count) ln(1 − p); infinite at an end that the data exclude. */
function slopeOfLikelihood({ count, n }: Arm, p: number): number {
  const successes = count === 0 ? 0 : count / Math.max(0, p);
  const failures = count === n ? 0 : (n - count) / Math.max(0, 1 - p);
  return successes - failures;
}

/** Maximum likelihood of the second chance when the first is `ratio` times it: a quadratic. */
function chanceUnderRatio(first: Arm, second: Arm, ratio: number): number {
  const a = (first.n + second.n) * ratio;
  const b = first.n * ratio + first.count + second.n + second.count * ratio;
  const c = first.count + second.count;
  // The smaller root, in the form that does not cancel.
  const root = (2 * c) / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c)));
  return Math.min(1, root);
}

function variancePart(p: number, n: number): number {
  return Math.max(0, p * (1 - p)) / n;
}

function standardised(difference: number, variance: number): number {
  return difference === 0 ? 0 : difference / Math.sqrt(variance);
}

/** Root of a function that falls over the whole line. */
function falling(f: (x: number) => number): number {
  let reach = 4;
  while (reach < 512 && (f(-reach) < 0 || f(reach) > 0)) reach *= 2;
  return brent(f, -reach, reach);
}
