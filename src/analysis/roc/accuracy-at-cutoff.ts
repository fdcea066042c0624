import { InvalidInput } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { shown } from "../columns.js";
import { newcombeDifference } from "../compare/newcombe.js";
import type { DiagnosticCounts } from "../diagnostic/cross-tabulate.js";
import type { Estimate } from "../estimate.js";
import { type Proportion, shareOfMargin } from "../proportion/proportion.js";
import { checkScored, type Direction } from "./scored.js";

/** How a score does at one cut-off that was fixed beforehand. */
export interface AccuracyAtCutoff {
  readonly method: "accuracy-at-cutoff";
  readonly direction: Direction;
  readonly cutoff: number;
  readonly counts: DiagnosticCounts; // for `diagnosticAccuracy`
  readonly sensitivity: Proportion;
  readonly specificity: Proportion;
  readonly youden: Estimate; // Newcombe's interval
}

/**
 * Sensitivity and specificity at a cut-off, with exact, Wilson and other intervals. They hold for
 * a cut-off that was fixed beforehand, not for one that the same data chose.
 *
 * @param scores - (n) one for each subject
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param direction - which scores speak for the event
 * @param cutoff - a score at or beyond it is positive; ±Infinity calls everybody or nobody positive
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput as `areaUnderCurve`, and for a cut-off that is no number
 * @source [@newcombe1998independent] method 10 for Youden's index, a difference of two proportions
 */
export function accuracyAtCutoff(
  scores: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  direction: Direction,
  cutoff: number,
  { level = 0.95 }: { level?: number } = {},
): AccuracyAtCutoff {
  const where = "accuracyAtCutoff";
  const { outcomes } = checkScored(where, scores, events, direction);
  checkLevel(where, level);
  if (typeof cutoff !== "number" || Number.isNaN(cutoff)) {
    throw new InvalidInput(where, `needs a number as cut-off; got ${shown(cutoff)}`, "cutoff");
  }
  const { isEvent, nEvents, nNonEvents } = outcomes;
  let truePositive = 0;
  let falsePositive = 0;
  for (let i = 0; i < isEvent.length; i++) {
    const isPositive = direction === "higher" ? scores[i]! >= cutoff : scores[i]! <= cutoff;
    if (isPositive && isEvent[i] === 1) truePositive++;
    else if (isPositive) falsePositive++;
  }
  const trueNegative = nNonEvents - falsePositive;
  return {
    method: "accuracy-at-cutoff",
    direction,
    cutoff,
    counts: { truePositive, falsePositive, falseNegative: nEvents - truePositive, trueNegative },
    sensitivity: shareOfMargin(truePositive, nEvents, level),
    specificity: shareOfMargin(trueNegative, nNonEvents, level),
    youden: newcombeDifference(
      { count: truePositive, n: nEvents },
      { count: falsePositive, n: nNonEvents },
      level,
    ),
  };
}
