import { InvalidInput } from "../numeric/invalid-input.js";
import type { FigureSpec } from "./figure.js";
import { formatNumber, formatPercent } from "./format.js";
import { type PlotLook, type PlotSeries, xyPlot } from "./xy-plot.js";

/** Net benefit of one strategy at each threshold probability. */
export interface StrategyShown {
  readonly name: string;
  readonly netBenefit: ArrayLike<number>;
}

const LOOKS: readonly PlotLook[] = ["accent", "second"];
const DEEPEST = -0.25; // treating all sinks without end; what lies deeper says nothing more

/**
 * Net benefit against threshold probability, for up to two models beside treating all and none.
 *
 * @param thresholds - threshold probabilities, ascending
 * @param treatAll - net benefit of treating all at each of them
 * @throws InvalidInput unless there are one or two models with a value at each threshold
 * @source [@vickers2006]
 */
export function decisionCurvePlot(
  thresholds: ArrayLike<number>,
  models: readonly StrategyShown[],
  treatAll: ArrayLike<number>,
): FigureSpec {
  if (models.length < 1 || models.length > LOOKS.length) {
    throw new InvalidInput("decisionCurvePlot", `needs one or two models; got ${models.length}`);
  }
  const benefits = [...models.map(({ netBenefit }) => netBenefit), treatAll];
  const best = Math.max(...benefits.flatMap((column) => Array.from(column)), 0.01);
  const ends: readonly [number, number] = [thresholds[0]!, thresholds[thresholds.length - 1]!];
  const cut = (column: ArrayLike<number>): number[] =>
    Array.from(column, (value) => (value < best * DEEPEST ? Number.NaN : value));
  const lines = models.map(
    ({ name, netBenefit }, i): PlotSeries => ({
      kind: "line",
      look: LOOKS[i]!,
      x: thresholds,
      y: cut(netBenefit),
      label: name,
    }),
  );
  return xyPlot({
    x: { title: "Threshold probability", range: ends },
    y: { title: "Net benefit", range: [best * DEEPEST, best * 1.1] },
    series: [
      { kind: "line", look: "quiet", x: ends, y: [0, 0], label: "Treat none" },
      {
        kind: "line",
        look: "quiet",
        dashed: true,
        x: thresholds,
        y: cut(treatAll),
        label: "Treat all",
      },
      ...lines,
    ],
    text: inWords(thresholds, models, treatAll),
  });
}

function inWords(
  thresholds: ArrayLike<number>,
  models: readonly StrategyShown[],
  treatAll: ArrayLike<number>,
): string {
  const places = [0.25, 0.5, 0.75].map((share) => Math.round(share * (thresholds.length - 1)));
  const strategies = [...models, { name: "treat all", netBenefit: treatAll }];
  const at = places.map((i) => {
    const values = strategies.map(
      ({ name, netBenefit }) => `${name} ${formatNumber(netBenefit[i]!, { decimals: 3 })}`,
    );
    return `At a threshold of ${formatPercent(thresholds[i]!)}: ${values.join(", ")}.`;
  });
  return `Decision curve: net benefit against threshold probability; treating none is 0. ${at.join(" ")}`;
}
