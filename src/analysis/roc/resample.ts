import { InvalidInput, type Random } from "../../numeric/index.js";
import { shown } from "../columns.js";
import type { Tally } from "./tally.js";

/**
 * Refuses what no bootstrap can be made with.
 *
 * @throws InvalidInput (`random`, `replicates`) unless random is a generator and replicates an
 *   integer of at least 2
 */
export function checkResampling(where: string, random: Random, replicates: number): void {
  if (typeof random?.resample !== "function") {
    const rule = `needs a source of chance, such as seeded(1); got ${shown(random)}`;
    throw new InvalidInput(where, rule, "random");
  }
  if (!Number.isSafeInteger(replicates) || replicates < 2) {
    const rule = `needs at least 2 replicates; got ${shown(replicates)}`;
    throw new InvalidInput(where, rule, "replicates");
  }
}

/** How often each subject of a sample was drawn, the classes apart and by ascending score. */
export interface Drawn {
  readonly events: Uint32Array; // (nEvents)
  readonly nonEvents: Uint32Array; // (nNonEvents)
}

/**
 * Draws the two classes apart, as many of each as there are, and calls back for each draw. The
 * counts are overwritten by the next one.
 */
export function stratifiedDraws(
  { nEvents, nNonEvents }: Pick<Tally, "nEvents" | "nNonEvents">,
  random: Random,
  replicates: number,
  use: (drawn: Drawn, replicate: number) => void,
): void {
  const drawn = { events: new Uint32Array(nEvents), nonEvents: new Uint32Array(nNonEvents) };
  for (let replicate = 0; replicate < replicates; replicate++) {
    random.resample(drawn.nonEvents);
    random.resample(drawn.events);
    use(drawn, replicate);
  }
}

/** What the area of a draw needs to know of each event. */
export interface EventPlaces {
  readonly below: Uint32Array; // (nEvents) non-events below it
  readonly atMost: Uint32Array; // (nEvents) non-events below it or tied with it
}

/** Where each event stands among the non-events, both by ascending score. */
export function eventPlaces({ events, nonEvents, nEvents }: Tally): EventPlaces {
  const below = new Uint32Array(nEvents);
  const atMost = new Uint32Array(nEvents);
  let others = 0;
  let place = 0;
  for (let k = 0; k < events.length; k++) {
    const next = others + nonEvents[k]!;
    for (let i = 0; i < events[k]!; i++) {
      below[place] = others;
      atMost[place++] = next;
    }
    others = next;
  }
  return { below, atMost };
}

/**
 * Areas under the curves of stratified bootstrap samples. The subjects are sorted once; a sample
 * is how often each was drawn, and its area takes one pass over these counts.
 *
 * @returns (replicates)
 */
export function bootstrapAreas(counts: Tally, random: Random, replicates: number): Float64Array {
  const { nEvents, nNonEvents } = counts;
  const places = eventPlaces(counts);
  const upTo = new Uint32Array(nNonEvents + 1); // non-events of the sample among the first j
  const areas = new Float64Array(replicates);
  stratifiedDraws(counts, random, replicates, ({ events, nonEvents }, replicate) => {
    accumulate(nonEvents, upTo);
    areas[replicate] = twicePairsOf(events, upTo, places) / (2 * nEvents * nNonEvents);
  });
  return areas;
}

/** Twice the pairs won in a sample. */
function twicePairsOf(
  events: Uint32Array,
  upTo: Uint32Array,
  { below, atMost }: EventPlaces,
): number {
  let twice = 0;
  for (let i = 0; i < events.length; i++) {
    twice += events[i]! * (upTo[below[i]!]! + upTo[atMost[i]!]!);
  }
  return twice;
}

/** Sums of the first 0, 1 … n counts. */
function accumulate(counts: Uint32Array, sums: Uint32Array): void {
  let sum = 0;
  for (let j = 0; j < counts.length; j++) {
    sum += counts[j]!;
    sums[j + 1] = sum;
  }
}

/** A bootstrap sample and those whom it left out, at the distinct scores of the data. */
export interface DrawnTally {
  readonly inBag: Tally;
  readonly outOfBag: Tally; // its classes may be empty
}

/**
 * As `stratifiedDraws`, with the counts at each distinct score of the data, some of which may be
 * 0. They are overwritten by the next draw.
 */
export function drawnTallies(
  counts: Tally,
  random: Random,
  replicates: number,
  use: (drawn: DrawnTally, replicate: number) => void,
): void {
  const { oriented, nEvents, nNonEvents } = counts;
  const k = oriented.length;
  const column = (): Float64Array => new Float64Array(k);
  const inBag = { oriented, events: column(), nonEvents: column(), nEvents, nNonEvents };
  const outOfBag = { oriented, events: column(), nonEvents: column() };
  stratifiedDraws(counts, random, replicates, ({ events, nonEvents }, replicate) => {
    const outEvents = byGroup(counts.events, events, inBag.events, outOfBag.events);
    const outOthers = byGroup(counts.nonEvents, nonEvents, inBag.nonEvents, outOfBag.nonEvents);
    use({ inBag, outOfBag: { ...outOfBag, nEvents: outEvents, nNonEvents: outOthers } }, replicate);
  });
}

/** Sums the draws of each group's subjects and counts those never drawn. @returns how many these are */
function byGroup(
  sizes: Float64Array,
  drawn: Uint32Array,
  inBag: Float64Array,
  outOfBag: Float64Array,
): number {
  let subject = 0;
  let left = 0;
  for (let k = 0; k < sizes.length; k++) {
    let times = 0;
    let never = 0;
    for (const end = subject + sizes[k]!; subject < end; subject++) {
      times += drawn[subject]!;
      if (drawn[subject] === 0) never++;
    }
    inBag[k] = times;
    outOfBag[k] = never;
    left += never;
  }
  return left;
}
