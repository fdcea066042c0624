import type { Alternative, Arm } from "../arm.js";
import { fisherChances, fisherDistribution } from "./fisher-distribution.js";
import {
  largestChance,
  type PlaceAgainst,
  placeOfLargestChance,
  tableRegion,
} from "./table-region.js";

const SAME = 1e-12; // relative; computed statistics of equal tables differ by less
const SAME_P = 1e-7; // R's allowance between Fisher p-values

/**
 * An unconditional exact test of two arms: the tables in an order, and the largest chance, over
 * every common chance, of those at least as extreme as the one observed.
 */
export interface UnconditionalTest {
  /** The p of a table. */
  p(x1: number, x2: number): number;
  /** Where the p of a table lies against bounds, in a fraction of the time. */
  placeOf(
    x1: number,
    x2: number,
    bounds: { readonly lower: number; readonly upper: number },
  ): PlaceAgainst;
  /** How extreme a table is: the p never rises with it. */
  extremity(x1: number, x2: number): number;
}

/**
 * Barnard's unconditional exact p: tables ordered by the pooled z, maximised over the common chance.
 *
 * @param mostTables - beyond so many possible tables, (n₁ + 1)(n₂ + 1), the p is not computed: NaN
 * @source [@barnard1947], [@suissa1985] the pooled z statistic
 */
export function barnardP(
  first: Arm,
  second: Arm,
  alternative: Alternative,
  mostTables: number,
): number {
  return tables(first, second) > mostTables
    ? Number.NaN
    : barnardTest(first.n, second.n, alternative).p(first.count, second.count);
}

/**
 * Boschloo's unconditional exact p: tables ordered by Fisher's p, maximised over the common chance.
 *
 * @param mostTables - beyond so many possible tables, (n₁ + 1)(n₂ + 1), the p is not computed: NaN
 * @source [@boschloo1970] two-sided with the tables ordered by Fisher's two-sided p
 */
export function boschlooP(
  first: Arm,
  second: Arm,
  alternative: Alternative,
  mostTables: number,
): number {
  return tables(first, second) > mostTables
    ? Number.NaN
    : boschlooTest(first.n, second.n, alternative).p(first.count, second.count);
}

/** Barnard's test of arms of these sizes. */
export function barnardTest(n1: number, n2: number, alternative: Alternative): UnconditionalTest {
  const extremity = (x1: number, x2: number): number => {
    const total = x1 + x2;
    const difference = x1 * n2 - x2 * n1;
    const variance = total * (n1 + n2 - total);
    // Signed square of z without its constant; no variance means no difference.
    const z = difference === 0 ? 0 : (difference * Math.abs(difference)) / variance;
    return alternative === "two-sided" ? Math.abs(z) : alternative === "greater" ? z : -z;
  };
  return testOf(n1, n2, extremity, (observed) => observed - SAME * Math.abs(observed));
}

/** Boschloo's test of arms of these sizes. */
export function boschlooTest(n1: number, n2: number, alternative: Alternative): UnconditionalTest {
  const fisher = new Float64Array((n1 + 1) * (n2 + 1));
  for (let total = 0; total <= n1 + n2; total++) {
    const x1 = Math.max(0, total - n2);
    const distribution = fisherDistribution([
      [x1, n1 - x1],
      [total - x1, n2 - total + x1],
    ]);
    fisherPs(fisherChances(distribution, 0), alternative).forEach((p, i) => {
      fisher[(x1 + i) * (n2 + 1) + total - x1 - i] = p;
    });
  }
  const extremity = (x1: number, x2: number): number => -fisher[x1 * (n2 + 1) + x2]!;
  return testOf(n1, n2, extremity, (observed) => observed * (1 + SAME_P));
}

/** The test that orders tables by `extremity`; those from `allow` of the observed one on count as extreme. */
function testOf(
  n1: number,
  n2: number,
  extremity: UnconditionalTest["extremity"],
  allow: (observed: number) => number,
): UnconditionalTest {
  const regionOf = (x1: number, x2: number) => {
    const least = allow(extremity(x1, x2));
    return tableRegion(n1, n2, (y1, y2) => extremity(y1, y2) >= least);
  };
  return {
    p: (x1, x2) => largestChance(regionOf(x1, x2)),
    placeOf: (x1, x2, bounds) => placeOfLargestChance(regionOf(x1, x2), bounds),
    extremity,
  };
}

function tables(first: Arm, second: Arm): number {
  return (first.n + 1) * (second.n + 1);
}

/** Fisher p of every table with the same margins, from the chances of those tables. */
function fisherPs(chances: Float64Array, alternative: Alternative): Float64Array {
  const ps = new Float64Array(chances.length);
  if (alternative === "two-sided") return twoSidedPs(chances, ps);
  let sum = 0;
  for (let k = 0; k < chances.length; k++) {
    const i = alternative === "less" ? k : chances.length - 1 - k;
    sum += chances[i]!;
    ps[i] = sum;
  }
  return ps;
}

/** The chances rise to a peak and fall after it, so the rarest that is left stands at one of the ends. */
function twoSidedPs(chances: Float64Array, ps: Float64Array): Float64Array {
  const order = new Uint32Array(chances.length);
  let [low, high] = [0, chances.length - 1];
  for (let k = 0; k < order.length; k++) {
    order[k] = chances[low]! <= chances[high]! ? low++ : high--;
  }
  let sum = 0;
  let end = 0;
  for (const i of order) {
    for (; end < order.length && chances[order[end]!]! <= chances[i]! * (1 + SAME_P); end++) {
      sum += chances[order[end]!]!;
    }
    ps[i] = sum;
  }
  return ps;
}
