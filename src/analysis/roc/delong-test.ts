import { InvalidInput, normalSurvival } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { shown } from "../columns.js";
import type { Estimate } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";
import { areaCovariance, differenceVariance, placements } from "./placements.js";
import { checkEvents, checkMarker, type Marker, type Outcomes } from "./scored.js";

/** An area and DeLong's variance of it. */
export interface AreaWithVariance {
  readonly value: number;
  readonly variance: number; // NaN with a single event or non-event
}

/** That the first area is not smaller than the second by the margin or more. */
export interface NonInferiority {
  readonly margin: number;
  readonly p: number; // one-sided; small speaks for non-inferiority
}

/** A comparison of the areas of two markers on the same subjects; differences are first − second. */
export interface DeLongTest {
  readonly method: "delong-paired";
  readonly nEvents: number;
  readonly nNonEvents: number;
  readonly first: AreaWithVariance;
  readonly second: AreaWithVariance;
  readonly covariance: number;
  readonly correlation: number; // of the two areas; NaN where one has no variance
  readonly difference: Estimate;
  readonly standardError: number;
  readonly z: number;
  readonly p: number; // two-sided
  readonly nonInferiority?: NonInferiority; // when a margin was given
  /**
   * "one-of-a-class": a single event or non-event, so variances, z and p are not defined and read
   * NaN. "same-ranking": both markers rank events against non-events alike, so there is nothing to
   * test: z reads 0 and p 1. "zero-variance": the difference has no variance but is not 0, as when
   * one marker separates the classes and the other is constant; z reads ±Infinity and p 0, which
   * says nothing for small samples.
   */
  readonly note?: "one-of-a-class" | "same-ranking" | "zero-variance";
}

/**
 * DeLong's test of two areas under ROC curves on the same subjects, in O(n log n).
 *
 * @param first - { scores (n), direction } of the first marker
 * @param second - the same of the second, same subjects, same order
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param options.level - confidence level of the interval of the difference; 0.95
 * @param options.margin - by how much less the first area would be worse; asks for non-inferiority
 * @throws InvalidInput as `areaUnderCurve`, and for a margin below 0
 * @source [@delong1988]; [@sun2014]
 */
export function deLongTest(
  first: Marker,
  second: Marker,
  events: ArrayLike<number | boolean>,
  { level = 0.95, margin }: { level?: number; margin?: number } = {},
): DeLongTest {
  const where = "deLongTest";
  const { markers, outcomes } = checkMarkerPair(where, first, second, events);
  checkLevel(where, level);
  if (margin !== undefined) checkMargin(where, margin);
  const one = placements(markers[0], outcomes);
  const two = placements(markers[1], outcomes);
  const variances = [
    areaCovariance(one, one, outcomes),
    areaCovariance(two, two, outcomes),
  ] as const;
  const covariance = areaCovariance(one, two, outcomes);
  const { nEvents, nNonEvents } = outcomes;
  const value = (one.twicePairsWon - two.twicePairsWon) / (2 * nEvents * nNonEvents);
  const standardError = Math.sqrt(differenceVariance(one, two, outcomes));
  const isSame = value === 0 && standardError === 0;
  const z = isSame ? 0 : value / standardError;
  const reach = criticalZ(level) * standardError;
  const note = noteOf(value, standardError);
  return {
    method: "delong-paired",
    nEvents,
    nNonEvents,
    first: { value: one.area, variance: variances[0] },
    second: { value: two.area, variance: variances[1] },
    covariance,
    correlation: covariance / Math.sqrt(variances[0] * variances[1]),
    difference: { value, ci: { lower: value - reach, upper: value + reach, level } },
    standardError,
    z,
    p: 2 * normalSurvival(Math.abs(z)),
    ...(margin === undefined
      ? {}
      : { nonInferiority: { margin, p: normalSurvival((value + margin) / standardError) } }),
    ...(note === undefined ? {} : { note }),
  };
}

function noteOf(difference: number, standardError: number): DeLongTest["note"] {
  if (Number.isNaN(standardError)) return "one-of-a-class";
  if (standardError > 0) return undefined;
  return difference === 0 ? "same-ranking" : "zero-variance";
}

/**
 * Two markers on the same subjects.
 *
 * @throws InvalidInput as `checkMarker` and `checkEvents`
 */
export function checkMarkerPair(
  where: string,
  first: Marker,
  second: Marker,
  events: ArrayLike<number | boolean>,
): { markers: [Float64Array, Float64Array]; outcomes: Outcomes } {
  const one = checkMarker(where, "the first scores", first);
  const two = checkMarker(where, "the second scores", second);
  if (one.length !== two.length) {
    const rule = `needs both scores of each subject; got ${one.length} and ${two.length}`;
    throw new InvalidInput(where, rule, "different_lengths");
  }
  return { markers: [one, two], outcomes: checkEvents(where, events, one.length) };
}

/**
 * Refuses what is no margin of non-inferiority.
 *
 * @throws InvalidInput (`margin`) unless it is a finite number of at least 0
 */
export function checkMargin(where: string, margin: number): void {
  if (!(Number.isFinite(margin) && margin >= 0)) {
    throw new InvalidInput(where, `needs a margin of at least 0; got ${shown(margin)}`, "margin");
  }
}
