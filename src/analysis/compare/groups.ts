import { InvalidInput, mean, sampleStandardDeviation } from "../../numeric/index.js";
import { checkColumn, shown } from "../columns.js";
import type { MeanSdN } from "./mean-sd-n.js";

/**
 * Refuses what cannot be groups of measurements.
 *
 * @param least - fewest values in a group
 * @throws InvalidInput (`not_a_column`, `too_few_groups`, `empty`, `not_finite`, `n_too_small`)
 */
export function checkGroups(
  where: string,
  groups: readonly ArrayLike<number>[],
  least: number,
): void {
  checkAtLeastTwo(where, groups);
  for (const [i, group] of groups.entries()) {
    checkColumn(where, `values of group ${i}`, group, least);
  }
}

/**
 * Refuses fewer than two groups.
 *
 * @throws InvalidInput (`not_a_column`, `too_few_groups`)
 */
export function checkAtLeastTwo(where: string, groups: readonly unknown[]): void {
  if (!Array.isArray(groups)) {
    const got = shown(groups);
    throw new InvalidInput(where, `needs an array of groups; got ${got}`, "not_a_column");
  }
  if (groups.length < 2) {
    const got = `${groups.length}`;
    throw new InvalidInput(where, `needs at least 2 groups; got ${got}`, "too_few_groups");
  }
}

/** Mean, standard deviation and size of each group; the SD of a single value is NaN. */
export function summaries(groups: readonly ArrayLike<number>[]): MeanSdN[] {
  return groups.map((group) => ({
    mean: mean(group),
    sd: sampleStandardDeviation(group),
    n: group.length,
  }));
}

/** The pairs of k groups, as R lists them: (1, 0), (2, 0), … (2, 1), … */
export function pairsOf(k: number): readonly { readonly first: number; readonly second: number }[] {
  return Array.from({ length: k }, (_, second) =>
    Array.from({ length: k - 1 - second }, (_, i) => ({ first: second + 1 + i, second })),
  ).flat();
}

/**
 * Refuses groups that leave nothing to tell the variance within from.
 *
 * @throws InvalidInput (`n_too_small`)
 */
export function checkResidual(where: string, groups: readonly ArrayLike<number>[]): void {
  const total = groups.reduce((sum, group) => sum + group.length, 0);
  if (total > groups.length) return;
  const got = `${total} in ${groups.length} groups`;
  throw new InvalidInput(where, `needs more values than groups; got ${got}`, "n_too_small");
}
