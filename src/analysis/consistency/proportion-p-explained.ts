import { InvalidInput, inTheNameOf } from "../../numeric/index.js";
import { type Alternative, type Arm, checkArm } from "../arm.js";
import {
  type ProportionTest,
  type ProportionTestP,
  quickProportionTests,
} from "../compare/proportion-tests.js";
import { type Bounds, parsePrintedP } from "./printed.js";
import { type CheckedP, type PossiblePair, printsAs } from "./two-proportions-p.js";
import { decide, orderOf } from "./unconditional-decision.js";

/** The counts that an arm may have. */
export interface ArmCounts {
  readonly n: number;
  readonly counts: readonly number[]; // in ascending order
}

/** Which tests and which counts give a printed p. */
export interface ProportionPExplained {
  readonly method: "proportion-p-explained";
  readonly printedP: string;
  /** The p that were computed: Barnard's and Boschloo's are among them in small arms, or where they agree. */
  readonly pairs: readonly PossiblePair[];
  readonly agrees: boolean; // some pair and some test gives the printed p
  /** Barnard's or Boschloo's test, not computed, where none of the pairs can give the printed p by it. */
  readonly excluded: readonly ProportionTest[];
  /** Barnard's or Boschloo's test, not computed, where the arms are too large to tell. */
  readonly undecided: readonly ProportionTest[];
  /** "thinned": the counts allow too many pairs; those computed hold the extremes. */
  readonly note?: "thinned";
}

/** What is asked of every pair of counts. */
interface Question {
  readonly bounds: Bounds; // of the printed p
  readonly tests: readonly ProportionTest[];
  readonly alternatives: readonly Alternative[];
}

const ALL_TESTS: readonly ProportionTest[] = [
  ...(["fisher", "fisher-doubled", "fisher-mid-p", "chi2", "chi2-n-1", "yates", "g"] as const),
  ...(["barnard", "boschloo"] as const),
];
const MOST_PAIRS = 400;
/** Pairs times the smaller arm: Fisher's p takes a step for each patient of it. */
const MOST_WORK = 200_000;
const LISTED_TABLES = 2000; // over all pairs: a few milliseconds

/**
 * Which tests of two proportions give a printed p, for all counts that the arms may have.
 *
 * The tests that take microseconds are computed for every pair of counts. In arms too large for it
 * to be cheap, Barnard's and Boschloo's are asked only when none of those agrees, and then only
 * where their p lies against the printed one.
 *
 * @param first - size of the first arm and its possible counts, ascending
 * @param second - of the second arm
 * @param p - as printed, "0.04" or "<0.01"
 * @param options.tests - that the source may have used; all
 * @param options.sides - of the tests; 2
 * @throws InvalidInput on a bad arm, one without a count, no or an unknown test, a bad number of sides or a bad p
 * @source [@boschloo1970], [@suissa1985]
 */
export function proportionPExplained(
  first: ArmCounts,
  second: ArmCounts,
  p: string,
  { tests = ALL_TESTS, sides = 2 }: { tests?: readonly ProportionTest[]; sides?: 1 | 2 } = {},
): ProportionPExplained {
  const where = "proportionPExplained";
  check(where, first, second, tests, sides);
  const { bounds } = inTheNameOf(where, () => parsePrintedP(p));
  const alternatives: Alternative[] = sides === 2 ? ["two-sided"] : ["less", "greater"];
  const question = { bounds, tests, alternatives };
  const most = Math.min(MOST_PAIRS, Math.max(4, MOST_WORK / Math.min(first.n, second.n)));
  const isThinned = first.counts.length * second.counts.length > most;
  const perArm = Math.floor(Math.sqrt(most));
  const [a, b] = isThinned ? [thinned(first, perArm), thinned(second, perArm)] : [first, second];
  const quick = a.counts.flatMap((x1) =>
    b.counts.map((x2) => quickPair(question, { count: x1, n: a.n }, { count: x2, n: b.n })),
  );
  const known = { method: "proportion-p-explained", printedP: p } as const;
  const note = isThinned ? { note: "thinned" as const } : {};
  if ((first.n + 1) * (second.n + 1) * quick.length <= LISTED_TABLES) {
    const pairs = withUnconditional(question, quick, first.n, second.n);
    return { ...known, pairs, agrees: anyAgrees(pairs), excluded: [], undecided: [], ...note };
  }
  if (anyAgrees(quick)) {
    return { ...known, pairs: quick, agrees: true, excluded: [], undecided: [], ...note };
  }
  return { ...known, ...askUnconditional(question, quick), ...note };
}

