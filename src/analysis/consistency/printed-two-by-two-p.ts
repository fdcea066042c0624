import { InvalidInput, inTheNameOf, normalSurvival } from "../../numeric/index.js";
import { type Arm, checkTwoByTwo, type TwoByTwo } from "../arm.js";
import { mcNemarTest } from "../compare/mcnemar.js";
import type { ProportionTest } from "../compare/proportion-tests.js";
import { waldZTestP } from "../compare/wald-z-test.js";
import { parsePrintedP } from "./printed.js";
import { proportionPExplained } from "./proportion-p-explained.js";
import { printsAs } from "./two-proportions-p.js";

/**
 * Tests of a fourfold table: of two proportions, its rows or its columns being the arms; Wald's of
 * the logarithm of the odds ratio; and McNemar's, where rows and columns are two results of the same
 * subjects.
 */
export type TwoByTwoTest =
  | ProportionTest
  | "wald-log-odds"
  | "mcnemar"
  | "mcnemar-mid-p"
  | "mcnemar-chi2"
  | "mcnemar-chi2-continuity";

/** The p of one test. */
export interface TwoByTwoTestP {
  readonly test: TwoByTwoTest;
  readonly p: number; // two-sided
  readonly agrees: boolean;
}

/** A printed p held against every test of its fourfold table. */
export interface PrintedTwoByTwoP {
  readonly method: "printed-two-by-two-p";
  /** Those that are defined and were computed; Barnard's and Boschloo's only where no other agrees. */
  readonly tests: readonly TwoByTwoTestP[];
  readonly agrees: boolean;
  /** Tests of proportions that give the p one-sided, where none gives it two-sided. */
  readonly oneSided: readonly ProportionTest[];
  /** Wald's unpooled z test of the difference gives the p; it is no valid reading in small arms. */
  readonly byWaldDifference: boolean;
  /** Barnard's or Boschloo's test, where the table is too large to tell whether they agree. */
  readonly undecided: readonly ProportionTest[];
}

const UNCONDITIONAL: readonly ProportionTest[] = ["barnard", "boschloo"];
const QUICK: readonly ProportionTest[] = [
  "fisher",
  "fisher-doubled",
  "fisher-mid-p",
  "chi2",
  "chi2-n-1",
  "yates",
  "g",
];

/**
 * Which tests of a fourfold table give a printed p.
 *
 * @param counts - rows of the table
 * @param p - as printed, "0.04" or "<0.01"
 * @throws InvalidInput when a cell is no count, all are 0, or the p cannot be read
 * @source [@fisher1935]; [@woolf1955]; [@mcnemar1947]
 */
export function printedTwoByTwoP(counts: TwoByTwo, p: string): PrintedTwoByTwoP {
  const where = "printedTwoByTwoP";
  checkTwoByTwo(where, counts);
  const [[a, b], [c, d]] = counts;
  if (a + b + c + d === 0) {
    throw new InvalidInput(where, "needs at least one subject; got 0", "n_zero");
  }
  const { bounds } = inTheNameOf(where, () => parsePrintedP(p));
  const checked = (test: TwoByTwoTest, value: number): TwoByTwoTestP[] =>
    Number.isNaN(value) ? [] : [{ test, p: value, agrees: printsAs(value, bounds) }];
  const byRows = armsOf(a, b, c, d);
  const byColumns = armsOf(a, c, b, d);
  const quick = [
    ...ofProportions(byRows, p, QUICK, 2).tests,
    ...(byRows === undefined ? [] : checked("wald-log-odds", woolfP(a, b, c, d))),
    ...pairedTests(counts).flatMap(([test, value]) => checked(test, value)),
  ];
  const base = { method: "printed-two-by-two-p" as const };
  if (quick.some(({ agrees }) => agrees)) {
    return {
      ...base,
      tests: quick,
      agrees: true,
      oneSided: [],
      byWaldDifference: false,
      undecided: [],
    };
  }
  const slow = [byRows, byColumns].map((arms) => ofProportions(arms, p, UNCONDITIONAL, 2));
  const tests = [...quick, ...slow.flatMap((one) => one.tests)];
  const oneSided = ofProportions(byRows, p, QUICK, 1).tests.filter(({ agrees }) => agrees);
  return {
    ...base,
    tests,
    agrees: tests.some(({ agrees }) => agrees),
    oneSided: [...new Set(oneSided.map(({ test }) => test as ProportionTest))],
    byWaldDifference: [byRows, byColumns].some(
      (arms) => arms !== undefined && printsAs(waldZTestP(...arms), bounds),
    ),
    undecided: [...new Set(slow.flatMap(({ undecided }) => undecided))],
  };
}

type Arms = readonly [Arm, Arm];

/** Rows or columns as two arms; none when one is empty. */
function armsOf(a: number, b: number, c: number, d: number): Arms | undefined {
  if (a + b === 0 || c + d === 0) return undefined;
  return [
    { count: a, n: a + b },
    { count: c, n: c + d },
  ];
}

function ofProportions(
  arms: Arms | undefined,
  p: string,
  tests: readonly ProportionTest[],
  sides: 1 | 2,
): { tests: TwoByTwoTestP[]; undecided: readonly ProportionTest[] } {
  if (arms === undefined) return { tests: [], undecided: [] };
  const [first, second] = arms.map(({ count, n }) => ({ n, counts: [count] })) as [
    { n: number; counts: number[] },
    { n: number; counts: number[] },
  ];
  const { pairs, undecided } = proportionPExplained(first, second, p, { tests, sides });
  const found = pairs.flatMap((pair) => pair.tests).filter((one) => !Number.isNaN(one.p));
  return {
    tests: found.map(({ test, p: value, agrees }) => ({ test, p: value, agrees })),
    undecided,
  };
}

/** Wald's test of log(ad/bc); NaN with an empty cell. */
function woolfP(a: number, b: number, c: number, d: number): number {
  const z = Math.log((a * d) / (b * c)) / Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
  return 2 * normalSurvival(Math.abs(z));
}

function pairedTests(counts: TwoByTwo): [TwoByTwoTest, number][] {
  const { exact, midP, chiSquare, chiSquareContinuity } = mcNemarTest(counts);
  return [
    ["mcnemar", exact],
    ["mcnemar-mid-p", midP],
    ["mcnemar-chi2", chiSquare.p],
    ["mcnemar-chi2-continuity", chiSquareContinuity.p],
  ];
}
