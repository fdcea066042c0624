import {
  type CorrelationSpan,
  type CorrelationTest,
  correlationFromP,
  correlationP as correlationSpans,
  type PSpan,
  pairsOfCorrelation,
  parsePrinted,
  parsePrintedP,
  printedBounds,
} from "../../analysis/index.js";
import { calledPearson, concordanceFindings, impliedConcordance } from "../concordance-findings.js";
import {
  correlationIntervalFinding,
  type TestedCorrelation,
} from "../correlation-interval-finding.js";
import { figuresOf } from "../figures-of.js";
import { changeInto, changeOfP, leastChange } from "../least-change.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import { listOf, pInWords, pRange, printedP } from "../wording.js";

const NAMES: Readonly<Record<CorrelationTest, string>> = {
  t: "Student's t",
  "fisher-z": "Fisher's z",
  normal: "the normal approximation",
  exact: "the exact test of ranks",
  edgeworth: "the Edgeworth series of ranks",
};

/** The tests that a printed name may stand for; the first pattern that fits decides. */
const NAMED: readonly (readonly [RegExp, readonly CorrelationTest[]])[] = [
  [/permut|boot|monte|kendall|regress|adjust|mixed/i, []],
  [/exact|spearman|rank|rho/i, ["t", "fisher-z", "normal", "exact", "edgeworth"]],
  [/fisher|\bz\b|r.to.z/i, ["fisher-z", "normal"]],
  [/\bt\b|t[- ]?test|student/i, ["t"]],
  [/pearson|correlation|product/i, ["t", "fisher-z"]],
];

/** Pairs up to which programs count all orders of tied ranks; beyond, they use Student's t. */
const MOST_TIED = 17;
/** How far ties move the exact p from the nearest of the other tests, both ways. */
const BY_TIES = 2;

/** The p and interval of a correlation must follow from it and n. */
export const correlationP: Rule = ruleFor({
  code: "correlation-p",
  title: "The p and interval of a correlation must follow from it and n",
  source: "fisher1921",
  kinds: ["correlation"],
  check: (claim, { sameQuantity }) => {
    if (claim.coefficient === "concordance") return concordanceFindings(claim);
    const tested = claim as TestedCorrelation;
    return [
      sizeFinding(tested),
      claim.p === undefined ? undefined : pFinding(tested, claim.p),
      correlationIntervalFinding(tested),
      impliedConcordance(tested),
      ...sameQuantity.map((other) =>
        other.kind === "correlation" ? calledPearson(tested, other) : undefined,
      ),
    ].filter((finding) => finding !== undefined);
  },
});

/** One pair has no correlation, two have ±1. */
function sizeFinding(claim: TestedCorrelation): RuleFinding | undefined {
  const n = Number(claim.n);
  if (claim.n === undefined || n > 2) return undefined;
  const { lower, upper } = printedBounds(parsePrinted(claim.r));
  if (n === 2 && (upper >= 1 || lower <= -1)) return undefined;
  const instead = parsePrinted(claim.r).value < 0 ? "-1" : "1";
  return {
    code: "CORRELATION_OF_TOO_FEW",
    verdict: "contradicted",
    message:
      n === 1
        ? "One pair has no correlation."
        : `Two pairs have a correlation of 1 or −1, not ${claim.r}.`,
    figures: figuresOf(claim, ["r", "n"]),
    wouldBePossible: n === 1 ? ["n of at least 3"] : ["r of 1 or −1", "n of at least 3"],
    smallestChange: leastChange([
      { label: "n", printed: claim.n, instead: "3" },
      n === 2 ? { label: "r", printed: claim.r, instead } : undefined,
    ])!,
  };
}

function pFinding(claim: TestedCorrelation, p: string): RuleFinding | undefined {
  const { r, n } = claim;
  const figures = figuresOf(claim, ["p", "r", "n"]);
  const tests = claim.test === undefined ? undefined : testsNamed(claim.test);
  if (tests?.length === 0) {
    return {
      code: "P_OF_ANOTHER_TEST",
      verdict: "possible",
      message: `${printedP(p)} is of the test "${claim.test}", which needs the patients' values.`,
      figures,
    };
  }
  if (n === undefined) return withoutN(claim, p, figures);
  if (Number(n) < 3) {
    return {
      code: "P_OF_TOO_FEW",
      verdict: "not-checkable",
      message: `${printedP(p)} cannot be recomputed: ${n} ${n === "1" ? "pair has" : "pairs have"} no p.`,
      figures,
    };
  }
  const { spans } = correlationSpans(r, Number(n), claim.coefficient, { p });
  const named = spans.filter(({ test }) => tests?.includes(test) ?? true);
  const isOneSided = claim.sided === "one";
  const own = named.filter(({ alternative }) => (alternative === "two-sided") !== isOneSided);
  const other = named.filter((span) => !own.includes(span));
  return heldAgainst(claim, p, own, other, figures);
}

