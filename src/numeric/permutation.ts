import { checkCount, checkNumbers } from "./checks.js";
import { InvalidInput } from "./invalid-input.js";
import type { Random } from "./random.js";
import { logChoose } from "./special.js";

/** A comparison of two groups, such as the difference of their means; it may not keep the arrays. */
export type GroupStatistic = (first: Float64Array, second: Float64Array) => number;

/** A permutation test of two groups. */
export interface PermutationTest {
  readonly method: "exact" | "monte-carlo";
  readonly statistic: number;
  /** Share of allocations whose statistic is at least as far from 0. */
  readonly pTwoSided: number;
  /** Share of allocations whose statistic is at least as large. */
  readonly pGreater: number;
  /** Share of allocations whose statistic is at most as large. */
  readonly pLess: number;
  /** Allocations looked at; all of them when exact. */
  readonly allocations: number;
}

const SAME = 1e-9; // statistics closer than this share of the largest one count as equal

/**
 * Permutation test of two groups: how often a random allocation of the same values to groups of the
 * same sizes gives a statistic as extreme.
 *
 * All allocations are looked at when there are at most `exactUpTo`. Otherwise `resamples` are drawn
 * and p is (b + 1)/(m + 1), which counts the observed allocation as one of them and so is valid.
 *
 * @param statistic - 0 when the groups do not differ
 * @param first - (n₁) finite values
 * @param second - (n₂) finite values
 * @param options.random - needed when there are too many allocations to look at all
 * @param options.resamples - 9,999
 * @param options.exactUpTo - 200,000
 * @throws InvalidInput when a group is empty or has a value that is not finite, or there are too
 *   many allocations and no source of chance
 * @source [@pitman1937], [@phipson2010] the p of drawn allocations
 */
export function permutationTest(
  statistic: GroupStatistic,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  {
    random,
    resamples = 9999,
    exactUpTo = 200_000,
  }: { random?: Random; resamples?: number; exactUpTo?: number } = {},
): PermutationTest {
  const where = "permutationTest";
  checkCount(where, "resamples", resamples);
  checkCount(where, "exactUpTo", exactUpTo);
  const a = checkedGroup(where, first);
  const b = checkedGroup(where, second);
  const pooled = Float64Array.of(...a, ...b);
  const observed = statistic(a, b);
  const isExact = logChoose(pooled.length, a.length) <= Math.log(exactUpTo + 0.5);
  if (isExact) {
    const all = everyAllocation(statistic, pooled, a.length);
    return counted("exact", observed, all, 0);
  }
  if (!random) {
    const rule = `needs a source of chance: there are more than ${exactUpTo} allocations`;
    throw new InvalidInput(where, rule, "too_many_permutations");
  }
  const drawn = Float64Array.from({ length: resamples }, (_, i) => {
    const shuffled = allocated(pooled, a.length, random.stream(i));
    return statistic(shuffled.subarray(0, a.length), shuffled.subarray(a.length));
  });
  return counted("monte-carlo", observed, drawn, 1);
}

function checkedGroup(where: string, values: ArrayLike<number>): Float64Array {
  checkNumbers(where, "values", values);
  if (values.length === 0) throw new InvalidInput(where, "needs values in both groups", "empty");
  return Float64Array.from(values);
}

/** The statistic of every allocation of `size` values to the first group. */
function everyAllocation(
  statistic: GroupStatistic,
  pooled: Float64Array,
  size: number,
): Float64Array {
  const n = pooled.length;
  const chosen = Array.from({ length: size }, (_, i) => i); // ascending
  const found: number[] = [];
  const [first, second] = [new Float64Array(size), new Float64Array(n - size)];
  for (;;) {
    let [inFirst, inSecond] = [0, 0];
    for (let i = 0; i < n; i++) {
      if (chosen[inFirst] === i) first[inFirst++] = pooled[i]!;
      else second[inSecond++] = pooled[i]!;
    }
    found.push(statistic(first, second));
    // The next combination in lexicographic order.
    let last = size - 1;
    while (last >= 0 && chosen[last] === n - size + last) last--;
    if (last < 0) return Float64Array.from(found);
    chosen[last]!++;
    for (let i = last + 1; i < size; i++) chosen[i] = chosen[i - 1]! + 1;
  }
}

/** The values with a random `size` of them in front. */
function allocated(pooled: Float64Array, size: number, random: Random): Float64Array {
  const values = pooled.slice();
  for (let i = 0; i < size; i++) {
    const j = i + random.integer(values.length - i);
    [values[i], values[j]] = [values[j]!, values[i]!];
  }
  return values;
}

/** @param added - 1 to count the observed allocation beside those drawn */
function counted(
  method: PermutationTest["method"],
  observed: number,
  statistics: Float64Array,
  added: 0 | 1,
): PermutationTest {
  const largest = statistics.reduce((most, s) => Math.max(most, Math.abs(s)), Math.abs(observed));
  const slack = SAME * largest;
  const share = (isAsExtreme: (s: number) => boolean): number =>
    (statistics.filter(isAsExtreme).length + added) / (statistics.length + added);
  return {
    method,
    statistic: observed,
    pTwoSided: share((s) => Math.abs(s) >= Math.abs(observed) - slack),
    pGreater: share((s) => s >= observed - slack),
    pLess: share((s) => s <= observed + slack),
    allocations: statistics.length + added,
  };
}
