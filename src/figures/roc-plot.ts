import type { Estimate } from "../analysis/estimate.js";
import { InvalidInput } from "../numeric/invalid-input.js";
import type { FigureSpec } from "./figure.js";
import { formatInterval, formatLevel, formatNumber, formatPercent } from "./format.js";
import { type PlotLook, type PlotSeries, xyPlot } from "./xy-plot.js";

/** One curve of a ROC plot; `rocCurve` and `areaUnderCurve` of ostia/analysis give it. */
export interface RocShown {
  readonly name: string;
  readonly sensitivity: ArrayLike<number>;
  readonly specificity: ArrayLike<number>;
  readonly area?: Estimate;
  /** Pointwise or simultaneous band of the sensitivity. */
  readonly band?: {
    readonly specificity: ArrayLike<number>;
    readonly lower: ArrayLike<number>;
    readonly upper: ArrayLike<number>;
  };
  /** The cut-off in use. */
  readonly cutoff?: {
    readonly label: string;
    readonly sensitivity: number;
    readonly specificity: number;
  };
}

const LOOKS: readonly PlotLook[] = ["accent", "second", "quiet"];

/**
 * Sensitivity against 1 − specificity, up to three curves, the diagonal of chance among them.
 *
 * @throws InvalidInput unless there are one to three curves whose columns match
 */
export function rocPlot(curves: readonly RocShown[]): FigureSpec {
  if (curves.length < 1 || curves.length > LOOKS.length) {
    throw new InvalidInput("rocPlot", `needs one to three curves; got ${curves.length}`);
  }
  const chance: PlotSeries = { kind: "line", look: "quiet", dashed: true, x: [0, 1], y: [0, 1] };
  const bands = curves.flatMap((curve, i) => bandOf(curve, LOOKS[i]!));
  const lines = curves.map((curve, i) => lineOf(curve, LOOKS[i]!));
  const points = curves.flatMap((curve, i) => pointOf(curve, LOOKS[i]!));
  return xyPlot({
    x: { title: "1 − specificity", range: [0, 1], scale: "share" },
    y: { title: "Sensitivity", range: [0, 1], scale: "share" },
    series: [chance, ...bands, ...lines, ...points],
    notes: curves.flatMap(({ cutoff }) =>
      cutoff === undefined
        ? []
        : [
            {
              x: 1 - cutoff.specificity + 0.02,
              y: cutoff.sensitivity,
              text: cutoff.label,
              stands: "below" as const,
            },
          ],
    ),
    aspect: 1,
    text: inWords(curves),
  });
}

function lineOf({ name, sensitivity, specificity, area }: RocShown, look: PlotLook): PlotSeries {
  const label =
    area === undefined ? name : `${name}, AUC ${formatNumber(area.value, { decimals: 2 })}`;
  return { kind: "line", look, x: falsePositives(specificity), y: sensitivity, label };
}

function bandOf({ band }: RocShown, look: PlotLook): PlotSeries[] {
  if (band === undefined) return [];
  const { specificity, lower, upper } = band;
  return [{ kind: "band", look, x: falsePositives(specificity), lower, upper }];
}

function pointOf({ cutoff }: RocShown, look: PlotLook): PlotSeries[] {
  if (cutoff === undefined) return [];
  const { sensitivity, specificity } = cutoff;
  return [
    { kind: "points", look, x: [1 - specificity], y: [sensitivity], sizesPx: [10], hollow: true },
  ];
}

function falsePositives(specificity: ArrayLike<number>): number[] {
  return Array.from(specificity, (value) => 1 - value);
}

function inWords(curves: readonly RocShown[]): string {
  const sentences = curves.map(({ name, area, cutoff }) => {
    const auc =
      area === undefined
        ? name
        : `${name}: area under the curve ${formatNumber(area.value, { decimals: 3 })} ` +
          `(${formatLevel(area.ci.level)} ${formatInterval(area.ci, { decimals: 3 })})`;
    if (cutoff === undefined) return `${auc}.`;
    const { label, sensitivity, specificity } = cutoff;
    return `${auc}; at ${label}, sensitivity ${formatPercent(sensitivity)} and specificity ${formatPercent(specificity)}.`;
  });
  return `ROC curves: sensitivity against 1 − specificity. ${sentences.join(" ")}`;
}
