import {
  type ImpliedCorrelation,
  impliedCorrelation,
  type MeanSdN,
  type PairedMeansP,
  type PairedSpan,
  type PrintedMeasurement,
  pairedMeansP as pairedSpans,
  parsePrinted,
  parsePrintedP,
  studentTest,
  welchTest,
} from "../../analysis/index.js";
import type { TwoMeansPairedClaim } from "../claim.js";
import { figuresOf } from "../figures-of.js";
import { changeInto, changeOfP, leastChange } from "../least-change.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import { listOf, pInWords, pRange, printedP } from "../wording.js";

/** What a printed name of a test says of paired measurements. */
type NamedTest = "t" | "ranks" | "other";

/** The first pattern that fits decides; two repeated measurements have one p by t and by ANOVA. */
const NAMED: readonly (readonly [RegExp, NamedTest])[] = [
  [/wilcox|rank|\bsign\b/i, "ranks"],
  [/mixed|permut|boot|ancova|adjust|regress|equival|welch|unpaired|independent|mann/i, "other"],
  [/\bt\b|t[- ]?test|student|paired|dependent|matched|anova|repeated/i, "t"],
];

/** The p of paired means must follow from some correlation between the pairs. */
export const pairedMeansP: Rule = ruleFor({
  code: "paired-means-p",
  title: "The p of paired means must follow from some correlation between the pairs",
  source: "student1908",
  kinds: ["two-means-paired"],
  check: (claim) => {
    if (claim.p !== undefined) return [checkP(claim, claim.p)];
    return claim.r === undefined || Number(claim.n) < 2 ? [] : [withoutP(claim)];
  },
});

function measurements({ mean, sd }: TwoMeansPairedClaim): [PrintedMeasurement, PrintedMeasurement] {
  return [
    { mean: mean[0], sd: sd[0] },
    { mean: mean[1], sd: sd[1] },
  ];
}

/** All printed figures of the claim. */
function allFigures(claim: TwoMeansPairedClaim): RuleFinding["figures"] {
  return figuresOf(claim, ["p", "n", "mean", "sd", "r"]);
}

function withoutP(claim: TwoMeansPairedClaim): RuleFinding {
  const { spans } = pairedSpans(...measurements(claim), Number(claim.n), { r: claim.r! });
  const [two] = spans;
  return {
    code: "P_NOT_PRINTED",
    verdict: "not-checkable",
    message: `No p is printed; with the correlation of ${claim.r} the paired t test gives ${pointOf(two!)}.`,
    figures: allFigures(claim),
    computed: [{ label: "p, paired t test", value: two!.asPrinted }],
  };
}

function checkP(claim: TwoMeansPairedClaim, p: string): RuleFinding {
  const n = Number(claim.n);
  const figures = allFigures(claim);
  if (n < 2) {
    return {
      code: "P_OF_TOO_FEW",
      verdict: "not-checkable",
      message: `${printedP(p)} cannot be recomputed: one subject has no spread of differences.`,
      figures,
    };
  }
  const test = claim.test === undefined ? undefined : namedTest(claim.test);
  const r = claim.r === undefined ? {} : { r: claim.r };
  const result = pairedSpans(...measurements(claim), n, { ...r, p });
  if (test === "t" || test === undefined) return heldAgainst(claim, p, result, test === "t");
  if (test === "ranks" && !ranksGive(claim, p, result)) {
    return {
      code: "P_BEYOND_RANKS",
      verdict: "contradicted",
      message: `${printedP(p)} is no p of a test of signs or ranks of ${n} differences with these means and standard deviations: it lies from ${ranksRange(result)}, two-sided.`,
      figures,
      wouldBePossible: [`p from ${ranksRange(result)}`],
      ...changed(changeOfP(p, [result.ranks.least, result.ranks.most])),
    };
  }
  return {
    code: "P_OF_ANOTHER_TEST",
    verdict: "possible",
    message: `${printedP(p)} is of the test "${claim.test}", which needs the patients' values.`,
    figures,
  };
}