/** The pairs with the p of Barnard's and Boschloo's tests. */
function withUnconditional(
  { bounds, tests, alternatives }: Question,
  pairs: readonly PossiblePair[],
  n1: number,
  n2: number,
): readonly PossiblePair[] {
  const orders = tests.filter(isUnconditional).flatMap((test) =>
    alternatives.map((alternative) => ({
      test,
      alternative,
      order: orderOf(test, n1, n2, alternative),
    })),
  );
  return pairs.map((pair) => {
    const added = orders.map(({ test, alternative, order }) =>
      checked(bounds, { test, alternative, p: order.p(pair.first.count, pair.second.count) }),
    );
    return { ...pair, tests: [...pair.tests, ...added] };
  });
}

/** Asks Barnard's and Boschloo's tests for a pair that gives the printed p. */
function askUnconditional(
  { bounds, tests, alternatives }: Question,
  quick: readonly PossiblePair[],
): Pick<ProportionPExplained, "pairs" | "agrees" | "excluded" | "undecided"> {
  const asked = tests.filter(isUnconditional).map((test) => ({
    test,
    answers: alternatives.map((alternative) => ({
      alternative,
      answer: decide(test, alternative, quick, bounds, tests.length > 1),
    })),
  }));
  const pairs = quick.map((pair) => {
    const added = asked.flatMap(({ test, answers }) =>
      answers.flatMap(({ alternative, answer }) =>
        typeof answer === "object" && answer.pair === pair
          ? [checked(bounds, { test, alternative, p: answer.p })]
          : [],
      ),
    );
    return { ...pair, tests: [...pair.tests, ...added] };
  });
  const having = (answer: "excluded" | "undecided") =>
    asked.filter(({ answers }) => answers.some((one) => one.answer === answer));
  const undecided = having("undecided").map(({ test }) => test);
  const agreeing = asked.filter(({ answers }) =>
    answers.some((one) => typeof one.answer === "object"),
  );
  const excluded = having("excluded")
    .filter((one) => !agreeing.includes(one) && !undecided.includes(one.test))
    .map(({ test }) => test);
  return { pairs, agrees: agreeing.length > 0, excluded, undecided };
}

function quickPair(
  { bounds, tests, alternatives }: Question,
  first: Arm,
  second: Arm,
): PossiblePair {
  const ps = quickProportionTests(first, second, alternatives);
  const asked = ps.filter(({ test }) => tests.includes(test));
  return { first, second, tests: asked.map((one) => checked(bounds, one)) };
}

function checked(bounds: Bounds, one: ProportionTestP): CheckedP {
  return { ...one, agrees: printsAs(one.p, bounds) };
}

function isUnconditional(test: ProportionTest): test is "barnard" | "boschloo" {
  return test === "barnard" || test === "boschloo";
}

function anyAgrees(pairs: readonly PossiblePair[]): boolean {
  return pairs.some(({ tests }) => tests.some(({ agrees }) => agrees));
}

/** Some of the counts, evenly spaced, with both ends. */
function thinned({ n, counts }: ArmCounts, to: number): ArmCounts {
  if (counts.length <= to) return { n, counts };
  const step = (counts.length - 1) / (to - 1);
  return { n, counts: Array.from({ length: to }, (_, i) => counts[Math.round(i * step)]!) };
}

function check(
  where: string,
  first: ArmCounts,
  second: ArmCounts,
  tests: readonly ProportionTest[],
  sides: number,
): void {
  for (const { n, counts } of [first, second]) {
    if (!Array.isArray(counts) || counts.length === 0) {
      throw new InvalidInput(where, "needs a list of counts in each arm; got none");
    }
    checkArm(where, { count: 0, n });
    for (const count of counts) checkArm(where, { count, n });
  }
  if (!Array.isArray(tests) || tests.length === 0) {
    throw new InvalidInput(where, `needs a list of tests; got ${tests}`);
  }
  const unknown = tests.find((test) => !ALL_TESTS.includes(test));
  if (unknown !== undefined) {
    throw new InvalidInput(where, `needs tests among ${ALL_TESTS.join(", ")}; got "${unknown}"`);
  }
  if (sides !== 1 && sides !== 2) {
    throw new InvalidInput(where, `needs sides of 1 or 2; got ${sides}`);
  }
}
