import {
  chiSquareSurvival,
  fSurvival,
  InvalidInput,
  inTheNameOf,
  normalSurvival,
  tTwoSided,
} from "../../numeric/index.js";
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
  readonly p: number; // of the statistic as printed; two-sided for t, z and r
  readonly lower: number; // p of the far end of the statistic's rounding interval
  readonly upper: number; // p of its near end
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
 * @throws InvalidInput when a number cannot be read or degrees of freedom are not positive
 * @source [@nuijten2016]
 */
export function recomputedP(
  printedTest: PrintedTest,
  p: string,
  { alpha = 0.05 }: { alpha?: number } = {},
): RecomputedP {
  if (!(typeof alpha === "number" && alpha > 0 && alpha < 1)) {
    throw new InvalidInput("recomputedP", `needs alpha between 0 and 1; got ${alpha}`);
  }
  const pOf = pFunction(printedTest);
  const { value, decimals } = readPrinted("recomputedP", printedTest.value);
  const half = 0.5 / 10 ** decimals;
  const size = Math.abs(value);
  const range = closed(pOf(size + half), pOf(Math.max(0, size - half)));
  const printed = inTheNameOf("recomputedP", () => parsePrintedP(p));
  const computed = pOf(size);
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

/** The p of the size of a statistic, two-sided where a sign is possible. */
function pFunction(test: PrintedTest): (size: number) => number {
  switch (test.test) {
    case "z":
      return (size) => Math.min(1, 2 * normalSurvival(size));
    case "t":
      checkDf(test.df);
      return (size) => tTwoSided(size, test.df);
    case "chi2":
      checkDf(test.df);
      return (size) => chiSquareSurvival(size, test.df);
    case "F":
      checkDf(test.df1);
      checkDf(test.df2);
      return (size) => fSurvival(size, test.df1, test.df2);
    case "r":
      checkDf(test.df);
      return (size) =>
        size >= 1 ? 0 : tTwoSided(size * Math.sqrt(test.df / ((1 - size) * (1 + size))), test.df);
    default:
      throw new InvalidInput(
        "recomputedP",
        `needs a test t, F, chi2, z or r; got ${JSON.stringify(test)}`,
      );
  }
}

function checkDf(df: number): void {
  if (!(typeof df === "number" && df > 0 && df < Number.POSITIVE_INFINITY)) {
    throw new InvalidInput("recomputedP", `needs degrees of freedom above 0; got ${df}`);
  }
}
