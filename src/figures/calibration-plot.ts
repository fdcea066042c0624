import type { Estimate } from "../analysis/estimate.js";
import type { FigureSpec } from "./figure.js";
import { formatCount, formatInterval, formatLevel, formatNumber, formatPercent } from "./format.js";
import { type PlotSeries, xyPlot } from "./xy-plot.js";

/** What a calibration plot shows; `calibration` of ostia/analysis gives it. */
export interface CalibrationShown {
  /** Smoothed observed risk over predicted risk. */
  readonly curve: { readonly predicted: ArrayLike<number>; readonly observed: ArrayLike<number> };
  /** Groups of patients by predicted risk. */
  readonly groups?: readonly {
    readonly predicted: number;
    readonly observed: number;
    readonly n: number;
  }[];
  readonly intercept?: Estimate;
  readonly slope?: Estimate;
}

/**
 * Observed against predicted risk: the smoothed curve, groups of patients with the area of their
 * marks by size, and the diagonal of perfect calibration.
 *
 * @throws InvalidInput when the curve's columns differ in length
 */
export function calibrationPlot(shown: CalibrationShown): FigureSpec {
  const { curve, groups = [] } = shown;
  const ideal: PlotSeries = {
    kind: "line",
    look: "quiet",
    dashed: true,
    x: [0, 1],
    y: [0, 1],
    label: "Ideal",
  };
  const smoothed: PlotSeries = {
    kind: "line",
    x: curve.predicted,
    y: curve.observed,
    label: "Observed, smoothed",
  };
  const largest = Math.max(1, ...groups.map(({ n }) => n));
  const marks: PlotSeries[] =
    groups.length === 0
      ? []
      : [
          {
            kind: "points",
            look: "second",
            x: groups.map(({ predicted }) => predicted),
            y: groups.map(({ observed }) => observed),
            sizesPx: groups.map(({ n }) => 5 + 9 * Math.sqrt(n / largest)),
            label: "Groups, area by size",
          },
        ];
  return xyPlot({
    x: { title: "Predicted risk", range: [0, 1], scale: "share" },
    y: { title: "Observed share", range: [0, 1], scale: "share" },
    series: [ideal, smoothed, ...marks],
    aspect: 1,
    text: inWords(shown),
  });
}

function inWords({ groups = [], intercept, slope }: CalibrationShown): string {
  const said = (name: string, estimate: Estimate | undefined): string[] =>
    estimate === undefined
      ? []
      : [
          `${name} ${formatNumber(estimate.value)} (${formatLevel(estimate.ci.level)} ${formatInterval(estimate.ci)}).`,
        ];
  const rows = groups.map(
    ({ predicted, observed, n }) =>
      `Predicted ${formatPercent(predicted)}: observed ${formatPercent(observed)} of ${formatCount(n)}.`,
  );
  return [
    "Calibration plot: observed share against predicted risk.",
    ...said("Intercept", intercept),
    ...said("Slope", slope),
    ...rows,
  ].join(" ");
}
