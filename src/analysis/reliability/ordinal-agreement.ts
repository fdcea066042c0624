import { checkLevel } from "../arm.js";
import { checkPairs } from "../columns.js";
import { signTest } from "../compare/sign-test.js";
import type { Estimate } from "../estimate.js";
import { wilsonInterval } from "../proportion/intervals.js";

/** How far apart two ratings of the same subjects are, in steps of the scale. */
export interface OrdinalAgreement {
  readonly method: "ordinal-agreement";
  readonly n: number;
  readonly same: Estimate; // share of equal ratings, Wilson's interval
  readonly withinOne: Estimate; // share at most one step apart
  readonly over: number; // subjects whose second rating is higher
  readonly under: number; // lower
  readonly signTest: number; // two-sided exact p of over against under; 1 when there are neither
  readonly meanStep: number; // second − first
}

/**
 * Agreement of two ordinal ratings to the step: the same category, at most one apart, and whether
 * the second tends to be higher or lower.
 *
 * @param first - (n) positions on a scale whose steps are 1, such as device sizes; see
 *   `categoryPositions`
 * @param second - (n) the same subjects, same order
 * @param options.level - confidence level of both intervals; 0.95
 * @throws InvalidInput on unequal lengths, no pair or values that are not finite
 * @source [@wilson1927]; [@dixon1946] sign test
 */
export function ordinalAgreement(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): OrdinalAgreement {
  checkPairs("ordinalAgreement", first, second, 1);
  checkLevel("ordinalAgreement", level);
  const n = first.length;
  let [same, withinOne, over, under, steps] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const step = second[i]! - first[i]!;
    if (step === 0) same++;
    if (Math.abs(step) <= 1) withinOne++;
    if (step > 0) over++;
    if (step < 0) under++;
    steps += step;
  }
  const share = (count: number): Estimate => ({
    value: count / n,
    ci: wilsonInterval(count, n, level),
  });
  return {
    method: "ordinal-agreement",
    n,
    same: share(same),
    withinOne: share(withinOne),
    over,
    under,
    signTest: signTest(first, second).p,
    meanStep: steps / n,
  };
}
