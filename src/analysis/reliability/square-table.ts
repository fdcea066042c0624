import { InvalidInput } from "../../numeric/index.js";
import { checkMatrix } from "../columns.js";

/** Counts of two raters' categories: rows the first rater, columns the second, in one order. */
export type SquareTable = readonly ArrayLike<number>[];

/** A square table's total and margins. */
export interface Margins {
  readonly n: number;
  readonly rows: Float64Array; // (q)
  readonly columns: Float64Array; // (q)
}

/**
 * Refuses what cannot be a table of two raters, and sums it.
 *
 * @throws InvalidInput unless the table is square, of two categories or more, with counts that are
 *   not all 0 (`n_zero`)
 */
export function marginsOf(where: string, table: SquareTable): Margins {
  checkMatrix(where, "counts", table, { rows: 2, columns: 2 });
  const q = table.length;
  if (table[0]!.length !== q) {
    const got = `${q} rows of ${table[0]!.length} counts`;
    throw new InvalidInput(where, `needs a square table; got ${got}`, "not_square");
  }
  const rows = new Float64Array(q);
  const columns = new Float64Array(q);
  let n = 0;
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < q; j++) {
      const count = table[i]![j]!;
      if (!Number.isSafeInteger(count) || count < 0) {
        const got = `row ${i}, column ${j} is ${count}`;
        throw new InvalidInput(where, `needs integers of at least 0; ${got}`, "not_a_count");
      }
      rows[i]! += count;
      columns[j]! += count;
      n += count;
    }
  }
  if (n === 0) throw new InvalidInput(where, "needs at least one subject; got 0", "n_zero");
  return { n, rows, columns };
}
