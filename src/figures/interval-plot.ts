import type { Interval } from "../analysis/estimate.js";
import { InvalidInput } from "../numeric/invalid-input.js";
import { type FigureSpec, figure, type PlotlyTrace } from "./figure.js";
import {
  formatInterval,
  formatLevel,
  formatNumber,
  type NumberStyle,
  notEstimable,
} from "./format.js";
import { type Marks, narrowRows, type RowChart, rowsInWords, wideRows } from "./row-chart.js";
import type { Frame, SheetAxis } from "./sheet.js";
import { COLOURS } from "./theme.js";
import { linearTicks, logTicks, shareTicks } from "./ticks.js";

/** One estimate with its intervals, in the axis's unit. */
export interface IntervalRow {
  readonly label: string;
  readonly value: number;
  /** One interval for each name of the plot, in that order. */
  readonly intervals: readonly Interval[];
  /** Heading above this row, where a group begins. */
  readonly group?: string;
  /** Why the value is NaN, where it is. */
  readonly note?: string;
  /** The mark of the value, where it says more than where it stands. */
  readonly mark?: { readonly shape: "square" | "diamond"; readonly sizePx: number };
}

/** What an interval plot needs beside its rows. */
export interface IntervalPlotOptions {
  /** What the axis measures, with its unit. */
  readonly axis: string;
  /** Names of the intervals by method; one or two, such as `exact` and `score`; "" for no name. */
  readonly intervals: readonly string[];
  /** `share` runs from 0 to 100 % and prints per cent. */
  readonly scale?: "linear" | "log" | "share";
  /** Ends of the axis; by default they hold every finite number. Ends beyond get an arrow. */
  readonly range?: readonly [number, number];
  /** A value to compare with, as a dashed line. */
  readonly reference?: { readonly value: number; readonly label: string };
  /** How numbers are written; shares without decimals, others to two. */
  readonly style?: NumberStyle;
}

/** How the first and the second interval of a row are drawn. */
const SERIES = [
  {
    line: { color: COLOURS.accent, width: 2.5 },
    marker: { symbol: "circle", size: 9, color: COLOURS.accent, line: { width: 0 } },
    arrow: COLOURS.accent,
  },
  {
    line: { color: COLOURS.second, width: 1.5 },
    marker: {
      symbol: "diamond",
      size: 8,
      color: COLOURS.paper,
      line: { color: COLOURS.second, width: 1.5 },
    },
    arrow: COLOURS.second,
  },
] as const;

/** Distance between the two intervals of a row, px. */
const APART = 12;

const REFERENCE = { color: COLOURS.quiet, width: 1.5, dash: "4px,3px" };

/**
 * Estimates with their intervals on one axis, as in a forest plot, the numbers beside them.
 *
 * Two intervals of a row (exact and score, say) are drawn one below the other, in different
 * colours and with different marks. The printed numbers give the first one.
 *
 * @throws InvalidInput without rows, unless each row has one interval for each of the one or
 *   two names, or on an axis that cannot be drawn
 */
export function intervalPlot(
  rows: readonly IntervalRow[],
  options: IntervalPlotOptions,
): FigureSpec {
  checkRows(rows, options);
  const { reference, intervals: names } = options;
  const style = { ...defaultStyle(options), ...options.style };
  const axis = axisFor(rows, options);
  const level = formatLevel(rows[0]!.intervals[0]!.level);
  const chart: RowChart = {
    rows: rows.map(({ label, group, ...row }) => ({
      label,
      value: numbers(row, style),
      ...(group === undefined ? {} : { group }),
    })),
    valueHeading: `Estimate (${named(level, names[0]!)})`,
    axis,
    axisTitle: options.axis,
    key: [
      ...names.map((name, i) => ({ label: named(level, name), ...swatch(i) })),
      ...(reference === undefined ? [] : [{ label: reference.label, line: REFERENCE }]),
    ],
    markPx: names.length === 1 ? 14 : 14 + APART,
    marks: (middles, plot) => marksOf(rows, { names, axis, middles, plot, reference }),
  };
  const wide = wideRows(chart);
  return figure({ ...wide, narrow: narrowRows(chart), text: inWords(rows, options, style) });
}

function named(level: string, method: string): string {
  return method === "" ? level : `${level}, ${method}`;
}

function swatch(index: number): { marker: object; line: object } {
  const { marker, line } = SERIES[index]!;
  return { marker, line };
}

interface MarkInput {
  readonly names: readonly string[];
  readonly axis: SheetAxis;
  readonly middles: readonly number[];
  readonly plot: Frame;
  readonly reference: IntervalPlotOptions["reference"];
}

function marksOf(rows: readonly IntervalRow[], input: MarkInput): Marks {
  const { names, axis, middles, plot, reference } = input;
  const traces: PlotlyTrace[] = [];
  for (const index of names.keys()) {
    const shift = names.length === 1 ? 0 : (index - 0.5) * APART;
    traces.push(
      ...seriesOf(
        rows,
        index,
        middles.map((middle) => middle + shift),
        axis,
      ),
    );
  }
  if (reference === undefined) return { traces };
  // Shapes are drawn by the axis's own value, also where it is logarithmic.
  const line = {
    type: "line",
    layer: "between", // above the grid, below the marks
    xref: "x",
    yref: "y",
    x0: reference.value,
    x1: reference.value,
    y0: plot.top,
    y1: plot.bottom,
    line: REFERENCE,
  };
  return { traces, shapes: [line] };
}

