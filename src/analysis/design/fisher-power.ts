import { binomialPmf, hypergeometricPmf } from "../../numeric/index.js";
import type { Plan } from "./plan.js";

const SAME = 1 + 1e-7; // chances of two tables within it are equal but for rounding, as in R

/** Two groups and the chances of the event in them. */
export interface TwoChances {
  readonly n1: number;
  readonly n2: number;
  readonly p1: number;
  readonly p2: number;
}

/**
 * Exact power of Fisher's test: the chance of every table that it rejects. Two-sided p values sum
 * the tables that are no more likely than the one seen; a one-sided test looks in the direction of
 * the effect.
 */
export function fisherPower(
  { n1, n2, p1, p2 }: TwoChances,
  { alpha, sides }: Omit<Plan, "power">,
): number {
  const first = likelyCounts(n1, p1);
  const second = likelyCounts(n2, p2);
  let total = 0;
  for (let sum = first.from + second.from; sum <= first.to + second.to; sum++) {
    const rejected =
      sides === 2 ? bothTails(sum, n1, n2, alpha) : oneTail(sum, n1, n2, alpha, p1 > p2);
    const least = Math.max(first.from, sum - second.to);
    const most = Math.min(first.to, sum - second.from);
    const tables = (from: number, to: number): void => {
      for (let x = from; x <= to; x++) {
        total += first.chances[x - first.from]! * second.chances[sum - x - second.from]!;
      }
    };
    tables(least, Math.min(most, rejected.below));
    tables(Math.max(least, rejected.above, rejected.below + 1), most);
  }
  return total;
}

/** Counts of the first group at most `below` or at least `above` are rejected. */
interface Rejected {
  readonly below: number;
  readonly above: number;
}

/** Counts whose chance is above rounding, with their chances. */
function likelyCounts(n: number, p: number): { from: number; to: number; chances: Float64Array } {
  const reach = 40 + 10 * Math.sqrt(n * p * (1 - p));
  const from = Math.max(0, Math.floor(n * p - reach));
  const to = Math.min(n, Math.ceil(n * p + reach));
  const chances = Float64Array.from({ length: to - from + 1 }, (_, i) =>
    binomialPmf(from + i, n, p),
  );
  return { from, to, chances };
}

/** The tables of one margin from the ends inwards, least likely first, while p is within alpha. */
function bothTails(sum: number, n1: number, n2: number, alpha: number): Rejected {
  const chance = (x: number): number => hypergeometricPmf(x, n1, n2, sum);
  let below = Math.max(0, sum - n2) - 1;
  let above = Math.min(n1, sum) + 1;
  let tail = 0;
  let [low, high] = [chance(below + 1), chance(above - 1)];
  while (below + 1 <= above - 1) {
    const least = Math.min(low, high);
    let p = tail;
    // All that are as likely as the least of those left count into its p.
    for (let x = below + 1; x < above && chance(x) <= least * SAME; x++) p += chance(x);
    for (let x = above - 1; x > below && chance(x) <= least * SAME; x--) p += chance(x);
    if (p > alpha) break;
    tail += least;
    if (low <= high) low = chance(++below + 1);
    else high = chance(--above - 1);
  }
  return { below, above };
}

/** The tables of one margin from one end, while the sum of their chances is within alpha. */
function oneTail(sum: number, n1: number, n2: number, alpha: number, upper: boolean): Rejected {
  let below = Math.max(0, sum - n2) - 1;
  let above = Math.min(n1, sum) + 1;
  let tail = 0;
  while (below + 1 <= above - 1) {
    tail += hypergeometricPmf(upper ? above - 1 : below + 1, n1, n2, sum);
    if (tail > alpha) break;
    if (upper) above--;
    else below++;
  }
  return { below, above };
}