function heldAgainst(
  claim: TestedCorrelation,
  p: string,
  spans: readonly CorrelationSpan[],
  otherSided: readonly CorrelationSpan[],
  figures: RuleFinding["figures"],
): RuleFinding {
  const { r, n } = claim;
  const computed = spans.map((span) => ({ label: `p, ${describe(span)}`, value: span.asPrinted }));
  const base = { figures, computed };
  const of = `r = ${r} of ${n} pairs`;
  const exact = spans.filter(({ prints }) => prints);
  if (exact.length > 0) {
    return {
      ...base,
      code: "P_REPRODUCED",
      verdict: "reproduced",
      message: `${printedP(p)} follows from ${of} by ${listOf(exact.map(withPoint))}.`,
    };
  }
  const within = spans.filter(({ agrees }) => agrees);
  if (within.length > 0) {
    return {
      ...base,
      code: "P_WITHIN_ROUNDING",
      verdict: "possible",
      message: `${printedP(p)} does not follow from ${of} itself but from values that round to it, by ${listOf(within.map(withRange))}.`,
    };
  }
  const tried = `By ${listOf(nearFirst(spans).map(withRange))}.`;
  const wouldBePossible = spans.map((span) => `p ${pRange(span)}, ${describe(span)}`);
  if (claim.coefficient === "spearman" && isNear(p, spans, Number(n))) {
    return {
      ...base,
      code: "P_NOT_WITHOUT_TIES",
      verdict: "possible",
      unexplained: true,
      message: `${printedP(p)} does not follow from ${of} by any test that n alone determines; an exact test of tied ranks could give it. ${tried}`,
      wouldBePossible,
    };
  }
  const change = changeFor(claim, p, spans);
  return {
    ...base,
    code: "P_CONTRADICTED",
    verdict: "contradicted",
    message: `${printedP(p)} does not follow from ${of}${claim.test === undefined ? "" : ` by the named test`}, whatever rounds to it. ${tried}${sidesWords(otherSided)}${pairsWords(claim, p)}`,
    wouldBePossible,
    ...(change === undefined ? {} : { smallestChange: change }),
  };
}

function withoutN(
  claim: TestedCorrelation,
  p: string,
  figures: RuleFinding["figures"],
): RuleFinding {
  const pairs = pairsOfCorrelation(claim.r, p);
  const would =
    pairs === undefined
      ? "no number of pairs gives it by Student's t"
      : `by Student's t it would be the p of ${pairsOf(pairs)} pairs`;
  return {
    code: "P_WITHOUT_N",
    verdict: "not-checkable",
    message: `${printedP(p)} cannot be recomputed: the number of pairs is not printed; ${would}.`,
    figures,
  };
}

/** An exact test of tied ranks stays near the tests that n determines. */
function isNear(p: string, spans: readonly CorrelationSpan[], n: number): boolean {
  const { lower, upper } = parsePrintedP(p).bounds;
  const least = Math.min(...spans.map((span) => span.lower));
  const most = Math.max(...spans.map((span) => span.upper));
  return n <= MOST_TIED && upper >= least / BY_TIES && lower <= most * BY_TIES;
}

function sidesWords(otherSided: readonly CorrelationSpan[]): string {
  const giving = otherSided.filter(({ agrees }) => agrees);
  if (giving.length === 0) return "";
  const sides = giving[0]!.alternative === "two-sided" ? "Two-sided" : "One-sided";
  return ` ${sides}, ${listOf([...new Set(giving.map(({ test }) => NAMES[test]))])} would give it.`;
}

function pairsWords(claim: TestedCorrelation, p: string): string {
  const pairs = claim.sided === "one" ? undefined : pairsOfCorrelation(claim.r, p);
  return pairs === undefined
    ? ""
    : ` It would be the p of ${pairsOf(pairs)} pairs by Student's t, as when patients have no value.`;
}

const MOST_LISTED = 4;

function pairsOf({ least, most }: { least: number; most: number }): string {
  if (most === Number.POSITIVE_INFINITY) return `at least ${least}`;
  if (most - least >= MOST_LISTED) return `${least} to ${most}`;
  return listOf(
    Array.from({ length: most - least + 1 }, (_, i) => String(least + i)),
    "or",
  );
}

/** The least change of p, n or r by Student's t. */
function changeFor(
  claim: TestedCorrelation,
  p: string,
  spans: readonly CorrelationSpan[],
): RuleFinding["smallestChange"] {
  const ofP = changeOfP(
    p,
    spans.map(({ asPrinted }) => asPrinted),
  );
  if (claim.sided === "one") return ofP;
  const pairs = pairsOfCorrelation(claim.r, p);
  const size = correlationFromP(p, Number(claim.n));
  const range = parsePrinted(claim.r).value < 0 ? { lower: -size.upper, upper: -size.lower } : size;
  return leastChange([
    ofP,
    pairs === undefined
      ? undefined
      : changeInto("n", claim.n!, { lower: pairs.least, upper: pairs.most }),
    changeInto("r", claim.r, range),
  ]);
}

function testsNamed(test: string): readonly CorrelationTest[] {
  return NAMED.find(([pattern]) => pattern.test(test))?.[1] ?? [];
}

function nearFirst(spans: readonly CorrelationSpan[]): readonly CorrelationSpan[] {
  const two = spans.filter(({ alternative }) => alternative === "two-sided");
  return two.length > 0 ? two : spans;
}

function describe({ test, alternative }: CorrelationSpan): string {
  return alternative === "two-sided" ? NAMES[test] : `${NAMES[test]}, ${alternative} than 0`;
}

function withPoint(span: CorrelationSpan): string {
  return `${describe(span)} (${pInWords(span.asPrinted)})`;
}

function withRange(span: CorrelationSpan & PSpan): string {
  return `${describe(span)} ${pRange(span)}`;
}
