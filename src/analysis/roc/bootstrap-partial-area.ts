import {
  mean,
  plainPercentileInterval,
  type Random,
  sampleStandardDeviation,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import { cutCounts } from "./curve.js";
import { checkWindow, partialArea, type RocWindow } from "./partial-area.js";
import { checkResampling, drawnTallies } from "./resample.js";
import { checkScored, type Direction } from "./scored.js";
import { tally } from "./tally.js";

/** A partial area under a ROC curve with an interval from a stratified bootstrap. */
export interface BootstrapPartialArea {
  readonly method: "bootstrap-partial-area";
  readonly direction: Direction;
  readonly window: RocWindow;
  readonly nEvents: number;
  readonly nNonEvents: number;
  readonly area: Estimate; // percentile interval
  readonly mean: number; // of the replicates
  readonly standardError: number; // their standard deviation
  readonly replicates: Float64Array; // (replicates) partial areas
}

/**
 * The partial area under a ROC curve with a bootstrap interval; events and non-events are drawn
 * apart.
 *
 * @param scores - (n) one for each subject
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param direction - which scores speak for the event
 * @param window - such as { focus: "specificity", from: 0.9, to: 1 }
 * @param options.random - source of chance
 * @param options.level - confidence level; 0.95
 * @param options.replicates - 2,000
 * @throws InvalidInput as `partialAreaUnderCurve`, and for fewer than 2 replicates
 * @source [@mcclish1989]; [@efron1993]
 */
export function bootstrapPartialArea(
  scores: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  direction: Direction,
  window: RocWindow,
  {
    random,
    level = 0.95,
    replicates = 2000,
  }: { random: Random; level?: number; replicates?: number },
): BootstrapPartialArea {
  const where = "bootstrapPartialArea";
  const scored = checkScored(where, scores, events, direction);
  checkWindow(where, window);
  checkLevel(where, level);
  checkResampling(where, random, replicates);
  const counts = tally(scored);
  const areas = new Float64Array(replicates);
  drawnTallies(counts, random, replicates, ({ inBag }, replicate) => {
    areas[replicate] = partialArea(cutCounts(inBag), window);
  });
  const { lower, upper } = plainPercentileInterval(areas, level);
  return {
    method: "bootstrap-partial-area",
    direction,
    window: { focus: window.focus, from: window.from, to: window.to },
    nEvents: counts.nEvents,
    nNonEvents: counts.nNonEvents,
    area: { value: partialArea(cutCounts(counts), window), ci: { lower, upper, level } },
    mean: mean(areas),
    standardError: sampleStandardDeviation(areas),
    replicates: areas,
  };
}
