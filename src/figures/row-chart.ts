import { COLUMN_WIDTH, type Drawing, NARROW_WIDTH, type PlotlyTrace } from "./figure.js";
import { type KeyEntry, placeKey } from "./key.js";
import {
  drawSheet,
  EDGE,
  type Frame,
  lineHeight,
  type SheetAxis,
  type SheetText,
  wrap,
} from "./sheet.js";
import { textWidth } from "./static/font.js";
import { COLOURS, SIZES } from "./theme.js";

/** What a chart of rows says beside its marks. */
export interface ChartRow {
  readonly label: string;
  /** The row's numbers in words. */
  readonly value: string;
  /** Heading above the first row of a group. */
  readonly group?: string;
}

/** A chart of rows: names, marks on one common axis, numbers. */
export interface RowChart {
  readonly rows: readonly ChartRow[];
  /** Heading of the column of numbers. */
  readonly valueHeading?: string;
  readonly axis: SheetAxis;
  readonly axisTitle: string;
  readonly key: readonly KeyEntry[];
  /** Height that the marks of one row take, px. */
  readonly markPx: number;
  /** Marks, given the middle of each row, px, and the plot's edges. */
  marks(middles: readonly number[], plot: Frame): Marks;
}

/** Traces on `x` and `y`, shapes, and words on the drawing's px. */
export interface Marks {
  readonly traces: readonly PlotlyTrace[];
  readonly shapes?: readonly object[];
  readonly texts?: readonly SheetText[];
}

/** Share of the width that names and numbers may take together in the wide drawing. */
const MOST_TEXT = 0.62;
const GAP = 16;
const ROW_GAP = 12;

/** Space under the plot for tick labels and one line of title, px. */
const TICKS = 26;

/** The wide drawing: names left, plot, numbers right. */
export function wideRows(chart: RowChart, width: number = COLUMN_WIDTH): Drawing {
  const values = column(chart.rows.map((row) => row.value));
  const heading = wrap(chart.valueHeading ?? "", Math.max(values, 150), SIZES.small, 600);
  const valueWidth = Math.max(values, column(heading, 600));
  const labelWidth = Math.min(
    Math.max(...chart.rows.map((row) => textWidth(row.label, SIZES.text))),
    Math.max(110, width * MOST_TEXT - valueWidth),
  );
  const left = Math.ceil(EDGE + labelWidth + GAP);
  const right = Math.floor(width - EDGE - valueWidth - GAP);
  const key = placeKey(chart.key, { left: EDGE, right: width - EDGE, top: EDGE });
  const texts: SheetText[] = [];
  let y = key.bottom;
  const besideKey = heading.length === 1 && key.last.right + GAP <= width - EDGE - valueWidth;
  if (chart.valueHeading !== undefined) {
    const tall = heading.length * lineHeight(SIZES.small);
    const middle = besideKey ? key.last.middle : y + tall / 2;
    texts.push(note(width - EDGE, middle, heading, "right", 600));
    if (!besideKey || chart.key.length === 0) y += tall + 2;
  }
  const top = y;
  y += ROW_GAP / 2;
  const middles: number[] = [];
  for (const row of chart.rows) {
    if (row.group !== undefined) {
      y = groupHeading(row.group, { room: width - 2 * EDGE, y, texts });
    }
    const lines = wrap(row.label, labelWidth + 1, SIZES.text);
    const tall = Math.max(chart.markPx, lines.length * lineHeight());
    const middle = y + tall / 2;
    texts.push({ x: EDGE, y: middle, lines });
    texts.push(note(width - EDGE, middle, [row.value], "right"));
    middles.push(middle);
    y += tall + ROW_GAP;
  }
  const plot = { left, right, top, bottom: Math.ceil(y - ROW_GAP / 2) };
  return finish(chart, { width, plot, middles, texts, key });
}

/** The narrow drawing: each row's name and numbers above its marks, which take all the width. */
export function narrowRows(chart: RowChart, width: number = NARROW_WIDTH): Drawing {
  const room = width - 2 * EDGE;
  const key = placeKey(chart.key, { left: EDGE, right: width - EDGE, top: EDGE });
  const texts: SheetText[] = [];
  let y = key.bottom;
  if (chart.valueHeading !== undefined) {
    const heading = wrap(`Numbers: ${chart.valueHeading}`, room, SIZES.small);
    const tall = heading.length * lineHeight(SIZES.small);
    texts.push(note(EDGE, y + tall / 2, heading));
    y += tall + ROW_GAP;
  }
  const top = y;
  const middles: number[] = [];
  for (const row of chart.rows) {
    if (row.group !== undefined) {
      y = groupHeading(row.group, { room, y, texts });
    }
    y = stackedText(row, { width, room, y, texts });
    const middle = y + 4 + chart.markPx / 2;
    middles.push(middle);
    y = middle + chart.markPx / 2 + ROW_GAP;
  }
  const labels = chart.axis.ticks.labels.map((label) => textWidth(label, SIZES.small));
  const inset = Math.ceil(EDGE + Math.max(...labels) / 2); // a tick label hangs over either end
  const plot = { left: inset, right: width - inset, top, bottom: Math.ceil(y - ROW_GAP / 2) };
  return finish(chart, { width, plot, middles, texts, key });
}

