import { checkCounts, total } from "./counts.js";
import {
  COLUMN_WIDTH,
  type Drawing,
  type FigureSpec,
  figure,
  NARROW_WIDTH,
  type PlotlyTrace,
} from "./figure.js";
import { formatCount, formatShare } from "./format.js";
import { placeKey } from "./key.js";
import { drawSheet, EDGE, lineHeight, type SheetText, wrap } from "./sheet.js";
import { textWidth } from "./static/font.js";
import { AREAS, COLOURS, SIZES } from "./theme.js";

/** One group of patients and how many of them had each outcome. */
export interface OutcomeGroup {
  readonly label: string;
  /** One whole count for each outcome, in the outcomes' order. */
  readonly counts: readonly number[];
}

/** Shapes by outcome, so that colour is never the only difference. */
const SYMBOLS = ["circle", "circle", "square", "diamond"] as const;

/** Marks stand this far apart; from `MANY` patients in a group on, the smaller distance. */
const PITCH = 24;
const SMALL_PITCH = 13;
const MANY = 150;

const GROUP_GAP = 14;

/** Patients in a line are a multiple of this, so that the eye can count them. */
const FIVE = 5;

/**
 * Every patient as one mark, by group and outcome: the raw data of a table of counts.
 *
 * Groups stand one under the other; in each, patients with the first outcome come first. The
 * words beside a group's name give the first outcome's count: `light seen: 6 of 9 (67 %)`.
 *
 * @param options.outcomes - names of the outcomes, one to four
 * @throws InvalidInput without groups, on other than one to four outcomes, unless each group has
 *   one whole count an outcome and at least one patient
 */
export function outcomeGrid(
  groups: readonly OutcomeGroup[],
  { outcomes }: { outcomes: readonly string[] },
): FigureSpec {
  checkCounts("outcomeGrid", groups, { parts: outcomes, fewest: 1, most: SYMBOLS.length });
  const wide = gridAt(groups, outcomes, COLUMN_WIDTH);
  const narrow = gridAt(groups, outcomes, NARROW_WIDTH);
  return figure({ ...wide, narrow, text: inWords(groups, outcomes) });
}

function gridAt(
  groups: readonly OutcomeGroup[],
  outcomes: readonly string[],
  width: number,
): Drawing {
  const entries = outcomes.map((label, i) => ({ label, marker: markerOf(i, 13) }));
  const key = placeKey(entries, { left: EDGE, right: width - EDGE, top: EDGE });
  const pitch = groups.some(({ counts }) => total(counts) >= MANY) ? SMALL_PITCH : PITCH;
  const marks = outcomes.map(() => ({ x: [] as number[], y: [] as number[] }));
  const texts: SheetText[] = [...key.texts];
  let y = key.bottom;
  for (const group of groups) {
    y = heading(group, outcomes[0]!, { width, y, texts });
    const perLine = patientsInLine(total(group.counts), Math.floor((width - 2 * EDGE) / pitch));
    for (const [i, outcome] of outcomeOfEach(group.counts).entries()) {
      marks[outcome]!.x.push(EDGE + ((i % perLine) + 0.5) * pitch);
      marks[outcome]!.y.push(y + (Math.floor(i / perLine) + 0.5) * pitch);
    }
    y += Math.ceil(total(group.counts) / perLine) * pitch + GROUP_GAP;
  }
  const traces = marks.map(
    (at, i): PlotlyTrace => ({
      type: "scatter",
      mode: "markers",
      xaxis: "x2",
      yaxis: "y2",
      cliponaxis: false,
      ...at,
      marker: markerOf(i, pitch * 0.68),
    }),
  );
  const height = Math.ceil(y - GROUP_GAP + EDGE);
  const plot = { left: EDGE, right: width - EDGE, top: EDGE, bottom: height - EDGE };
  const drawn = traces.filter((_, i) => marks[i]!.x.length > 0);
  return drawSheet({ width, height, plot, traces: [...key.traces, ...drawn], texts });
}

/** A group's name and its first outcome in words; gives where its marks may begin. */
function heading(
  { label, counts }: OutcomeGroup,
  first: string,
  { width, y, texts }: { width: number; y: number; texts: SheetText[] },
): number {
  const n = total(counts);
  const name = `${label} (n\u00a0=\u00a0${formatCount(n)})`;
  const value = `${first}: ${formatShare(counts[0]!, n)}`;
  const room = width - 2 * EDGE;
  const beside = textWidth(name, SIZES.text, 600) + 16;
  const quiet = { sizePx: SIZES.small, colour: COLOURS.quiet };
  const lines = wrap(name, room, SIZES.text, 600);
  const tall = lines.length * lineHeight();
  texts.push({ x: EDGE, y: y + tall / 2, lines, weight: 600 });
  if (beside + textWidth(value, SIZES.small) <= room) {
    texts.push({ x: EDGE + beside, y: y + tall / 2, lines: [value], ...quiet });
    return y + tall + 2;
  }
  const under = wrap(value, room, SIZES.small);
  const underTall = under.length * lineHeight(SIZES.small);
  texts.push({ x: EDGE, y: y + tall + underTall / 2, lines: under, ...quiet });
  return y + tall + underTall + 2;
}

/** All in one line where they fit, else the largest multiple of five that does. */
function patientsInLine(n: number, most: number): number {
  return n <= most ? n : Math.max(1, Math.floor(most / FIVE) * FIVE || most);
}

function outcomeOfEach(counts: readonly number[]): number[] {
  return counts.flatMap((count, outcome) => new Array<number>(count).fill(outcome));
}

function markerOf(outcome: number, size: number): object {
  const { fill, outline } = AREAS[outcome]!;
  return { symbol: SYMBOLS[outcome], size, color: fill, line: { color: outline, width: 1.5 } };
}

function inWords(groups: readonly OutcomeGroup[], outcomes: readonly string[]): string {
  const lines = groups.map(({ label, counts }) => {
    const n = total(counts);
    const shares = outcomes.map((outcome, i) => `${outcome} ${formatShare(counts[i]!, n)}`);
    return `${label} (n = ${formatCount(n)}): ${shares.join("; ")}.`;
  });
  return `Each mark is one patient. ${lines.join(" ")}`;
}
