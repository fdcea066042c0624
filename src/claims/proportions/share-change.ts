import { type PercentCounts, parsePrinted, percentCounts } from "../../analysis/index.js";
import { leastChange } from "../least-change.js";
import type { Change } from "../verdict.js";

/** A percentage with what is printed beside it, in one arm. */
export interface PrintedShare {
  readonly arm?: string | undefined;
  /** Ends the labels of the arm's figures. */
  readonly suffix: string;
  readonly percent: string;
  readonly n: string | undefined;
  readonly count: string | undefined;
}

/** How far from the printed n others are tried. */
const FARTHEST = 200;

/**
 * The least change that makes a percentage possible: another percentage, another count, or the
 * nearest n, whichever is the smallest relative to what is printed.
 *
 * @param found - the counts of n that print as the percentage, or the nearest
 */
export function shareChange(share: PrintedShare, found: PercentCounts): Change | undefined {
  const { percent, n, count, suffix } = share;
  if (n === undefined) return undefined;
  const { decimals } = parsePrinted(percent);
  const percents =
    count === undefined
      ? found.nearest.map((one) => one.printed)
      : [((100 * Number(count)) / Number(n)).toFixed(decimals)];
  const counts = count === undefined ? [] : found.counts.map((one) => String(one.count));
  const size = nearestSize(share);
  const change = (field: string, printed: string, instead: string): Change => {
    return { label: `${field}${suffix}`, printed, instead };
  };
  return leastChange([
    ...percents.map((one) => change("percent", percent, one)),
    ...counts.map((one) => change("count", count!, one)),
    size === undefined ? undefined : change("n", n, String(size)),
  ]);
}

/** The n nearest to the printed one that allows the percentage. */
function nearestSize({ percent, n, count }: PrintedShare): number | undefined {
  const size = Number(n);
  const counted = count === undefined ? undefined : Number(count);
  const allows = (other: number): boolean => {
    if (other < Math.max(1, counted ?? 0)) return false;
    const { counts } = percentCounts(percent, other);
    return counts.some((one) => counted === undefined || one.count === counted);
  };
  for (let by = 1; by <= FARTHEST; by++) {
    const found = [size - by, size + by].find(allows);
    if (found !== undefined) return found;
  }
  return undefined;
}
