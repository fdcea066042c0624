import { InvalidInput } from "../../numeric/invalid-input.js";

/**
 * Refuses a group of which nothing is left when missing values are dropped.
 *
 * @throws InvalidInput (`empty_group`)
 */
export function refuseEmpty(where: string, groups: readonly (readonly number[])[]): void {
  const empty = groups.findIndex((group) => group.length === 0);
  if (empty < 0) return;
  throw new InvalidInput(
    where,
    `needs values in every group; group ${empty + 1} has none`,
    "empty_group",
  );
}
