import { InvalidInput } from "../numeric/invalid-input.js";
import {
  COLUMN_WIDTH,
  type Drawing,
  type FigureSpec,
  figure,
  NARROW_WIDTH,
  type PlotlyTrace,
} from "./figure.js";
import { type KeyEntry, placeKey } from "./key.js";
import {
  drawSheet,
  EDGE,
  lineHeight,
  plotlyText,
  type SheetAxis,
  type SheetText,
  wrap,
} from "./sheet.js";
import { textWidth } from "./static/font.js";
import { COLOURS, SIZES } from "./theme.js";
import { linearTicks, logTicks, shareTicks, type Ticks } from "./ticks.js";

/** One axis of an xy plot. */
export interface PlotAxis {
  /** What it measures, with its unit. */
  readonly title: string;
  /** Ends; the greater first turns the axis round. */
  readonly range: readonly [number, number];
  /** Where ticks stand; round numbers without. */
  readonly ticks?: Ticks;
  /** `share` runs from 0 to 100 % and prints per cent. */
  readonly scale?: "linear" | "log" | "share";
}

/** How a series looks; series that overlap differ in shape or dash as well as in colour. */
export type PlotLook = "accent" | "second" | "quiet";

/** What is drawn in the plot, bottom layer first. */
export type PlotSeries =
  | {
      readonly kind: "points";
      readonly x: ArrayLike<number>;
      readonly y: ArrayLike<number>;
      readonly look?: PlotLook;
      /** Diameters, px; 7 throughout without. */
      readonly sizesPx?: readonly number[];
      readonly hollow?: boolean;
      readonly label?: string;
    }
  | {
      readonly kind: "line";
      readonly x: ArrayLike<number>;
      readonly y: ArrayLike<number>;
      readonly look?: PlotLook;
      readonly dashed?: boolean;
      readonly label?: string;
    }
  | {
      /** An area between two curves over the same abscissas. */
      readonly kind: "band";
      readonly x: ArrayLike<number>;
      readonly lower: ArrayLike<number>;
      readonly upper: ArrayLike<number>;
      readonly look?: PlotLook;
      readonly label?: string;
    };

/** Words at a place of the data. */
export interface PlotNote {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly align?: "left" | "right" | "centre";
  /** Above the place, below it, or beside it. */
  readonly stands?: "above" | "below" | "beside";
}

/** What an xy plot needs. */
export interface XyPlot {
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly series: readonly PlotSeries[];
  readonly notes?: readonly PlotNote[];
  /** Height over width of the plot; 1 where both axes have one unit. */
  readonly aspect?: number;
  /** What is shown, with its numbers. */
  readonly text: string;
}

const INK: Readonly<Record<PlotLook, string>> = {
  accent: COLOURS.accent,
  second: COLOURS.second,
  quiet: COLOURS.quiet,
};
const FILL: Readonly<Record<PlotLook, string>> = {
  accent: "rgba(29,78,121,0.16)",
  second: "rgba(180,83,9,0.16)",
  quiet: "rgba(82,96,109,0.14)",
};
const SYMBOL: Readonly<Record<PlotLook, string>> = {
  accent: "circle",
  second: "diamond",
  quiet: "square",
};
const POINT_PX = 7;
const TICK_SPACE = 26; // room for the abscissa's tick labels, px
const DASH = "5px,4px";

/**
 * Points, lines and bands over two axes of data, with a key above: what most figures of a journal are.
 *
 * The ordinate's title stands above the axis, so that it reads without turning the head and costs
 * a telephone no width.
 *
 * @throws InvalidInput without series, on a range that is none, or on columns of different lengths
 */
export function xyPlot(plot: XyPlot): FigureSpec {
  check(plot);
  const wide = draw(plot, COLUMN_WIDTH);
  return figure({ ...wide, narrow: draw(plot, NARROW_WIDTH), text: plot.text });
}

