import { InvalidInput } from "../numeric/invalid-input.js";
import { type FigureSpec, figure, type PlotlyTrace } from "./figure.js";
import { formatNumber } from "./format.js";
import { formatPCell, formatPRange } from "./format-p.js";
import type { KeyEntry } from "./key.js";
import { readPrintedP } from "./printed-p.js";
import { type Marks, narrowRows, type RowChart, rowsInWords, wideRows } from "./row-chart.js";
import type { Frame } from "./sheet.js";
import { COLOURS } from "./theme.js";
import { logTicks } from "./ticks.js";

/** p-values of one test or one reading of a report: one value, or all that are possible. */
export interface PRangeRow {
  readonly label: string;
  /** One or more p-values, each in [0, 1]; several are joined from the least to the most. */
  readonly values: readonly number[];
  /** The p that the report prints, as printed (`0.04`, `<0.01`); drawn as the band it stands for. */
  readonly printed?: string;
  /** Heading above this row, where a group begins. */
  readonly group?: string;
}

/** Marks of the plot. */
const POINT = { symbol: "circle", size: 8, color: COLOURS.accent, line: { width: 0 } };
const RANGE = { color: COLOURS.accent, width: 2 };
const LIMIT = { color: COLOURS.quiet, width: 1.5, dash: "4px,3px" };
const BAND = { color: COLOURS.band, width: 12 };
const BAND_EDGE = { color: COLOURS.second, width: 1.5 };
const BAND_PX = 18;

/**
 * p-values on a logarithmic axis with the usual limit as a dashed line.
 *
 * A row with several values shows each of them and the range between them; the band is the
 * interval of values that print as the report does. Values below `smallest` stand at the
 * axis's left end as an arrow.
 *
 * @param options.limit - where the dashed line stands; 0.05
 * @param options.smallest - left end of the axis; 0.0001
 * @param options.axis - title of the axis
 * @throws InvalidInput without rows or values, on values outside [0, 1], on a `printed` that
 *   is no p-value, or unless 0 < smallest < limit < 1
 */
export function pRangePlot(
  rows: readonly PRangeRow[],
  {
    limit = 0.05,
    smallest = 1e-4,
    axis = "p-value (logarithmic)",
  }: { limit?: number; smallest?: number; axis?: string } = {},
): FigureSpec {
  checkRows(rows);
  if (!(0 < smallest && smallest < limit && limit < 1)) {
    const got = `${smallest}, ${limit}`;
    throw new InvalidInput("pRangePlot", `needs 0 < smallest < limit < 1; got ${got}`);
  }
  const chart: RowChart = {
    rows: rows.map((row) => ({
      label: row.label,
      value: numbers(row),
      ...(row.group === undefined ? {} : { group: row.group }),
    })),
    valueHeading: rows.some((row) => row.printed !== undefined) ? "p (printed p)" : "p",
    axis: { type: "log", range: [smallest, 1], ticks: logTicks(smallest, 1) },
    axisTitle: axis,
    key: keyOf(rows, limit),
    markPx: BAND_PX,
    marks: (middles, plot) => marksOf(rows, { limit, smallest, middles, plot }),
  };
  return figure({ ...wideRows(chart), narrow: narrowRows(chart), text: inWords(rows, limit) });
}

function keyOf(rows: readonly PRangeRow[], limit: number): KeyEntry[] {
  const several = rows.some((row) => row.values.length > 1);
  const entries: KeyEntry[] = [
    several
      ? { label: "recomputed p, each possible value", marker: POINT, line: RANGE }
      : { label: "recomputed p", marker: POINT },
  ];
  if (rows.some((row) => row.printed !== undefined)) {
    entries.push({ label: "values that print as the report does", line: BAND });
  }
  return [...entries, { label: `p = ${formatNumber(limit, { significant: 1 })}`, line: LIMIT }];
}

interface MarkInput {
  readonly limit: number;
  readonly smallest: number;
  readonly middles: readonly number[];
  readonly plot: Frame;
}

