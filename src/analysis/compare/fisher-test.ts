import { checkLevel, checkTwoByTwo, type TwoByTwo } from "../arm.js";
import type { Estimate, Interval } from "../estimate.js";
import { conditionalOddsRatio } from "./conditional-odds.js";
import { type FisherP, fisherDistribution, fisherP } from "./fisher-distribution.js";

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
  const { twoSided, ...others } = fisherP(distribution);
  return {
    method: "fisher-test",
    p: twoSided,
    ...others,
    ...conditionalOddsRatio(distribution, level),
    ...(distribution.logWeights.length === 1 ? { note: "one-table" as const } : {}),
  };
}
