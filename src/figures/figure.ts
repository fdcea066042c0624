import { InvalidInput } from "../numeric/invalid-input.js";

/** One Plotly trace, as Plotly's reference describes it. */
export interface PlotlyTrace {
  readonly type: string;
  readonly [attribute: string]: unknown;
}

/** A Plotly layout, as Plotly's reference describes it, without `template`, `width` and `height`. */
export interface PlotlyLayout {
  readonly [attribute: string]: unknown;
}

/** What is drawn, and how large, px. */
export interface Drawing {
  readonly data: readonly PlotlyTrace[];
  readonly layout: PlotlyLayout;
  readonly width: number;
  readonly height: number;
}

/** A figure: the drawing, the same for a narrow screen, and what both say in words. */
export interface FigureSpec extends Drawing {
  readonly kind: "figure";
  /** What is shown, with its numbers, for those who cannot see it. */
  readonly text: string;
  /** The same content laid out for a telephone; drawn below `NARROW_SCREEN` px. */
  readonly narrow?: Drawing;
}

/** Width of the reports' text column, px. */
export const COLUMN_WIDTH = 680;

/** Width for which narrow drawings are laid out, px: a telephone of 360 px less its margins. */
export const NARROW_WIDTH = 340;

/** Screens up to this width, px, show the narrow drawing. */
export const NARROW_SCREEN = 540;

/** Nothing legible is smaller. */
const LEAST_PX = 40;

/**
 * A figure from Plotly traces and a layout, in the project's look.
 *
 * Unless `narrow` is given, the same traces are laid out once more at `NARROW_WIDTH` for
 * small screens. A layout that only suits one width (annotations placed in pixels, say)
 * should bring its own.
 *
 * @param options.text - what is shown, with its numbers, in plain words
 * @param options.width - px; the text column's width
 * @param options.height - px; 400
 * @throws InvalidInput without traces, without a text, or with a width or height below 40
 */
export function figure({
  data,
  layout = {},
  text,
  width = COLUMN_WIDTH,
  height = 400,
  narrow,
}: {
  data: readonly PlotlyTrace[];
  layout?: PlotlyLayout;
  text: string;
  width?: number;
  height?: number;
  narrow?: Drawing;
}): FigureSpec {
  if (data.length === 0) throw new InvalidInput("figure", "needs at least one trace; got none");
  if (text.trim() === "") {
    throw new InvalidInput("figure", "needs a text that says what is shown; got an empty one");
  }
  for (const [name, value] of Object.entries({ width, height })) {
    if (!(value >= LEAST_PX && Number.isFinite(value))) {
      throw new InvalidInput("figure", `${name} must be at least ${LEAST_PX} px; got ${value}`);
    }
  }
  const small = narrow ?? { data, layout, width: Math.min(width, NARROW_WIDTH), height };
  return { kind: "figure", data, layout, width, height, text, narrow: small };
}
