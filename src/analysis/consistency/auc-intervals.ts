import { betaCdf, betaQuantile } from "../../numeric/index.js";
import { criticalZ } from "../proportion/intervals.js";
import { aroundOnLogit, hanleyMcNeilError, newcombeInterval } from "../roc/area-intervals.js";
import { aucVarianceRange } from "./auc-variance.js";
import type { PrintedEnds } from "./interval-ends.js";
import type { Bounds } from "./printed.js";

/**
 * Intervals of an area that follow from it and the sizes of the groups alone: Hanley and McNeil's
 * by the negative exponential model, cut to [0, 1] or not, or made on the logit; Newcombe's method
 * 5; and the exact binomial interval of an area taken as a share of all subjects, which some
 * programs print.
 */
export type AucIntervalMethod =
  | "hanley-mcneil"
  | "hanley-mcneil-uncut"
  | "hanley-mcneil-logit"
  | "newcombe"
  | "binomial";

type Ends = readonly [lower: number, upper: number];
/** The interval of an area, of so many cases and controls, at a level whose normal quantile is z. */
type IntervalOfArea = (
  area: number,
  cases: number,
  controls: number,
  level: number,
  z: number,
) => Ends;

/** The methods, the commonest first. */
export const AUC_INTERVALS: Readonly<Record<AucIntervalMethod, IntervalOfArea>> = {
  "hanley-mcneil": (area, cases, controls, _, z) => {
    const reach = z * hanleyMcNeilError(area, cases, controls);
    return [Math.max(0, area - reach), Math.min(1, area + reach)];
  },
  "hanley-mcneil-uncut": (area, cases, controls, _, z) => {
    const reach = z * hanleyMcNeilError(area, cases, controls);
    return [area - reach, area + reach];
  },
  "hanley-mcneil-logit": (area, cases, controls, level, z) =>
    onLogit(area, z * hanleyMcNeilError(area, cases, controls), level),
  newcombe: (area, cases, controls, level) => {
    const { lower, upper } = newcombeInterval(area * cases * controls, cases, controls, level);
    return [lower, upper];
  },
  binomial: (area, cases, controls, level) => binomialEnds(area, cases + controls, level),
};

/** An area of 0 or 1 has no logit, and could have any limits. */
function onLogit(area: number, reach: number, level: number): Ends {
  const { lower, upper } = aroundOnLogit(area, reach, level);
  return Number.isNaN(lower) ? [0, 1] : [lower, upper];
}

/** The exact interval of a share of n, whose count need not be whole. */
function binomialEnds(share: number, n: number, level: number): Ends {
  return [binomialLower(share, n, level), 1 - binomialLower(1 - share, n, level)];
}

/**
 * Whether the lower binomial limit of some share between two meets that of a printed interval: by
 * the chance at the printed limit, which is quicker than the limit itself.
 */
export function binomialLowerMeets(
  [low, high]: readonly [number, number],
  n: number,
  level: number,
  { lower }: PrintedEnds,
): boolean {
  const tail = (1 - level) / 2;
  const chance = (share: number, limit: number): number => {
    const count = share * n;
    return count <= 0 || limit >= 1 ? 1 : limit <= 0 ? 0 : betaCdf(limit, count, n - count + 1);
  };
  return (
    chance(low, lower.upper) >= tail * (1 - SLACK) &&
    chance(high, lower.lower) <= tail * (1 + SLACK)
  );
}

const SLACK = 1e-6;

function binomialLower(share: number, n: number, level: number): number {
  const count = share * n;
  return count <= 0 ? 0 : betaQuantile((1 - level) / 2, count, n - count + 1);
}

/** How an interval lies to those that DeLong's variance, of whatever scores, would give. */
export type AucWidth = "possible" | "too-wide" | "too-narrow";

/** Given away for bootstraps and quantiles of t: an error may be a tenth more, or a fifth less. */
const MORE = 1.1;
const LESS = 0.8;

/**
 * Whether some scores of so many cases and controls could have an interval of an area, by any
 * standard error that they can have, on the natural or the logit scale, or by a binomial interval
 * of as few as the smaller group.
 */
export function aucWidth(
  area: Bounds,
  printed: PrintedEnds,
  cases: number,
  controls: number,
  level: number,
): AucWidth {
  if (Math.min(cases, controls) < 2) return "possible"; // the variance is not defined
  const z = criticalZ(level);
  const [low, high] = [Math.max(0, area.lower), Math.min(1, area.upper)];
  const inside = (x: number): number => Math.min(high, Math.max(low, x));
  const middle = inside(0.5); // where the variance is greatest, and may be least
  const most = Math.sqrt(
    Math.max(
      aucVarianceRange(middle, cases, controls).upper,
      hanleyMcNeilError(middle, cases, controls) ** 2,
    ),
  );
  const least = Math.sqrt(
    Math.min(...[low, middle, high].map((one) => aucVarianceRange(one, cases, controls).lower)),
  );
  const fewest = Math.min(cases, controls);
  const lowest = Math.min(low - MORE * z * most, onLogit(low, MORE * z * most, level)[0]);
  const highest = Math.max(high + MORE * z * most, onLogit(high, MORE * z * most, level)[1]);
  // The binomial interval takes long to compute, and is seldom the widest.
  const isTooWide =
    (printed.lower.upper < lowest && printed.lower.upper < binomialLower(low, fewest, level)) ||
    (printed.upper.lower > highest &&
      printed.upper.lower > 1 - binomialLower(1 - high, fewest, level));
  if (isTooWide) return "too-wide";
  // The side away from 1 and 0 is never cut.
  const isTooNarrow =
    high > 0.5
      ? printed.lower.lower >
        Math.max(high - LESS * z * least, onLogit(high, LESS * z * least, level)[0])
      : printed.upper.upper <
        Math.min(low + LESS * z * least, onLogit(low, LESS * z * least, level)[1]);
  return isTooNarrow ? "too-narrow" : "possible";
}
