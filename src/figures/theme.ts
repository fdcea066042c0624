import { FONT_FAMILY } from "./static/font.js";

/**
 * Colours. Those of marks have at least 3 : 1 against white and the two of the pair differ
 * in lightness as well as in hue (blue dark, orange light), so that they stay apart in grey
 * print and with every common colour-vision deficiency. Marks differ in shape too.
 */
export const COLOURS = {
  ink: "#1f2933", // text and points
  quiet: "#52606d", // secondary text, axes
  grid: "#e4e7eb",
  paper: "#ffffff",
  accent: "#1d4e79",
  second: "#c8691c",
  neutral: "#c3cad2", // the rest of a whole; always outlined
  band: "#f3d9bf", // a printed figure's rounding interval
} as const;

/** Type sizes, px, at the drawing's own width. */
export const SIZES = { text: 14, small: 13, title: 15 } as const;

const axis = {
  automargin: true,
  gridcolor: COLOURS.grid,
  gridwidth: 1,
  linecolor: COLOURS.quiet,
  linewidth: 1,
  tickcolor: COLOURS.quiet,
  tickfont: { size: SIZES.small, color: COLOURS.ink },
  ticklen: 4,
  ticks: "outside",
  title: { font: { size: SIZES.text, color: COLOURS.ink }, standoff: 10 },
  zeroline: false,
} as const;

/** The one Plotly template of the project: white, thin axes, light grid. */
export const TEMPLATE: Readonly<Record<string, unknown>> = {
  layout: {
    autosize: false,
    colorway: [COLOURS.accent, COLOURS.second, COLOURS.quiet],
    font: { family: FONT_FAMILY, size: SIZES.text, color: COLOURS.ink },
    hovermode: false,
    legend: {
      orientation: "h",
      x: 0,
      xanchor: "left",
      y: 1,
      yanchor: "bottom",
      font: { size: SIZES.small, color: COLOURS.ink },
      itemclick: false,
      itemdoubleclick: false,
    },
    margin: { l: 16, r: 16, t: 24, b: 16, pad: 0 },
    paper_bgcolor: COLOURS.paper,
    plot_bgcolor: COLOURS.paper,
    separators: ".\u202f",
    title: {
      font: { size: SIZES.title, color: COLOURS.ink, weight: 600 },
      x: 0,
      xanchor: "left",
      xref: "container",
    },
    xaxis: { ...axis, showline: true },
    yaxis: { ...axis, showline: true },
  },
  data: {
    bar: [{ marker: { line: { width: 0 } } }],
    box: [{ fillcolor: "rgba(29,78,121,0.12)", line: { width: 1.5 }, marker: { size: 6 } }],
    histogram: [{ marker: { line: { width: 1, color: COLOURS.paper } } }],
    scatter: [{ marker: { size: 8 }, line: { width: 1.5 } }],
  },
};
