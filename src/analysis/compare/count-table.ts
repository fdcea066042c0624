import { InvalidInput } from "../../numeric/index.js";
import { shown } from "../columns.js";

/** Counts by rows and columns. */
export type CountTable = readonly (readonly number[])[];

/** A table's sums. */
export interface Margins {
  readonly n: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * Refuses what cannot be a contingency table.
 *
 * @throws InvalidInput (`not_a_table`, `different_lengths`, `not_a_count`, `n_zero`) unless there are
 *   two rows and columns at least, of counts that are not all 0
 */
export function checkCountTable(where: string, table: CountTable): void {
  const isTable =
    Array.isArray(table) &&
    table.length >= 2 &&
    table.every((row) => Array.isArray(row) && row.length >= 2);
  if (!isTable) {
    const rule = `needs a table of at least 2 rows and 2 columns; got ${JSON.stringify(table)}`;
    throw new InvalidInput(where, rule, "not_a_table");
  }
  let n = 0;
  for (const [i, row] of table.entries()) {
    if (row.length !== table[0]!.length) {
      const got = `row ${i} has ${row.length}, row 0 ${table[0]!.length}`;
      throw new InvalidInput(where, `needs rows of one length; ${got}`, "different_lengths");
    }
    for (const [j, cell] of row.entries()) {
      if (!Number.isSafeInteger(cell) || cell < 0) {
        const rule = `needs counts; row ${i}, column ${j} is ${shown(cell)}`;
        throw new InvalidInput(where, rule, "not_a_count");
      }
      n += cell;
    }
  }
  if (n === 0) throw new InvalidInput(where, "needs at least one subject; got 0", "n_zero");
}

/** Sums of the rows, the columns and all. */
export function marginsOf(table: CountTable): Margins {
  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
  const rows = table.map(sum);
  return { n: sum(rows), rows, columns: table[0]!.map((_, j) => sum(table.map((row) => row[j]!))) };
}
