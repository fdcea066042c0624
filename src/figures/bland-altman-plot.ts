import type { Estimate } from "../analysis/estimate.js";
import type { FigureSpec } from "./figure.js";
import {
  formatCount,
  formatInterval,
  formatLevel,
  formatNumber,
  type NumberStyle,
} from "./format.js";
import { type PlotNote, type PlotSeries, rangeOf, xyPlot } from "./xy-plot.js";

/** What a Bland–Altman plot shows; `blandAltman` of ostia/analysis gives it. */
export interface BlandAltmanShown {
  readonly means: ArrayLike<number>;
  readonly differences: ArrayLike<number>;
  readonly bias: Estimate;
  readonly lowerLimit: Estimate;
  readonly upperLimit: Estimate;
  readonly nOutside: number;
}

/** Words and numbers of a Bland–Altman plot. */
export interface BlandAltmanPlotOptions {
  /** What the mean is, with its unit: `Mean of model and CT (mm)`. */
  readonly mean: string;
  /** What the difference is, with its unit: `Model − CT (mm)`. */
  readonly difference: string;
  readonly style?: NumberStyle;
}

const ROOM_FOR_NAMES = 0.28; // of the width, so that no point lies under the names of the lines

/**
 * Differences against means, with bias and limits of agreement and the intervals of all three.
 *
 * @throws InvalidInput when the columns differ in length or hold no finite value
 * @source [@bland1986]
 */
export function blandAltmanPlot(
  shown: BlandAltmanShown,
  { mean, difference, style = { decimals: 2 } }: BlandAltmanPlotOptions,
): FigureSpec {
  const { means, differences, bias, lowerLimit, upperLimit } = shown;
  const lines = [
    { name: "Upper limit", at: upperLimit },
    { name: "Bias", at: bias },
    { name: "Lower limit", at: lowerLimit },
  ];
  const [least, most] = rangeOf(means);
  const x: readonly [number, number] = [least, most + (most - least) * ROOM_FOR_NAMES];
  const ends = lines.flatMap(({ at }) => [at.ci.lower, at.ci.upper, at.value]);
  const level = formatLevel(bias.ci.level);
  const bands = lines.map(({ name, at }): PlotSeries => {
    const look = name === "Bias" ? "accent" : "quiet";
    const label =
      name === "Lower limit" ? {} : { label: `${level} of ${name === "Bias" ? "bias" : "limits"}` };
    const { lower, upper } = at.ci;
    return { kind: "band", look, x, lower: [lower, lower], upper: [upper, upper], ...label };
  });
  const rules = lines.map(
    ({ name, at }): PlotSeries => ({
      kind: "line",
      look: name === "Bias" ? "accent" : "quiet",
      dashed: name !== "Bias",
      x,
      y: [at.value, at.value],
    }),
  );
  const zero: PlotSeries = { kind: "line", look: "quiet", x, y: [0, 0] };
  const notes = lines.map(
    ({ name, at }): PlotNote => ({
      x: x[1],
      y: at.value,
      text: `${name} ${formatNumber(at.value, style)}`,
      align: "right",
    }),
  );
  return xyPlot({
    x: { title: mean, range: x },
    y: { title: difference, range: rangeOf(differences, ends, [0]) },
    series: [...bands, zero, ...rules, { kind: "points", x: means, y: differences }],
    notes,
    text: inWords(shown, { mean, difference, style }),
  });
}

function inWords(
  { differences, bias, lowerLimit, upperLimit, nOutside }: BlandAltmanShown,
  { mean, difference, style = {} }: BlandAltmanPlotOptions,
): string {
  const said = ({ value, ci }: Estimate): string =>
    `${formatNumber(value, style)} (${formatLevel(ci.level)} ${formatInterval(ci, style)})`;
  return (
    `Bland–Altman plot. ${difference} against ${mean}, ${formatCount(differences.length)} pairs. ` +
    `Bias ${said(bias)}; lower limit ${said(lowerLimit)}; upper limit ${said(upperLimit)}. ` +
    `${formatCount(nOutside)} of ${formatCount(differences.length)} differences lie outside the limits.`
  );
}
