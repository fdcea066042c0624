import { checkArm, checkLevel } from "../arm.js";
import type { Interval } from "../estimate.js";
import { blakerInterval } from "./blaker.js";
import {
  agrestiCoullClippedInterval,
  agrestiCoullInterval,
  arcsineInterval,
  exactInterval,
  jeffreysInterval,
  jeffreysModifiedInterval,
  likelihoodRatioInterval,
  logitInterval,
  midPInterval,
  waldInterval,
  wilsonContinuityInterval,
  wilsonInterval,
} from "./intervals.js";

/** Confidence intervals of one proportion, by method. */
export interface ProportionIntervals {
  readonly exact: Interval; // Clopper–Pearson
  readonly blaker: Interval; // exact too, within Clopper–Pearson's
  readonly wilson: Interval; // score
  readonly wilsonContinuity: Interval;
  readonly midP: Interval;
  readonly jeffreys: Interval;
  readonly jeffreysModified: Interval;
  readonly agrestiCoull: Interval; // may leave [0, 1]
  readonly agrestiCoullClipped: Interval;
  readonly likelihoodRatio: Interval;
  readonly arcsine: Interval; // Anscombe
  readonly logit: Interval; // NaN for no success or no failure
  readonly wald: Interval; // for comparison; may leave [0, 1]
}

/** An interval of a count of n. */
export type IntervalOfCount = (count: number, n: number, level: number) => Interval;

/** What computes each interval. */
export const INTERVALS_BY_METHOD: Readonly<Record<keyof ProportionIntervals, IntervalOfCount>> = {
  exact: exactInterval,
  blaker: blakerInterval,
  wilson: wilsonInterval,
  wilsonContinuity: wilsonContinuityInterval,
  midP: midPInterval,
  jeffreys: jeffreysInterval,
  jeffreysModified: jeffreysModifiedInterval,
  agrestiCoull: agrestiCoullInterval,
  agrestiCoullClipped: agrestiCoullClippedInterval,
  likelihoodRatio: likelihoodRatioInterval,
  arcsine: arcsineInterval,
  logit: logitInterval,
  wald: waldInterval,
};

/** A proportion with its intervals; all are fractions. */
export interface Proportion {
  readonly method: "proportion";
  readonly count: number;
  readonly n: number;
  readonly value: number;
  readonly intervals: ProportionIntervals;
  /** "no-trials": a margin of a table was 0, so value and limits are not defined and read NaN. */
  readonly note?: "no-trials";
}

/**
 * A binomial proportion with its confidence intervals by every usual method.
 *
 * @param count - successes
 * @param n - trials
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput unless n is a positive integer, count an integer from 0 to n and 0 < level < 1
 * @source [@newcombe1998single], [@brown2001], [@blaker2000]
 */
export function proportion(
  count: number,
  n: number,
  { level = 0.95 }: { level?: number } = {},
): Proportion {
  checkArm("proportion", { count, n });
  checkLevel("proportion", level);
  return {
    method: "proportion",
    count,
    n,
    value: count / n,
    intervals: intervalsBy((interval) => interval(count, n, level)),
  };
}

/** A share of a table's margin, which may be empty: then every number is NaN and a note says so. */
export function shareOfMargin(count: number, n: number, level: number): Proportion {
  if (n > 0) return proportion(count, n, { level });
  const none: Interval = { lower: Number.NaN, upper: Number.NaN, level };
  return {
    method: "proportion",
    count,
    n,
    value: Number.NaN,
    intervals: intervalsBy(() => none),
    note: "no-trials",
  };
}

/** One interval a method, in the order of the methods. */
function intervalsBy(act: (interval: IntervalOfCount) => Interval): ProportionIntervals {
  const intervals = Object.entries(INTERVALS_BY_METHOD).map(([method, of]) => [method, act(of)]);
  return Object.fromEntries(intervals) as unknown as ProportionIntervals;
}
