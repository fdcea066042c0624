import {
  normalSurvival,
  plainPercentileInterval,
  type Random,
  sampleStandardDeviation,
  sortTagged,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import { checkMargin, checkMarkerPair, type NonInferiority } from "./delong-test.js";
import { placements } from "./placements.js";
import { checkResampling, stratifiedDraws } from "./resample.js";
import type { Marker, Outcomes } from "./scored.js";

/** A bootstrap comparison of the areas of two markers on the same subjects; first − second. */
export interface BootstrapAreaTest {
  readonly method: "bootstrap-area-test";
  readonly nEvents: number;
  readonly nNonEvents: number;
  readonly first: number; // areas
  readonly second: number;
  readonly difference: Estimate; // percentile interval
  readonly standardError: number; // standard deviation of the replicates
  readonly z: number;
  readonly p: number; // two-sided, normal
  readonly nonInferiority?: NonInferiority; // when a margin was given
  readonly replicates: Float64Array; // (replicates) differences
  /** "same-ranking": no replicate differs from 0, z reads 0 and p 1. "zero-variance": none differs from the difference. */
  readonly note?: "same-ranking" | "zero-variance";
}

/**
 * Bootstrap test of two areas under ROC curves on the same subjects: the difference over the
 * standard deviation of its replicates, against the normal distribution. Events and non-events are
 * drawn apart, and each with both scores.
 *
 * @param first - { scores (n), direction } of the first marker
 * @param second - the same of the second, same subjects, same order
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param options.random - source of chance
 * @param options.level - confidence level of the interval of the difference; 0.95
 * @param options.replicates - 2,000
 * @param options.margin - by how much less the first area would be worse; asks for non-inferiority
 * @throws InvalidInput as `deLongTest`, and for fewer than 2 replicates
 * @source [@robin2011]
 */
export function bootstrapAreaTest(
  first: Marker,
  second: Marker,
  events: ArrayLike<number | boolean>,
  {
    random,
    level = 0.95,
    replicates = 2000,
    margin,
  }: { random: Random; level?: number; replicates?: number; margin?: number },
): BootstrapAreaTest {
  const where = "bootstrapAreaTest";
  const { markers, outcomes } = checkMarkerPair(where, first, second, events);
  checkLevel(where, level);
  checkResampling(where, random, replicates);
  if (margin !== undefined) checkMargin(where, margin);
  const { nEvents, nNonEvents } = outcomes;
  const orders = markers.map((oriented) => classOrders(oriented, outcomes));
  const differences = new Float64Array(replicates);
  stratifiedDraws(outcomes, random, replicates, (drawn, replicate) => {
    const [one, two] = orders.map((order) => twicePairsOf(order, drawn.events, drawn.nonEvents));
    differences[replicate] = (one! - two!) / (2 * nEvents * nNonEvents);
  });
  const [one, two] = markers.map((oriented) => placements(oriented, outcomes));
  const value = (one!.twicePairsWon - two!.twicePairsWon) / (2 * nEvents * nNonEvents);
  const standardError = isConstant(differences) ? 0 : sampleStandardDeviation(differences);
  const z = value === 0 && standardError === 0 ? 0 : value / standardError;
  const { lower, upper } = plainPercentileInterval(differences, level);
  return {
    method: "bootstrap-area-test",
    nEvents,
    nNonEvents,
    first: one!.area,
    second: two!.area,
    difference: { value, ci: { lower, upper, level } },
    standardError,
    z,
    p: 2 * normalSurvival(Math.abs(z)),
    ...(margin === undefined
      ? {}
      : { nonInferiority: { margin, p: normalSurvival((value + margin) / standardError) } }),
    replicates: differences,
    ...(standardError > 0 ? {} : { note: value === 0 ? "same-ranking" : "zero-variance" }),
  };
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

/** How the subjects of each class stand by one marker; subjects are numbered within their class. */
interface ClassOrders {
  readonly nonEvents: Uint32Array; // (nNonEvents) by ascending score
  readonly below: Uint32Array; // (nEvents) by subject: non-events below it
  readonly atMost: Uint32Array; // (nEvents) by subject: non-events below it or tied with it
  readonly upTo: Uint32Array; // (nNonEvents + 1) room for the running sums of a draw
}

function classOrders(
  oriented: Float64Array,
  { isEvent, nEvents, nNonEvents }: Outcomes,
): ClassOrders {
  const events = oriented.filter((_, i) => isEvent[i] === 1);
  const others = oriented.filter((_, i) => isEvent[i] === 0);
  const order = Uint32Array.from(others, (_, i) => i);
  const sorted = others.slice();
  sortTagged(sorted, order);
  const below = new Uint32Array(nEvents);
  const atMost = new Uint32Array(nEvents);
  for (let i = 0; i < nEvents; i++) {
    below[i] = firstWhere(sorted, (score) => score >= events[i]!);
    atMost[i] = firstWhere(sorted, (score) => score > events[i]!);
  }
  return { nonEvents: order, below, atMost, upTo: new Uint32Array(nNonEvents + 1) };
}

/** The first place of an ascending column from which a condition holds. */
function firstWhere(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(sorted[middle]!)) to = middle;
    else from = middle + 1;
  }
  return from;
}

function twicePairsOf(
  { nonEvents, below, atMost, upTo }: ClassOrders,
  timesEvent: Uint32Array,
  timesNonEvent: Uint32Array,
): number {
  let sum = 0;
  for (let j = 0; j < nonEvents.length; j++) {
    sum += timesNonEvent[nonEvents[j]!]!;
    upTo[j + 1] = sum;
  }
  let twice = 0;
  for (let i = 0; i < below.length; i++) {
    twice += timesEvent[i]! * (upTo[below[i]!]! + upTo[atMost[i]!]!);
  }
  return twice;
}
