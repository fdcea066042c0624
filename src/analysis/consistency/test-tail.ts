/** Which tail a p is of: both, that of the statistic, or the other one. */
export type TestTail = "both" | "own" | "other";

/** All three, two-sided first. */
export const TAILS: readonly TestTail[] = ["both", "own", "other"];

/** The p of one tail of a symmetric statistic, from its two-sided p. */
export function inTail<P extends { lower: number; upper: number; asPrinted: number }>(
  { lower, upper, asPrinted }: P,
  tail: TestTail,
): { lower: number; upper: number; asPrinted: number } {
  if (tail === "both") return { lower, upper, asPrinted };
  if (tail === "own") return { lower: lower / 2, upper: upper / 2, asPrinted: asPrinted / 2 };
  return { lower: 1 - upper / 2, upper: 1 - lower / 2, asPrinted: 1 - asPrinted / 2 };
}
