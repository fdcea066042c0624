import { table as columnTable } from "arquero";
import { InvalidInput } from "../numeric/invalid-input.js";
import { listed } from "./parse-cell.js";
import type { ColumnSchema, TableSchema } from "./table-schema.js";

/**
 * An arquero table: a few typed members, and every verb of arquero, untyped. Arquero's own
 * types need a newer TypeScript than the one that types notebooks.
 */
export interface ArqueroTable {
  numRows(): number;
  columnNames(): string[];
  objects(): object[];
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly [verb: string]: any;
}

/** Columns of one length with their schema; made by `readTable`, never changed. */
export interface Table<S extends TableSchema = TableSchema> {
  readonly schema: S;
  /** The file that the table was read from. */
  readonly path: string;
  /** Rows of data. */
  readonly rows: number;
  /** The columns that the file has, in its order. */
  readonly names: readonly string[];
  /**
   * The same columns as an arquero table, for its verbs (`groupby`, `rollup`, `join`, …).
   * A missing number is NaN, a missing value of another type null; arquero's functions leave both out.
   */
  readonly frame: ArqueroTable;
}

/** What `column` gives for a column of this schema. */
export type ColumnValues<C> = C extends { readonly type: "number" | "integer" }
  ? Float64Array
  : C extends { readonly type: "boolean" }
    ? boolean[]
    : C extends { readonly type: "category"; readonly levels: readonly (infer L)[] }
      ? L[]
      : string[];

/** The stored form of a column: NaN or null where a value is missing. */
export type StoredColumn = Float64Array | readonly (string | boolean | null)[];

/** A table of these columns. */
export function makeTable<S extends TableSchema>(
  schema: S,
  path: string,
  rows: number,
  columns: ReadonlyMap<string, StoredColumn>,
): Table<S> {
  const names = [...columns.keys()];
  return { schema, path, rows, names, frame: columnTable([...columns] as never, names) };
}

/**
 * The values of one column, a fresh copy, one value a row.
 *
 * Numbers and integers come as Float64Array, NaN where missing; text as strings, `""` where
 * missing. Yes-or-no and category columns have no value to spare for "missing".
 *
 * @param name - a column of the table's schema
 * @throws InvalidInput when the file lacks the column, or when a yes-or-no or category column has
 *   missing values: leave those rows out first, with `completeRows`
 */
export function column<S extends TableSchema, N extends keyof S["columns"] & string>(
  table: Table<S>,
  name: N,
): ColumnValues<S["columns"][N]> {
  const stored = storedColumn(table, name);
  const type = columnSchema(table, name).type;
  if (stored instanceof Float64Array) return stored.slice() as ColumnValues<S["columns"][N]>;
  if (type === "text") {
    return stored.map((value) => value ?? "") as ColumnValues<S["columns"][N]>;
  }
  const gaps = stored.flatMap((value, row) => (value === null ? [row + 1] : []));
  if (gaps.length > 0) {
    throw new InvalidInput(
      "column",
      `"${name}" of ${table.path} misses ${gaps.length} of ${table.rows} values (rows ${shortened(gaps)}), and a ${type} column has no value for missing; leave those rows out with completeRows(table, ["${name}"])`,
    );
  }
  return [...stored] as ColumnValues<S["columns"][N]>;
}

/**
 * Whether the file has the column: one that the schema calls not required may be absent.
 */
export function hasColumn(table: Table, name: string): boolean {
  return table.names.includes(name);
}

/** The column as it is stored. */
export function storedColumn(table: Table, name: string): StoredColumn {
  if (!hasColumn(table, name)) {
    throw new InvalidInput(
      "column",
      `expected a column of ${table.path}: ${listed(table.names)}; got "${name}"`,
    );
  }
  const values: ArrayLike<unknown> = table.frame.array(name);
  return columnSchema(table, name).type === "number" || columnSchema(table, name).type === "integer"
    ? Float64Array.from(values as number[])
    : (values as (string | boolean | null)[]);
}

/** The schema of a column that the table has. */
export function columnSchema(table: Table, name: string): ColumnSchema {
  const found = table.schema.columns[name];
  if (found === undefined) {
    throw new InvalidInput("column", `"${name}" is not in the schema of ${table.path}`);
  }
  return found;
}

function shortened(rows: readonly number[]): string {
  return rows.length > 10 ? `${rows.slice(0, 10).join(", ")}, …` : rows.join(", ");
}
