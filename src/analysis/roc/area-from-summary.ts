import { checkLevel } from "../arm.js";
import type { Interval } from "../estimate.js";
import {
  hanleyMcNeilError,
  logitInterval,
  newcombeInterval,
  waldInterval,
} from "./area-intervals.js";
import { type ClassSizes, checkClassSizes, checkPublishedArea } from "./class-sizes.js";

/** What a published area says of its own precision. */
export interface AreaFromSummary {
  readonly method: "area-from-summary";
  readonly value: number;
  readonly standardError: number; // by Hanley and McNeil
  readonly intervals: {
    readonly wald: Interval; // may leave [0, 1]
    readonly logit: Interval;
    readonly newcombe: Interval; // a score interval, the best of the three in small studies
  };
}

/**
 * Standard error and intervals of an area under a ROC curve of which only its value and the sizes
 * of the two classes are known.
 *
 * @param auc - as published
 * @param sizes - subjects with and without the event
 * @param options.level - confidence level of the intervals; 0.95
 * @throws InvalidInput when the area is not between 0 and 1, a class is empty or the level is none
 * @source [@hanley1982]; [@newcombe2006] method 5
 */
export function areaFromSummary(
  auc: number,
  sizes: ClassSizes,
  { level = 0.95 }: { level?: number } = {},
): AreaFromSummary {
  const where = "areaFromSummary";
  checkPublishedArea(where, auc);
  checkClassSizes(where, sizes);
  checkLevel(where, level);
  const { events, nonEvents } = sizes;
  const standardError = hanleyMcNeilError(auc, events, nonEvents);
  return {
    method: "area-from-summary",
    value: auc,
    standardError,
    intervals: {
      wald: waldInterval(auc, standardError, level),
      logit: logitInterval(auc, standardError, level),
      newcombe: newcombeInterval(auc * events * nonEvents, events, nonEvents, level),
    },
  };
}
