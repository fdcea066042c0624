import { type Random, sortTagged } from "../../numeric/index.js";
import { checkMarkerPair } from "./delong-test.js";
import { checkResampling } from "./resample.js";
import type { Marker, Outcomes } from "./scored.js";

/** A comparison of two whole ROC curves on the same subjects. */
export interface VenkatramanTest {
  readonly method: "venkatraman-paired";
  readonly nEvents: number;
  readonly nNonEvents: number;
  /** Σ over all cuts of ranks of |errors of the first marker − errors of the second|. */
  readonly statistic: number;
  readonly p: number; // (b + 1)/(m + 1), b replicates at least as large as the statistic
  readonly replicates: Float64Array; // (replicates) statistics of exchanged ranks
}

/**
 * Venkatraman and Begg's permutation test that two markers have the same ROC curve, not only the
 * same area: curves that cross with equal areas differ.
 *
 * Under the null hypothesis the two ranks of a subject are exchangeable. Each replicate exchanges
 * those of every subject or not, by the toss of a coin, and ranks anew; ties are broken by chance,
 * also those among the scores.
 *
 * @param first - { scores (n), direction } of the first marker
 * @param second - the same of the second, same subjects, same order
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param options.random - source of chance
 * @param options.replicates - 2,000
 * @throws InvalidInput as `deLongTest`, and for fewer than 2 replicates
 * @source [@venkatraman1996]; [@phipson2010] the p of drawn permutations
 */
export function venkatramanTest(
  first: Marker,
  second: Marker,
  events: ArrayLike<number | boolean>,
  { random, replicates = 2000 }: { random: Random; replicates?: number },
): VenkatramanTest {
  const where = "venkatramanTest";
  const { markers, outcomes } = checkMarkerPair(where, first, second, events);
  checkResampling(where, random, replicates);
  const one = ranksByChance(markers[0], random);
  const two = ranksByChance(markers[1], random);
  const statistic = distance(one, two, outcomes);
  const n = one.length;
  const [exchanged1, exchanged2] = [new Uint32Array(n), new Uint32Array(n)];
  const drawn = new Float64Array(replicates);
  let atLeast = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    for (let i = 0; i < n; i++) {
      const isExchanged = random.integer(2) === 1;
      exchanged1[i] = isExchanged ? two[i]! : one[i]!;
      exchanged2[i] = isExchanged ? one[i]! : two[i]!;
    }
    rankAnew(exchanged1, random);
    rankAnew(exchanged2, random);
    drawn[replicate] = distance(exchanged1, exchanged2, outcomes);
    if (drawn[replicate]! >= statistic) atLeast++;
  }
  return {
    method: "venkatraman-paired",
    nEvents: outcomes.nEvents,
    nNonEvents: outcomes.nNonEvents,
    statistic,
    p: (atLeast + 1) / (replicates + 1),
    replicates: drawn,
  };
}

/** Ranks 0 … n − 1, ties in an order by chance. */
function ranksByChance(oriented: Float64Array, random: Random): Uint32Array {
  const sorted = oriented.slice();
  const order = Uint32Array.from(sorted.keys());
  sortTagged(sorted, order);
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    for (let last = end - 1; last > start; last--) {
      const other = start + random.integer(last - start + 1);
      const kept = order[last]!;
      order[last] = order[other]!;
      order[other] = kept;
    }
    start = end;
  }
  const ranks = new Uint32Array(sorted.length);
  for (let place = 0; place < ranks.length; place++) ranks[order[place]!] = place;
  return ranks;
}

/** Replaces values 0 … n − 1, each held by at most two, by their ranks, ties by the toss of a coin. */
function rankAnew(values: Uint32Array, random: Random): void {
  const n = values.length;
  const holder = new Int32Array(n).fill(-1);
  const second = new Int32Array(n).fill(-1);
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    if (holder[value]! < 0) holder[value] = i;
    else second[value] = i;
  }
  let rank = 0;
  for (let value = 0; value < n; value++) {
    const [one, two] = [holder[value]!, second[value]!];
    if (one < 0) continue;
    if (two < 0) values[one] = rank++;
    else {
      const isFirst = random.integer(2) === 0;
      values[isFirst ? one : two] = rank++;
      values[isFirst ? two : one] = rank++;
    }
  }
}

/** At the cut above rank r an event with a rank of at most r is an error, a non-event above it too. */
function distance(one: Uint32Array, two: Uint32Array, { isEvent }: Outcomes): number {
  const n = one.length;
  const change = new Int32Array(n); // of the difference of errors when the cut passes a rank
  for (let i = 0; i < n; i++) {
    const sign = isEvent[i] === 1 ? 1 : -1;
    change[one[i]!]! += sign;
    change[two[i]!]! -= sign;
  }
  let difference = 0;
  let total = 0;
  for (let rank = 0; rank < n; rank++) {
    difference += change[rank]!;
    total += Math.abs(difference);
  }
  return total;
}
