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
    const margin = marginOf(sum, n1, n2);
    const rejected = sides === 2 ? bothTails(margin, alpha) : oneTail(margin, alpha, p1 > p2);
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
function bothTails(margin: Margin, alpha: number): Rejected {
  const { from, chances } = margin;
  const past = chances.length;
  let [low, high, tail] = [0, past - 1, 0];
  while (low <= high) {
    const least = Math.min(chances[low]!, chances[high]!);
    let p = tail;
    // All that are as likely as the least of those left count into its p.
    let x = low;
    for (; x <= high && chances[x]! <= least * SAME; x++) p += chances[x]!;
    for (let y = high; y >= x && chances[y]! <= least * SAME; y--) p += chances[y]!;
    if (p > alpha) break;
    tail += least;
    if (chances[low]! <= chances[high]!) low++;
    else high--;
  }
  return { below: from + low - 1, above: from + high + 1 };
}

/** The tables of one margin from one end, while the sum of their chances is within alpha. */
function oneTail({ from, chances }: Margin, alpha: number, upper: boolean): Rejected {
  const last = chances.length - 1;
  let rejected = 0;
  let tail = 0;
  while (rejected <= last) {
    tail += chances[upper ? last - rejected : rejected]!;
    if (tail > alpha) break;
    rejected++;
  }
  return upper
    ? { below: from - 1, above: from + last + 1 - rejected }
    : { below: from + rejected - 1, above: from + last + 1 };
}

/** Counts of the first group with one total of events, whose chances are above rounding. */
interface Margin {
  readonly from: number;
  readonly chances: Float64Array;
}

/** Chances of a margin from the likeliest table outwards, each from its neighbour. */
function marginOf(sum: number, n1: number, n2: number): Margin {
  const mode = Math.floor(((sum + 1) * (n1 + 1)) / (n1 + n2 + 2));
  const spread = Math.sqrt((((sum * n1) / (n1 + n2)) * n2) / (n1 + n2));
  const reach = Math.ceil(40 + 10 * spread);
  const from = Math.max(0, sum - n2, mode - reach);
  const to = Math.min(n1, sum, mode + reach);
  const chances = new Float64Array(to - from + 1);
  chances[mode - from] = hypergeometricPmf(mode, n1, n2, sum);
  // P(x + 1)/P(x)
  const ratio = (x: number): number => ((n1 - x) * (sum - x)) / ((x + 1) * (n2 - sum + x + 1));
  for (let x = mode; x < to; x++) chances[x + 1 - from] = chances[x - from]! * ratio(x);
  for (let x = mode - 1; x >= from; x--) chances[x - from] = chances[x + 1 - from]! / ratio(x);
  return { from, chances };
}
