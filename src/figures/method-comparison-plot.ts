import type { Estimate } from "../analysis/estimate.js";
import type { FigureSpec } from "./figure.js";
import {
  formatCount,
  formatInterval,
  formatLevel,
  formatNumber,
  type NumberStyle,
} from "./format.js";
import { type PlotSeries, rangeOf, xyPlot } from "./xy-plot.js";

/** A line through two methods' values, such as Deming's or Passing and Bablok's. */
export interface MethodLine {
  readonly name: string;
  readonly intercept: Estimate;
  readonly slope: Estimate;
}

/** Words and numbers of a method comparison plot. */
export interface MethodComparisonOptions {
  /** The abscissa's method, with its unit. */
  readonly x: string;
  readonly y: string;
  readonly style?: NumberStyle;
}

/**
 * Two methods' values on one scale, with the line of identity and a fitted line.
 *
 * @param line - left out, only identity is drawn
 * @throws InvalidInput when the columns differ in length or hold no finite value
 */
export function methodComparisonPlot(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { x: xTitle, y: yTitle, style = { decimals: 2 } }: MethodComparisonOptions,
  line?: MethodLine,
): FigureSpec {
  const range = rangeOf(x, y);
  const identity: PlotSeries = {
    kind: "line",
    look: "quiet",
    dashed: true,
    x: range,
    y: range,
    label: "Identity",
  };
  const ends = rangeOf(x);
  const fitted: PlotSeries[] =
    line === undefined
      ? []
      : [
          {
            kind: "line",
            look: "second",
            x: ends,
            y: ends.map((at) => line.intercept.value + line.slope.value * at),
            label: line.name,
          },
        ];
  return xyPlot({
    x: { title: xTitle, range },
    y: { title: yTitle, range },
    series: [identity, { kind: "points", x, y }, ...fitted],
    aspect: 1,
    text: inWords(x.length, { x: xTitle, y: yTitle, style }, line),
  });
}

function inWords(
  n: number,
  { x, y, style = {} }: MethodComparisonOptions,
  line: MethodLine | undefined,
): string {
  const said = ({ value, ci }: Estimate): string =>
    `${formatNumber(value, style)} (${formatLevel(ci.level)} ${formatInterval(ci, style)})`;
  const fit =
    line === undefined
      ? ""
      : ` ${line.name}: slope ${said(line.slope)}, intercept ${said(line.intercept)}.`;
  return `${y} against ${x}, ${formatCount(n)} pairs, with the line of identity.${fit}`;
}
