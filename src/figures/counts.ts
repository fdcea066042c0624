import { InvalidInput } from "../numeric/invalid-input.js";

/** Sum of counts. */
export function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Holds rows of counts to a figure's rule.
 *
 * @throws InvalidInput without rows, unless there are `fewest` to `most` names of parts, or
 *   unless each row has one whole count for each of them, not all 0
 */
export function checkCounts(
  where: string,
  rows: readonly { readonly label: string; readonly counts: readonly number[] }[],
  { parts, fewest, most }: { parts: readonly string[]; fewest: number; most: number },
): void {
  if (rows.length === 0)
    throw new InvalidInput(where, "needs at least one row of counts; got none");
  if (parts.length < fewest || parts.length > most) {
    throw new InvalidInput(where, `needs ${fewest} to ${most} names; got ${parts.length}`);
  }
  for (const { label, counts } of rows) {
    const whole = counts.every((count) => Number.isInteger(count) && count >= 0);
    if (!whole || counts.length !== parts.length || total(counts) === 0) {
      const rule = `"${label}" needs ${parts.length} whole counts, not all 0`;
      throw new InvalidInput(where, `${rule}; got ${counts.join(", ")}`);
    }
  }
}