function heldAgainst(
  claim: TwoMeansPairedClaim,
  p: string,
  result: PairedMeansP,
  isNamed: boolean,
): RuleFinding {
  const { spans } = result;
  const own = spans.filter(({ tail }) => (tail === "both") === (claim.sided !== "one"));
  const computed = own
    .filter(({ asPrinted }) => !Number.isNaN(asPrinted))
    .map((span) => ({ label: `p, ${describe(span)}`, value: span.asPrinted }));
  const base = { figures: allFigures(claim), computed };
  const with_ = claim.r === undefined ? "" : ` and the correlation of ${claim.r}`;
  const agreeing = own.find(({ agrees }) => agrees);
  if (claim.r === undefined && agreeing?.tail === "other") {
    return {
      ...base,
      code: "P_OF_OTHER_SIDE",
      verdict: "possible",
      message: `${printedP(p)} is possible for some correlation between the pairs, one-sided against the direction of the difference.`,
    };
  }
  if (claim.r === undefined && agreeing !== undefined) return implying(claim, p);
  const exact = own.find(({ prints }) => prints);
  if (exact !== undefined) {
    return {
      ...base,
      code: "P_REPRODUCED",
      verdict: "reproduced",
      message: `${printedP(p)} follows from the printed means, standard deviations${with_} by ${describe(exact)} (${pInWords(exact.asPrinted)}).`,
    };
  }
  const within = own.find(({ agrees }) => agrees);
  if (within !== undefined) {
    return {
      ...base,
      code: "P_WITHIN_ROUNDING",
      verdict: "possible",
      message: `${printedP(p)} does not follow from the printed means, standard deviations${with_} themselves but from values that round to them: by ${describe(within)} it is ${pRange(within)}.`,
    };
  }
  const tried = `By ${listOf(own.map((span) => `${describe(span)} it is ${pRange(span)}`))}${claim.r === undefined ? ", whatever the correlation between the pairs" : ""}.`;
  const also = `${otherSide(own, spans)}${unpairedWords(claim, p)}${asStandardErrors(claim, p)}`;
  const wouldBePossible = own.map((span) => `p ${pRange(span)}, ${describe(span)}`);
  if (!isNamed && ranksGive(claim, p, result)) {
    return {
      ...base,
      code: "P_NOT_BY_PAIRED_T",
      verdict: "possible",
      unexplained: true,
      message: `No paired t test of the printed means gives ${printedP(p)}. ${tried} The test is not named: one of signs or ranks needs the patients' values and could give it.${also}`,
      wouldBePossible,
    };
  }
  const ranks = isNamed ? "" : ` Nor could a test of signs or ranks of ${claim.n} differences.`;
  return {
    ...base,
    code: "P_CONTRADICTED",
    verdict: "contradicted",
    message: `${printedP(p)} does not follow from the printed means and standard deviations${with_} by a paired t test, whatever values round to them. ${tried}${ranks}${also}`,
    wouldBePossible,
    ...changed(changeFor(claim, p, own)),
  };
}

/** Some correlation gives the p: which, and what is odd about it. */
function implying(claim: TwoMeansPairedClaim, p: string): RuleFinding {
  const sided = claim.sided ?? "two";
  const result = impliedCorrelation(...measurements(claim), Number(claim.n), p, { sided });
  const { asPrinted, lower, upper } = result.correlation;
  const range = `${Math.max(-1, lower).toFixed(2)} to ${Math.min(1, upper).toFixed(2)}`;
  const isNumber = asPrinted >= -1 && asPrinted <= 1;
  const point = isNumber ? ` of ${asPrinted.toFixed(2)}` : "";
  return {
    code: "P_IMPLIES_CORRELATION",
    verdict: "possible",
    message: `As that of a paired t test, ${printedP(p)} implies a correlation between the pairs${point}${isNumber ? ` (${range} over the rounding)` : ` from ${range}`}.${oddWords(result)}${unpairedWords(claim, p)}`,
    figures: allFigures(claim),
    computed: [
      ...(isNumber ? [{ label: "correlation between the pairs", value: asPrinted }] : []),
      { label: "least correlation", value: Math.max(-1, lower) },
      { label: "greatest correlation", value: Math.min(1, upper) },
    ],
  };
}

function oddWords({ correlation: { asPrinted, upper } }: ImpliedCorrelation): string {
  if (upper < 0) return " It is negative, which two measurements of one thing seldom are.";
  return asPrinted < 0
    ? " As printed it is negative, which two measurements of one thing seldom are; a test of ranks may have been used instead."
    : "";
}

