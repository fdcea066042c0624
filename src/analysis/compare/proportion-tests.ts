import { InvalidInput } from "../../numeric/index.js";
import { type Alternative, type Arm, checkArm } from "../arm.js";
import { shown } from "../columns.js";
import { fisherDistribution, fisherP } from "./fisher-distribution.js";
import { scoreP, scoreStatistics } from "./score-statistics.js";
import { barnardP, boschlooP } from "./unconditional.js";

/**
 * Tests of two independent proportions: Fisher's exact test (two-sided by the tables no likelier
 * than the one observed, by doubling, and as mid-p), Pearson's chi-square plain, times (N − 1)/N
 * and with Yates's correction, the likelihood ratio, and the unconditional tests of Barnard
 * (pooled z) and Boschloo.
 */
export type ProportionTest =
  | "fisher"
  | "fisher-doubled"
  | "fisher-mid-p"
  | "chi2"
  | "chi2-n-1"
  | "yates"
  | "g"
  | "barnard"
  | "boschloo";

/** One p-value of one test. */
export interface ProportionTestP {
  readonly test: ProportionTest;
  readonly alternative: Alternative;
  readonly p: number; // NaN where the test is not defined (an empty margin) or not computed
}

const ALTERNATIVES: readonly Alternative[] = ["two-sided", "less", "greater"];

/**
 * The p of every test of two proportions, two-sided and one-sided ("less": the first arm's
 * chance is the smaller).
 *
 * @param first - first arm
 * @param second - second arm
 * @param options.mostTables - Barnard's and Boschloo's tests are left out (NaN) when the arms allow
 *   more tables, (n₁ + 1)(n₂ + 1); a million, which takes seconds; Infinity leaves none out
 * @throws InvalidInput when an arm is empty, a count is outside it or `mostTables` below 0
 */
export function proportionTests(
  first: Arm,
  second: Arm,
  { mostTables = 1e6 }: { mostTables?: number } = {},
): ProportionTestP[] {
  checkArm("proportionTests", first);
  checkArm("proportionTests", second);
  if (typeof mostTables !== "number" || !(mostTables >= 0)) {
    const rule = `needs mostTables of at least 0; got ${shown(mostTables)}`;
    throw new InvalidInput("proportionTests", rule, "out_of_range");
  }
  const quick = quickProportionTests(first, second);
  return ALTERNATIVES.flatMap((alternative) => [
    ...quick.filter((one) => one.alternative === alternative),
    { test: "barnard", alternative, p: barnardP(first, second, alternative, mostTables) },
    { test: "boschloo", alternative, p: boschlooP(first, second, alternative, mostTables) },
  ]);
}

/** The tests that take microseconds: all but Barnard's and Boschloo's, of arms that were checked. */
export function quickProportionTests(
  first: Arm,
  second: Arm,
  alternatives: readonly Alternative[] = ALTERNATIVES,
): ProportionTestP[] {
  const fisher = fisherP(
    fisherDistribution([
      [first.count, first.n - first.count],
      [second.count, second.n - second.count],
    ]),
  );
  const score = scoreStatistics(first, second);
  return alternatives.flatMap((alternative) => {
    const p = (test: ProportionTest, value: number): ProportionTestP => ({
      test,
      alternative,
      p: value,
    });
    const fromScore = (statistic: number): number => scoreP(statistic, score.phi, alternative);
    const exact = {
      "two-sided": [fisher.twoSided, fisher.midP],
      less: [fisher.less, fisher.midPLess],
      greater: [fisher.greater, fisher.midPGreater],
    }[alternative];
    return [
      p("fisher", exact[0]!),
      ...(alternative === "two-sided" ? [p("fisher-doubled", fisher.doubled)] : []),
      p("fisher-mid-p", exact[1]!),
      p("chi2", fromScore(score.chi2)),
      p("chi2-n-1", fromScore(score.chi2NMinus1)),
      p("yates", fromScore(score.yates)),
      p("g", fromScore(score.g)),
    ];
  });
}
