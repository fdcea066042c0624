import {
  bcaInterval,
  mean,
  plainPercentileInterval,
  type Random,
  sampleStandardDeviation,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Interval } from "../estimate.js";
import { bootstrapAreas, checkResampling } from "./resample.js";
import { checkScored, type Direction } from "./scored.js";
import { type Tally, tally, twicePairsWon } from "./tally.js";

/** The area under a ROC curve with intervals from a stratified bootstrap. */
export interface BootstrapArea {
  readonly method: "bootstrap-area";
  readonly direction: Direction;
  readonly nEvents: number;
  readonly nNonEvents: number;
  readonly value: number; // of the data themselves
  readonly mean: number; // of the replicates
  readonly standardError: number; // their standard deviation
  readonly percentile: Interval; // quantiles of type 7, R's default
  readonly bca: Interval; // bias-corrected and accelerated; NaN where that is not defined
  readonly replicates: Float64Array; // (replicates) areas
  /** "bca-undefined": no replicate is below the area of the data, or no subject has an influence. */
  readonly note?: "bca-undefined";
}

/**
 * The area under a ROC curve with bootstrap intervals. Events and non-events are drawn apart, as
 * many of each as there are; ties count half. The subjects are sorted once.
 *
 * @param scores - (n) one for each subject
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param direction - which scores speak for the event
 * @param options.random - source of chance; the same seed gives the same intervals
 * @param options.level - confidence level of both intervals; 0.95
 * @param options.replicates - 2,000
 * @throws InvalidInput as `areaUnderCurve`, and for fewer than 2 replicates
 * @source [@efron1993] percentile; [@efron1987] BCa; [@davison1997] its acceleration with strata
 */
export function bootstrapAreaUnderCurve(
  scores: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  direction: Direction,
  {
    random,
    level = 0.95,
    replicates = 2000,
  }: { random: Random; level?: number; replicates?: number },
): BootstrapArea {
  const where = "bootstrapAreaUnderCurve";
  const scored = checkScored(where, scores, events, direction);
  checkLevel(where, level);
  checkResampling(where, random, replicates);
  const counts = tally(scored);
  const { nEvents, nNonEvents } = counts;
  const value = twicePairsWon(counts) / (2 * nEvents * nNonEvents);
  const areas = bootstrapAreas(counts, random, replicates);
  const bca = bcaInterval(value, areas, areaInfluence(counts, value), level);
  const { lower, upper } = plainPercentileInterval(areas, level);
  return {
    method: "bootstrap-area",
    direction,
    nEvents,
    nNonEvents,
    value,
    mean: mean(areas),
    standardError: sampleStandardDeviation(areas),
    percentile: { lower, upper, level },
    bca: { lower: bca.lower, upper: bca.upper, level },
    replicates: areas,
    ...(bca.note === undefined ? {} : { note: "bca-undefined" }),
  };
}

/**
 * (n) How much each subject moves the area: the placement less the area, over the share of its
 * class. That is the jackknife influence without leaving anybody out.
 */
function areaInfluence(counts: Tally, area: number): Float64Array {
  const { events, nonEvents, nEvents, nNonEvents } = counts;
  const n = nEvents + nNonEvents;
  const influence = new Float64Array(n);
  let place = 0;
  let below = 0;
  let above = nEvents;
  for (let k = 0; k < events.length; k++) {
    const [some, others] = [events[k]!, nonEvents[k]!];
    above -= some;
    const ofEvent = ((below + others / 2) / nNonEvents - area) * (n / nEvents);
    const ofNonEvent = ((above + some / 2) / nEvents - area) * (n / nNonEvents);
    influence.fill(ofEvent, place, place + some);
    influence.fill(ofNonEvent, place + some, place + some + others);
    place += some + others;
    below += others;
  }
  return influence;
}
