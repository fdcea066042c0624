import { binomialCdf, binomialPmf, chiSquareSurvival, InvalidInput } from "../../numeric/index.js";
import { checkArm, checkLevel, checkTwoByTwo, type TwoByTwo } from "../arm.js";
import type { ChiSquare } from "../chi-square.js";
import type { Estimate, Interval } from "../estimate.js";
import { criticalZ, exactInterval, midPInterval, wilsonInterval } from "../proportion/intervals.js";

/** Intervals of the odds ratio of discordant subjects, by method. */
export interface DiscordantOddsIntervals {
  readonly exact: Interval; // Clopper–Pearson
  readonly midP: Interval;
  readonly wilson: Interval; // score
  readonly wald: Interval; // on the log; NaN where a discordant count is 0
}

/** McNemar's test of two proportions on the same subjects. */
export interface McNemarTest {
  readonly method: "mcnemar-test";
  readonly n: number;
  readonly onlyFirst: number; // discordant subjects: success by the first method alone
  readonly onlySecond: number;
  readonly exact: number; // two-sided p
  readonly midP: number; // two-sided p, 1 when the discordant counts are equal
  readonly chiSquare: ChiSquare;
  readonly chiSquareContinuity: ChiSquare;
  readonly oddsRatio: Estimate; // onlyFirst/onlySecond, exact interval
  readonly oddsRatioIntervals: DiscordantOddsIntervals;
  readonly difference: Estimate; // of the proportions, first − second, Wald's interval
  /** "no-discordant-pairs": the methods never differ; chi-square and odds ratio are NaN. */
  readonly note?: "no-discordant-pairs";
}

/**
 * McNemar's test: exact, mid-p and chi-square with and without continuity correction.
 *
 * @param table - rows success and failure by the first method, columns by the second
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput when a cell is not a count or all are 0
 * @source [@mcnemar1947]; [@fagerland2013] mid-p; [@fagerland2014] intervals of the odds ratio
 */
export function mcNemarTest(
  table: TwoByTwo,
  { level = 0.95 }: { level?: number } = {},
): McNemarTest {
  checkTwoByTwo("mcNemarTest", table);
  checkLevel("mcNemarTest", level);
  const [[a, b], [c, d]] = table;
  const n = a + b + c + d;
  if (n === 0) throw new InvalidInput("mcNemarTest", "needs at least one subject; got 0", "n_zero");
  const discordant = b + c;
  const oddsRatioIntervals = oddsIntervals(b, c, level);
  const chiSquare = (excess: number): ChiSquare => {
    const statistic = excess ** 2 / discordant;
    return { statistic, df: 1, p: chiSquareSurvival(statistic, 1) };
  };
  const reach = criticalZ(level) * (Math.sqrt(discordant - (b - c) ** 2 / n) / n);
  const value = (b - c) / n;
  return {
    method: "mcnemar-test",
    n,
    onlyFirst: b,
    onlySecond: c,
    ...discordantP(b, c),
    chiSquare: chiSquare(b - c),
    chiSquareContinuity: chiSquare(Math.max(0, Math.abs(b - c) - 1)),
    oddsRatio: { value: b / c, ci: oddsRatioIntervals.exact },
    oddsRatioIntervals,
    difference: { value, ci: { lower: value - reach, upper: value + reach, level } },
    ...(discordant === 0 ? { note: "no-discordant-pairs" as const } : {}),
  };
}

/** One way in which two margins on the same subjects can have come about. */
export interface DiscordantSplit {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
  readonly exact: number;
  readonly midP: number;
}

/** All splits that two margins allow, and the range of each p over them. */
export interface McNemarRange {
  readonly method: "mcnemar-range";
  readonly n: number;
  readonly first: number;
  readonly second: number;
  readonly splits: readonly DiscordantSplit[]; // fewest discordant subjects first
  readonly exact: { readonly lower: number; readonly upper: number };
  readonly midP: { readonly lower: number; readonly upper: number };
}

/**
 * The p-values of McNemar's test that remain possible when only the two totals of successes on
 * the same n subjects are known.
 *
 * Successes by both methods can number max(0, first + second − n) to min(first, second); every
 * such number fixes the table.
 *
 * @param margins.n - subjects
 * @param margins.first - successes by the first method
 * @param margins.second - successes by the second method
 * @throws InvalidInput unless both are counts from 0 to n and n is at least 1
 * @source [@mcnemar1947]
 */
export function mcNemarRange({
  n,
  first,
  second,
}: {
  readonly n: number;
  readonly first: number;
  readonly second: number;
}): McNemarRange {
  checkArm("mcNemarRange", { count: first, n });
  checkArm("mcNemarRange", { count: second, n });
  const splits: DiscordantSplit[] = [];
  for (let both = Math.min(first, second); both >= Math.max(0, first + second - n); both--) {
    const onlyFirst = first - both;
    const onlySecond = second - both;
    const neither = n - both - onlyFirst - onlySecond;
    splits.push({ both, onlyFirst, onlySecond, neither, ...discordantP(onlyFirst, onlySecond) });
  }
  const range = (key: "exact" | "midP"): { lower: number; upper: number } => {
    const values = splits.map((split) => split[key]);
    return { lower: Math.min(...values), upper: Math.max(...values) };
  };
  return {
    method: "mcnemar-range",
    n,
    first,
    second,
    splits,
    exact: range("exact"),
    midP: range("midP"),
  };
}

/** Two-sided p of a fair coin for the discordant subjects. */
function discordantP(b: number, c: number): { exact: number; midP: number } {
  if (b === c) return { exact: 1, midP: 1 };
  const fewer = Math.min(b, c);
  const tail = 2 * binomialCdf(fewer, b + c, 0.5);
  return { exact: Math.min(1, tail), midP: tail - binomialPmf(fewer, b + c, 0.5) };
}

function oddsIntervals(b: number, c: number, level: number): DiscordantOddsIntervals {
  const n = b + c;
  const none = { lower: Number.NaN, upper: Number.NaN, level };
  if (n === 0) return { exact: none, midP: none, wilson: none, wald: none };
  // From the smaller chance each time: 1 − upper would cancel.
  const fromChance = (method: typeof exactInterval): Interval => {
    const smallestOdds = (count: number): number => {
      const { lower } = method(count, n, level);
      return lower / (1 - lower);
    };
    return { lower: smallestOdds(b), upper: 1 / smallestOdds(c), level };
  };
  const reach = Math.exp(criticalZ(level) * Math.sqrt(1 / b + 1 / c));
  const hasLog = b > 0 && c > 0;
  return {
    exact: fromChance(exactInterval),
    midP: fromChance(midPInterval),
    wilson: fromChance(wilsonInterval),
    wald: hasLog ? { lower: b / c / reach, upper: (b / c) * reach, level } : none,
  };
}
