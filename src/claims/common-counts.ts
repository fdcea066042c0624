import {
  type IntegerSample,
  type OpenScale,
  type PrintedSpread,
  sprite,
} from "../analysis/index.js";
import type { MeanGroup } from "./mean-groups.js";
import { listOf } from "./wording.js";

/** Largest n, and widest example, for which all distributions are looked at: well below a millisecond. */
const MOST_SUBJECTS = 15;
const WIDEST = 6;

/**
 * What holds in every distribution of whole numbers that a group may have had: `, and no others`, or
 * `; each of the 16 such distributions has at least 3 × 2`. Nothing where that is little or too long to find.
 */
export function commonCounts(
  { mean, sd, n }: MeanGroup,
  scale: OpenScale,
  spread: PrintedSpread,
  { counts }: IntegerSample,
): string {
  if (Number(n) > MOST_SUBJECTS || counts.length > WIDEST) return "";
  const { total, inAll } = sprite(mean, sd, Number(n), scale, { spread, limit: 1 });
  if (total === 1) return ", and no others";
  const shared = inAll!.counts.filter(({ least }) => least > 0);
  if (shared.length === 0) return "";
  const each = listOf(shared.map(({ least, value }) => `${least} × ${value}`));
  return `; each of the ${total} such distributions has at least ${each}`;
}
