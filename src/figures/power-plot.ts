import { InvalidInput } from "../numeric/invalid-input.js";
import type { FigureSpec } from "./figure.js";
import { formatCount, formatPercent } from "./format.js";
import { type PlotLook, rangeOf, xyPlot } from "./xy-plot.js";

/** Power of one design at each sample size. */
export interface PowerShown {
  readonly name: string;
  readonly n: ArrayLike<number>;
  readonly power: ArrayLike<number>;
}

const LOOKS: readonly PlotLook[] = ["accent", "second", "quiet"];

/**
 * Power against sample size, with the power asked for as a dashed line.
 *
 * @param target - power asked for; 0.8
 * @throws InvalidInput unless there are one to three curves
 */
export function powerPlot(
  curves: readonly PowerShown[],
  { n = "Patients", target = 0.8 }: { n?: string; target?: number } = {},
): FigureSpec {
  if (curves.length < 1 || curves.length > LOOKS.length) {
    throw new InvalidInput("powerPlot", `needs one to three curves; got ${curves.length}`);
  }
  const range = rangeOf(...curves.map((curve) => curve.n));
  const reached = curves.map(({ name, n: sizes, power }) => {
    const first = Array.from(power).findIndex((value) => value >= target);
    return first === -1
      ? `${name} does not reach it`
      : `${name} reaches it with ${formatCount(sizes[first]!)}`;
  });
  return xyPlot({
    x: { title: n, range },
    y: { title: "Power", range: [0, 1], scale: "share" },
    series: [
      { kind: "line", look: "quiet", dashed: true, x: range, y: [target, target] },
      ...curves.map(({ name, n: x, power: y }, i) => ({
        kind: "line" as const,
        look: LOOKS[i]!,
        x,
        y,
        label: name,
      })),
    ],
    notes: [
      {
        x: range[1],
        y: target,
        text: `Power ${formatPercent(target)}`,
        align: "right",
        stands: "below",
      },
    ],
    text: `Power against ${n}. Dashed: ${formatPercent(target)}; ${reached.join("; ")}.`,
  });
}
