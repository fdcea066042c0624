import { type Bounds, overlap } from "../../analysis/consistency/printed.js";
import { type PRange, parsePrintedP, twoMeansP } from "../../analysis/index.js";
import type { TwoMeansClaim } from "../claim.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import type { Figure } from "../verdict.js";
import { listOf, pInWords, printedP } from "../wording.js";

const NAMES = { t: "Student's t test", welch: "Welch's t test" } as const;
const READINGS = { sd: "standard deviation", sem: "standard error" } as const;

/** The tests that a printed name may stand for: "t test" is said of Welch's too. */
const NAMED: Readonly<Record<string, readonly PRange["test"][]>> = {
  t: ["t", "welch"],
  student: ["t"],
  welch: ["welch"],
};

/** Our own arithmetic, given away on both sides of a computed p. */
const COMPUTED_TO = 1e-9;

/** Two means with spread and size have one p a test, within the rounding of the printed figures. */
export const twoMeansPrintedP: Rule = ruleFor({
  code: "two-means-p",
  title: "A p must follow from the two means by some test",
  kinds: ["two-means"],
  check: (claim) => (claim.p === undefined ? [] : [checkP(claim, claim.p)]),
});

function checkP(claim: TwoMeansClaim, p: string): RuleFinding {
  const figures = figuresOf(claim, p);
  const tests = claim.test === undefined ? ["t", "welch"] : NAMED[claim.test];
  if (tests === undefined) {
    return {
      code: "P_OF_ANOTHER_TEST",
      verdict: "possible",
      message: `${printedP(p)} is of the test "${claim.test}", which needs the patients' values.`,
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
  const ranges = twoMeansP(group(0), group(1), { p }).ranges.filter(
    (range) => tests.includes(range.test) && (spread === "unstated" || range.spread === spread),
  );
  const sided = (one: PRange): boolean =>
    (one.alternative === "two-sided") === (claim.sided !== "one");
  return compare(
    claim,
    p,
    ranges.filter(sided),
    ranges.filter((one) => !sided(one)),
    figures,
  );
}

function compare(
  claim: TwoMeansClaim,
  p: string,
  ranges: readonly PRange[],
  otherSided: readonly PRange[],
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
    return {
      ...base,
      code: "P_REPRODUCED",
      verdict: "reproduced",
      message: `${printedP(p)} follows from the printed means by ${byReading(exact, pointOf)}${not}.`,
    };
  }
  if (within.length > 0) {
    return {
      ...base,
      code: "P_WITHIN_ROUNDING",
      verdict: "possible",
      message: `${printedP(p)} does not follow from the printed means themselves but from values that round to them: ${byReading(within, rangeOf)}.`,
    };
  }
  const tried = `The p from values that round so: ${byReading(ranges, rangeOf)}.`;
  if (claim.test !== undefined) {
    return {
      ...base,
      code: "P_CONTRADICTED",
      verdict: "contradicted",
      message: `${printedP(p)} does not follow from the printed means by the named test, whatever values round to them. ${tried}`,
      wouldBePossible: ranges.map((one) => `p ${rangeOf(one)}, ${describe(one)}`),
    };
  }
  const oneSided = otherSided.filter((range) => printsAs(range.asPrinted, printed));
  const side = claim.sided === "one" ? "two-sided" : "one-sided";
  const but =
    oneSided.length === 0
      ? ""
      : `; ${side}, ${listOf([...new Set(oneSided.map(describe))])} would give it`;
  return {
    ...base,
    code: "P_NOT_BY_T",
    verdict: "possible",
    unexplained: true,
    message: `Neither Student's nor Welch's t test gives ${printedP(p)}, whatever values round to the printed means. ${tried} The test is not named: one of ranks needs the patients' values and could give it${but}.`,
    wouldBePossible: ranges.map((one) => `p ${rangeOf(one)}, ${describe(one)}`),
  };
}

function printsAs(p: number, printed: Bounds): boolean {
  if (Number.isNaN(p)) return false;
  const around = { lower: p * (1 - COMPUTED_TO), upper: p * (1 + COMPUTED_TO) };
  return overlap(printed, { ...around, lowerIncluded: true, upperIncluded: true });
}

function describe({ test, spread }: PRange): string {
  return `${NAMES[test]} if ± is the ${READINGS[spread]}`;
}

function pointOf({ asPrinted }: PRange): string {
  return pInWords(asPrinted);
}

function rangeOf({ lower, upper }: PRange): string {
  return `${pInWords(lower)} to ${pInWords(upper)}`;
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

function figuresOf({ arms, n, mean, sd }: TwoMeansClaim, p: string): Figure[] {
  const ofArms = Object.entries({ n, mean, sd }).flatMap(([label, printed]) =>
    (printed ?? []).map((one, arm) => ({ label: `${label} (${arms[arm]})`, printed: one })),
  );
  return [{ label: "p", printed: p }, ...ofArms];
}
