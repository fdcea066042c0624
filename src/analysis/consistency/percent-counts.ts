import { InvalidInput } from "../../numeric/index.js";
import { checkPositiveInteger, readPrinted } from "./grim.js";
import { numeratorRange, numeratorsOf } from "./numerators.js";
import {
  checkRules,
  type EndsRule,
  HALF_ROUNDING,
  type PrintedNumber,
  type RoundingRule,
} from "./printed.js";

/** A count and the percentage that it is of n. */
export interface CountPercent {
  readonly count: number;
  readonly percent: number; // 100 count/n, not rounded
  readonly printed: string; // to the decimals of the printed percentage, a half away from zero
}

/** Which counts of n print as a given percentage. */
export interface PercentCounts {
  readonly method: "percent-counts";
  readonly percent: string; // as printed
  readonly n: number;
  readonly counts: readonly CountPercent[]; // those that some allowed rule prints so; may be empty
  readonly byRule: readonly { readonly rule: RoundingRule; readonly counts: readonly number[] }[];
  /** The possible percentages just below and just above; `counts` itself where there are any. */
  readonly nearest: readonly CountPercent[];
}

/**
 * The integer counts of n that print as a percentage, and the nearest percentages that n allows.
 *
 * Decided in integers, so that a half is a half: count·100·10^d against the printed digits.
 *
 * @param percent - as printed, without the sign %; its decimals count
 * @param n - denominator
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput when percent is not a number from 0 to 100 or n not a positive integer
 * @source [@brown2017] the granularity of a mean of integers, here of zeros and ones
 */
export function percentCounts(
  percent: string,
  n: number,
  { rules = HALF_ROUNDING }: { rules?: readonly RoundingRule[] } = {},
): PercentCounts {
  const printed = parsePercent("percentCounts", percent);
  checkPositiveInteger("percentCounts", "n", n);
  checkRules("percentCounts", rules);
  const byRule = rules.map((rule) => ({ rule, counts: countsPrinting(printed, n, rule) }));
  const found = [...new Set(byRule.flatMap(({ counts }) => counts))].sort((a, b) => a - b);
  const describe = (count: number): CountPercent => ({
    count,
    percent: (100 * count) / n,
    printed: printPercent(count, n, printed.decimals),
  });
  const counts = found.map(describe);
  // 100 % is always a count, so below is less than n where there is none.
  const below = Number((printed.digits * BigInt(n)) / (100n * 10n ** BigInt(printed.decimals)));
  const nearest = counts.length > 0 ? counts : [below, below + 1].map(describe);
  return { method: "percent-counts", percent: printed.text, n, counts, byRule, nearest };
}

/** The smallest and the largest count that print as a percentage. */
export interface PercentCountEnds {
  readonly least: number;
  readonly most: number; // below `least` where no count prints so
}

/**
 * The smallest and the largest of the counts of `percentCounts`, without listing those between.
 *
 * @param percent - as printed
 * @param n - denominator
 * @param options.rules - as in `percentCounts`
 * @throws InvalidInput as `percentCounts`
 * @source [@brown2017]
 */
export function percentCountEnds(
  percent: string,
  n: number,
  { rules = HALF_ROUNDING }: { rules?: readonly RoundingRule[] } = {},
): PercentCountEnds {
  const printed = parsePercent("percentCountEnds", percent);
  checkPositiveInteger("percentCountEnds", "n", n);
  checkRules("percentCountEnds", rules);
  const share = { ...printed, decimals: printed.decimals + 2 };
  const ends = rules.map((rule) => numeratorRange(share, n, rule));
  return {
    least: Math.max(0, Math.min(...ends.map(({ first }) => Number(first)))),
    most: Math.min(n, Math.max(...ends.map(({ last }) => Number(last)))),
  };
}

/** A denominator and its counts that print as a given percentage. */
export interface PercentDenominator {
  readonly n: number;
  readonly counts: readonly number[];
}

/**
 * The denominators up to `largest` that can print a percentage, each with its counts.
 *
 * @param percent - as printed
 * @param largest - denominator to try
 * @param options.rules - as in `percentCounts`
 * @throws InvalidInput as `percentCounts`
 */
export function percentDenominators(
  percent: string,
  largest: number,
  { rules = HALF_ROUNDING }: { rules?: readonly RoundingRule[] } = {},
): PercentDenominator[] {
  checkPositiveInteger("percentDenominators", "n", largest);
  parsePercent("percentDenominators", percent);
  checkRules("percentDenominators", rules);
  return Array.from({ length: largest }, (_, i) => {
    const { counts } = percentCounts(percent, i + 1, { rules });
    return { n: i + 1, counts: counts.map(({ count }) => count) };
  }).filter(({ counts }) => counts.length > 0);
}

/**
 * A printed percentage.
 *
 * @throws InvalidInput in the name of the check when it is none from 0 to 100
 */
export function parsePercent(where: string, percent: string): PrintedNumber {
  const printed = readPrinted(where, percent);
  if (printed.negative || printed.value > 100) {
    throw new InvalidInput(where, `needs a percentage from 0 to 100; got "${percent}"`);
  }
  return printed;
}

/** Counts of n that a rule prints as this percentage. */
export function countsPrinting(percent: PrintedNumber, n: number, rule: EndsRule): number[] {
  const share = { ...percent, decimals: percent.decimals + 2 };
  return numeratorsOf(share, n, rule).filter((count) => count >= 0 && count <= n);
}

function printPercent(count: number, n: number, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const size = BigInt(n);
  const rounded = (200n * BigInt(count) * scale + size) / (2n * size);
  if (decimals === 0) return rounded.toString();
  const fraction = (rounded % scale).toString().padStart(decimals, "0");
  return `${rounded / scale}.${fraction}`;
}
