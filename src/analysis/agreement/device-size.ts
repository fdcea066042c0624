import { InvalidInput, tUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkColumn, checkMatrix, checkPairs } from "../columns.js";
import type { Estimate } from "../estimate.js";
import { binomialTest } from "../proportion/binomial-test.js";
import { type Proportion, proportion } from "../proportion/proportion.js";

/** What choosing the wrong size costs, in the unit of the given matrix. */
export interface SizingCost {
  readonly mean: Estimate; // per patient; by t on n − 1
  readonly total: number;
  readonly byChance: number; // mean cost if predicted and implanted sizes were unrelated
  /** 1 − mean / byChance: weighted kappa with the costs as weights; NaN where chance costs nothing. */
  readonly kappa: number;
}

/** Agreement of predicted with implanted device sizes. */
export interface DeviceSizeAgreement {
  readonly method: "device-size-agreement";
  readonly n: number;
  readonly sizes: Float64Array; // (k), the ladder
  readonly table: readonly (readonly number[])[]; // (k × k), rows predicted, columns implanted
  readonly exact: Proportion;
  readonly withinOneSize: Proportion; // steps of the ladder, not millimetres
  readonly tooLarge: Proportion; // predicted above implanted
  readonly tooSmall: Proportion;
  readonly misses: {
    readonly count: number;
    readonly meanSteps: number; // predicted − implanted over all patients, in steps of the ladder
    /** Sign test of the direction: exact, two-sided; 1 without a miss. */
    readonly p: number;
  };
  readonly cost?: SizingCost; // only with a cost matrix
}

/**
 * Agreement of the device size that a plan predicted with the one that was implanted: the same, no
 * more than one size apart, the direction of the misses, and what they cost.
 *
 * @param predicted - (n) one size per patient, mm or whatever the ladder has
 * @param implanted - (n) the same patients, same order
 * @param sizes - (k) the ladder of sizes that exist, ascending, k at least 2
 * @param options.cost - (k × k) of choosing the row's size where the column's was right, at least 0
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput on unequal lengths, no patient (`too_few_pairs`), a ladder that does not ascend
 *   (`sizes`), a size that is not on it (`unknown_size`), a matrix of another shape or with negative
 *   costs (`cost`), or a level outside (0, 1)
 * @source [@clopper1934] and [@wilson1927] intervals, [@cohen1968] weighted kappa
 */
export function deviceSizeAgreement(
  predicted: ArrayLike<number>,
  implanted: ArrayLike<number>,
  sizes: ArrayLike<number>,
  { cost, level = 0.95 }: { cost?: readonly ArrayLike<number>[] | undefined; level?: number } = {},
): DeviceSizeAgreement {
  const where = "deviceSizeAgreement";
  checkLevel(where, level);
  checkLadder(where, sizes);
  checkPairs(where, predicted, implanted, 1);
  if (cost !== undefined) checkCost(where, cost, sizes.length);
  const n = predicted.length;
  const ladder = Float64Array.from(sizes);
  const table = Array.from(ladder, () => new Array<number>(ladder.length).fill(0));
  for (let i = 0; i < n; i++) {
    table[rung(where, ladder, "predicted", predicted[i]!)]![
      rung(where, ladder, "implanted", implanted[i]!)
    ]! += 1;
  }
  const countWhere = (holds: (steps: number) => boolean): number =>
    totalOf(table, (count, steps) => (holds(steps) ? count : 0));
  const above = countWhere((steps) => steps > 0);
  const below = countWhere((steps) => steps < 0);
  return {
    method: "device-size-agreement",
    n,
    sizes: ladder,
    table,
    exact: proportion(n - above - below, n, { level }),
    withinOneSize: proportion(
      countWhere((steps) => Math.abs(steps) <= 1),
      n,
      { level },
    ),
    tooLarge: proportion(above, n, { level }),
    tooSmall: proportion(below, n, { level }),
    misses: {
      count: above + below,
      meanSteps: totalOf(table, (count, steps) => count * steps) / n,
      p: above + below === 0 ? 1 : binomialTest(above, above + below, 0.5).p,
    },
    ...(cost === undefined ? {} : { cost: sizingCost(table, cost, n, level) }),
  };
}

/** Sum over the cells of a function of the count and of how many steps predicted is above implanted. */
function totalOf(
  table: readonly (readonly number[])[],
  of: (count: number, steps: number) => number,
): number {
  let total = 0;
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) total += of(count, i - j);
  }
  return total;
}

function sizingCost(
  table: readonly (readonly number[])[],
  cost: readonly ArrayLike<number>[],
  n: number,
  level: number,
): SizingCost {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table.map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  let [total, chance] = [0, 0];
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      total += count * cost[i]![j]!;
      chance += (rows[i]! / n) * (columns[j]! / n) * cost[i]![j]!;
    }
  }
  const mean = total / n;
  let squares = 0;
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) squares += count * (cost[i]![j]! - mean) ** 2;
  }
  const reach =
    n > 1 ? tUpperQuantile((1 - level) / 2, n - 1) * Math.sqrt(squares / (n - 1) / n) : Number.NaN;
  return {
    mean: { value: mean, ci: { lower: mean - reach, upper: mean + reach, level } },
    total,
    byChance: chance,
    kappa: chance > 0 ? 1 - mean / chance : Number.NaN,
  };
}

function rung(where: string, ladder: Float64Array, which: string, size: number): number {
  const index = ladder.indexOf(size);
  if (index >= 0) return index;
  const rule = `needs ${which} sizes among ${Array.from(ladder).join(", ")}; got ${size}`;
  throw new InvalidInput(where, rule, "unknown_size");
}

function checkLadder(where: string, sizes: ArrayLike<number>): void {
  checkColumn(where, "sizes", sizes, 2);
  for (let i = 1; i < sizes.length; i++) {
    if (!(sizes[i]! > sizes[i - 1]!)) {
      const got = `${sizes[i - 1]} is followed by ${sizes[i]}`;
      throw new InvalidInput(where, `needs sizes that ascend; ${got}`, "sizes");
    }
  }
}

function checkCost(where: string, cost: readonly ArrayLike<number>[], k: number): void {
  checkMatrix(where, "costs", cost, { rows: 1, columns: 1 });
  if (cost.length !== k || cost[0]!.length !== k) {
    const got = `${cost.length} × ${cost[0]!.length}`;
    throw new InvalidInput(where, `needs costs of ${k} × ${k}, a size each; got ${got}`, "cost");
  }
  for (const [i, row] of cost.entries()) {
    for (let j = 0; j < k; j++) {
      if (row[j]! < 0) {
        const got = `row ${i}, column ${j} is ${row[j]}`;
        throw new InvalidInput(where, `needs costs of at least 0; ${got}`, "cost");
      }
    }
  }
}
