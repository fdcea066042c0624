import { parsePrinted } from "../../analysis/index.js";

const SLACK = 1e-9;

/** The least and the most patients, of whom a count is a share that prints so; none where least exceeds most. */
export interface SizesOfShare {
  readonly least: number;
  readonly most: number;
}

/**
 * The sizes of a sample in which a count is the printed percentage, rounded or cut off.
 *
 * @param percent - as printed, without the sign %
 * @param count - patients with the outcome
 */
export function sizesOfShare(percent: string, count: number): SizesOfShare {
  const { value, decimals } = parsePrinted(percent);
  const unit = 10 ** -decimals;
  const [low, high] = [value - unit / 2, value + unit]; // cut off, the share is less than a unit more
  if (count === 0) {
    return low <= 0 ? { least: 1, most: Number.POSITIVE_INFINITY } : { least: 1, most: 0 };
  }
  return {
    least: Math.max(count, Math.floor((100 * count) / high + SLACK) + 1),
    most: low <= 0 ? Number.POSITIVE_INFINITY : Math.floor((100 * count) / low + SLACK),
  };
}
