import {
  chiSquareUpperQuantile,
  fUpperQuantile,
  inTheNameOf,
  normalUpperQuantile,
  tUpperQuantile,
} from "../../numeric/index.js";
import { checkRules, HALF_ROUNDING, parsePrintedP, type RoundingRule } from "./printed.js";
import { checkDf, checkStatistic, type TestStatistic } from "./test-statistic-p.js";

/** The sizes of a statistic that have a printed p. */
export interface StatisticRange {
  readonly lower: number;
  readonly upper: number; // Infinity where the p may be 0
}

/**
 * The sizes of a test statistic that have a printed p, two-sided for t and z.
 *
 * @param statistic - "t", "F", "chi2" or "z"
 * @param df - as printed: one of t and chi2, two of F, none of z
 * @param p - as printed, "0.04" or "<0.01"
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput on an unknown statistic, degrees of freedom of the wrong number or not
 *   positive, or a bad p
 * @source [@nuijten2016]
 */
export function statisticFromP(
  statistic: TestStatistic,
  df: readonly string[],
  p: string,
  { rules = HALF_ROUNDING }: { rules?: readonly RoundingRule[] } = {},
): StatisticRange {
  const where = "statisticFromP";
  checkRules(where, rules);
  checkStatistic(where, statistic);
  const [first = Number.NaN, second = Number.NaN] = checkDf(where, statistic, df).map(
    ({ value }) => value,
  );
  const { lower, upper } = inTheNameOf(where, () => parsePrintedP(p, rules).bounds);
  const size = (tail: number): number => {
    switch (statistic) {
      case "t":
        return tUpperQuantile(tail / 2, first);
      case "z":
        return normalUpperQuantile(tail / 2);
      case "chi2":
        return chiSquareUpperQuantile(tail, first);
      case "F":
        return fUpperQuantile(tail, first, second);
    }
  };
  return { lower: size(upper), upper: size(lower) };
}
