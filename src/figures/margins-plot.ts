import { InvalidInput } from "../numeric/invalid-input.js";
import { type FigureSpec, figure, NARROW_WIDTH, type PlotlyLayout } from "./figure.js";
import { formatCount, formatNumber } from "./format.js";
import { formatP } from "./format-p.js";
import { plotlyText } from "./sheet.js";
import { COLOURS, SIZES } from "./theme.js";
import { logTicks } from "./ticks.js";

/** One of the tables that printed margins leave possible. */
export interface PossibleTable {
  /** The count that the margins leave open, such as pairs that agree. */
  readonly count: number;
  readonly p: number;
}

const HEIGHT = 300;

/**
 * The p-value of every table that printed margins allow, by the count they leave open.
 *
 * @param options.axis - what the count is
 * @param options.limit - where the dashed line stands; 0.05
 * @throws InvalidInput without tables, on a count that is not whole, or on a p outside (0, 1]
 */
export function marginsPlot(
  tables: readonly PossibleTable[],
  { axis, limit = 0.05 }: { axis: string; limit?: number },
): FigureSpec {
  checkTables(tables);
  const sorted = [...tables].sort((one, other) => one.count - other.count);
  const counts = sorted.map(({ count }) => count);
  const range = [counts[0]! - 0.5, counts.at(-1)! + 0.5];
  const ps = sorted.map(({ p }) => Math.min(p, 1));
  const low = Math.min(...ps, limit) / 2;
  const ticks = logTicks(low, 1);
  const layout: PlotlyLayout = {
    margin: { l: 56, r: 16, t: 16, b: 48 },
    xaxis: {
      title: { text: plotlyText(axis) },
      range,
      tick0: 0,
      dtick: Math.max(1, Math.ceil((counts.at(-1)! - counts[0]!) / 10)),
      showgrid: false,
    },
    yaxis: {
      type: "log",
      title: { text: "p-value (logarithmic)" },
      range: [Math.log10(low), 0.1],
      tickmode: "array",
      tickvals: ticks.values,
      ticktext: ticks.labels,
    },
    shapes: [limitLine(limit, range)],
    annotations: [limitName(limit)],
  };
  const marker = {
    size: 9,
    color: ps.map((p) => (p < limit ? COLOURS.accent : COLOURS.paper)),
    line: { color: COLOURS.accent, width: 1.5 },
  };
  const data = [{ type: "scatter", mode: "markers", x: counts, y: ps, marker, cliponaxis: false }];
  const narrow = { data, layout, width: NARROW_WIDTH, height: HEIGHT };
  return figure({ data, layout, height: HEIGHT, narrow, text: inWords(sorted, axis, limit) });
}

function limitLine(limit: number, range: readonly number[]): object {
  return {
    type: "line",
    layer: "between",
    xref: "x", // with "paper" the line would lie below the grid
    x0: range[0],
    x1: range[1],
    yref: "y",
    y0: limit,
    y1: limit,
    line: { color: COLOURS.quiet, width: 1.5, dash: "4px,3px" },
  };
}

function limitName(limit: number): object {
  return {
    text: `p = ${formatNumber(limit, { significant: 1 })}`,
    showarrow: false,
    xref: "paper",
    x: 1,
    xanchor: "right",
    yref: "y",
    y: Math.log10(limit), // annotations, unlike shapes, take a logarithmic axis's exponent
    yanchor: "bottom",
    font: { size: SIZES.small, color: COLOURS.quiet },
  };
}

function inWords(tables: readonly PossibleTable[], axis: string, limit: number): string {
  const below = tables.filter(({ p }) => p < limit).length;
  const lines = tables.map(({ count, p }) => `${formatCount(count)}: ${formatP(p)}.`);
  return (
    `p-values of the ${tables.length} possible tables, by ${axis}. ${lines.join(" ")} ` +
    `${below} of ${tables.length} lie below ${formatNumber(limit, { significant: 1 })}; their marks are filled.`
  );
}

function checkTables(tables: readonly PossibleTable[]): void {
  if (tables.length === 0)
    throw new InvalidInput("marginsPlot", "needs at least one table; got none");
  for (const { count, p } of tables) {
    if (!Number.isInteger(count) || !(p > 0 && p <= 1 + 1e-9)) {
      const rule = "needs whole counts and p-values above 0 to 1";
      throw new InvalidInput("marginsPlot", `${rule}; got (${count}, ${p})`);
    }
  }
}
