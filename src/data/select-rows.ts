import { InvalidInput } from "../numeric/invalid-input.js";
import { columnSchema, makeTable, type StoredColumn, storedColumn, type Table } from "./table.js";
import type { TableSchema } from "./table-schema.js";

/**
 * The rows that are marked, in their order, as a table of their own.
 *
 * @param keep - (rows) true where the row stays
 * @throws InvalidInput when the marks are not one a row
 */
export function selectRows<S extends TableSchema>(
  table: Table<S>,
  keep: ArrayLike<boolean>,
): Table<S> {
  if (keep.length !== table.rows) {
    throw new InvalidInput(
      "selectRows",
      `needs one mark a row; got ${keep.length} marks for ${table.rows} rows`,
    );
  }
  const columns = new Map<string, StoredColumn>();
  for (const name of table.names) {
    const values = storedColumn(table, name);
    columns.set(
      name,
      values instanceof Float64Array
        ? values.filter((_, row) => keep[row])
        : values.filter((_, row) => keep[row]),
    );
  }
  const rows = Array.from(keep).filter((mark) => mark).length;
  return makeTable(table.schema, table.path, rows, columns);
}

/**
 * The rows in which none of the named columns misses a value.
 *
 * @param names - columns of the table; at least one
 * @throws InvalidInput when a column is not in the table, or when none is named
 */
export function completeRows<S extends TableSchema>(
  table: Table<S>,
  names: readonly (keyof S["columns"] & string)[],
): Table<S> {
  if (names.length === 0) {
    throw new InvalidInput("completeRows", "needs the columns that must be complete; got none");
  }
  const columns = names.map((name) => {
    columnSchema(table, name);
    return storedColumn(table, name);
  });
  const keep = Array.from({ length: table.rows }, (_, row) =>
    columns.every((values) => !isMissing(values[row])),
  );
  return selectRows(table, keep);
}

function isMissing(value: number | string | boolean | null | undefined): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}
