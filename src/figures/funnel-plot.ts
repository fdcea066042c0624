import { InvalidInput } from "../numeric/invalid-input.js";
import { normalUpperQuantile } from "../numeric/normal.js";
import type { FigureSpec } from "./figure.js";
import { formatCount, formatNumber } from "./format.js";
import { type PlotSeries, rangeOf, xyPlot } from "./xy-plot.js";

/** What a funnel plot shows, on the scale of the analysis. */
export interface FunnelShown {
  readonly effects: ArrayLike<number>;
  readonly standardErrors: ArrayLike<number>;
  readonly pooled: number;
  /** Studies that trim and fill puts in. */
  readonly filled?: {
    readonly effects: ArrayLike<number>;
    readonly standardErrors: ArrayLike<number>;
  };
}

/**
 * Standard errors against effects, precise studies at the top, with the funnel that holds 95 % of
 * the studies when nothing but chance tells them apart.
 *
 * @param effect - the effect, with the scale of the analysis: `log odds ratio`
 * @throws InvalidInput on unequal columns or a standard error that is not above 0
 */
export function funnelPlot(
  { effects, standardErrors, pooled, filled }: FunnelShown,
  { effect }: { effect: string },
): FigureSpec {
  const errors = [...Array.from(standardErrors), ...Array.from(filled?.standardErrors ?? [])];
  const odd = errors.find((error) => !(error > 0 && Number.isFinite(error)));
  if (errors.length === 0 || odd !== undefined) {
    throw new InvalidInput("funnelPlot", `needs standard errors above 0; got ${odd ?? "none"}`);
  }
  const largest = Math.max(...errors) * 1.08;
  const z = normalUpperQuantile(0.025);
  const funnel: PlotSeries = {
    kind: "band",
    look: "quiet",
    x: [pooled - z * largest, pooled, pooled + z * largest],
    lower: [largest, 0, largest],
    upper: [largest, largest, largest],
    label: "95 % of studies by chance",
  };
  const added: PlotSeries[] =
    filled === undefined || filled.effects.length === 0
      ? []
      : [
          {
            kind: "points",
            look: "second",
            hollow: true,
            x: filled.effects,
            y: filled.standardErrors,
            label: "Filled in",
          },
        ];
  return xyPlot({
    x: {
      title: effect,
      range: rangeOf(effects, filled?.effects ?? [], [pooled - z * largest, pooled + z * largest]),
    },
    y: { title: "Standard error (small ones above)", range: [largest, 0] },
    series: [
      funnel,
      { kind: "line", look: "quiet", dashed: true, x: [pooled, pooled], y: [0, largest] },
      { kind: "points", x: effects, y: standardErrors, label: "Study" },
      ...added,
    ],
    text:
      `Funnel plot of ${formatCount(effects.length)} studies: standard error against ${effect}, ` +
      `around the pooled ${formatNumber(pooled, { decimals: 3 })}. ` +
      `${formatCount(filled?.effects.length ?? 0)} filled in.`,
  });
}
