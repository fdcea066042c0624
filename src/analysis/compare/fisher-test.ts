import { brent } from "../../numeric/index.js";
import { checkLevel, checkTwoByTwo, type TwoByTwo } from "../arm.js";
import type { Estimate, Interval } from "../estimate.js";
import {
  type FisherDistribution,
  type FisherP,
  fisherChances,
  fisherDistribution,
  fisherP,
} from "./fisher-distribution.js";

/** Fisher's exact test of a fourfold table. */
export interface FisherTest extends Omit<FisherP, "twoSided"> {
  readonly method: "fisher-test";
  readonly p: number; // two-sided, as R: total chance of the tables no likelier than this one
  /** Conditional maximum likelihood, with the exact interval that doubles the smaller tail. */
  readonly oddsRatio: Estimate;
  readonly midPInterval: Interval; // of the odds ratio, observed table at half weight
  /** "one-table": the margins allow no other table, so nothing can be learned from this one. */
  readonly note?: "one-table";
}

/**
 * Fisher's exact test with every usual p, and the conditional odds ratio.
 *
 * The limits are solved to full precision; R's `fisher.test` gives them to three digits only.
 *
 * @param table - rows are groups, columns outcome present and absent; "less" means an odds ratio
 *   below 1
 * @param options.level - confidence level of the odds ratio; 0.95
 * @throws InvalidInput when a cell is not a count or the level is outside (0, 1)
 * @source [@fisher1935]; [@agresti2002] conditional odds ratio and its exact interval
 */
export function fisherTest(table: TwoByTwo, { level = 0.95 }: { level?: number } = {}): FisherTest {
  checkTwoByTwo("fisherTest", table);
  checkLevel("fisherTest", level);
  const distribution = fisherDistribution(table);
  const { twoSided, ...others } = fisherP(table);
  return {
    method: "fisher-test",
    p: twoSided,
    ...others,
    oddsRatio: {
      value: conditionalOdds(distribution),
      ci: limits(distribution, level, 1),
    },
    midPInterval: limits(distribution, level, 0.5),
    ...(distribution.logWeights.length === 1 ? { note: "one-table" as const } : {}),
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
