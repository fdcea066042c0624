import type { Estimate, Interval } from "../analysis/estimate.js";
import { InvalidInput } from "../numeric/invalid-input.js";
import type { FigureSpec } from "./figure.js";
import { formatPercent, type NumberStyle } from "./format.js";
import { type IntervalRow, intervalPlot } from "./interval-plot.js";

/** One study of a forest plot. */
export interface ForestStudy extends Estimate {
  readonly label: string;
  /** Share of the pooled estimate, 0 to 1. */
  readonly weight?: number;
  /** Heading above this study, where a group begins, such as `Randomised`. */
  readonly group?: string;
}

/** What stands under the studies. */
export interface ForestPooled extends Estimate {
  /** Such as `Random effects (REML)`. */
  readonly label: string;
  readonly prediction?: Interval;
}

/** Words and numbers of a forest plot. */
export interface ForestPlotOptions {
  /** The effect, with its unit and which side favours what. */
  readonly effect: string;
  /** `log` for ratios, which are given as ratios; `share` for proportions. */
  readonly scale?: "linear" | "log" | "share";
  /** Value of no effect, as a dashed line. */
  readonly noEffect?: number;
  readonly style?: NumberStyle;
}

/**
 * Studies with their intervals, squares with the area of their weights, and the pooled effects as
 * diamonds below them.
 *
 * @throws InvalidInput without studies or without a pooled effect, or on a weight outside 0 to 1
 */
export function forestPlot(
  studies: readonly ForestStudy[],
  pooled: readonly ForestPooled[],
  { effect, scale = "linear", noEffect, style }: ForestPlotOptions,
): FigureSpec {
  if (studies.length === 0) throw new InvalidInput("forestPlot", "needs studies; got none");
  if (pooled.length === 0) throw new InvalidInput("forestPlot", "needs a pooled effect; got none");
  const odd = studies.find(({ weight = 0 }) => !(weight >= 0 && weight <= 1));
  if (odd !== undefined) {
    const got = `"${odd.label}" has ${odd.weight}`;
    throw new InvalidInput("forestPlot", `needs weights from 0 to 1; ${got}`);
  }
  const heaviest = Math.max(...studies.map(({ weight = 0 }) => weight));
  const heading = heaviest > 0 ? "Study, weight" : "Study";
  const rows: IntervalRow[] = [
    ...studies.map(({ label, value, ci, weight, group }, i): IntervalRow => {
      const sizePx = weight === undefined ? 9 : 5 + 9 * Math.sqrt(weight / (heaviest || 1));
      return {
        label: weight === undefined ? label : `${label}, ${formatPercent(weight)}`,
        value,
        intervals: [ci],
        mark: { shape: "square", sizePx },
        ...(group !== undefined ? { group } : i === 0 ? { group: heading } : {}),
      };
    }),
    ...pooled.flatMap(({ label, value, ci, prediction }, i): IntervalRow[] => [
      {
        label,
        value,
        intervals: [ci],
        mark: { shape: "diamond", sizePx: 13 },
        ...(i === 0 ? { group: "Pooled" } : {}),
      },
      ...(prediction === undefined
        ? []
        : [{ label: "Prediction of a new study", value, intervals: [prediction] }]),
    ]),
  ];
  return intervalPlot(rows, {
    axis: effect,
    intervals: [""],
    scale,
    ...(noEffect === undefined ? {} : { reference: { value: noEffect, label: "No effect" } }),
    ...(style === undefined ? {} : { style }),
  });
}
