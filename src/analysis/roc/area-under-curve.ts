import { normalSurvival } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Interval } from "../estimate.js";
import {
  clipped,
  hanleyMcNeilError,
  logitInterval,
  newcombeInterval,
  waldInterval,
} from "./area-intervals.js";
import { areaVariance } from "./area-variance.js";
import { checkScored, type Direction } from "./scored.js";
import { tally } from "./tally.js";

/** Confidence intervals of an area under a ROC curve, by method. */
export interface AreaIntervals {
  readonly deLong: Interval; // cut to [0, 1]
  readonly deLongUnclipped: Interval;
  readonly logit: Interval; // DeLong's variance on the logit; NaN for an area of 0 or 1
  readonly hanleyMcNeil: Interval; // cut to [0, 1]
  readonly newcombe: Interval; // defined at 0 and 1 too
}

/** The area under an empirical ROC curve with its intervals. */
export interface AreaUnderCurve {
  readonly method: "area-under-curve";
  readonly direction: Direction;
  readonly nEvents: number;
  readonly nNonEvents: number;
  /** Pairs of an event and a non-event that the event wins, ties counting half: Mann and Whitney's U. */
  readonly pairsWon: number;
  readonly value: number;
  readonly gini: number; // 2 · area − 1
  readonly standardError: { readonly deLong: number; readonly hanleyMcNeil: number };
  readonly intervals: AreaIntervals;
  readonly z: number; // against ½, by DeLong's standard error
  readonly p: number; // two-sided
  /**
   * "one-of-a-class": with a single event or non-event DeLong's variance is not defined and reads
   * NaN. "zero-variance": it is 0, as when the scores separate the classes, so that its interval
   * has no width and its z reads NaN. Read Newcombe's interval and `aucPermutationTest` instead.
   */
  readonly note?: "one-of-a-class" | "zero-variance";
}

/**
 * The area under the ROC curve, ties counting half, with the usual intervals. An area below ½
 * stays below ½: the direction is the caller's.
 *
 * @param scores - (n) one for each subject
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param direction - which scores speak for the event
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput on unequal lengths, scores that are not finite, events that are not 0 or 1,
 *   no event or no non-event, or a level outside (0, 1)
 * @source [@delong1988]; [@hanley1982]; [@newcombe2006] method 5; [@pepe2003] interval on the logit
 */
export function areaUnderCurve(
  scores: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  direction: Direction,
  { level = 0.95 }: { level?: number } = {},
): AreaUnderCurve {
  const scored = checkScored("areaUnderCurve", scores, events, direction);
  checkLevel("areaUnderCurve", level);
  const { nEvents, nNonEvents } = scored.outcomes;
  const { twicePairsWon, area, variance } = areaVariance(tally(scored));
  const error = Math.sqrt(variance);
  const hanleyMcNeil = hanleyMcNeilError(area, nEvents, nNonEvents);
  const deLongUnclipped = waldInterval(area, error, level);
  const z = error > 0 ? (area - 0.5) / error : Number.NaN;
  const note = Number.isNaN(error) ? "one-of-a-class" : error === 0 ? "zero-variance" : undefined;
  return {
    method: "area-under-curve",
    direction,
    nEvents,
    nNonEvents,
    pairsWon: twicePairsWon / 2,
    value: area,
    gini: twicePairsWon / (nEvents * nNonEvents) - 1,
    standardError: { deLong: error, hanleyMcNeil },
    intervals: {
      deLong: clipped(deLongUnclipped),
      deLongUnclipped,
      logit: logitInterval(area, error, level),
      hanleyMcNeil: clipped(waldInterval(area, hanleyMcNeil, level)),
      newcombe: newcombeInterval(twicePairsWon / 2, nEvents, nNonEvents, level),
    },
    z,
    p: 2 * normalSurvival(Math.abs(z)),
    ...(note === undefined ? {} : { note }),
  };
}
