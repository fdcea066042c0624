import { checkCounts, total } from "./counts.js";
import { type FigureSpec, figure, type PlotlyTrace } from "./figure.js";
import { formatCount, formatShare } from "./format.js";
import { type Marks, narrowRows, type RowChart, rowsInWords, wideRows } from "./row-chart.js";
import type { Frame, SheetText } from "./sheet.js";
import { textWidth } from "./static/font.js";
import { AREAS, SIZES } from "./theme.js";
import { shareTicks } from "./ticks.js";

/** One bar: how a number of subjects is divided. */
export interface AgreementRow {
  readonly label: string;
  /** One whole count for each part, in the parts' order. */
  readonly counts: readonly number[];
  /** Heading above this row, where a group begins. */
  readonly group?: string;
}

const BAR_PX = 24;

/**
 * Shares of a whole as stacked bars from 0 to 100 %, with the counts in them.
 *
 * The numbers beside a bar give the first part: `21 of 22 (95 %)`.
 *
 * @param options.parts - names of the parts, first the one that matters; two to four
 * @param options.axis - title of the axis; `Share of patients`
 * @param options.decimals - of the printed percentages; 0
 * @throws InvalidInput without rows, on other than two to four parts, or unless each row has
 *   one whole count a part and at least one subject
 */
export function agreementBars(
  rows: readonly AgreementRow[],
  {
    parts,
    axis = "Share of patients",
    decimals = 0,
  }: { parts: readonly string[]; axis?: string; decimals?: number },
): FigureSpec {
  checkCounts("agreementBars", rows, { parts, fewest: 2, most: AREAS.length });
  const chart: RowChart = {
    rows: rows.map(({ label, counts, group }) => ({
      label,
      value: formatShare(counts[0]!, total(counts), decimals),
      ...(group === undefined ? {} : { group }),
    })),
    valueHeading: parts[0]!,
    axis: { type: "linear", range: [0, 1], ticks: shareTicks() },
    axisTitle: axis,
    key: parts.map((label, i) => ({
      label,
      marker: { ...areaMarker(i), symbol: "square", size: 12 },
    })),
    markPx: BAR_PX,
    marks: (middles, plot) => marksOf(rows, parts.length, { middles, plot }),
  };
  const text = inWords(rows, parts, decimals);
  return figure({ ...wideRows(chart), narrow: narrowRows(chart), text });
}

function marksOf(
  rows: readonly AgreementRow[],
  parts: number,
  { middles, plot }: { middles: readonly number[]; plot: Frame },
): Marks {
  const traces: PlotlyTrace[] = [];
  for (let part = 0; part < parts; part++) {
    traces.push({
      type: "bar",
      orientation: "h",
      x: rows.map(({ counts }) => counts[part]! / total(counts)),
      y: middles,
      width: BAR_PX,
      cliponaxis: false,
      marker: areaMarker(part),
    });
  }
  return { traces, texts: rows.flatMap((row, i) => countsIn(row.counts, middles[i]!, plot)) };
}

/** The counts in the middle of their parts, where there is room. */
function countsIn(counts: readonly number[], y: number, plot: Frame): SheetText[] {
  const scale = (plot.right - plot.left) / total(counts); // px a subject
  let start = plot.left;
  return counts.flatMap((count, part) => {
    const width = count * scale;
    const x = start + width / 2;
    start += width;
    const label = formatCount(count);
    if (count === 0 || textWidth(label, SIZES.small) + 6 > width) return [];
    const colour = AREAS[part]!.ink;
    return [{ x, y, lines: [label], align: "centre" as const, sizePx: SIZES.small, colour }];
  });
}

function areaMarker(part: number): object {
  const { fill, outline } = AREAS[part]!;
  return { color: fill, line: { color: outline, width: 1 } };
}

function inWords(
  rows: readonly AgreementRow[],
  parts: readonly string[],
  decimals: number,
): string {
  const sentences = rowsInWords(rows, ({ counts }) => {
    const n = total(counts);
    return parts.map((part, i) => `${part} ${formatShare(counts[i]!, n, decimals)}`).join("; ");
  });
  return `Shares of a whole. ${sentences}`;
}
