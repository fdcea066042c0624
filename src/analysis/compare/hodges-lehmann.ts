import { checkLevel } from "../arm.js";
import { checkColumn } from "../columns.js";
import type { Estimate } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";
import { rankSumNull } from "./rank-sum-null.js";
import { type IntervalRank, intervalRank } from "./rank-tests.js";

/** The shift between two groups by Hodges and Lehmann, in the unit of the values. */
export interface HodgesLehmann {
  readonly method: "hodges-lehmann";
  readonly shift: Estimate; // median of all differences first − second
  readonly k: number; // the limits are the k-th differences from either end
  readonly achieved: number; // coverage for continuous data; NaN where k is approximate
  /**
   * "level-not-reached": even the outermost differences cover less than the level;
   * "approximate-rank": the groups are so large that k comes from the normal approximation.
   */
  readonly note?: "level-not-reached" | "approximate-rank";
}

/**
 * The median of all differences between the values of two groups, with the interval that inverts
 * the test of Mann and Whitney.
 *
 * With ties the interval is conservative. R's `wilcox.test` solves a smoothed equation there.
 *
 * @param first - (n1) values of the first group
 * @param second - (n2) values of the second group, same unit
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput when a group is empty or a value is not finite
 * @source [@hodges1963]; [@hollander2013] the interval
 */
export function hodgesLehmann(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): HodgesLehmann {
  checkColumn("hodgesLehmann", "values of the first group", first);
  checkColumn("hodgesLehmann", "values of the second group", second);
  checkLevel("hodgesLehmann", level);
  const [n1, n2] = [first.length, second.length];
  const differences = new Float64Array(n1 * n2);
  for (let i = 0; i < n1; i++) {
    for (let j = 0; j < n2; j++) differences[i * n2 + j] = first[i]! - second[j]!;
  }
  differences.sort();
  const { k, achieved } = rankWithoutTies(n1, n2, level);
  const note = Number.isNaN(achieved)
    ? "approximate-rank"
    : achieved < level - 1e-12
      ? "level-not-reached"
      : undefined;
  return {
    method: "hodges-lehmann",
    shift: {
      value: middle(differences),
      ci: { lower: differences[k - 1]!, upper: differences[differences.length - k]!, level },
    },
    k,
    achieved,
    ...(note === undefined ? {} : { note }),
  };
}

/** The middle of sorted values, or the mean of the two in the middle. */
export function middle(sorted: ArrayLike<number>): number {
  const n = sorted.length;
  return (sorted[(n - 1) >> 1]! + sorted[n >> 1]!) / 2;
}

function rankWithoutTies(n1: number, n2: number, level: number): IntervalRank {
  const n = n1 + n2;
  const tails = rankSumNull(
    Float64Array.from({ length: n }, (_, i) => i + 1),
    n1,
  );
  if (tails === undefined) {
    const reach = criticalZ(level) * Math.sqrt((n1 * n2 * (n + 1)) / 12);
    return { k: Math.max(1, Math.floor((n1 * n2) / 2 - reach)), achieved: Number.NaN };
  }
  const leastSum = (n1 * (n1 + 1)) / 2;
  const ofU = {
    atMost: (u: number): number => tails.atMost(u + leastSum),
    atLeast: (u: number): number => tails.atLeast(u + leastSum),
  };
  return intervalRank(ofU, n1 * n2, level);
}
