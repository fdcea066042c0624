import { InvalidInput, quantile } from "../../numeric/index.js";
import { shown } from "../columns.js";

const MOST_GROUPS = 1000;

/**
 * Subjects in quantile groups of their risk, by ascending risk. Bounds are quantiles of type 7, each
 * group with its upper bound; bounds that coincide merge, so that equal risks stay together.
 *
 * @returns up to `groups` lists of indices, none empty
 */
export function groupsByRisk(risks: ArrayLike<number>, groups: number): number[][] {
  const inner = Array.from({ length: groups - 1 }, (_, g) => quantile(risks, (g + 1) / groups));
  const bounds = [...new Set(inner)];
  const members = Array.from({ length: bounds.length + 1 }, (): number[] => []);
  for (let i = 0; i < risks.length; i++) {
    let group = 0;
    while (group < bounds.length && risks[i]! > bounds[group]!) group++;
    members[group]!.push(i);
  }
  return members.filter((indices) => indices.length > 0);
}

/**
 * Refuses what cannot be a number of groups.
 *
 * @throws InvalidInput (`too_few_groups`, `too_many_groups`)
 */
export function checkGroups(where: string, groups: number, least: number): void {
  if (groups > MOST_GROUPS) {
    const rule = `needs at most ${MOST_GROUPS} groups; got ${shown(groups)}`;
    throw new InvalidInput(where, rule, "too_many_groups");
  }
  if (Number.isSafeInteger(groups) && groups >= least) return;
  const rule = `needs groups, an integer of at least ${least}; got ${shown(groups)}`;
  throw new InvalidInput(where, rule, "too_few_groups");
}
