import {
  type TestSpan,
  type TestStatistic,
  type TestStatisticP,
  type TestTail,
  testStatisticP as testSpans,
} from "../../analysis/index.js";
import type { TestClaim } from "../claim.js";
import { figuresOf } from "../figures-of.js";
import { changeOfP, leastChange } from "../least-change.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import { smallestChange } from "../smallest-change.js";
import { listOf, pInWords, pRange, printedP } from "../wording.js";

const SYMBOLS: Readonly<Record<TestStatistic, string>> = { t: "t", F: "F", chi2: "χ²", z: "z" };

/** Units of the last digit of the statistic and the degrees of freedom that are tried for a change. */
const STEPS = 20;

/** A p must follow from the test statistic and its degrees of freedom. */
export const testStatisticP: Rule = ruleFor({
  code: "test-statistic-p",
  title: "A p must follow from the test statistic and its degrees of freedom",
  source: "nuijten2016",
  kinds: ["test"],
  check: (claim) => [heldAgainst({ ...claim, df: claim.df.map(String) })],
});

/** A claim whose degrees of freedom are as printed. */
interface PrintedTestClaim extends TestClaim {
  readonly df: readonly string[];
}

function heldAgainst(claim: PrintedTestClaim): RuleFinding {
  const { p } = claim;
  const result = testSpans(claim.statistic, claim.value, claim.df, p);
  const own = ownSpans(claim, result);
  const test = inWords(claim);
  const base = {
    figures: figuresOf(claim, ["p", "value", "df"]),
    computed: own.map((span) => ({
      label: describe(span.tail, claim.statistic),
      value: span.asPrinted,
    })),
  };
  const exact = own.find(({ prints }) => prints);
  if (exact !== undefined) {
    return {
      ...base,
      code: "P_REPRODUCED",
      verdict: "reproduced",
      message: `${printedP(p)} follows from ${test}: the ${describe(exact.tail, claim.statistic)} is ${pInWords(exact.asPrinted)}.`,
    };
  }
  const within = own.find(({ agrees }) => agrees);
  if (within !== undefined) {
    const rounded = within.byDf ? "the statistic and the degrees of freedom" : "the statistic";
    return {
      ...base,
      code: "P_WITHIN_ROUNDING",
      verdict: "possible",
      message: `${printedP(p)} does not follow from ${test} itself, which gives ${pInWords(within.asPrinted)}, but from values that round to ${rounded}: ${pRange(within)}.`,
    };
  }
  const change = changeFor(claim, own);
  return {
    ...base,
    code: "P_CONTRADICTED",
    verdict: "contradicted",
    message: `${printedP(p)} does not follow from ${test}: ${listOf(own.map((span) => `the ${describe(span.tail, claim.statistic)} is ${pInWords(span.asPrinted)}${rangeWords(span)}`))}.${otherWords(own, result)}${decisionWords(claim, result)}`,
    wouldBePossible: own.map((span) => `${describe(span.tail, claim.statistic)} ${pRange(span)}`),
    ...(change === undefined ? {} : { smallestChange: change }),
  };
}

function ownSpans({ sided }: TestClaim, { spans }: TestStatisticP): readonly TestSpan[] {
  const own = spans.filter(({ tail }) => (tail === "both") === (sided !== "one"));
  return own.length === 0 ? spans : own; // a statistic without sides has one p
}

function otherWords(own: readonly TestSpan[], { spans }: TestStatisticP): string {
  const other = spans.find((span) => !own.includes(span) && span.tail !== "other" && span.agrees);
  if (other === undefined) return "";
  return other.tail === "both"
    ? ` Two-sided it would be ${pInWords(other.asPrinted)}, as printed.`
    : ` One-sided it would be ${pInWords(other.asPrinted)}, as printed.`;
}

const ALPHA = 0.05;

function decisionWords({ sided }: TestClaim, result: TestStatisticP): string {
  if (sided === "one" || !result.decisionError) return "";
  const [printed, computed] =
    result.spans[0]!.asPrinted <= ALPHA ? ["is not", "is"] : ["is", "is not"];
  return ` That turns the decision at ${ALPHA}: the printed p ${printed} significant, the recomputed one ${computed}.`;
}

/** The least change of the p, the statistic or a degree of freedom. */
function changeFor(
  claim: PrintedTestClaim,
  own: readonly TestSpan[],
): RuleFinding["smallestChange"] {
  return leastChange([
    changeOfP(
      claim.p,
      own.map(({ asPrinted }) => asPrinted),
    ),
    smallestChange(claim, ["value", "df"], isPossible, { steps: STEPS }),
  ]);
}

function isPossible(claim: PrintedTestClaim): boolean {
  const { statistic, value, df, p } = claim;
  if (df.some((one) => Number(one) <= 0)) return false;
  if (statistic !== "t" && statistic !== "z" && Number(value) < 0) return false;
  return ownSpans(claim, testSpans(statistic, value, df, p)).some(({ agrees }) => agrees);
}

function inWords({ statistic, value, df }: PrintedTestClaim): string {
  const of = df.length === 0 ? "" : `(${df.join(", ")})`;
  return `${SYMBOLS[statistic]}${of} = ${value}`;
}

function rangeWords(span: TestSpan): string {
  const range = pRange(span);
  return range === pInWords(span.asPrinted) ? "" : ` (${range} over the rounding)`;
}

function describe(tail: TestTail, statistic: TestStatistic): string {
  if (tail === "own") return "one-sided p";
  if (tail === "other") return "one-sided p of the other side";
  return statistic === "t" || statistic === "z" ? "two-sided p" : "p";
}
