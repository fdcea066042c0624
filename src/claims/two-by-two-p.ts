import {
  type PrintedTwoByTwoP,
  printedTwoByTwoP,
  type TwoByTwo,
  type TwoByTwoTest,
  type TwoByTwoTestP,
} from "../analysis/index.js";
import type { TwoByTwoClaim } from "./claim.js";
import { figuresOf } from "./figures-of.js";
import { changeOfP } from "./least-change.js";
import { TEST_IN_WORDS } from "./proportions/asked-tests.js";
import type { RuleFinding } from "./rule.js";
import { listOf, pInWords, pRange, printedP } from "./wording.js";

const TESTS: Readonly<Record<TwoByTwoTest, string>> = {
  ...TEST_IN_WORDS,
  "wald-log-odds": "Wald's test of the log odds ratio",
  mcnemar: "McNemar's exact test",
  "mcnemar-mid-p": "McNemar's mid-p",
  "mcnemar-chi2": "McNemar's chi-square test",
  "mcnemar-chi2-continuity": "McNemar's chi-square test with continuity correction",
};

/** What is said of the p beside a fourfold table. */
export function twoByTwoPFinding(claim: TwoByTwoClaim, counts: TwoByTwo, p: string): RuleFinding {
  const found = printedTwoByTwoP(counts, p);
  const base = {
    figures: figuresOf(claim, ["p", "counts"]),
    computed: found.tests.map(({ test, p: value }) => ({ label: `p, ${TESTS[test]}`, value })),
  };
  if (found.agrees) {
    const agreeing = found.tests.filter(({ agrees }) => agrees);
    const unpaired = agreeing.filter(({ test }) => !isPaired(test));
    const shown = unpaired.length > 0 ? unpaired : agreeing;
    const paired =
      unpaired.length > 0 ? "" : ", if rows and columns are results of the same subjects";
    return {
      ...base,
      code: "P_REPRODUCED",
      verdict: "reproduced",
      message: `${printedP(p)} follows from the table by ${listOf(shown.map(withP))}${paired}.`,
    };
  }
  if (found.undecided.length > 0) {
    return {
      ...base,
      code: "P_OF_TOO_LARGE_A_TABLE",
      verdict: "possible",
      unexplained: true,
      message: `${printedP(p)} follows from the table by none of ${listOf(found.tests.map(withP))}; the table is too large to compute ${listOf(found.undecided.map((test) => TESTS[test]))}.`,
    };
  }
  return { ...base, ...contradiction(p, found) };
}

function contradiction(p: string, { tests, oneSided, byWaldDifference }: PrintedTwoByTwoP) {
  const values = tests.map((one) => one.p);
  const range = { lower: Math.min(...values), upper: Math.max(...values) };
  const unpaired = tests.filter(({ test }) => !isPaired(test));
  const paired = tests.filter(({ test }) => isPaired(test));
  const sided =
    oneSided.length === 0
      ? ""
      : ` One-sided, ${listOf(oneSided.map((test) => TESTS[test]))} would give it.`;
  const wald = byWaldDifference
    ? " Wald's unpooled z test, which rejects too often in small arms, would print it."
    : "";
  const change = changeOfP(p, unpaired.length > 0 ? unpaired.map((one) => one.p) : values);
  const ofPairs = paired.length === 0 ? "" : ` (McNemar's, were it of pairs: ${spanOf(paired)})`;
  return {
    code: "P_CONTRADICTED",
    verdict: "contradicted" as const,
    message: `${printedP(p)} does not follow from the table by any test: ${listOf(unpaired.map(withP))}${ofPairs}.${sided}${wald}`,
    wouldBePossible: [`p of ${pRange(range)}, by the test`],
    ...(change === undefined ? {} : { smallestChange: change }),
  };
}

function isPaired(test: TwoByTwoTest): boolean {
  return test.startsWith("mcnemar");
}

function withP({ test, p }: TwoByTwoTestP): string {
  return `${TESTS[test]} (${pInWords(p)})`;
}

function spanOf(tests: readonly TwoByTwoTestP[]): string {
  const values = tests.map(({ p }) => p);
  return pRange({ lower: Math.min(...values), upper: Math.max(...values) });
}
