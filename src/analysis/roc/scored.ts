import { InvalidInput } from "../../numeric/index.js";
import { checkColumn, shown } from "../columns.js";

/** Which scores speak for the event. It is never guessed from the data. */
export type Direction = "higher" | "lower";

/** A column of scores and the direction in which it speaks for the event. */
export interface Marker {
  readonly scores: ArrayLike<number>;
  readonly direction: Direction;
}

/** One score and one outcome for each subject, checked. */
export interface Scored {
  readonly direction: Direction;
  /** (n) turned so that a larger one speaks for the event: −score for "lower". */
  readonly oriented: Float64Array;
  readonly outcomes: Outcomes;
}

/** Who had the event. */
export interface Outcomes {
  readonly isEvent: Uint8Array; // (n) 1 or 0
  readonly nEvents: number;
  readonly nNonEvents: number;
}

/**
 * The scores and outcomes of one marker.
 *
 * @param where - the function that asks
 * @throws InvalidInput (`not_a_column`, `empty`, `not_finite`, `different_lengths`, `not_binary`,
 *   `direction`, `no_events`, `no_non_events`)
 */
export function checkScored(
  where: string,
  scores: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  direction: Direction,
): Scored {
  const oriented = checkMarker(where, "scores", { scores, direction });
  const outcomes = checkEvents(where, events, oriented.length);
  return { direction, oriented, outcomes };
}

/**
 * The scores of a marker, turned so that a larger one speaks for the event.
 *
 * @param name - what to call the scores
 * @throws InvalidInput (`not_a_column`, `empty`, `not_finite`, `direction`)
 */
export function checkMarker(where: string, name: string, marker: Marker): Float64Array {
  if (marker === null || typeof marker !== "object") {
    const rule = `needs { scores, direction } for ${name}; got ${shown(marker)}`;
    throw new InvalidInput(where, rule, "not_a_column");
  }
  const { scores, direction } = marker;
  checkColumn(where, name, scores);
  if (direction !== "higher" && direction !== "lower") {
    const rule = `needs the direction "higher" or "lower" of ${name}; got ${shown(direction)}`;
    throw new InvalidInput(where, rule, "direction");
  }
  const oriented = new Float64Array(scores.length);
  if (direction === "higher") for (let i = 0; i < oriented.length; i++) oriented[i] = scores[i]!;
  else for (let i = 0; i < oriented.length; i++) oriented[i] = -scores[i]!;
  return oriented;
}

/**
 * The outcomes of n subjects.
 *
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @throws InvalidInput (`not_a_column`, `different_lengths`, `not_binary`, `no_events`,
 *   `no_non_events`)
 */
export function checkEvents(
  where: string,
  events: ArrayLike<number | boolean>,
  n: number,
): Outcomes {
  const isColumn = Array.isArray(events) || (ArrayBuffer.isView(events) && "length" in events);
  if (!isColumn) {
    throw new InvalidInput(where, `needs an array of events; got ${shown(events)}`, "not_a_column");
  }
  if (events.length !== n) {
    const rule = `needs one event for each score; got ${n} scores and ${events.length} events`;
    throw new InvalidInput(where, rule, "different_lengths");
  }
  const isEvent = new Uint8Array(n);
  let nEvents = 0;
  for (let i = 0; i < n; i++) {
    const event = events[i]!;
    if (event === 1 || event === true) {
      isEvent[i] = 1;
      nEvents++;
    } else if (event !== 0 && event !== false) {
      const rule = `needs events that are 0 or 1, or false or true; event ${i} is ${shown(event)}`;
      throw new InvalidInput(where, rule, "not_binary");
    }
  }
  if (nEvents === 0) {
    throw new InvalidInput(where, `needs at least one event; got 0 among ${n}`, "no_events");
  }
  if (nEvents === n) {
    const rule = `needs at least one subject without the event; all ${n} had it`;
    throw new InvalidInput(where, rule, "no_non_events");
  }
  return { isEvent, nEvents, nNonEvents: n - nEvents };
}