function marksOf(rows: readonly PRangeRow[], input: MarkInput): Marks {
  const { limit, smallest, middles, plot } = input;
  const onAxis = (p: number): number => Math.min(1, Math.max(smallest, p));
  const points = { x: [] as number[], y: [] as number[], symbol: [] as string[] };
  const ranges = { x: [] as (number | null)[], y: [] as (number | null)[] };
  const shapes: object[] = [];
  for (const [i, { values, printed }] of rows.entries()) {
    const y = middles[i]!;
    if (printed !== undefined) shapes.push(...band(printed, { y, onAxis }));
    if (values.length > 1) {
      ranges.x.push(onAxis(Math.min(...values)), onAxis(Math.max(...values)), null);
      ranges.y.push(y, y, null);
    }
    for (const p of new Set(values)) {
      points.x.push(onAxis(p));
      points.y.push(y);
      points.symbol.push(p < smallest ? "triangle-left" : "circle");
    }
  }
  const at = { x0: limit, x1: limit, y0: plot.top, y1: plot.bottom };
  shapes.push({ type: "line", layer: "between", xref: "x", yref: "y", ...at, line: LIMIT });
  const base = { type: "scatter", cliponaxis: false };
  const traces: PlotlyTrace[] = [];
  if (ranges.x.length > 0) traces.push({ ...base, mode: "lines", ...ranges, line: RANGE });
  const { x, y, symbol } = points;
  traces.push({ ...base, mode: "markers", x, y, marker: { ...POINT, symbol } });
  return { traces, shapes };
}

/** The band of a printed p with its ends, so that it stays seen in grey print. */
function band(
  printed: string,
  { y, onAxis }: { y: number; onAxis: (p: number) => number },
): object[] {
  const { low, high } = readPrintedP(printed);
  const [y0, y1] = [y - BAND_PX / 2, y + BAND_PX / 2];
  const base = { layer: "between", xref: "x", yref: "y", y0, y1 };
  const [x0, x1] = [onAxis(low), onAxis(high)];
  const ends = [low, high].filter((p) => p === onAxis(p) && p < 1); // not where the axis cuts it
  return [
    { ...base, type: "rect", x0, x1, fillcolor: COLOURS.band, line: { width: 0 } },
    ...ends.map((x) => ({ ...base, type: "line", x0: x, x1: x, line: BAND_EDGE })),
  ];
}

/** The values, with enough digits to hold against what is printed. */
function numbers({ values, printed }: PRangeRow): string {
  const style = printed === undefined ? {} : { against: printed };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [from, to] = [formatPCell(low, style), formatPCell(high, style)];
  const text = from === to ? from : `${from} to ${to}`;
  return printed === undefined ? text : `${text} (${printed})`;
}

function inWords(rows: readonly PRangeRow[], limit: number): string {
  const sentences = rowsInWords(rows, ({ values, printed }) => {
    const style = printed === undefined ? {} : { against: printed };
    const range = formatPRange(Math.min(...values), Math.max(...values), style);
    const count = values.length > 1 ? ` (${values.length} possible values)` : "";
    return `${range}${count}${printed === undefined ? "" : `; printed ${printed}`}`;
  });
  return `p-values. ${sentences} Dashed line at p = ${formatNumber(limit, { significant: 1 })}.`;
}

function checkRows(rows: readonly PRangeRow[]): void {
  if (rows.length === 0) throw new InvalidInput("pRangePlot", "needs at least one row; got none");
  for (const { label, values } of rows) {
    if (values.length === 0) {
      throw new InvalidInput("pRangePlot", `"${label}" needs at least one value; got none`);
    }
    const odd = values.find((p) => !(p >= 0 && p <= 1 + 1e-9));
    if (odd !== undefined) {
      throw new InvalidInput("pRangePlot", `"${label}" needs values from 0 to 1; got ${odd}`);
    }
  }
}
