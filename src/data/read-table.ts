import { InvalidInput } from "../numeric/invalid-input.js";
import { columnsFromCells, type RowOfCells } from "./columns-from-cells.js";
import { parseCsv } from "./csv.js";
import type { Issue } from "./issue.js";
import { readText } from "./read-text.js";
import { makeTable, type Table } from "./table.js";
import type { TableSchema } from "./table-schema.js";

/** A table and what is odd about its values. */
export interface TableReading<S extends TableSchema> {
  readonly table: Table<S>;
  readonly issues: readonly Issue[];
}

/**
 * Reads a CSV file as its schema says; no type is ever guessed.
 *
 * The header must hold the schema's columns and no others, in any order. Values outside a
 * column's range, missing values that were not announced and repeated ids are issues: they
 * are collected and the reading goes on. Everything else that does not fit is refused, all of
 * it in one message (at most 20 places are listed).
 *
 * @param path - a UTF-8 file by RFC 4180, relative to the working directory
 * @param schema - the columns, by name; a separator and a decimal mark where they are not `,` and `.`
 * @throws InvalidInput when the file cannot be read; when a column is missing, unknown or there
 *   twice; when a column's name looks like personal data; when a cell is not of its column's type
 */
export function readTable<const S extends TableSchema>(path: string, schema: S): TableReading<S> {
  checkSchema(schema);
  const separator = schema.separator ?? ",";
  const [header, ...records] = parseCsv(path, readText(path), separator);
  if (header === undefined) throw new InvalidInput(path, "expected a header and rows; it is empty");
  checkDelimiter(path, header.cells, separator);
  const rows: RowOfCells[] = records.map((record, index) => ({
    place: `row ${index + 1} (line ${record.line})`,
    cells: record.cells,
  }));
  const { columns, issues } = columnsFromCells(path, header.cells, rows, schema);
  return { table: makeTable(schema, path, rows.length, columns), issues };
}

function checkSchema(schema: TableSchema): void {
  if (Object.keys(schema.columns).length === 0) {
    throw new InvalidInput("readTable", "the schema needs at least one column; got none");
  }
  if ((schema.separator ?? ",") === (schema.decimal ?? ".")) {
    throw new InvalidInput(
      "readTable",
      'separator and decimal mark must differ; both are ",". Files with decimal commas have separator ";"',
    );
  }
  for (const [name, column] of Object.entries(schema.columns)) {
    if (column.type !== "boolean") continue;
    const both = column.yes.find((word) => column.no.includes(word));
    if (column.yes.length === 0 || column.no.length === 0 || both !== undefined) {
      throw new InvalidInput(
        "readTable",
        `column "${name}" needs words for yes and other words for no; ${both === undefined ? "one of the two has none" : `"${both}" stands for both`}`,
      );
    }
  }
}

/** A header in one piece is most often a file with another separator: say so. */
function checkDelimiter(path: string, header: readonly string[], separator: string): void {
  const only = header.length === 1 ? header[0]! : "";
  const other = [";", "\t", ","].find((mark) => mark !== separator && only.includes(mark));
  if (other === undefined) return;
  throw new InvalidInput(
    path,
    `expected cells separated by ${JSON.stringify(separator)}; the header is ${JSON.stringify(only)}. If the file is separated by ${JSON.stringify(other)}, say so in the schema: separator: ${JSON.stringify(other)}`,
  );
}
