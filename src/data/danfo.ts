import { createRequire } from "node:module";
import { InvalidInput } from "../numeric/invalid-input.js";
import { columnsFromCells } from "./columns-from-cells.js";
import type { TableReading } from "./read-table.js";
import { completeRows } from "./select-rows.js";
import { makeTable, storedColumn, type Table } from "./table.js";
import type { TableSchema } from "./table-schema.js";

/** A danfo.js data frame: the parts that this adapter uses, and every method of danfo.js, untyped. */
export interface DanfoFrame {
  readonly columns: readonly string[];
  readonly values: readonly (readonly unknown[])[];
  // biome-ignore lint/suspicious/noExplicitAny: danfo.js is optional, so its own types may not be there
  readonly [member: string]: any;
}

/**
 * What becomes of missing values on the way to danfo.js:
 * `refuse` throws where there are any; `drop-rows` leaves out each row that misses one;
 * `nan` writes NaN, which makes a group's mean NaN (danfo.js counts `null` as 0).
 */
export type MissingRule = "refuse" | "drop-rows" | "nan";

/**
 * The table as a danfo.js data frame, for those who know pandas.
 *
 * There is never a `null` in the frame: danfo.js counts it as 0 in a group's mean and
 * `describe()` throws on it. `fillNa` may change its source, which is why the frame is a copy.
 *
 * @param options.missing - the rule for missing values; it changes results, so it has no default
 * @throws InvalidInput when danfojs is not installed, or when the rule is `refuse` and values are missing
 */
export function toDanfo(table: Table, { missing }: { readonly missing: MissingRule }): DanfoFrame {
  const complete = missing === "drop-rows" ? completeRows(table, table.names) : table;
  const data: Record<string, unknown[]> = {};
  for (const name of complete.names) {
    const values = Array.from(
      storedColumn(complete, name) as ArrayLike<unknown>,
      (value) => value ?? Number.NaN,
    );
    const gap = values.findIndex((value) => Number.isNaN(value));
    if (missing === "refuse" && gap >= 0) {
      throw new InvalidInput(
        "toDanfo",
        `expected no missing value by the rule "refuse"; "${name}" misses one in row ${gap + 1} of ${table.path}`,
      );
    }
    data[name] = values;
  }
  const { DataFrame } = loadDanfo("toDanfo");
  return new DataFrame(data);
}

/**
 * A danfo.js data frame as a table, each value held against the schema as if read from a file.
 *
 * NaN, `null` and `undefined` are missing. Numbers keep every digit.
 *
 * @throws InvalidInput as `readTable` does, naming row and column of the frame
 */
export function fromDanfo<const S extends TableSchema>(
  frame: DanfoFrame,
  schema: S,
): TableReading<S> {
  const plain: TableSchema = { columns: schema.columns };
  const rows = frame.values.map((values, row) => ({
    place: `row ${row + 1}`,
    cells: values.map((value, index) => cellOf(value, frame.columns[index] ?? "", schema)),
  }));
  const path = "danfo frame";
  const { columns, issues } = columnsFromCells(path, frame.columns, rows, plain);
  return { table: makeTable(schema, path, rows.length, columns), issues };
}

/** The cell that a file would hold for this value. */
function cellOf(value: unknown, name: string, schema: TableSchema): string {
  const column = schema.columns[name];
  if (value === null || value === undefined || Number.isNaN(value)) {
    return column?.missing?.[0] ?? "";
  }
  if (typeof value === "boolean" && column?.type === "boolean") {
    return (value ? column.yes[0] : column.no[0]) ?? "";
  }
  return String(value);
}

interface Danfo {
  readonly DataFrame: new (data: Record<string, unknown[]>) => DanfoFrame;
}

/** Loads danfo.js only when it is asked for: it is optional, large and slow to load. */
function loadDanfo(where: string): Danfo {
  try {
    return createRequire(import.meta.url)("danfojs") as Danfo;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    throw new InvalidInput(
      where,
      "needs the package danfojs, which is optional and not installed; npm install --include=optional brings it",
    );
  }
}
