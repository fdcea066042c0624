import {
  binomialCdf,
  binomialPmf,
  binomialSurvival,
  checkProbability,
} from "../../numeric/index.js";
import { checkArm, checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import { exactInterval } from "./intervals.js";

/** R's allowance for rounding when it asks whether two counts are equally likely. */
const EQUALLY_LIKELY = 1 + 1e-7;

/** An exact test of one proportion against a chance stated beforehand. */
export interface BinomialTest {
  readonly method: "binomial-test";
  readonly proportion: Estimate; // with the exact (Clopper–Pearson) interval
  readonly chance: number; // of the null hypothesis
  readonly p: number; // two-sided: total chance of the counts no likelier than the one observed
  readonly less: number; // P(X ≤ count)
  readonly greater: number; // P(X ≥ count)
}

/**
 * The exact binomial test, two-sided as R's `binom.test` and one-sided.
 *
 * @param count - successes
 * @param n - trials
 * @param chance - of one success under the null hypothesis, ½ for a coin
 * @param options.level - confidence level of the exact interval; 0.95
 * @throws InvalidInput unless 0 ≤ count ≤ n are integers, n ≥ 1 and chance is a probability
 * @source [@clopper1934] the interval
 */
export function binomialTest(
  count: number,
  n: number,
  chance: number,
  { level = 0.95 }: { level?: number } = {},
): BinomialTest {
  checkArm("binomialTest", { count, n });
  checkProbability("binomialTest", chance);
  checkLevel("binomialTest", level);
  return {
    method: "binomial-test",
    proportion: { value: count / n, ci: exactInterval(count, n, level) },
    chance,
    p: twoSided(count, n, chance),
    less: binomialCdf(count, n, chance),
    greater: binomialSurvival(count - 1, n, chance),
  };
}

/** One tail holds the observed count; the other starts where counts become as unlikely. */
function twoSided(count: number, n: number, chance: number): number {
  if (chance === 0 || chance === 1) return count === n * chance ? 1 : 0;
  const limit = binomialPmf(count, n, chance) * EQUALLY_LIKELY;
  const isRare = (k: number): boolean => binomialPmf(k, n, chance) <= limit;
  const mean = n * chance;
  if (count === mean) return 1;
  if (count < mean) {
    const from = firstWhere(isRare, Math.ceil(mean), n);
    if (from === count + 1) return 1; // the tails meet: no rounding may keep their sum from 1
    return Math.min(1, binomialCdf(count, n, chance) + binomialSurvival(from - 1, n, chance));
  }
  const upTo = -firstWhere((k) => isRare(-k), -Math.floor(mean), 0);
  if (upTo === count - 1) return 1;
  return Math.min(1, binomialSurvival(count - 1, n, chance) + binomialCdf(upTo, n, chance));
}

/** First integer in [from, to] where a condition that stays true once true holds; to + 1 if none. */
function firstWhere(holds: (k: number) => boolean, from: number, to: number): number {
  let low = from;
  let high = to + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
