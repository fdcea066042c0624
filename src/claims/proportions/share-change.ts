import { type PercentCounts, parsePrinted, percentCounts } from "../../analysis/index.js";
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

interface Candidate extends Change {
  readonly size: number; // of the change, relative to the figure
}

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
  const candidate = (field: string, printed: string, instead: string): Candidate => {
    const size = Math.abs(Number(instead) - Number(printed));
    const unit = field === "percent" ? 10 ** -decimals : 1;
    const label = `${field}${suffix}`;
    return { label, printed, instead, size: size / Math.max(unit, Number(printed)) };
  };
  const percents =
    count === undefined
      ? found.nearest.map((one) => one.printed)
      : [((100 * Number(count)) / Number(n)).toFixed(decimals)];
  const counts = count === undefined ? [] : found.counts.map((one) => String(one.count));
  const candidates = [
    ...percents.map((one) => candidate("percent", percent, one)),
    ...counts.map((one) => candidate("count", count!, one)),
  ];
  const nearest = nearestSize(share, Math.min(...candidates.map(({ size }) => size)));
  if (nearest !== undefined) candidates.push(candidate("n", n, String(nearest)));
  const [least] = candidates.sort((a, b) => a.size - b.size);
  if (least === undefined) return undefined;
  const { size: _, ...change } = least;
  return change;
}

/** The n nearest to the printed one that allows the percentage, nearer than a relative change. */
function nearestSize({ percent, n, count }: PrintedShare, within: number): number | undefined {
  const size = Number(n);
  const allows = (other: number): boolean =>
    other >= Math.max(1, Number(count ?? 0)) &&
    percentCounts(percent, other).counts.some(
      (one) => count === undefined || one.count === Number(count),
    );
  for (let by = 1; by < within * size; by++) {
    const found = [size - by, size + by].find(allows);
    if (found !== undefined) return found;
  }
  return undefined;
}
