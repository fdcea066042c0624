import {
  chiSquareSurvival,
  fSurvival,
  InvalidInput,
  inTheNameOf,
  normalSurvival,
  tSurvival,
  tTwoSided,
} from "../../numeric/index.js";
import type { Alternative } from "../arm.js";
import { checkAlpha } from "../arm.js";
import { readPrinted } from "./grim.js";
import { closed, overlap, parsePrintedP } from "./printed.js";

/** A printed test statistic with its degrees of freedom. */
export type PrintedTest =
  | { readonly test: "t"; readonly value: string; readonly df: number }
  | { readonly test: "F"; readonly value: string; readonly df1: number; readonly df2: number }
  | { readonly test: "chi2"; readonly value: string; readonly df: number }
  | { readonly test: "z"; readonly value: string }
  /** A correlation; its degrees of freedom are pairs − 2. */
  | { readonly test: "r"; readonly value: string; readonly df: number };

/** The p that a printed test statistic gives, held against the printed p. */
export interface RecomputedP {
  readonly method: "recomputed-p";
  readonly p: number; // of the statistic as printed; two-sided for t, z and r unless told
  readonly lower: number; // least p over the statistic's rounding interval
  readonly upper: number; // greatest
  readonly consistent: boolean; // the range meets the printed p
  /** Inconsistent, and the other way about at `alpha`. */
  readonly decisionError: boolean;
}

/**
 * Recomputes a p-value from the printed test statistic and degrees of freedom, as statcheck does.
 *
 * The statistic stands for the interval that rounds to it, and so does the printed p.
 *
 * @param printedTest - statistic and degrees of freedom as printed
 * @param p - as printed, "= .04" or "< .05"
 * @param options.alpha - the level of significance that a decision is about; a p equal to it counts
 *   as significant; 0.05
 * @param options.alternative - "two-sided", or for t, z and r "greater" or "less" than 0
 * @throws InvalidInput when a number cannot be read, degrees of freedom are not positive, or a
 *   one-sided p is asked of F or chi2
 * @source [@nuijten2016]
 */
export function recomputedP(
  printedTest: PrintedTest,
  p: string,
  { alpha = 0.05, alternative = "two-sided" }: { alpha?: number; alternative?: Alternative } = {},
): RecomputedP {
  checkAlpha("recomputedP", alpha);
  const pOf = pFunction(printedTest, alternative);
  const { value, decimals } = readPrinted("recomputedP", printedTest.value);
  const half = 0.5 / 10 ** decimals;
  const [near, far] =
    alternative === "two-sided"
      ? [Math.max(0, Math.abs(value) - half), Math.abs(value) + half]
      : [value - half, value + half];
  const ends = [pOf(near), pOf(far)];
  const range = closed(Math.min(...ends), Math.max(...ends));
  const printed = inTheNameOf("recomputedP", () => parsePrintedP(p));
  const computed = pOf(alternative === "two-sided" ? Math.abs(value) : value);
  const consistent = overlap(printed.bounds, range);
  const atMost = readPrinted("recomputedP", p.replace(/^[\s<>≤≥=p]+/, "")).value;
  return {
    method: "recomputed-p",
    p: computed,
    lower: range.lower,
    upper: range.upper,
    consistent,
    decisionError:
      !consistent && isSignificant(printed.relation, atMost, alpha) !== computed <= alpha,
  };
}

function isSignificant(relation: string, printed: number, alpha: number): boolean {
  return relation === ">" || relation === "≥" ? printed < alpha : printed <= alpha;
}

/** The p of a statistic, or of its size where the sign does not count. */
function pFunction(test: PrintedTest, alternative: Alternative): (statistic: number) => number {
  const side = sideOf(test, alternative);
  const signed = (upper: (x: number) => number) => (statistic: number) =>
    side === 0 ? Math.min(1, 2 * upper(statistic)) : upper(side * statistic);
  const ofT = (t: number, df: number): number =>
    side === 0 ? tTwoSided(t, df) / 2 : tSurvival(t, df);
  switch (test.test) {
    case "z":
      return signed(normalSurvival);
    case "t":
      checkDf(test.df);
      return signed((t) => ofT(t, test.df));
    case "chi2":
      checkDf(test.df);
      return (size) => chiSquareSurvival(size, test.df);
    case "F":
      checkDf(test.df1);
      checkDf(test.df2);
      return (size) => fSurvival(size, test.df1, test.df2);
    case "r":
      checkDf(test.df);
      return signed((r) => {
        if (Math.abs(r) >= 1) return r > 0 ? 0 : 1;
        return ofT(r * Math.sqrt(test.df / ((1 - r) * (1 + r))), test.df);
      });
    default:
      throw new InvalidInput(
        "recomputedP",
        `needs a test t, F, chi2, z or r; got ${JSON.stringify(test)}`,
      );
  }
}

/** 0 for both sides, 1 and −1 for one. */
function sideOf({ test }: PrintedTest, alternative: Alternative): 0 | 1 | -1 {
  if (alternative === "two-sided") return 0;
  if (alternative !== "greater" && alternative !== "less") {
    const got = JSON.stringify(alternative);
    throw new InvalidInput("recomputedP", `needs "two-sided", "greater" or "less"; got ${got}`);
  }
  if (test === "F" || test === "chi2") {
    throw new InvalidInput("recomputedP", `needs t, z or r for a one-sided p; got ${test}`);
  }
  return alternative === "greater" ? 1 : -1;
}

function checkDf(df: number): void {
  if (!(typeof df === "number" && df > 0 && df < Number.POSITIVE_INFINITY)) {
    throw new InvalidInput("recomputedP", `needs degrees of freedom above 0; got ${df}`);
  }
}
