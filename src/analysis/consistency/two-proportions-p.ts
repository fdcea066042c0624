import { InvalidInput, inTheNameOf } from "../../numeric/index.js";
import { type Arm, checkArm } from "../arm.js";
import { type ProportionTestP, proportionTests } from "../compare/proportion-tests.js";
import { percentCounts } from "./percent-counts.js";
import {
  type Bounds,
  checkRules,
  closed,
  HALF_ROUNDING,
  overlap,
  parsePrintedP,
  type RoundingRule,
} from "./printed.js";

/** An arm as printed: its size with a count, a percentage, or both. */
export interface PrintedArm {
  readonly n: number;
  readonly count?: number;
  readonly percent?: string;
}

/** A p of one test and whether it prints as the published one. */
export interface CheckedP extends ProportionTestP {
  readonly agrees: boolean; // false as well where p is NaN; true throughout when no p was printed
}

/** One pair of counts that gives the printed percentages, with the p of every test. */
export interface PossiblePair {
  readonly first: Arm;
  readonly second: Arm;
  readonly tests: readonly CheckedP[];
}

/** All that two printed arms allow. */
export interface TwoProportionsP {
  readonly method: "two-proportions-p";
  readonly printedP?: string;
  readonly pairs: readonly PossiblePair[]; // empty when a percentage is no count of its n
  readonly agrees: boolean; // some pair and some test gives the printed p
  /**
   * "too-many-tables": Barnard's and Boschloo's tests were not computed, so that without agreement
   * the printed p may still be theirs.
   */
  readonly note?: "too-many-tables";
}

/** Slack of the comparison: exact p-values are computed to this relative precision. */
const COMPUTED_TO = 1e-9;
const MOST_PAIRS = 10_000;
const MOST_TABLES = 2e6; // shared by all pairs: a few seconds

/**
 * The p that each test gives for two printed arms, for every pair of counts that prints as the
 * given percentages, held against a printed p.
 *
 * @param first - n with the count, or with the percentage it was printed as
 * @param second - the other arm
 * @param options.p - p as printed, "0.04" or "<0.01"
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput when an arm has neither count nor percentage, on a bad p, or when the
 *   percentages allow more than 10 000 pairs of counts
 */
export function twoProportionsP(
  first: PrintedArm,
  second: PrintedArm,
  { p, rules = HALF_ROUNDING }: { p?: string; rules?: readonly RoundingRule[] } = {},
): TwoProportionsP {
  checkRules("twoProportionsP", rules);
  const printed =
    p === undefined ? undefined : inTheNameOf("twoProportionsP", () => parsePrintedP(p, rules));
  const check = (one: ProportionTestP): CheckedP => ({
    ...one,
    agrees: printed === undefined || printsAs(one.p, printed.bounds),
  });
  const firstCounts = possibleCounts(first, rules);
  const secondCounts = possibleCounts(second, rules);
  if (firstCounts.length * secondCounts.length > MOST_PAIRS) {
    const many = firstCounts.length * secondCounts.length;
    throw new InvalidInput(
      "twoProportionsP",
      `needs at most ${MOST_PAIRS} pairs of counts; got ${many}`,
    );
  }
  const mostTables = MOST_TABLES / Math.max(1, firstCounts.length * secondCounts.length);
  const pairs = firstCounts.flatMap((a) =>
    secondCounts.map((b): PossiblePair => {
      const arms = { first: { count: a, n: first.n }, second: { count: b, n: second.n } };
      return {
        ...arms,
        tests: proportionTests(arms.first, arms.second, { mostTables }).map(check),
      };
    }),
  );
  return {
    method: "two-proportions-p",
    ...(p === undefined ? {} : { printedP: p }),
    pairs,
    agrees: pairs.some(({ tests }) => tests.some(({ agrees }) => agrees)),
    ...((first.n + 1) * (second.n + 1) > mostTables ? { note: "too-many-tables" as const } : {}),
  };
}

/** Whether a computed p prints so; one that is not defined, NaN, prints as nothing. */
export function printsAs(p: number, printed: Bounds): boolean {
  return !Number.isNaN(p) && overlap(printed, closed(p * (1 - COMPUTED_TO), p * (1 + COMPUTED_TO)));
}

/** Counts that fit what is printed; a count that belies its percentage leaves none. */
function possibleCounts(arm: PrintedArm, rules: readonly RoundingRule[]): readonly number[] {
  const { n, count, percent } = arm;
  if (count !== undefined) checkArm("twoProportionsP", { count, n });
  if (percent === undefined) {
    if (count !== undefined) return [count];
    throw new InvalidInput(
      "twoProportionsP",
      "needs a count or a percentage in each arm; got neither",
    );
  }
  const { counts } = inTheNameOf("twoProportionsP", () => percentCounts(percent, n, { rules }));
  const fitting = counts.map((one) => one.count);
  return count === undefined ? fitting : fitting.filter((k) => k === count);
}
