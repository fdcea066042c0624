import { FONT_FAMILY } from "./static/font.js";

/**
 * Colours. Lines and points have at least 5 : 1 against white. Areas of the pair are dark
 * blue and light orange with an orange outline, so that they stay apart in grey print and
 * with every common colour-vision deficiency; marks differ in shape as well.
 */
export const COLOURS = {
  ink: "#1f2933", // text and points
  quiet: "#52606d", // secondary text, axes
  grid: "#e4e7eb",
  paper: "#ffffff",
  accent: "#1d4e79",
  second: "#b45309",
  secondArea: "#f3bd85", // outlined in `second`
  rest: "#e4e7eb", // the rest of a whole, outlined in `quiet`
  band: "#fbe3c8", // the interval that a printed figure was rounded from
} as const;

/** Fill of an area, its outline, and the ink that is read on it. */
export interface Area {
  readonly fill: string;
  readonly outline: string;
  readonly ink: string;
}

/** Fills of areas that lie side by side, in order of use. */
export const AREAS: readonly [Area, Area, Area, Area] = [
  { fill: COLOURS.accent, outline: COLOURS.accent, ink: COLOURS.paper },
  { fill: COLOURS.secondArea, outline: COLOURS.second, ink: COLOURS.ink },
  { fill: COLOURS.rest, outline: COLOURS.quiet, ink: COLOURS.ink },
  { fill: COLOURS.paper, outline: COLOURS.quiet, ink: COLOURS.ink },
];

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
