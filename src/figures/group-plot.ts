import { quantile } from "../numeric/descriptive.js";
import { InvalidInput } from "../numeric/invalid-input.js";
import { COLUMN_WIDTH, type FigureSpec } from "./figure.js";
import { formatCount, formatNumber, type NumberStyle } from "./format.js";
import { type PlotSeries, rangeOf, xyPlot } from "./xy-plot.js";

/** The values of one group. */
export interface GroupShown {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

const SPREAD = 0.32; // of the distance between groups, to either side
const BINS = 40;

/**
 * Every value of each group as a point, with median and quartiles: the raw data, before any model.
 *
 * Points of one height stand side by side, so that none hides another; the same data give the same
 * places.
 *
 * @param axis - what is measured, with its unit
 * @throws InvalidInput without groups, or on a group without finite values
 */
export function groupPlot(
  groups: readonly GroupShown[],
  { axis, style = { decimals: 1 } }: { axis: string; style?: NumberStyle },
): FigureSpec {
  const empty = groups.find(({ values }) => values.length === 0);
  if (groups.length === 0 || empty !== undefined) {
    const got = empty === undefined ? "no group" : `none in "${empty.name}"`;
    throw new InvalidInput("groupPlot", `needs values in each group; got ${got}`);
  }
  const range = rangeOf(...groups.map(({ values }) => values));
  const quartiles = groups.map(({ values }) => {
    const sorted = Float64Array.from(values).sort();
    return [0.25, 0.5, 0.75].map((p) => quantile(sorted, p));
  });
  const series = groups.flatMap(({ values }, g): PlotSeries[] => {
    const [lower, middle, upper] = quartiles[g]! as [number, number, number];
    const ends = [g - SPREAD, g + SPREAD];
    return [
      { kind: "band", look: "quiet", x: ends, lower: [lower, lower], upper: [upper, upper] },
      { kind: "points", x: sideBySide(values, g, range), y: values, hollow: true },
      { kind: "line", look: "second", x: ends, y: [middle, middle] },
    ];
  });
  return xyPlot({
    x: {
      title: "",
      range: [-0.6, groups.length - 0.4],
      ticks: { values: groups.map((_, g) => g), labels: groups.map(({ name }) => name) },
    },
    y: { title: axis, range },
    series,
    aspect: 300 / COLUMN_WIDTH,
    text: `${axis}. ${groups.map((group, g) => sentence(group, quartiles[g]!, style)).join(" ")}`,
  });
}

/** Values in one bin of the height stand beside each other, centred on the group. */
function sideBySide(
  values: ArrayLike<number>,
  centre: number,
  [low, high]: [number, number],
): number[] {
  const binOf = (value: number): number => Math.floor(((value - low) / (high - low)) * BINS);
  const sizes = new Map<number, number>();
  for (let i = 0; i < values.length; i++) {
    const bin = binOf(values[i]!);
    sizes.set(bin, (sizes.get(bin) ?? 0) + 1);
  }
  const fullest = Math.max(...sizes.values());
  const step = Math.min(0.06, (2 * SPREAD) / fullest);
  const placed = new Map<number, number>();
  return Array.from(values, (value) => {
    const bin = binOf(value);
    const before = placed.get(bin) ?? 0;
    placed.set(bin, before + 1);
    return centre + (before - (sizes.get(bin)! - 1) / 2) * step;
  });
}

function sentence(
  { name, values }: GroupShown,
  quartiles: readonly number[],
  style: NumberStyle,
): string {
  const [lower, middle, upper] = quartiles.map((value) => formatNumber(value, style));
  return `${name}: ${formatCount(values.length)} values, median ${middle}, quartiles ${lower} and ${upper}.`;
}
