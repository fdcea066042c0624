import { InvalidInput } from "../numeric/invalid-input.js";
import { decimalsFor } from "./decimal.js";
import { type FigureSpec, figure, NARROW_WIDTH, type PlotlyLayout } from "./figure.js";
import { formatCount, formatPercent } from "./format.js";
import { formatPCell } from "./format-p.js";
import { plotlyText } from "./sheet.js";
import { COLOURS, SIZES } from "./theme.js";
import { linearTicks } from "./ticks.js";

const HEIGHT = 300;

/** Chances of all counts together may miss 1 by this much. */
const SLACK = 1e-9;

/** Narrow drawings name only every second count from here on. */
const MANY = 12;

/**
 * The chance of every count, with the observed count and all above it filled: what a guess
 * would give, and how much of it is as good as what was seen.
 *
 * @param chances - (n + 1) chance of the counts 0 to n
 * @param options.observed - the count that was seen
 * @param options.axis - what is counted
 * @throws InvalidInput unless the chances lie in [0, 1] and add up to 1, and the observed count
 *   is one of theirs
 */
export function chanceBars(
  chances: ArrayLike<number>,
  { observed, axis }: { observed: number; axis: string },
): FigureSpec {
  const all = Array.from(chances);
  checkChances(all, observed);
  const tail = all.slice(observed).reduce((sum, p) => sum + p, 0);
  const fill = (count: number): string => (count < observed ? COLOURS.rest : COLOURS.accent);
  const outline = (count: number): string => (count < observed ? COLOURS.quiet : COLOURS.accent);
  const counts = all.map((_, count) => count);
  const bars = {
    type: "bar",
    x: counts,
    y: all,
    width: 0.8,
    marker: { color: counts.map(fill), line: { color: counts.map(outline), width: 1 } },
  };
  const top = 1.08 * Math.max(...all);
  const ticks = linearTicks(0, top, 5).values;
  const decimals = decimalsFor(ticks[1]!, 1, 2); // as many as the distance of two ticks has
  const layout = (step: number): PlotlyLayout => ({
    margin: { l: 56, r: 16, t: 20, b: 48 },
    showlegend: false,
    xaxis: {
      title: { text: axis },
      range: [-0.6, all.length - 0.4],
      tick0: 0,
      dtick: step,
      showgrid: false,
    },
    yaxis: {
      title: { text: "Chance" },
      range: [0, top],
      tickmode: "array",
      tickvals: ticks,
      ticktext: ticks.map((tick) => formatPercent(tick, decimals)),
    },
    annotations: [tailName(observed, tail, Math.max(...all))],
  });
  const few = Math.ceil(all.length / 24);
  const narrow = { data: [bars], layout: layout(all.length > MANY ? few * 2 : few) };
  return figure({
    data: [bars],
    layout: layout(few),
    height: HEIGHT,
    narrow: { ...narrow, width: NARROW_WIDTH, height: HEIGHT },
    text: inWords(all, { observed, axis, tail }),
  });
}

/** Names the filled bars where the others leave room: above them, at the right. */
function tailName(observed: number, tail: number, highest: number): object {
  return {
    text: `${formatCount(observed)} or more:<br>chance ${plotlyText(formatPCell(tail))}`,
    showarrow: false,
    xref: "paper",
    x: 1,
    xanchor: "right",
    yref: "y",
    y: highest,
    yanchor: "top",
    align: "right",
    font: { size: SIZES.text, color: COLOURS.accent },
  };
}

function inWords(
  chances: readonly number[],
  { observed, axis, tail }: { observed: number; axis: string; tail: number },
): string {
  const each = chances.map((p, count) => `${formatCount(count)}: ${formatPercent(p, 1)}`);
  return (
    `Chance of each count. Axis: ${axis}. ${each.join("; ")}. ` +
    `Observed: ${formatCount(observed)}; as many or more have a chance of ${formatPCell(tail)}.`
  );
}

function checkChances(chances: readonly number[], observed: number): void {
  const odd = chances.find((p) => !(p >= 0 && p <= 1 + SLACK));
  if (odd !== undefined) {
    throw new InvalidInput("chanceBars", `needs chances from 0 to 1; got ${odd}`);
  }
  const sum = chances.reduce((total, p) => total + p, 0);
  if (Math.abs(sum - 1) > SLACK) {
    throw new InvalidInput("chanceBars", `needs chances that add up to 1; got ${sum}`);
  }
  if (!Number.isInteger(observed) || observed < 0 || observed >= chances.length) {
    const rule = `needs an observed count from 0 to ${chances.length - 1}`;
    throw new InvalidInput("chanceBars", `${rule}; got ${observed}`);
  }
}
