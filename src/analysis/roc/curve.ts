import { checkScored, type Direction } from "./scored.js";
import { type Tally, tally, twicePairsWon } from "./tally.js";

/** An empirical ROC curve; entry i of each column belongs to threshold i. */
export interface RocCurve {
  readonly method: "roc-curve";
  readonly direction: Direction;
  readonly nEvents: number;
  readonly nNonEvents: number;
  readonly area: number; // ties counting half
  /** (k + 1) −Infinity, the midpoints of the k distinct scores, Infinity; ascending. */
  readonly thresholds: Float64Array;
  readonly sensitivities: Float64Array; // (k + 1)
  readonly specificities: Float64Array; // (k + 1)
  readonly truePositives: Float64Array; // (k + 1) counts
  readonly trueNegatives: Float64Array; // (k + 1) counts
}

/** What is right at each of the k + 1 cuts, specificity ascending; cut c calls groups c … k − 1 positive. */
export interface CutCounts {
  readonly truePositives: Float64Array;
  readonly trueNegatives: Float64Array;
  readonly nEvents: number;
  readonly nNonEvents: number;
}

/**
 * The empirical ROC curve: sensitivity and specificity at every threshold that tells scores apart.
 *
 * A subject is called positive when the score is at or above the threshold ("higher"), or at or
 * below it ("lower"). The counts are of scores on either side, so they hold even where a midpoint
 * of two neighbouring doubles rounds onto one of them.
 *
 * @param scores - (n) one for each subject
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param direction - which scores speak for the event
 * @throws InvalidInput on unequal lengths, scores that are not finite, events that are not 0 or 1,
 *   or no event or no non-event
 * @source [@metz1978]
 */
export function rocCurve(
  scores: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  direction: Direction,
): RocCurve {
  const counts = tally(checkScored("rocCurve", scores, events, direction));
  const { nEvents, nNonEvents } = counts;
  const { truePositives, trueNegatives } = cutCounts(counts);
  const thresholds = truePositives.map((_, cut) => thresholdAt(counts, direction, cut));
  if (direction === "lower") {
    for (const column of [thresholds, truePositives, trueNegatives]) column.reverse();
  }
  return {
    method: "roc-curve",
    direction,
    nEvents,
    nNonEvents,
    area: twicePairsWon(counts) / (2 * nEvents * nNonEvents),
    thresholds,
    sensitivities: truePositives.map((count) => count / nEvents),
    specificities: trueNegatives.map((count) => count / nNonEvents),
    truePositives,
    trueNegatives,
  };
}

/** True positives and true negatives at each cut. */
export function cutCounts({ events, nonEvents, nEvents, nNonEvents }: Tally): CutCounts {
  const cuts = events.length + 1;
  const truePositives = new Float64Array(cuts);
  const trueNegatives = new Float64Array(cuts);
  truePositives[0] = nEvents;
  for (let k = 0; k < events.length; k++) {
    truePositives[k + 1] = truePositives[k]! - events[k]!;
    trueNegatives[k + 1] = trueNegatives[k]! + nonEvents[k]!;
  }
  return { truePositives, trueNegatives, nEvents, nNonEvents };
}

/** The threshold of a cut, in the unit of the scores. */
export function thresholdAt({ oriented }: Tally, direction: Direction, cut: number): number {
  return thresholdBetween(oriented, direction, cut - 1, cut);
}

/** The threshold halfway between two groups; beyond the first and the last it is infinite. */
export function thresholdBetween(
  oriented: Float64Array,
  direction: Direction,
  below: number,
  above: number,
): number {
  const middle =
    below < 0
      ? Number.NEGATIVE_INFINITY
      : above >= oriented.length
        ? Number.POSITIVE_INFINITY
        : midpoint(oriented[below]!, oriented[above]!);
  return direction === "higher" ? middle : 0 - middle; // not −middle: no threshold is −0
}

function midpoint(a: number, b: number): number {
  const sum = a + b;
  return Number.isFinite(sum) ? sum / 2 : a / 2 + b / 2;
}
