import type { Interval } from "../estimate.js";
import { blakerInterval } from "../proportion/blaker.js";
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
} from "../proportion/intervals.js";
import type { ProportionIntervals } from "../proportion/proportion.js";

/**
 * Intervals of one proportion: those of `proportion`, Wald's cut to [0, 1], and Wald's with the
 * continuity correction 1/(2n), cut or not.
 */
export type ProportionMethod =
  | keyof ProportionIntervals
  | "waldClipped"
  | "waldContinuity"
  | "waldContinuityClipped";

type IntervalOfCount = (count: number, n: number, level: number) => Interval;

/** Closed forms, which take a microsecond, the commonest first; then those that are searched. */
const QUICK: Readonly<Partial<Record<ProportionMethod, IntervalOfCount>>> = {
  wilson: wilsonInterval,
  wald: waldInterval,
  waldClipped: (count, n, level) => clipped(waldInterval(count, n, level)),
  agrestiCoull: agrestiCoullInterval,
  agrestiCoullClipped: agrestiCoullClippedInterval,
  wilsonContinuity: wilsonContinuityInterval,
  waldContinuity,
  waldContinuityClipped: (count, n, level) => clipped(waldContinuity(count, n, level)),
  arcsine: arcsineInterval,
  logit: logitInterval,
};
const SEARCHED: Readonly<Partial<Record<ProportionMethod, IntervalOfCount>>> = {
  exact: exactInterval,
  jeffreys: jeffreysInterval,
  jeffreysModified: jeffreysModifiedInterval,
  midP: midPInterval,
  likelihoodRatio: likelihoodRatioInterval,
  blaker: blakerInterval,
};

/** A method with its name. */
export type NamedMethod = readonly [ProportionMethod, IntervalOfCount];

/** The methods that cost next to nothing, and those that are searched. */
export const QUICK_METHODS: readonly NamedMethod[] = named(QUICK);

/** Their limits rise with the count, as those of Wald's do not. */
export const SEARCHED_METHODS: readonly NamedMethod[] = named(SEARCHED);

function named(
  methods: Readonly<Partial<Record<ProportionMethod, IntervalOfCount>>>,
): NamedMethod[] {
  return Object.entries(methods) as unknown as NamedMethod[];
}

/** Wald's interval with a continuity correction. @source [@newcombe1998single] method 2 */
function waldContinuity(count: number, n: number, level: number): Interval {
  const { lower, upper } = waldInterval(count, n, level);
  return { lower: lower - 1 / (2 * n), upper: upper + 1 / (2 * n), level };
}

function clipped({ lower, upper, level }: Interval): Interval {
  return { lower: Math.max(0, lower), upper: Math.min(1, upper), level };
}
