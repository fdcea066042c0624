import type { Estimate } from "../analysis/estimate.js";
import { InvalidInput } from "../numeric/invalid-input.js";
import { decimalsFor } from "./decimal.js";
import {
  formatCount,
  formatInterval,
  formatLevel,
  formatNumber,
  type NumberStyle,
  notEstimable,
} from "./format.js";
import { formatPCell } from "./format-p.js";
import { type TableColumn, type TableSpec, table } from "./table.js";

/** A column of a table of results; what its cells hold. */
export interface ResultColumn {
  readonly key: string;
  readonly label: string;
  /** `estimate` cells print `1.25 (0.31 to 2.19)`, `p` cells by the journals' rules. */
  readonly kind: "text" | "count" | "number" | "estimate" | "p";
  /** Printed once in the column's head, not in each cell. */
  readonly unit?: string;
  /** Shares in per cent. */
  readonly percent?: boolean;
  /** The same throughout the column; what the numbers need for three digits without. */
  readonly decimals?: number;
}

/** A cell of a table of results; left out, it prints a dash. */
export type ResultCell = string | number | Estimate | undefined;

/** What stands under a table, and which column names the rows. */
export interface ResultTableOptions {
  readonly note?: string;
  /** Key of the column that names the rows; the first without. */
  readonly rowHeader?: string;
}

const MISSING = "–";
const DIGITS = 3;
const MOST_DECIMALS = 4;

/**
 * A table of results as journals print them: intervals with "to" and their level in the head, units in
 * the head, p-values never 0.000, and the same decimals throughout a column.
 *
 * @throws InvalidInput without rows, or when a cell does not hold what its column says
 */
export function resultTable(
  columns: readonly ResultColumn[],
  rows: readonly Readonly<Record<string, ResultCell>>[],
  { note, rowHeader = columns[0]?.key ?? "" }: ResultTableOptions = {},
): TableSpec {
  if (rows.length === 0) throw new InvalidInput("resultTable", "needs a row; got none");
  const styles = columns.map((column) => styleOf(column, rows));
  const heads = columns.map((column): TableColumn => {
    const align = column.kind === "text" ? "left" : "right";
    return { key: column.key, label: headOf(column, rows), align };
  });
  const printed = rows.map((row, i) =>
    Object.fromEntries(
      columns.map((column, j) => [column.key, cellOf(column, row[column.key], styles[j]!, i)]),
    ),
  );
  return table({
    columns: heads,
    rows: printed,
    rowHeader,
    ...(note === undefined ? {} : { note }),
  });
}

function headOf(
  { key, label, kind, unit, percent }: ResultColumn,
  rows: readonly Readonly<Record<string, ResultCell>>[],
): string {
  const measured =
    percent === true ? `${label}, %` : unit === undefined ? label : `${label}, ${unit}`;
  if (kind !== "estimate") return measured;
  const levels = new Set(
    rows
      .map((row) => row[key])
      .filter(isEstimate)
      .map(({ ci }) => ci.level),
  );
  if (levels.size > 1) {
    throw new InvalidInput(
      "resultTable",
      `needs one level in "${key}"; got ${[...levels].join(" and ")}`,
    );
  }
  const [level] = levels;
  return level === undefined ? measured : `${measured} (${formatLevel(level)})`;
}

/** As many decimals as the column's middle size needs for three digits. */
function styleOf(
  column: ResultColumn,
  rows: readonly Readonly<Record<string, ResultCell>>[],
): NumberStyle {
  const scale = column.percent === true ? 100 : 1;
  if (column.decimals !== undefined) return { decimals: column.decimals };
  const sizes = rows
    .map((row) => row[column.key])
    .flatMap((cell) => (isEstimate(cell) ? [cell.value] : typeof cell === "number" ? [cell] : []))
    .map((value) => Math.abs(value * scale))
    .filter((value) => Number.isFinite(value) && value > 0)
    .sort((a, b) => a - b);
  const middle = sizes[sizes.length >> 1];
  if (middle === undefined) return { decimals: 2 };
  return { decimals: Math.min(MOST_DECIMALS, Math.max(0, decimalsFor(middle, DIGITS))) };
}

function cellOf(column: ResultColumn, cell: ResultCell, style: NumberStyle, row: number): string {
  if (cell === undefined) return MISSING;
  const scale = column.percent === true ? 100 : 1;
  switch (column.kind) {
    case "text":
      if (typeof cell === "string") return cell;
      break;
    case "count":
      if (typeof cell === "number") return formatCount(cell);
      break;
    case "number":
      if (typeof cell === "number") return formatNumber(cell * scale, style);
      break;
    case "p":
      if (typeof cell === "number") return formatPCell(cell);
      break;
    case "estimate":
      if (isEstimate(cell)) return estimateCell(cell, scale, style);
      break;
  }
  const got = typeof cell === "object" ? "an estimate" : `a ${typeof cell}`;
  throw new InvalidInput(
    "resultTable",
    `needs ${column.kind} in "${column.key}", row ${row}; got ${got}`,
  );
}

function estimateCell({ value, ci }: Estimate, scale: number, style: NumberStyle): string {
  if (Number.isNaN(value)) return notEstimable();
  const scaled = { lower: ci.lower * scale, upper: ci.upper * scale, level: ci.level };
  return `${formatNumber(value * scale, style)} (${formatInterval(scaled, style)})`;
}

function isEstimate(cell: ResultCell): cell is Estimate {
  return typeof cell === "object" && "ci" in cell;
}
