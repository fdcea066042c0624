import { renameSync, rmSync, writeFileSync } from "node:fs";
import { storedColumn, type Table } from "./table.js";

/**
 * The table as CSV by RFC 4180, with the separator and decimal mark of its schema.
 *
 * Numbers are written with the digits that give them back exactly; a missing value is an
 * empty cell; yes and no are the first word of each that the schema names. Lines end in LF.
 */
export function toCsv(table: Table): string {
  const separator = table.schema.separator ?? ",";
  const decimal = table.schema.decimal ?? ".";
  const columns = table.names.map((name) => ({
    schema: table.schema.columns[name]!,
    values: storedColumn(table, name),
  }));
  const lines = [table.names.map((name) => quoted(name, separator)).join(separator)];
  for (let row = 0; row < table.rows; row++) {
    const cells = columns.map(({ schema, values }) => {
      const value = values[row];
      if (value === null || value === undefined || Number.isNaN(value)) return "";
      if (typeof value === "number") return String(value).replace(".", decimal);
      if (typeof value === "boolean") {
        return schema.type === "boolean" ? (value ? schema.yes[0]! : schema.no[0]!) : String(value);
      }
      return value;
    });
    lines.push(cells.map((cell) => quoted(cell, separator)).join(separator));
  }
  return `${lines.join("\n")}\n`;
}

/**
 * Writes the table to a file, whole or not at all: a reader never sees half of it.
 *
 * @throws Error when the folder cannot be written to
 */
export function writeCsv(path: string, table: Table): void {
  const part = `${path}.${process.pid}.part`;
  try {
    writeFileSync(part, toCsv(table));
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function quoted(cell: string, separator: string): string {
  const plain = !cell.includes(separator) && !/["\r\n]/.test(cell);
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
