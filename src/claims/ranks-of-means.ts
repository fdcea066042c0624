import { printedBounds } from "../analysis/consistency/printed.js";
import { parsePrinted } from "../analysis/index.js";
import { normalSurvival } from "../numeric/index.js";

/** A group as printed, and what stands behind ±. */
export interface GroupOfMeans {
  readonly n: number;
  readonly mean: string;
  readonly spread: string;
  readonly reading: "sd" | "sem";
}

const FEWEST = 5; // values; below, exact p of ranks are coarse
const MOST_BEYOND = 0.3; // of a group on the other's side of the cut
const CUTS = 19;

/**
 * The largest two-sided p of ranks that two groups so far apart can have, by the normal
 * approximation; 1 where they may overlap.
 *
 * By Cantelli's inequality at most v/(v + d²) of a sample with variance v (divisor n) lies d beyond
 * its mean. So a cut between two means leaves few values of either group on the wrong side, and the
 * share of pairs in order is at least the product of what it leaves on the right ones.
 */
export function largestPOfRanks(first: GroupOfMeans, second: GroupOfMeans): number {
  if (first.n < FEWEST || second.n < FEWEST) return 1;
  const [a, b] = [boundsOf(first.mean), boundsOf(second.mean)];
  const gap = Math.max(a.lower - b.upper, b.lower - a.upper);
  if (gap <= 0) return 1;
  const shares = Array.from({ length: CUTS }, (_, i) => (i + 1) / (CUTS + 1)).map((part) => {
    const [q, r] = [beyond(first, part * gap), beyond(second, (1 - part) * gap)];
    return Math.max(q, r) > MOST_BEYOND ? 0 : (1 - q) * (1 - r);
  });
  const inOrder = Math.max(...shares);
  if (inOrder <= 0.5) return 1;
  const pairs = first.n * second.n;
  const error = Math.sqrt((first.n + second.n + 1) / (12 * pairs));
  return Math.min(1, 2 * normalSurvival(Math.max(0, inOrder - 0.5 - 0.5 / pairs) / error));
}

/** Most of a group that may lie so far beyond its mean. */
function beyond({ n, spread, reading }: GroupOfMeans, distance: number): number {
  const sd = boundsOf(spread).upper * (reading === "sem" ? Math.sqrt(n) : 1);
  const variance = (sd * sd * (n - 1)) / n;
  return variance / (variance + distance * distance);
}

function boundsOf(text: string): { readonly lower: number; readonly upper: number } {
  return printedBounds(parsePrinted(text));
}