/** Ends of an axis that hold every finite value, with a little room beyond them. */
export function rangeOf(...columns: readonly ArrayLike<number>[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      const value = column[i]!;
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (!(low <= high)) throw new InvalidInput("rangeOf", "needs a finite value; got none");
  const pad = high > low ? (high - low) * 0.05 : Math.abs(high) * 0.1 || 1;
  return [low - pad, high + pad];
}

function draw(plot: XyPlot, width: number): Drawing {
  const entries = plot.series.flatMap(keyEntry);
  const key = placeKey(entries, { left: EDGE, right: width - EDGE, top: EDGE });
  const yTitle = wrap(plot.y.title, width - 2 * EDGE, SIZES.small);
  const xTitle = wrap(plot.x.title, width - 2 * EDGE, SIZES.small);
  const titleTall = yTitle.length * lineHeight(SIZES.small);
  const y = sheetAxis(plot.y, 6);
  const x = sheetAxis(plot.x, width < COLUMN_WIDTH ? 4 : 7);
  const labelWidth = Math.max(...y.ticks.labels.map((label) => textWidth(label, SIZES.small)));
  const left = Math.ceil(EDGE + labelWidth + 8);
  const right = width - EDGE - 14; // the last tick label hangs over
  const top = Math.ceil(key.bottom + titleTall + 8);
  const roomy = width === COLUMN_WIDTH && (plot.aspect ?? 0) >= 1 ? 0.72 : 1; // a square that fits a screen
  const frame = {
    left,
    right: Math.round(left + (right - left) * roomy),
    top,
    bottom: Math.round(top + (right - left) * roomy * (plot.aspect ?? 0.6)),
  };
  const xTall = xTitle.length * lineHeight(SIZES.small);
  const texts: SheetText[] = [
    ...key.texts,
    { x: EDGE, y: key.bottom + titleTall / 2, lines: yTitle, sizePx: SIZES.small },
    {
      x: (frame.left + frame.right) / 2,
      y: frame.bottom + TICK_SPACE + xTall / 2,
      lines: xTitle,
      align: "centre",
      sizePx: SIZES.small,
    },
  ];
  return drawSheet({
    width,
    height: Math.ceil(frame.bottom + TICK_SPACE + xTall + EDGE),
    plot: frame,
    axis: x,
    upright: y,
    traces: [...key.traces, ...plot.series.flatMap(traces), ...noteTrace(plot.notes ?? [])],
    texts,
  });
}

function sheetAxis({ range, scale = "linear", ticks }: PlotAxis, count: number): SheetAxis {
  const type = scale === "log" ? "log" : "linear";
  if (ticks !== undefined) return { type, range, ticks };
  const [low, high] = [Math.min(...range), Math.max(...range)];
  if (scale === "share") return { type, range, ticks: shareTicks() };
  return {
    type,
    range,
    ticks: type === "log" ? logTicks(low, high) : linearTicks(low, high, count),
  };
}

function traces(series: PlotSeries): PlotlyTrace[] {
  const look = series.look ?? "accent";
  const base = { type: "scatter", cliponaxis: series.kind !== "points" };
  switch (series.kind) {
    case "points":
      return [{ ...base, mode: "markers", ...columns(series), marker: marker(series, look) }];
    case "line":
      return [{ ...base, mode: "lines", ...columns(series), line: line(series.dashed, look) }];
    case "band": {
      const x = Array.from(series.x);
      const there = { x: [...x, ...[...x].reverse()] };
      const y = [...Array.from(series.lower), ...Array.from(series.upper).reverse()];
      const fill = { fill: "toself", fillcolor: FILL[look], line: { width: 0 } };
      return [{ ...base, mode: "lines", ...there, y, ...fill }];
    }
  }
}

function columns({ x, y }: { x: ArrayLike<number>; y: ArrayLike<number> }): {
  x: number[];
  y: number[];
} {
  return { x: Array.from(x), y: Array.from(y) };
}

function marker(series: Extract<PlotSeries, { kind: "points" }>, look: PlotLook): object {
  const { hollow = false, sizesPx } = series;
  return {
    symbol: SYMBOL[look],
    size: sizesPx ?? POINT_PX,
    sizemode: "diameter",
    opacity: 1,
    color: hollow ? COLOURS.paper : INK[look],
    line: { color: hollow ? INK[look] : COLOURS.paper, width: hollow ? 1.5 : 0.75 },
  };
}

function line(dashed: boolean | undefined, look: PlotLook): object {
  return { color: INK[look], width: dashed ? 1.5 : 2, ...(dashed ? { dash: DASH } : {}) };
}

function keyEntry(series: PlotSeries): KeyEntry[] {
  const { label, look = "accent" } = series;
  if (label === undefined) return [];
  if (series.kind === "points")
    return [{ label, marker: { ...marker(series, look), size: POINT_PX } }];
  if (series.kind === "line") return [{ label, line: line(series.dashed, look) }];
  return [{ label, line: { color: FILL[look], width: 10 } }];
}

/** Words on the data's axes, in one trace. */
function noteTrace(notes: readonly PlotNote[]): PlotlyTrace[] {
  if (notes.length === 0) return [];
  const sides = { left: "right", right: "left", centre: "center" } as const; // Plotly names the other side
  const heights = { above: "top", below: "bottom", beside: "middle" } as const;
  return [
    {
      type: "scatter",
      mode: "text",
      cliponaxis: false,
      x: notes.map(({ x }) => x),
      y: notes.map(({ y }) => y),
      text: notes.map(({ text }) => plotlyText(text)),
      textposition: notes.map(
        ({ align = "left", stands = "above" }) => `${heights[stands]} ${sides[align]}`,
      ),
      textfont: { size: SIZES.small, color: COLOURS.ink },
    },
  ];
}

function check({ x, y, series }: XyPlot): void {
  if (series.length === 0) throw new InvalidInput("xyPlot", "needs a series; got none");
  for (const { title, range, scale } of [x, y]) {
    if (!(range.every(Number.isFinite) && range[0] !== range[1])) {
      throw new InvalidInput(
        "xyPlot",
        `needs a range for "${title}"; got ${range[0]} to ${range[1]}`,
      );
    }
    if (scale === "log" && Math.min(...range) <= 0) {
      throw new InvalidInput(
        "xyPlot",
        `a logarithmic axis begins above 0; got ${Math.min(...range)}`,
      );
    }
  }
  for (const one of series) {
    const others = one.kind === "band" ? [one.lower, one.upper] : [one.y];
    const odd = others.find(({ length }) => length !== one.x.length);
    if (odd !== undefined) {
      const got = `${one.x.length} and ${odd.length}`;
      throw new InvalidInput("xyPlot", `needs columns of one length in each series; got ${got}`);
    }
  }
}
