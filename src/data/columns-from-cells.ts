import { InvalidInput } from "../numeric/invalid-input.js";
import type { Issue, IssueCode } from "./issue.js";
import { listed, parseCell } from "./parse-cell.js";
import { personalKind } from "./personal-columns.js";
import type { StoredColumn } from "./table.js";
import type { ColumnSchema, TableSchema } from "./table-schema.js";

/** One row of text cells and how a message names it. */
export interface RowOfCells {
  /** Such as `row 17 (line 18)`. */
  readonly place: string;
  readonly cells: readonly string[];
}

/** Most places that one message lists. */
const LISTED = 20;

/**
 * Turns rows of text cells into columns, as the schema says.
 *
 * @param path - what the messages and issues call the source
 * @throws InvalidInput listing every column and cell that does not fit, up to 20
 */
export function columnsFromCells(
  path: string,
  header: readonly string[],
  rows: readonly RowOfCells[],
  schema: TableSchema,
): { readonly columns: Map<string, StoredColumn>; readonly issues: Issue[] } {
  const names = header.map((name) => name.trim());
  refuse(path, headerFaults(names, schema));
  if (rows.length === 0) throw new InvalidInput(path, "expected rows below the header; got none");
  refuse(
    path,
    rows.flatMap(({ place, cells }) =>
      cells.length === names.length
        ? []
        : [`${place}: expected ${names.length} cells, as in the header; got ${cells.length}`],
    ),
  );

  const faults: string[] = [];
  const issues: Issue[] = [];
  const columns = new Map<string, StoredColumn>();
  names.forEach((name, index) => {
    const column = schema.columns[name]!;
    const values = rows.map(({ place, cells }) => {
      const parsed = parseCell(cells[index]!, column, schema.decimal ?? ".");
      if ("expected" in parsed) {
        faults.push(
          `${place}, column "${name}": expected ${parsed.expected}; got ${JSON.stringify(cells[index])}`,
        );
        return null;
      }
      return "value" in parsed ? parsed.value : null;
    });
    columns.set(name, stored(values, column));
    issues.push(...oddValues(path, name, column, values));
  });
  refuse(path, faults);
  return { columns, issues: issues.sort((a, b) => a.row - b.row) };
}

type Value = number | string | boolean | null;

function stored(values: readonly Value[], column: ColumnSchema): StoredColumn {
  return column.type === "number" || column.type === "integer"
    ? Float64Array.from(values as (number | null)[], (value) => value ?? Number.NaN)
    : (values as (string | boolean | null)[]);
}

function headerFaults(names: readonly string[], schema: TableSchema): string[] {
  const known = Object.keys(schema.columns);
  const faults: string[] = [];
  for (const [name, column] of Object.entries(schema.columns)) {
    if (column.required !== false && !names.includes(name)) {
      faults.push(`the column "${name}" is missing; the header has ${listed(names)}`);
    }
  }
  names.forEach((name, index) => {
    const kind = personalKind(name);
    if (names.indexOf(name) < index) {
      faults.push(`the column "${name}" is there twice`);
    } else if (kind !== undefined && schema.columns[name]?.harmless !== true) {
      faults.push(
        `the column "${name}" looks like ${kind}, and patient data stay home: take it out of the file; if it holds nothing of the kind, give it "harmless: true" in the schema`,
      );
    } else if (!known.includes(name)) {
      faults.push(`the column "${name}" is not in the schema, which has ${listed(known)}`);
    }
  });
  return faults;
}

function oddValues(
  path: string,
  name: string,
  column: ColumnSchema,
  values: readonly Value[],
): Issue[] {
  const issues: Issue[] = [];
  const firstRow = new Map<Value, number>();
  const add = (code: IssueCode, row: number, message: string): void => {
    issues.push({ code, message, path, row, column: name });
  };
  values.forEach((value, index) => {
    const row = index + 1;
    if (value === null) {
      if (column.mayBeMissing !== true) add("MISSING", row, `${name} is missing`);
      return;
    }
    if (column.type === "number" || column.type === "integer") {
      const range = outsideRange(value as number, column);
      if (range !== undefined) add("OUT_OF_RANGE", row, `${name} is ${value}; expected ${range}`);
    }
    if (column.type === "text" && column.unique === true) {
      const first = firstRow.get(value);
      if (first === undefined) firstRow.set(value, row);
      else add("DUPLICATE", row, `${name} ${JSON.stringify(value)} is already in row ${first}`);
    }
  });
  return issues;
}

/** The range in words, when the value lies outside it. */
function outsideRange(
  value: number,
  {
    minimum = Number.NEGATIVE_INFINITY,
    maximum = Number.POSITIVE_INFINITY,
    unit,
  }: { readonly minimum?: number; readonly maximum?: number; readonly unit?: string },
): string | undefined {
  if (value >= minimum && value <= maximum) return undefined;
  const inUnit = unit === undefined ? "" : ` ${unit}`;
  if (maximum === Number.POSITIVE_INFINITY) return `at least ${minimum}${inUnit}`;
  if (minimum === Number.NEGATIVE_INFINITY) return `at most ${maximum}${inUnit}`;
  return `${minimum} to ${maximum}${inUnit}`;
}

/** One message for all faults, so that a file is mended in one go. */
function refuse(path: string, faults: readonly string[]): void {
  if (faults.length === 0) return;
  if (faults.length === 1) throw new InvalidInput(path, faults[0]!);
  const more = faults.length > LISTED ? [`… and ${faults.length - LISTED} more`] : [];
  throw new InvalidInput(
    path,
    [`${faults.length} faults`, ...faults.slice(0, LISTED), ...more].join("\n  "),
  );
}
