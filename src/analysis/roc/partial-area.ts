import { InvalidInput } from "../../numeric/index.js";
import { shown } from "../columns.js";
import { type CutCounts, cutCounts } from "./curve.js";
import { checkScored, type Direction } from "./scored.js";
import { tally } from "./tally.js";

/** The part of a ROC plot that matters: a range of specificity or of sensitivity, as fractions. */
export interface RocWindow {
  readonly focus: "specificity" | "sensitivity";
  readonly from: number;
  readonly to: number;
}

/** The area under the part of a ROC curve in a window. */
export interface PartialArea {
  readonly method: "partial-area";
  readonly direction: Direction;
  readonly window: RocWindow;
  readonly nEvents: number;
  readonly nNonEvents: number;
  readonly value: number; // at most the width of the window
  readonly standardised: number; // ½ for the diagonal, 1 for a perfect curve
  /** "below-diagonal": in the window the area is below chance, so `standardised` is not defined and reads NaN. */
  readonly note?: "below-diagonal";
}

const ROUNDING = 1e-12; // the share by which an area on the diagonal may miss it

/**
 * The partial area under the ROC curve and its standardisation.
 *
 * With the focus on specificity it is the mean sensitivity over the window times the width of the
 * window, and the other way round with the focus on sensitivity.
 *
 * @param scores - (n) one for each subject
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param direction - which scores speak for the event
 * @param window - such as { focus: "specificity", from: 0.9, to: 1 }
 * @throws InvalidInput as `areaUnderCurve`, and unless 0 ≤ from < to ≤ 1
 * @source [@mcclish1989]
 */
export function partialAreaUnderCurve(
  scores: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  direction: Direction,
  window: RocWindow,
): PartialArea {
  const scored = checkScored("partialAreaUnderCurve", scores, events, direction);
  checkWindow("partialAreaUnderCurve", window);
  const { nEvents, nNonEvents } = scored.outcomes;
  const value = partialArea(cutCounts(tally(scored)), window);
  const standardised = standardisedArea(value, window);
  return {
    method: "partial-area",
    direction,
    window: { focus: window.focus, from: window.from, to: window.to },
    nEvents,
    nNonEvents,
    value,
    standardised,
    ...(Number.isNaN(standardised) ? { note: "below-diagonal" } : {}),
  };
}

/**
 * Refuses what is no window of a ROC plot.
 *
 * @throws InvalidInput (`window`)
 */
export function checkWindow(where: string, window: RocWindow): void {
  const { focus, from, to } = window ?? {};
  if (focus !== "specificity" && focus !== "sensitivity") {
    const rule = `needs the focus "specificity" or "sensitivity"; got ${shown(focus)}`;
    throw new InvalidInput(where, rule, "window");
  }
  const areNumbers = typeof from === "number" && typeof to === "number";
  if (!areNumbers || !(from >= 0 && from < to && to <= 1)) {
    const rule = `needs a window with 0 ≤ from < to ≤ 1; got ${shown(from)} to ${shown(to)}`;
    throw new InvalidInput(where, rule, "window");
  }
}

/** The area in a window, the curve being straight between its points. */
export function partialArea(counts: CutCounts, { focus, from, to }: RocWindow): number {
  const { truePositives, trueNegatives, nEvents, nNonEvents } = counts;
  const last = truePositives.length - 1;
  const isSpecificity = focus === "specificity";
  const along = isSpecificity ? trueNegatives : truePositives; // ascends in the order of the walk
  const height = isSpecificity ? truePositives : trueNegatives;
  const [alongTotal, heightTotal] = isSpecificity ? [nNonEvents, nEvents] : [nEvents, nNonEvents];
  let area = 0;
  for (let step = 0; step < last; step++) {
    const [a, b] = isSpecificity ? [step, step + 1] : [last - step, last - step - 1];
    const [start, end] = [along[a]! / alongTotal, along[b]! / alongTotal];
    const [left, right] = [Math.max(start, from), Math.min(end, to)];
    if (!(right > left)) continue;
    const [first, fall] = [height[a]! / heightTotal, (height[a]! - height[b]!) / heightTotal];
    const middle = ((left + right) / 2 - start) / (end - start);
    area += (right - left) * (first - fall * middle);
  }
  return area;
}

/** McClish's standardisation; NaN below the diagonal. @source [@mcclish1989] */
export function standardisedArea(area: number, { from, to }: RocWindow): number {
  const width = to - from;
  const chance = width * (1 - (from + to) / 2);
  if (area < chance * (1 - ROUNDING)) return Number.NaN;
  return (1 + (area - chance) / (width - chance)) / 2;
}
