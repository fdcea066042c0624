import type { PlotlyTrace } from "./figure.js";
import { lineHeight, type SheetText } from "./sheet.js";
import { textWidth } from "./static/font.js";
import { SIZES } from "./theme.js";

/** One entry of a figure's key: a mark as it is drawn, and what it stands for. */
export interface KeyEntry {
  readonly label: string;
  /** Plotly's `marker`; left out for a mere line. */
  readonly marker?: object;
  /** Plotly's `line`; left out for a mere mark. */
  readonly line?: object;
}

/** A key laid out in rows. */
export interface PlacedKey {
  readonly traces: readonly PlotlyTrace[];
  readonly texts: readonly SheetText[];
  /** Where the next thing may begin, px from the top. */
  readonly bottom: number;
  /** Middle of the last row and the end of its last entry, px. */
  readonly last: { readonly middle: number; readonly right: number };
}

const SWATCH = 22;
const GAP = 18;

/** Lays a key out from the left, in as many rows as the width asks for. */
export function placeKey(
  entries: readonly KeyEntry[],
  { left, right, top }: { left: number; right: number; top: number },
): PlacedKey {
  const traces: PlotlyTrace[] = [];
  const texts: SheetText[] = [];
  const tall = lineHeight(SIZES.small) + 4;
  let [x, y] = [left, top];
  for (const { label, marker, line } of entries) {
    const width = SWATCH + 6 + textWidth(label, SIZES.small);
    if (x > left && x + width > right) [x, y] = [left, y + tall];
    const middle = y + tall / 2;
    const mark = { type: "scatter", xaxis: "x2", yaxis: "y2", cliponaxis: false };
    if (line !== undefined) {
      traces.push({ ...mark, mode: "lines", x: [x, x + SWATCH], y: [middle, middle], line });
    }
    if (marker !== undefined) {
      traces.push({ ...mark, mode: "markers", x: [x + SWATCH / 2], y: [middle], marker });
    }
    texts.push({ x: x + SWATCH + 6, y: middle, lines: [label], sizePx: SIZES.small });
    x += width + GAP;
  }
  const bottom = entries.length === 0 ? top : y + tall + 6;
  return { traces, texts, bottom, last: { middle: y + tall / 2, right: x - GAP } };
}
