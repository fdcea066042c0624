import { sortTagged } from "../../numeric/index.js";
import type { Scored } from "./scored.js";

/** How many events and non-events have each distinct score. All that a ROC curve depends on. */
export interface Tally {
  /** (k) distinct scores, ascending, turned so that a larger one speaks for the event. */
  readonly oriented: Float64Array;
  readonly events: Float64Array; // (k) counts
  readonly nonEvents: Float64Array; // (k) counts
  readonly nEvents: number;
  readonly nNonEvents: number;
}

/** Counts the subjects at each distinct score. */
export function tally({ oriented, outcomes }: Scored): Tally {
  const { nEvents, nNonEvents } = outcomes;
  const sorted = oriented.slice();
  const isEvent = Uint32Array.from(outcomes.isEvent);
  sortTagged(sorted, isEvent);
  const distinct = countDistinct(sorted);
  const values = new Float64Array(distinct);
  const events = new Float64Array(distinct);
  const nonEvents = new Float64Array(distinct);
  let group = -1;
  let last = Number.NaN;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i]!;
    if (value !== last) {
      values[++group] = value;
      last = value;
    }
    if (isEvent[i] === 1) events[group]!++;
    else nonEvents[group]!++;
  }
  return { oriented: values, events, nonEvents, nEvents, nNonEvents };
}

function countDistinct(sorted: Float64Array): number {
  let count = 1;
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) count++;
  return count;
}

/** Twice the pairs of an event and a non-event that the event wins, a tie counting half: a whole number. */
export function twicePairsWon({ events, nonEvents }: Tally): number {
  let twice = 0;
  let below = 0;
  for (let k = 0; k < events.length; k++) {
    const tied = nonEvents[k]!;
    twice += events[k]! * (2 * below + tied);
    below += tied;
  }
  return twice;
}
