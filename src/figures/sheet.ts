import type { Drawing, PlotlyTrace } from "./figure.js";
import { LINE_HEIGHT, textWidth } from "./static/font.js";
import { COLOURS, SIZES } from "./theme.js";
import type { Ticks } from "./ticks.js";

/**
 * A drawing with one plot in it and text anywhere around, all heights in px from the top.
 *
 * The axes: `x` is the data's and lies under the plot; `y` is the data's where the sheet has an
 * upright axis, else px, in the plot and outside; `x2` with `y2` is px over the whole drawing. Every width is measured in the figures' own
 * font, so nothing depends on a browser's layout.
 */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly plot: Frame;
  readonly axis?: SheetAxis;
  /** The data's upright axis; without it `y` is px. */
  readonly upright?: SheetAxis;
  readonly traces: readonly PlotlyTrace[];
  readonly shapes?: readonly object[];
  readonly texts: readonly SheetText[];
}

/** Edges of the plot, px from the drawing's left and top. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The data's axis. */
export interface SheetAxis {
  readonly type: "linear" | "log";
  readonly range: readonly [number, number];
  readonly ticks: Ticks;
}

/** Words at a place, px; `y` is the middle of the text, which may have several lines. */
export interface SheetText {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  readonly align?: "left" | "right" | "centre";
  readonly sizePx?: number;
  readonly weight?: 400 | 600;
  readonly colour?: string;
}

/** Distance from the drawing's edge to anything in it, px. */
export const EDGE = 8;

/** Height of one line, px. */
export function lineHeight(sizePx: number = SIZES.text): number {
  return Math.round(sizePx * LINE_HEIGHT);
}

/** Breaks a text at spaces into lines no wider than asked; a longer word stays whole. */
export function wrap(text: string, widthPx: number, sizePx: number, weight = 400): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, sizePx, weight) > widthPx) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Puts a sheet into Plotly's terms. */
export function drawSheet(sheet: Sheet): Drawing {
  const { width, height, plot, axis, upright, traces, shapes = [], texts } = sheet;
  const hidden = { automargin: false, visible: false, fixedrange: true };
  const layout = {
    margin: { l: 0, r: 0, t: 0, b: 0 },
    plot_bgcolor: "rgba(0,0,0,0)", // the px axes lie over the plot
    showlegend: false,
    barmode: "stack",
    shapes,
    xaxis: {
      ...(axis === undefined ? hidden : dataAxis(axis)),
      automargin: false,
      anchor: "y",
      domain: [plot.left / width, plot.right / width],
      range: axis === undefined ? [0, 1] : plotlyRange(axis),
    },
    yaxis: {
      ...(upright === undefined ? hidden : dataAxis(upright)),
      automargin: false,
      anchor: "x",
      domain: [1 - plot.bottom / height, 1 - plot.top / height],
      range: upright === undefined ? [plot.bottom, plot.top] : plotlyRange(upright),
    },
    xaxis2: { ...hidden, anchor: "y2", domain: [0, 1], range: [0, width] },
    yaxis2: { ...hidden, anchor: "x2", domain: [0, 1], range: [height, 0] },
  };
  return { data: [...traces, ...textTrace(texts)], layout, width, height };
}

/** Ends of an axis as Plotly has them: exponents where it is logarithmic. */
function plotlyRange({ type, range }: SheetAxis): number[] {
  return range.map((value) => (type === "log" ? Math.log10(value) : value));
}

function dataAxis({ type, ticks }: SheetAxis): object {
  return {
    type,
    tickmode: "array",
    tickvals: ticks.values,
    ticktext: ticks.labels.map(plotlyText),
    tickangle: 0,
    showgrid: true,
  };
}

/** All words as one trace of texts on the px axes. */
function textTrace(texts: readonly SheetText[]): PlotlyTrace[] {
  if (texts.length === 0) return [];
  // Plotly's position names where the text lies from its point, we name how it is aligned.
  const positions = {
    left: "middle right",
    right: "middle left",
    centre: "middle center",
  } as const;
  return [
    {
      type: "scatter",
      mode: "text",
      xaxis: "x2",
      yaxis: "y2",
      cliponaxis: false,
      x: texts.map(({ x }) => x),
      y: texts.map(({ y }) => y),
      text: texts.map(({ lines }) => lines.map(plotlyText).join("<br>")),
      textposition: texts.map(({ align = "left" }) => positions[align]),
      textfont: {
        size: texts.map(({ sizePx = SIZES.text }) => sizePx),
        weight: texts.map(({ weight = 400 }) => weight),
        color: texts.map(({ colour = COLOURS.ink }) => colour),
      },
    },
  ];
}

/** Plain text in Plotly's terms, where `<` and `&` begin markup. */
export function plotlyText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
