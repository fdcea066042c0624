import { type AucTest, type AucTestP, type PrintedAucP, printedAucP } from "../analysis/index.js";
import type { AucClaim } from "./claim.js";
import { figuresOf } from "./figures-of.js";
import { nearestP } from "./nearest-p.js";
import type { RuleFinding } from "./rule.js";
import { listOf, pInWords, pRange, printedP } from "./wording.js";

const TESTS: Readonly<Record<AucTest, string>> = {
  interval: "the width of its interval",
  "interval-side": "the side of its interval towards ½",
  null: "the Mann–Whitney test",
  "null-continuity": "that test with continuity correction",
  "hanley-mcneil": "Hanley and McNeil's error",
};

/** What is said of the p beside an area under the curve. */
export function aucPFinding(claim: AucClaim, p: string): RuleFinding {
  const { auc, n, cases, ci, sided } = claim;
  const found = printedAucP(auc, Number(n), p, {
    sides: sided === "one" ? 1 : 2,
    ...(cases === undefined ? {} : { cases: Number(cases) }),
    ...(ci === undefined ? {} : { ci }),
  });
  const base = {
    figures: figuresOf(claim, ["p", "auc", "n", "cases", "ci"]),
    computed: found.tests.map((one) => ({
      label: `p by ${TESTS[one.test]}${cases === undefined ? ", some number of cases" : ""}`,
      value: one.p.asPrinted,
    })),
  };
  return { ...base, ...verdictOn(claim, p, found) };
}

function verdictOn(
  { cases }: AucClaim,
  p: string,
  { tests, possible, opposite }: PrintedAucP,
): Omit<RuleFinding, "figures"> {
  // Without the number of cases, a test that needs it could be fitted to almost any p.
  const sizeless = ({ test }: AucTestP): boolean => cases !== undefined || test === "interval";
  const exact = tests.filter((one) => one.p.prints && sizeless(one));
  if (exact.length > 0) {
    return {
      code: "AUC_P_REPRODUCED",
      verdict: "reproduced",
      message: `${printedP(p)} of the area against ½ follows by ${listOf(exact.map(withP))}.`,
    };
  }
  const within = tests.filter((one) => one.p.agrees);
  if (within.length > 0) {
    const of = (one: AucTestP): string =>
      cases === undefined && !one.test.startsWith("interval")
        ? `${TESTS[one.test]} with ${casesInWords(one.cases)}`
        : `${TESTS[one.test]} (${pRange(one.p)})`;
    return {
      code: "AUC_P_WITHIN_ROUNDING",
      verdict: "possible",
      message: `${printedP(p)} of the area against ½ does not follow from the printed figures themselves, but is possible by ${listOf(within.map(of), "or")}.`,
    };
  }
  const tried = `${listOf(tests.map(withP))}`;
  const range = {
    lower: Math.min(...tests.map((one) => one.p.lower)),
    upper: Math.max(...tests.map((one) => one.p.upper)),
  };
  if (opposite) {
    return {
      code: "AUC_P_CONTRADICTED",
      verdict: "contradicted",
      message: `${printedP(p)} does not belong to this area against ½; every way decides otherwise: ${tried}.`,
      wouldBePossible: [`p of ${pRange(range)}`],
      smallestChange: nearestP(p, range),
    };
  }
  return {
    code: "AUC_P_NOT_BY_SIZES",
    verdict: "possible",
    unexplained: true,
    message: `${printedP(p)} of the area against ½ follows by none of ${tried}; DeLong's test and an exact one need the patients' values${Number.isNaN(possible.lower) ? "" : ` (DeLong's p could be ${pRange(possible)})`}.`,
    wouldBePossible: [`p of ${pRange(range)}`],
  };
}

function withP({ test, p }: AucTestP): string {
  return `${TESTS[test]} (${pInWords(p.asPrinted)})`;
}

/** Numbers of cases as a sentence lists them: `15 to 18 or 37 to 40 cases`. */
export function casesInWords(cases: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const one of cases) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === one - 1) last[1] = one;
    else runs.push([one, one]);
  }
  const words = runs.map(([from, to]) => (from === to ? String(from) : `${from} to ${to}`));
  const said = words.length > MOST_RUNS ? [...words.slice(0, MOST_RUNS), "others"] : words;
  return `${listOf(said, "or")} ${cases.length === 1 && cases[0] === 1 ? "case" : "cases"}`;
}

const MOST_RUNS = 3;