/** Lines, arrows where an end lies beyond the axis, and points of one interval of all rows. */
function seriesOf(
  rows: readonly IntervalRow[],
  index: number,
  ys: readonly number[],
  axis: SheetAxis,
): PlotlyTrace[] {
  const [low, high] = axis.range;
  const { line, marker, arrow } = SERIES[index]!;
  const lines: { x: (number | null)[]; y: (number | null)[] } = { x: [], y: [] };
  const points: { x: number[]; y: number[] } = { x: [], y: [] };
  const marks: { symbol: string[]; size: number[] } = { symbol: [], size: [] };
  const arrows: { x: number[]; y: number[]; symbol: string[] } = { x: [], y: [], symbol: [] };
  for (const [i, row] of rows.entries()) {
    const { lower, upper } = row.intervals[index]!;
    const y = ys[i]!;
    if (lower <= upper && lower <= high && upper >= low) {
      lines.x.push(Math.max(lower, low), Math.min(upper, high), null);
      lines.y.push(y, y, null);
      const beyond = [lower < low && "triangle-left", upper > high && "triangle-right"] as const;
      for (const [end, symbol] of beyond.entries()) {
        if (symbol === false) continue;
        arrows.x.push(axis.range[end]!);
        arrows.y.push(y);
        arrows.symbol.push(symbol);
      }
    }
    if (row.value >= low && row.value <= high) {
      points.x.push(row.value);
      points.y.push(y);
      marks.symbol.push(row.mark?.shape ?? marker.symbol);
      marks.size.push(row.mark?.sizePx ?? marker.size);
    }
  }
  const own = rows.some(({ mark }) => mark !== undefined) ? { ...marks, opacity: 1 } : {};
  const base = { type: "scatter", cliponaxis: false };
  return [
    { ...base, mode: "lines", ...lines, line },
    {
      ...base,
      mode: "markers",
      x: arrows.x,
      y: arrows.y,
      marker: { ...arrowStyle(arrow), symbol: arrows.symbol },
    },
    { ...base, mode: "markers", ...points, marker: { ...marker, ...own } },
  ].filter((trace) => trace.x.length > 0);
}

function arrowStyle(color: string): object {
  return { size: 9, color, line: { width: 0 } };
}

function axisFor(rows: readonly IntervalRow[], options: IntervalPlotOptions): SheetAxis {
  const { scale = "linear", range, reference } = options;
  const finite = rows
    .flatMap(({ value, intervals }) => [value, ...intervals.flatMap((ci) => [ci.lower, ci.upper])])
    .concat(reference?.value ?? [])
    .filter((value) => Number.isFinite(value) && (scale !== "log" || value > 0));
  const [least, most] = [Math.min(...finite), Math.max(...finite)];
  if (scale === "share") {
    return { type: "linear", range: range ?? [0, 1], ticks: shareTicks() };
  }
  if (scale === "log") {
    const [low, high] = range ?? [least / 1.15, most * 1.15];
    return { type: "log", range: [low, high], ticks: logTicks(low, high) };
  }
  const pad = most > least ? (most - least) * 0.04 : Math.abs(most) * 0.1 || 1;
  const [low, high] = range ?? [least - pad, most + pad];
  return { type: "linear", range: [low, high], ticks: linearTicks(low, high, 5) };
}

function defaultStyle({ scale }: IntervalPlotOptions): NumberStyle {
  return scale === "share" ? { percent: true, decimals: 0 } : { decimals: 2 };
}

function numbers(row: Omit<IntervalRow, "label">, style: NumberStyle): string {
  if (Number.isNaN(row.value)) return notEstimable(row.note);
  return `${formatNumber(row.value, style)} (${formatInterval(row.intervals[0]!, style)})`;
}

function inWords(
  rows: readonly IntervalRow[],
  { axis, intervals, reference }: IntervalPlotOptions,
  style: NumberStyle,
): string {
  const sentences = rowsInWords(rows, (row) => {
    if (Number.isNaN(row.value)) return notEstimable(row.note);
    const ranges = row.intervals.map(
      (ci, i) =>
        `${`${formatLevel(ci.level)} ${intervals[i]}`.trim()} ${formatInterval(ci, style)}`,
    );
    return `${formatNumber(row.value, style)} (${ranges.join("; ")})`;
  });
  const line =
    reference === undefined
      ? []
      : [`Dashed line at ${formatNumber(reference.value, style)}: ${reference.label}.`];
  return [`Estimates with intervals. Axis: ${axis}.`, sentences, ...line].join(" ");
}

function checkRows(rows: readonly IntervalRow[], { intervals }: IntervalPlotOptions): void {
  const count = intervals.length;
  if (rows.length === 0) throw new InvalidInput("intervalPlot", "needs at least one row; got none");
  if (count < 1 || count > 2) {
    throw new InvalidInput("intervalPlot", `needs one or two interval names; got ${count}`);
  }
  const odd = rows.find((row) => row.intervals.length !== count);
  if (odd !== undefined) {
    const got = `"${odd.label}" has ${odd.intervals.length}`;
    throw new InvalidInput("intervalPlot", `each row needs ${count} interval(s); ${got}`);
  }
}
