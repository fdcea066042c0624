import { midRanks, normalSurvival } from "../../numeric/index.js";
import { rankSumNull, twoSidedRankSum } from "../compare/rank-sum-null.js";
import { checkScored, type Direction } from "./scored.js";
import { type Tally, tally, twicePairsWon } from "./tally.js";

/** A test that the scores say nothing about the event: an area of ½, both classes alike. */
export interface AreaPermutationTest {
  readonly method: "area-permutation-test";
  readonly direction: Direction;
  readonly nEvents: number;
  readonly nNonEvents: number;
  readonly area: number;
  readonly pairsWon: number;
  /** Exact: the share of all ways to hand out the events with an area at least as far from ½. */
  readonly p: number;
  readonly z: number; // normal approximation, ties allowed for, no continuity correction
  readonly pNormal: number; // two-sided
  /** "too-many-for-exact": p is NaN, for so many subjects pNormal serves. "all-tied": z is NaN, both p are 1. */
  readonly note?: "too-many-for-exact" | "all-tied";
}

const MOST_PAIRS = 1e6; // of an event and a non-event, for which the exact p is attempted

/**
 * The exact permutation test of the area under a ROC curve, with ties; the test of Wilcoxon, Mann
 * and Whitney.
 *
 * @param scores - (n) one for each subject
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param direction - which scores speak for the event
 * @throws InvalidInput as `areaUnderCurve`
 * @source [@mann1947]
 */
export function aucPermutationTest(
  scores: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  direction: Direction,
): AreaPermutationTest {
  const scored = checkScored("aucPermutationTest", scores, events, direction);
  const { nEvents, nNonEvents } = scored.outcomes;
  const counts = tally(scored);
  const pairs = nEvents * nNonEvents;
  const pairsWon = twicePairsWon(counts) / 2;
  const z = (pairsWon - pairs / 2) / Math.sqrt(nullVariance(counts));
  const isAllTied = counts.oriented.length === 1;
  const p = exactP(scored.oriented, nEvents, pairsWon);
  return {
    method: "area-permutation-test",
    direction,
    nEvents,
    nNonEvents,
    area: pairsWon / pairs,
    pairsWon,
    p,
    z,
    pNormal: isAllTied ? 1 : 2 * normalSurvival(Math.abs(z)),
    ...(isAllTied ? { note: "all-tied" } : Number.isNaN(p) ? { note: "too-many-for-exact" } : {}),
  };
}

/** Of the pairs won, when the events are handed out by chance. */
function nullVariance({ events, nonEvents, nEvents, nNonEvents }: Tally): number {
  const n = nEvents + nNonEvents;
  let ties = 0;
  for (let k = 0; k < events.length; k++) {
    const size = events[k]! + nonEvents[k]!;
    ties += size * (size - 1) * (size + 1);
  }
  return ((nEvents * nNonEvents) / 12) * (n + 1 - ties / (n * (n - 1)));
}

function exactP(oriented: Float64Array, nEvents: number, pairsWon: number): number {
  const n = oriented.length;
  if (nEvents * (n - nEvents) > MOST_PAIRS) return Number.NaN;
  const distribution = rankSumNull(midRanks(oriented), nEvents);
  if (distribution === undefined) return Number.NaN;
  const rankSum = pairsWon + (nEvents * (nEvents + 1)) / 2;
  return twoSidedRankSum(distribution, rankSum, (nEvents * (n + 1)) / 2);
}
