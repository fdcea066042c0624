import type { Bounds } from "../../analysis/consistency/printed.js";
import { printsAs } from "../../analysis/consistency/two-proportions-p.js";
import { type PRange, parsePrintedP, twoMeansP } from "../../analysis/index.js";
import type { TwoMeansClaim } from "../claim.js";
import { figuresOf } from "../figures-of.js";
import { changeOfP } from "../least-change.js";
import { type GroupOfMeans, largestPOfRanks } from "../ranks-of-means.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import { readTestName, type TestName } from "../test-names.js";
import type { Figure } from "../verdict.js";
import { listOf, pInWords, pRange, printedP } from "../wording.js";

const NAMES = { t: "Student's t test", welch: "Welch's t test" } as const;
const READINGS = { sd: "standard deviation", sem: "standard error" } as const;

/** The tests that a printed name may stand for: programs call Welch's "the t test" too. */
const NAMED: Readonly<Partial<Record<TestName, readonly PRange["test"][]>>> = {
  t: ["t", "welch"],
  student: ["t"],
  welch: ["welch"],
};

/** Two means with spread and size have one p a test, within the rounding of the printed figures. */
export const twoMeansPrintedP: Rule = ruleFor({
  code: "two-means-p",
  title: "A p must follow from the two means by some test",
  source: "welch1947",
  kinds: ["two-means"],
  check: (claim) => (claim.p === undefined ? [] : [checkP(claim, claim.p)]),
});

function checkP(claim: TwoMeansClaim, p: string): RuleFinding {
  const figures = figuresOf(claim, ["p", "n", "mean", "sd"]);
  const named = claim.test === undefined ? undefined : readTestName(claim.test);
  const tests = named === undefined ? ["t", "welch"] : named.name && NAMED[named.name];
  if (tests === undefined) {
    return {
      code: "P_OF_ANOTHER_TEST",
      verdict: "possible",
      message: `${printedP(p)} is of the test "${claim.test}", which cannot be recomputed from means and spreads.`,
      figures,
    };
  }
  const { n } = claim;
  if (n === undefined || n.some((size) => Number(size) < 2)) {
    return {
      code: "P_WITHOUT_N",
      verdict: "not-checkable",
      message: `${printedP(p)} cannot be recomputed: ${n === undefined ? "the sizes of the arms are not printed" : "an arm has fewer than two patients"}.`,
      figures,
    };
  }
  const group = (arm: 0 | 1) => ({
    n: Number(n[arm]),
    mean: claim.mean[arm],
    spread: claim.sd[arm],
  });
  const spread = claim.spread ?? "unstated";
  const ranges = twoMeansP(group(0), group(1), { p }).ranges.filter((range) =>
    tests.includes(range.test),
  );
  const asStated = ({ spread: reading }: PRange): boolean =>
    spread === "unstated" || reading === spread;
  const sides = claim.sided ?? named?.sided ?? "two";
  const sided = (one: PRange): boolean => (one.alternative === "two-sided") === (sides === "two");
  return compare(
    claim,
    p,
    {
      asked: ranges.filter((one) => sided(one) && asStated(one)),
      otherSided: ranges.filter((one) => !sided(one) && asStated(one)),
      otherSpread: ranges.filter((one) => sided(one) && !asStated(one)),
    },
    figures,
  );
}

/** The p of each test by what the source says of it, and by what it does not say. */
interface Readings {
  readonly asked: readonly PRange[];
  readonly otherSided: readonly PRange[];
  readonly otherSpread: readonly PRange[];
}