/** Rows as sentences that begin with group and name. */
export function rowsInWords<Row extends { readonly label: string; readonly group?: string }>(
  rows: readonly Row[],
  sentence: (row: Row) => string,
): string {
  let group = "";
  const sentences = rows.map((row) => {
    group = row.group === undefined ? group : `${row.group}: `;
    return `${group}${row.label}: ${sentence(row)}.`;
  });
  return sentences.join(" ");
}

/** Heading over all the width; gives where the next thing may begin. */
function groupHeading(
  group: string,
  { room, y, texts }: { room: number; y: number; texts: SheetText[] },
): number {
  const lines = wrap(group, room, SIZES.text, 600);
  const tall = lines.length * lineHeight();
  texts.push({ x: EDGE, y: y + tall / 2, lines, weight: 600 });
  return y + tall + ROW_GAP / 2;
}

/** Name and numbers on one line where both fit, else one under the other. */
function stackedText(
  row: ChartRow,
  { width, room, y, texts }: { width: number; room: number; y: number; texts: SheetText[] },
): number {
  const both = textWidth(row.label, SIZES.text) + GAP + textWidth(row.value, SIZES.small);
  const lines = both <= room ? [row.label] : wrap(row.label, room, SIZES.text);
  const labelTall = lines.length * lineHeight();
  texts.push({ x: EDGE, y: y + labelTall / 2, lines });
  if (both <= room) {
    texts.push(note(width - EDGE, y + labelTall / 2, [row.value], "right"));
    return y + labelTall;
  }
  const values = wrap(row.value, room, SIZES.small);
  const valueTall = values.length * lineHeight(SIZES.small);
  texts.push(note(EDGE, y + labelTall + valueTall / 2, values));
  return y + labelTall + valueTall;
}

interface Laid {
  readonly width: number;
  readonly plot: Frame;
  readonly middles: readonly number[];
  readonly texts: readonly SheetText[];
  readonly key: ReturnType<typeof placeKey>;
}

function finish(chart: RowChart, { width, plot, middles, texts, key }: Laid): Drawing {
  const marks = chart.marks(middles, plot);
  const title = wrap(chart.axisTitle, width - 2 * EDGE, SIZES.small);
  const tall = title.length * lineHeight(SIZES.small);
  const half = Math.max(...title.map((line) => textWidth(line, SIZES.small))) / 2;
  const middle = (plot.left + plot.right) / 2;
  const axisTitle: SheetText = {
    x: Math.max(EDGE + half, Math.min(width - EDGE - half, middle)),
    y: plot.bottom + TICKS + tall / 2,
    lines: title,
    align: "centre",
    sizePx: SIZES.small,
  };
  return drawSheet({
    width,
    height: Math.ceil(plot.bottom + TICKS + tall + EDGE),
    plot,
    axis: chart.axis,
    traces: [...key.traces, ...marks.traces],
    shapes: [...(marks.shapes ?? []), ...covers(texts, plot, width)],
    texts: [...texts, ...key.texts, axisTitle, ...(marks.texts ?? [])],
  });
}

/** White bands behind the words that lie in the plot, so that neither grid nor lines cross them. */
function covers(texts: readonly SheetText[], plot: Frame, width: number): object[] {
  return texts.flatMap(({ x, y, lines, align = "left", sizePx = SIZES.text, weight = 400 }) => {
    const wide = Math.max(...lines.map((line) => textWidth(line, sizePx, weight)));
    const left = align === "left" ? x : x - wide;
    const inPlot = left < plot.right && left + wide > plot.left && y > plot.top && y < plot.bottom;
    if (!inPlot) return [];
    const half = (lines.length * lineHeight(sizePx)) / 2 + 4; // meets the next line's band
    const at = { x0: 0, x1: width, y0: y - half, y1: y + half };
    const look = { fillcolor: COLOURS.paper, line: { width: 0 } };
    return [{ type: "rect", layer: "between", xref: "x2", yref: "y2", ...at, ...look }];
  });
}

function column(texts: readonly string[], weight = 400): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, SIZES.small, weight))));
}

function note(
  x: number,
  y: number,
  lines: readonly string[],
  align: "left" | "right" = "left",
  weight: 400 | 600 = 400,
): SheetText {
  return { x, y, lines, align, sizePx: SIZES.small, weight, colour: COLOURS.quiet };
}
