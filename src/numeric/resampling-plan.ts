import { checkArray } from "./checks.js";
import { InvalidInput } from "./invalid-input.js";
import type { Random } from "./random.js";

/** A label of a stratum or cluster. */
export type Label = string | number;

/** How rows are drawn anew: whole units, each within its stratum. */
export interface ResamplingPlan {
  /** Rows of each unit: a cluster's, or a single one. */
  readonly units: readonly (readonly number[])[];
  /** Units of each stratum; one stratum of all when none are given. */
  readonly strata: readonly (readonly number[])[];
}

/**
 * The plan for n rows.
 *
 * @param where - the function that asks
 * @param strata - (n) label of each row's stratum; strata keep their number of units
 * @param clusters - (n) label of each row's cluster; its rows are drawn together
 * @throws InvalidInput when labels are not one for each row, or a cluster spans strata
 */
export function resamplingPlan(
  where: string,
  n: number,
  strata?: ArrayLike<Label>,
  clusters?: ArrayLike<Label>,
): ResamplingPlan {
  checkLabels(where, "strata", n, strata);
  checkLabels(where, "clusters", n, clusters);
  const rows = Array.from({ length: n }, (_, i) => i);
  const units = grouped(rows, (row) => (clusters ? clusters[row]! : row));
  const stratumOf = (row: number): Label => (strata ? strata[row]! : 0);
  for (const unit of units) {
    if (unit.some((row) => stratumOf(row) !== stratumOf(unit[0]!))) {
      const cluster = clusters![unit[0]!];
      throw new InvalidInput(where, `needs clusters within one stratum; ${cluster} is in several`);
    }
  }
  const numbers = units.map((_, i) => i);
  return { units, strata: grouped(numbers, (unit) => stratumOf(units[unit]![0]!)) };
}

/** Rows of a resample: as many units of each stratum as it has, drawn with replacement. */
export function drawRows({ units, strata }: ResamplingPlan, random: Random): number[] {
  const drawn: number[] = [];
  for (const stratum of strata) {
    for (let i = 0; i < stratum.length; i++) {
      drawn.push(...units[stratum[random.integer(stratum.length)]!]!);
    }
  }
  return drawn;
}

function checkLabels(
  where: string,
  name: string,
  n: number,
  labels: ArrayLike<Label> | undefined,
): void {
  if (labels === undefined) return;
  checkArray(where, name, labels);
  if (labels.length !== n) {
    const rule = `needs ${name} to label each of ${n} rows; got ${labels.length}`;
    throw new InvalidInput(where, rule, "different_lengths");
  }
}

/** Items by their label, in the order in which labels first occur. */
function grouped(items: readonly number[], labelOf: (item: number) => Label): number[][] {
  const groups = new Map<Label, number[]>();
  for (const item of items) {
    const label = labelOf(item);
    const group = groups.get(label);
    if (group) group.push(item);
    else groups.set(label, [item]);
  }
  return [...groups.values()];
}
