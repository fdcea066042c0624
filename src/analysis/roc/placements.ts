import { sortTagged } from "../../numeric/index.js";
import type { Outcomes } from "./scored.js";

/** How each subject stands among those of the other class, by one marker. */
export interface Placements {
  /**
   * (n) for an event twice the non-events below it, for a non-event twice the events above it, ties
   * counting once: whole numbers.
   */
  readonly twiceWins: Float64Array;
  readonly twicePairsWon: number;
  readonly area: number;
}

/**
 * Placements of all subjects in O(n log n) or less.
 *
 * @param oriented - (n) scores, larger ones speaking for the event
 * @source [@sun2014] by ranks; [@delong1988]
 */
export function placements(oriented: Float64Array, outcomes: Outcomes): Placements {
  const { isEvent, nEvents, nNonEvents } = outcomes;
  const n = oriented.length;
  const sorted = oriented.slice();
  const tags = new Uint32Array(n); // index · 2 + event
  for (let i = 0; i < n; i++) tags[i] = 2 * i + isEvent[i]!;
  sortTagged(sorted, tags);
  const twiceWins = new Float64Array(n);
  let twicePairsWon = 0;
  let below = 0; // non-events
  let above = nEvents;
  for (let start = 0; start < n; ) {
    const value = sorted[start]!;
    let end = start;
    let events = 0;
    while (end < n && sorted[end] === value) events += tags[end++]! & 1;
    const nonEvents = end - start - events;
    above -= events;
    const ofEvent = 2 * below + nonEvents;
    const ofNonEvent = 2 * above + events;
    for (let i = start; i < end; i++) {
      const tag = tags[i]!;
      twiceWins[tag >>> 1] = (tag & 1) === 1 ? ofEvent : ofNonEvent;
    }
    twicePairsWon += events * ofEvent;
    below += nonEvents;
    start = end;
  }
  return { twiceWins, twicePairsWon, area: twicePairsWon / (2 * nEvents * nNonEvents) };
}

/**
 * DeLong's covariance of the areas of two markers on the same subjects; the variance of one, given
 * it twice. NaN when there is only one event or one non-event.
 *
 * @source [@delong1988]
 */
export function areaCovariance(first: Placements, second: Placements, outcomes: Outcomes): number {
  const { isEvent, nEvents, nNonEvents } = outcomes;
  const [a, b] = [first.twiceWins, second.twiceWins];
  const [eventA, eventB] = [first.twicePairsWon / nEvents, second.twicePairsWon / nEvents]; // means
  const otherA = first.twicePairsWon / nNonEvents;
  const otherB = second.twicePairsWon / nNonEvents;
  let ofEvents = 0;
  let ofNonEvents = 0;
  for (let i = 0; i < a.length; i++) {
    if (isEvent[i] === 1) ofEvents += (a[i]! - eventA) * (b[i]! - eventB);
    else ofNonEvents += (a[i]! - otherA) * (b[i]! - otherB);
  }
  return combined(ofEvents, ofNonEvents, outcomes);
}

/**
 * DeLong's variance of the difference of two areas on the same subjects, from the differences of
 * the placements, so that it is 0 and no rounding when they are all alike.
 */
export function differenceVariance(
  first: Placements,
  second: Placements,
  outcomes: Outcomes,
): number {
  const { isEvent, nEvents, nNonEvents } = outcomes;
  const [a, b] = [first.twiceWins, second.twiceWins];
  const excess = first.twicePairsWon - second.twicePairsWon;
  const [eventMean, otherMean] = [excess / nEvents, excess / nNonEvents];
  let ofEvents = 0;
  let ofNonEvents = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = a[i]! - b[i]!;
    if (isEvent[i] === 1) ofEvents += (difference - eventMean) ** 2;
    else ofNonEvents += (difference - otherMean) ** 2;
  }
  return combined(ofEvents, ofNonEvents, outcomes);
}

/** From sums of products of twice the wins to a covariance of areas. */
function combined(ofEvents: number, ofNonEvents: number, counts: Outcomes): number {
  const { nEvents, nNonEvents } = counts;
  if (nEvents < 2 || nNonEvents < 2) return Number.NaN;
  const events = ofEvents / (2 * nNonEvents) ** 2 / (nEvents - 1) / nEvents;
  const nonEvents = ofNonEvents / (2 * nEvents) ** 2 / (nNonEvents - 1) / nNonEvents;
  return events + nonEvents;
}