function compare(
  claim: TwoMeansClaim,
  p: string,
  { asked: ranges, otherSided, otherSpread }: Readings,
  figures: readonly Figure[],
): RuleFinding {
  const printed = parsePrintedP(p).bounds;
  const exact = ranges.filter((range) => printsAs(range.asPrinted, printed));
  const within = ranges.filter(({ agrees }) => agrees);
  const computed = ranges
    .filter(({ asPrinted }) => !Number.isNaN(asPrinted))
    .map((one) => ({ label: `p, ${describe(one)}`, value: one.asPrinted }));
  const base = { figures, computed };
  if (exact.length > 0) {
    const others = ranges.filter((range) => !exact.includes(range));
    const not = others.length === 0 ? "" : `; not by ${byReading(others, pointOf, "or")}`;
    const isSem = claim.spread !== "sem" && exact.every(({ spread }) => spread === "sem");
    return {
      ...base,
      code: isSem ? "P_REPRODUCED_AS_SEM" : "P_REPRODUCED",
      verdict: "reproduced",
      message: `${printedP(p)} follows from the printed means by ${byReading(exact, pointOf)}${not}.${isSem ? " So ± would have to be the standard error, which the source does not say." : ""}`,
    };
  }
  if (within.length > 0) {
    return {
      ...base,
      code: "P_WITHIN_ROUNDING",
      verdict: "possible",
      message: `${printedP(p)} does not follow from the printed means themselves but from values that round to them: ${byReading(within, pRange)}.`,
    };
  }
  const tried = `The p from values that round so: ${byReading(ranges, pRange)}.`;
  const but = explanations(otherSided, otherSpread, printed);
  const wouldBePossible = ranges.map((one) => `p ${pRange(one)}, ${describe(one)}`);
  const isBeyondRanks = claim.test === undefined && ranksCannotGive(claim, ranges, printed);
  if (claim.test !== undefined || isBeyondRanks) {
    const by = isBeyondRanks ? "by a t test" : "by the named test";
    const ranks = isBeyondRanks ? " Groups so far apart have no such p by a test of ranks." : "";
    const change = changeOfP(
      p,
      ranges.map((one) => nearestTo(printed, one)),
    );
    return {
      ...base,
      code: "P_CONTRADICTED",
      verdict: "contradicted",
      message: `${printedP(p)} does not follow from the printed means ${by}, whatever values round to them. ${tried}${ranks}${but}`,
      wouldBePossible,
      ...(change === undefined ? {} : { smallestChange: change }),
    };
  }
  return {
    ...base,
    code: "P_NOT_BY_T",
    verdict: "possible",
    unexplained: true,
    message: `Neither Student's nor Welch's t test gives ${printedP(p)}, whatever values round to the printed means. ${tried} The test is not named: one of ranks needs the patients' values and could give it.${but}`,
    wouldBePossible,
  };
}

/** A test of ranks whose p is at most this prints none above 0.05, exact, corrected or not. */
const CLEAR = 0.001;
const SIGNIFICANT = 0.05;

/** Whether the groups are too far apart, by every reading of ±, for a test of ranks to print the p. */
function ranksCannotGive(
  { n, mean, sd }: TwoMeansClaim,
  ranges: readonly PRange[],
  printed: Bounds,
): boolean {
  if (n === undefined || printed.lower < SIGNIFICANT) return false;
  return ranges.every(({ spread: reading }) => {
    const group = (arm: 0 | 1): GroupOfMeans => ({
      n: Number(n[arm]),
      mean: mean[arm],
      spread: sd[arm],
      reading,
    });
    return largestPOfRanks(group(0), group(1)) <= CLEAR;
  });
}

/** What a reader should know would give the p: the other number of sides, or the other spread. */
function explanations(
  otherSided: readonly PRange[],
  otherSpread: readonly PRange[],
  printed: Bounds,
): string {
  const giving = (ranges: readonly PRange[]): string[] => [
    ...new Set(ranges.filter(({ asPrinted }) => printsAs(asPrinted, printed)).map(describe)),
  ];
  const [sided, spread] = [giving(otherSided), giving(otherSpread)];
  const side = otherSided[0]?.alternative === "two-sided" ? "Two-sided" : "One-sided";
  return [
    sided.length === 0 ? "" : ` ${side}, ${listOf(sided)} would give it.`,
    spread.length === 0 ? "" : ` Against what is stated, ${listOf(spread)} would give it.`,
  ].join("");
}

/** The p of a range that lies nearest to the printed one. */
function nearestTo({ lower, upper }: Bounds, range: PRange): number {
  if (lower > range.upper) return range.upper;
  return upper < range.lower ? range.lower : range.asPrinted;
}

function describe({ test, spread }: PRange): string {
  return `${NAMES[test]} if ± is the ${READINGS[spread]}`;
}

function pointOf({ asPrinted }: PRange): string {
  return pInWords(asPrinted);
}

/** The tests with their p, one reading of ± after the other. */
function byReading(
  ranges: readonly PRange[],
  p: (range: PRange) => string,
  last: "and" | "or" = "and",
): string {
  const readings = (["sd", "sem"] as const).flatMap((spread) => {
    const tests = ranges.filter((range) => range.spread === spread);
    const named = tests.map((range) => `${NAMES[range.test]} (${p(range)})`);
    return named.length === 0
      ? []
      : [`${listOf([...new Set(named)], last)} if ± is the ${READINGS[spread]}`];
  });
  return listOf(readings, last);
}
