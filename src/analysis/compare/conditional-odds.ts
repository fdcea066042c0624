import { brent } from "../../numeric/index.js";
import type { Estimate, Interval } from "../estimate.js";
import { type FisherDistribution, fisherChances } from "./fisher-distribution.js";

/** The odds ratio given all margins, and its exact intervals. */
export interface ConditionalOddsRatio {
  readonly oddsRatio: Estimate; // maximum likelihood, with the interval that doubles the smaller tail
  readonly midPInterval: Interval; // observed count at half weight
}

/** Conditional maximum likelihood of the odds ratio, with its exact and mid-p intervals. */
export function conditionalOddsRatio(
  distribution: FisherDistribution,
  level: number,
): ConditionalOddsRatio {
  return {
    oddsRatio: { value: conditionalOdds(distribution), ci: limits(distribution, level, 1) },
    midPInterval: limits(distribution, level, 0.5),
  };
}

/** The odds ratio at which the expected count is the observed one. */
function conditionalOdds(distribution: FisherDistribution): number {
  const { first, observed, logWeights } = distribution;
  if (logWeights.length === 1) return Number.NaN;
  if (observed === first) return 0;
  if (observed === first + logWeights.length - 1) return Number.POSITIVE_INFINITY;
  return solveOdds((logOdds) => {
    let mean = 0;
    fisherChances(distribution, logOdds).forEach((p, i) => {
      mean += i * p;
    });
    return mean - (observed - first);
  });
}

/** Odds ratios at which one tail, the observed table at the given weight, has half the error. */
function limits(distribution: FisherDistribution, level: number, weight: number): Interval {
  const { first, observed, logWeights } = distribution;
  const at = observed - first;
  const error = (1 - level) / 2;
  const tail = (logOdds: number, side: 1 | -1): number => {
    let sum = 0;
    fisherChances(distribution, logOdds).forEach((p, i) => {
      if ((i - at) * side > 0) sum += p;
      if (i === at) sum += weight * p;
    });
    return sum;
  };
  const isLast = at === logWeights.length - 1;
  // ln P − ln error is nearly straight in the log odds, which Brent's method likes.
  const excess = (p: number): number => Math.log(p) - Math.log(error);
  return {
    lower: at === 0 ? 0 : solveOdds((logOdds) => excess(tail(logOdds, 1))),
    upper: isLast ? Number.POSITIVE_INFINITY : solveOdds((logOdds) => -excess(tail(logOdds, -1))),
    level,
  };
}

/** exp of the root of a rising function of the log odds ratio. */
function solveOdds(rising: (logOdds: number) => number): number {
  let reach = 4;
  while (rising(-reach) > 0 || rising(reach) < 0) reach *= 2;
  return Math.exp(brent(rising, -reach, reach));
}