/** Says so when a test that takes the pairs for two groups has the printed p. */
function unpairedWords(claim: TwoMeansPairedClaim, p: string): string {
  // A wide range agrees with much; only the p of the printed figures themselves says something.
  const { relation, bounds } = parsePrintedP(p);
  if (relation !== "=") return "";
  const [first, second] = measurements(claim).map(({ mean, sd }) => ({
    n: Number(claim.n),
    mean: parsePrinted(mean).value,
    sd: parsePrinted(sd).value,
  })) as [MeanSdN, MeanSdN];
  const sides = claim.sided === "one" ? 1 : 2;
  const named = [studentTest(first, second), welchTest(first, second)]
    .map((test) => ({ name: test.method === "student" ? "Student's" : "Welch's", test }))
    .map(({ name, test }) => ({ name, p: (test.p * sides) / 2 }))
    .filter((one) => one.p >= bounds.lower && one.p <= bounds.upper)
    .map((one) => `${one.name} (${pInWords(one.p)})`);
  return named.length === 0
    ? ""
    : ` It is the p of ${listOf(named)} t test of two separate groups.`;
}

/** Says so when the spreads would give the p as standard errors. */
function asStandardErrors(claim: TwoMeansPairedClaim, p: string): string {
  const n = Number(claim.n);
  const scaled = measurements(claim).map(({ mean, sd }) => ({
    mean,
    sd: (Number(sd) * Math.sqrt(n)).toFixed((sd.split(".")[1] ?? "").length),
  })) as [PrintedMeasurement, PrintedMeasurement];
  const r = claim.r === undefined ? {} : { r: claim.r };
  return pairedSpans(...scaled, n, { ...r, p }).agrees
    ? " If the spreads are standard errors of the means it would be possible."
    : "";
}

function otherSide(own: readonly PairedSpan[], all: readonly PairedSpan[]): string {
  const other = all.find((span) => !own.includes(span) && span.tail !== "other" && span.agrees);
  if (other === undefined) return "";
  return other.tail === "both" ? " Two-sided it would." : " One-sided it would.";
}

/** Whether a test of signs or ranks can give the p. */
function ranksGive(claim: TwoMeansPairedClaim, p: string, { ranks }: PairedMeansP): boolean {
  const { lower, upper } = parsePrintedP(p).bounds;
  const isOneSided = claim.sided === "one";
  return upper >= ranks.least / (isOneSided ? 2 : 1) && lower <= (isOneSided ? 1 : ranks.most);
}

function ranksRange({ ranks: { least, most } }: PairedMeansP): string {
  return `${pInWords(least)} to ${pInWords(most)}`;
}

/** The least change of p, or of the correlation where it is printed. */
function changeFor(
  claim: TwoMeansPairedClaim,
  p: string,
  own: readonly PairedSpan[],
): RuleFinding["smallestChange"] {
  const nearest = own.flatMap(({ lower, upper, asPrinted }) =>
    Number.isNaN(asPrinted) ? [lower, upper] : [asPrinted],
  );
  const sided = claim.sided ?? "two";
  const { correlation, possible } = impliedCorrelation(...measurements(claim), Number(claim.n), p, {
    sided,
  });
  const range = { lower: Math.max(-1, correlation.lower), upper: Math.min(1, correlation.upper) };
  return leastChange([
    changeOfP(p, nearest),
    claim.r === undefined || !possible ? undefined : changeInto("r", claim.r, range),
  ]);
}

function changed(change: RuleFinding["smallestChange"]): Pick<RuleFinding, "smallestChange"> {
  return change === undefined ? {} : { smallestChange: change };
}

function namedTest(test: string): NamedTest {
  return NAMED.find(([pattern]) => pattern.test(test))?.[1] ?? "other";
}

function describe({ tail }: PairedSpan): string {
  if (tail === "both") return "the paired t test";
  return tail === "own" ? "the one-sided paired t test" : "the paired t test of the other side";
}

function pointOf(span: PairedSpan): string {
  return Number.isNaN(span.asPrinted)
    ? `p from ${pRange(span)}`
    : `p = ${pInWords(span.asPrinted)} (${pRange(span)} over the rounding)`;
}
