import type { Interval } from "../estimate.js";
import { waldInterval } from "../proportion/intervals.js";
import {
  INTERVALS_BY_METHOD,
  type IntervalOfCount,
  type ProportionIntervals,
} from "../proportion/proportion.js";

/**
 * Intervals of one proportion: those of `proportion`, Wald's cut to [0, 1], and Wald's with the
 * continuity correction 1/(2n), cut or not.
 */
export type ProportionMethod =
  | keyof ProportionIntervals
  | "waldClipped"
  | "waldContinuity"
  | "waldContinuityClipped";

const OF: Readonly<Record<ProportionMethod, IntervalOfCount>> = {
  ...INTERVALS_BY_METHOD,
  waldClipped: (count, n, level) => clipped(waldInterval(count, n, level)),
  waldContinuity,
  waldContinuityClipped: (count, n, level) => clipped(waldContinuity(count, n, level)),
};

/** A method with its name. */
export type NamedMethod = readonly [ProportionMethod, IntervalOfCount];

/** Closed forms, which take a microsecond, the commonest first. */
export const QUICK_METHODS: readonly NamedMethod[] = named(
  ...(["wilson", "wald", "waldClipped", "agrestiCoull", "agrestiCoullClipped"] as const),
  ...(["wilsonContinuity", "waldContinuity", "waldContinuityClipped", "arcsine", "logit"] as const),
);

/** Those that are searched. Their limits rise with the count, as those of Wald's do not. */
export const SEARCHED_METHODS: readonly NamedMethod[] = named(
  ...(["exact", "jeffreys", "jeffreysModified", "midP", "likelihoodRatio", "blaker"] as const),
);

function named(...methods: readonly ProportionMethod[]): NamedMethod[] {
  return methods.map((method) => [method, OF[method]]);
}

/** Wald's interval with a continuity correction. @source [@newcombe1998single] method 2 */
function waldContinuity(count: number, n: number, level: number): Interval {
  const { lower, upper } = waldInterval(count, n, level);
  return { lower: lower - 1 / (2 * n), upper: upper + 1 / (2 * n), level };
}

function clipped({ lower, upper, level }: Interval): Interval {
  return { lower: Math.max(0, lower), upper: Math.min(1, upper), level };
}
