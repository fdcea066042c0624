import { InvalidInput } from "../numeric/invalid-input.js";
import type { FigureSpec } from "./figure.js";
import { formatCount, formatPercent } from "./format.js";
import { type PlotSeries, xyPlot } from "./xy-plot.js";

/** Places in the plane of sensitivity and specificity, as columns. */
export interface AccuracyPlaces {
  readonly sensitivity: ArrayLike<number>;
  readonly specificity: ArrayLike<number>;
}

/** What a summary ROC plot shows. */
export interface SrocShown {
  readonly studies: AccuracyPlaces & { readonly n: ArrayLike<number> };
  readonly summary: { readonly sensitivity: number; readonly specificity: number };
  readonly curve?: AccuracyPlaces;
  readonly confidenceRegion?: AccuracyPlaces;
  readonly predictionRegion?: AccuracyPlaces;
}

/**
 * Studies of one diagnostic test, the area of their marks by size, with the summary point, its
 * confidence and prediction regions and the summary curve.
 *
 * @throws InvalidInput without studies, or on columns of different lengths
 */
export function srocPlot(shown: SrocShown): FigureSpec {
  const { studies, summary, curve, confidenceRegion, predictionRegion } = shown;
  const n = Array.from(studies.n);
  if (n.length === 0) throw new InvalidInput("srocPlot", "needs studies; got none");
  const largest = Math.max(...n);
  const outline = (
    places: AccuracyPlaces | undefined,
    label: string,
    dashed: boolean,
  ): PlotSeries[] =>
    places === undefined
      ? []
      : [{ kind: "line", look: dashed ? "quiet" : "second", dashed, ...onAxes(places), label }];
  return xyPlot({
    x: { title: "1 − specificity", range: [0, 1], scale: "share" },
    y: { title: "Sensitivity", range: [0, 1], scale: "share" },
    series: [
      ...(curve === undefined
        ? []
        : [{ kind: "line" as const, ...onAxes(curve), label: "Summary curve" }]),
      ...outline(predictionRegion, "Prediction region", true),
      ...outline(confidenceRegion, "Confidence region", false),
      {
        kind: "points",
        hollow: true,
        ...onAxes(studies),
        sizesPx: n.map((size) => 5 + 9 * Math.sqrt(size / largest)),
        label: "Study, area by size",
      },
      {
        kind: "points",
        look: "second",
        x: [1 - summary.specificity],
        y: [summary.sensitivity],
        sizesPx: [11],
        label: "Summary",
      },
    ],
    aspect: 1,
    text: inWords(shown),
  });
}

function onAxes({ sensitivity, specificity }: AccuracyPlaces): {
  x: number[];
  y: ArrayLike<number>;
} {
  return { x: Array.from(specificity, (value) => 1 - value), y: sensitivity };
}

function inWords({ studies, summary }: SrocShown): string {
  const rows = Array.from(studies.n, (n, i) => {
    const [sensitivity, specificity] = [studies.sensitivity[i]!, studies.specificity[i]!];
    return `${formatCount(n)} patients: ${formatPercent(sensitivity)} and ${formatPercent(specificity)}.`;
  });
  const pooled = `${formatPercent(summary.sensitivity)} and ${formatPercent(summary.specificity)}`;
  return `Summary ROC plot. Summary sensitivity and specificity ${pooled}. ${rows.join(" ")}`;
}
