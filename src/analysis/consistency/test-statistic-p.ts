import { InvalidInput, inTheNameOf } from "../../numeric/index.js";
import { readPrinted } from "./grim.js";
import { type PSpan, pSpan } from "./p-span.js";
import {
  checkRules,
  HALF_ROUNDING,
  type PrintedNumber,
  parsePrintedP,
  printedBounds,
  type RoundingRule,
} from "./printed.js";
import { type PrintedTest, recomputedP } from "./recomputed-p.js";
import { inTail, TAILS, type TestTail } from "./test-tail.js";

/** Statistics whose p follows from their value and degrees of freedom. */
export type TestStatistic = "t" | "F" | "chi2" | "z";

/** How many degrees of freedom each statistic has. */
export const DEGREES_OF_FREEDOM: Readonly<Record<TestStatistic, number>> = {
  t: 1,
  F: 2,
  chi2: 1,
  z: 0,
};

/** The p that a printed statistic gives by one reading of its tails. */
export interface TestSpan extends PSpan {
  readonly tail: TestTail;
  /** Only degrees of freedom that round to the printed ones bring it to the printed p. */
  readonly byDf: boolean;
}

/** A printed test statistic, held against its printed p. */
export interface TestStatisticP {
  readonly method: "test-statistic-p";
  readonly statistic: TestStatistic;
  readonly spans: readonly TestSpan[]; // "both" first; the others where the statistic has sides
  readonly agrees: boolean; // the p of both tails meets the printed p
  /** It does not, and the other way about at `alpha`. */
  readonly decisionError: boolean;
}

/**
 * Recomputes the p of a printed test statistic, over everything that prints as the statistic and its
 * degrees of freedom.
 *
 * t and z have two sides; F on 1 and so many degrees of freedom and chi-square on 1 are squares of
 * such a statistic. Degrees of freedom are rounded where they are printed with decimals; so they may
 * be, by Welch's or a mixed model's approximation, where whole ones of t or of the denominator of F
 * are printed.
 *
 * @param statistic - "t", "F", "chi2" or "z"
 * @param value - as printed; F and chi2 not negative
 * @param df - as printed: one of t and chi2, two of F, none of z
 * @param p - as printed, "0.04" or "<0.01"
 * @param options.alpha - the level of significance that a decision is about; 0.05
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput when a number cannot be read, degrees of freedom are of the wrong number or
 *   not positive, F or chi2 is negative, or on a bad p
 * @source [@nuijten2016]
 */
export function testStatisticP(
  statistic: TestStatistic,
  value: string,
  df: readonly string[],
  p: string,
  { alpha = 0.05, rules = HALF_ROUNDING }: { alpha?: number; rules?: readonly RoundingRule[] } = {},
): TestStatisticP {
  const where = "testStatisticP";
  checkRules(where, rules);
  checkValue(where, statistic, value);
  const printedDf = checkDf(where, statistic, df);
  const printed = inTheNameOf(where, () => parsePrintedP(p, rules).bounds);
  const given = inTheNameOf(where, () =>
    recomputedP(
      testOf(
        statistic,
        value,
        printedDf.map((one) => one.value),
      ),
      p,
      { alpha },
    ),
  );
  // p is monotone in each df to all the digits that count: the ends and the middle span it.
  const all = combinations(printedDf.map((one, i) => dfOf(statistic, one, i, rules))).map((one) =>
    recomputedP(testOf(statistic, value, one), p, { alpha }),
  );
  const exact = { lower: given.lower, upper: given.upper, asPrinted: given.p };
  const wide = {
    lower: Math.min(given.lower, ...all.map(({ lower }) => lower)),
    upper: Math.max(given.upper, ...all.map(({ upper }) => upper)),
    asPrinted: given.p,
  };
  const tails = hasSides(statistic, printedDf) ? TAILS : (["both"] as const);
  const spans = tails.map((tail): TestSpan => {
    const byValue = pSpan(inTail(exact, tail), printed);
    const byAll = pSpan(inTail(wide, tail), printed);
    return { tail, ...byAll, byDf: byAll.agrees && !byValue.agrees };
  });
  const agrees = spans[0]!.agrees;
  return {
    method: "test-statistic-p",
    statistic,
    spans,
    agrees,
    decisionError: !agrees && given.decisionError,
  };
}

function hasSides(statistic: TestStatistic, [first]: readonly PrintedNumber[]): boolean {
  return statistic === "t" || statistic === "z" || first!.value === 1;
}

function testOf(statistic: TestStatistic, value: string, df: readonly number[]): PrintedTest {
  if (statistic === "z") return { test: "z", value };
  const [first, second] = df as readonly [number, number];
  return statistic === "F"
    ? { test: "F", value, df1: first, df2: second }
    : { test: statistic, value, df: first };
}

const LEAST_ROUNDED = 2; // a whole df of 1 is counted, not approximated

/** Degrees of freedom that print so: themselves, and the ends of their rounding. */
function dfOf(
  statistic: TestStatistic,
  printed: PrintedNumber,
  position: number,
  rules: readonly RoundingRule[],
): readonly number[] {
  const isApproximate = statistic === "t" || (statistic === "F" && position === 1);
  const isRounded = printed.decimals > 0 || (isApproximate && printed.value >= LEAST_ROUNDED);
  if (!isRounded) return [printed.value];
  const { lower, upper } = printedBounds(printed, rules);
  return [lower > 0 ? lower : printed.value, printed.value, upper];
}

function combinations(choices: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return choices.reduce<readonly (readonly number[])[]>(
    (found, one) => found.flatMap((before) => one.map((x) => [...before, x])),
    [[]],
  );
}

function checkValue(where: string, statistic: TestStatistic, value: string): void {
  if (!Object.hasOwn(DEGREES_OF_FREEDOM, statistic)) {
    throw new InvalidInput(where, `needs t, F, chi2 or z; got ${JSON.stringify(statistic)}`);
  }
  const printed = readPrinted(where, value);
  if ((statistic === "F" || statistic === "chi2") && printed.value < 0) {
    throw new InvalidInput(where, `needs ${statistic} of at least 0; got "${value}"`);
  }
}

function checkDf(
  where: string,
  statistic: TestStatistic,
  df: readonly string[],
): readonly PrintedNumber[] {
  const expected = DEGREES_OF_FREEDOM[statistic];
  if (!Array.isArray(df) || df.length !== expected) {
    const got = Array.isArray(df) ? df.length : String(df);
    throw new InvalidInput(
      where,
      `needs as many degrees of freedom as ${statistic} has, ${expected}; got ${got}`,
    );
  }
  return df.map((one) => {
    const printed = readPrinted(where, one);
    if (!(printed.value > 0)) {
      throw new InvalidInput(where, `needs degrees of freedom above 0; got "${one}"`);
    }
    return printed;
  });
}
