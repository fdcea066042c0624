import type { Alternative } from "../arm.js";
import { quickProportionTests } from "../compare/proportion-tests.js";
import { barnardTest, boschlooTest, type UnconditionalTest } from "../compare/unconditional.js";
import type { Bounds } from "./printed.js";
import { type PossiblePair, printsAs } from "./two-proportions-p.js";

/**
 * Tables of one pair of arms beyond which Barnard's test is nobody's: two arms of 1,400.
 * Programs that have it go through every table at hundreds of common chances.
 */
const MOST_TABLES = 2_000_000;
/** Tables of one pair of arms beyond which Fisher's p of each is too slow: two arms of 600. */
const MOST_FISHER_TABLES = 400_000;
/** Boschloo's p lies above so much of Fisher's mid-p where it can be computed, and is taken to elsewhere. */
const BOSCHLOO_ABOVE_MID_P = 0.8;
/** R's allowance between Fisher p-values, which carries over to Boschloo's, doubled. */
const SAME_P = 2e-7;

/** The test of arms of these sizes. */
export function orderOf(
  test: "barnard" | "boschloo",
  n1: number,
  n2: number,
  alternative: Alternative,
): UnconditionalTest {
  return (test === "barnard" ? barnardTest : boschlooTest)(n1, n2, alternative);
}

/**
 * A pair whose p by an unconditional test prints as the published one, if there is any.
 *
 * The p never rises with how extreme a table is, so the pairs in that order are bisected; and
 * Boschloo's p is never above Fisher's, which often decides at once.
 *
 * @param pairs - counts of one pair of arms, at least one
 * @param hasOthers - whether the source may have used another test instead
 * @returns "undecided" where the arms are too large to tell
 */
export function decide(
  test: "barnard" | "boschloo",
  alternative: Alternative,
  pairs: readonly PossiblePair[],
  bounds: Bounds,
  hasOthers: boolean,
): { readonly pair: PossiblePair; readonly p: number } | "excluded" | "undecided" {
  const one = pairs[0]!;
  const tables = (one.first.n + 1) * (one.second.n + 1);
  if (test === "barnard" && tables > MOST_TABLES) return hasOthers ? "excluded" : "undecided";
  if (test === "boschloo") {
    const fisher = pairs.map((pair) => fisherOf(pair, alternative));
    if (Math.max(...fisher.map(({ p }) => p)) * (1 + SAME_P) < bounds.lower) return "excluded";
    if (tables > MOST_FISHER_TABLES) {
      const least = BOSCHLOO_ABOVE_MID_P * Math.min(...fisher.map(({ midP }) => midP));
      return least > bounds.upper ? "excluded" : "undecided";
    }
  }
  const order = orderOf(test, one.first.n, one.second.n, alternative);
  const extremity = ({ first, second }: PossiblePair): number =>
    order.extremity(first.count, second.count);
  const fallingP = [...pairs].sort((a, b) => extremity(a) - extremity(b));
  let [from, to] = [0, fallingP.length];
  while (from < to) {
    const at = (from + to) >> 1;
    const pair = fallingP[at]!;
    const place = order.placeOf(pair.first.count, pair.second.count, bounds);
    if (place === "inside") {
      const p = order.p(pair.first.count, pair.second.count);
      return printsAs(p, bounds) ? { pair, p } : "excluded";
    }
    if (place === "above") from = at + 1;
    else to = at;
  }
  return "excluded";
}

function fisherOf(
  { first, second }: PossiblePair,
  alternative: Alternative,
): { p: number; midP: number } {
  const ps = quickProportionTests(first, second, [alternative]);
  const of = (test: string): number => ps.find((one) => one.test === test)!.p;
  return { p: of("fisher"), midP: of("fisher-mid-p") };
}
