import { holds } from "../../analysis/consistency/printed.js";
import {
  type CheckedP,
  type PossiblePair,
  type PrintedArm,
  type ProportionTest,
  parsePrintedP,
  percentCounts,
  twoProportionsP,
  waldZTestP,
} from "../../analysis/index.js";
import type { TwoProportionsClaim } from "../claim.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import type { Figure } from "../verdict.js";
import { listOf, pInWords, printedP } from "../wording.js";

const NAMES: Readonly<Record<ProportionTest, string>> = {
  fisher: "Fisher's exact test",
  "fisher-doubled": "Fisher's exact test by doubling",
  "fisher-mid-p": "Fisher's mid-p",
  chi2: "the chi-square test",
  "chi2-n-1": "the N − 1 chi-square test",
  yates: "the chi-square test with Yates's correction",
  g: "the likelihood-ratio test",
  barnard: "Barnard's test",
  boschloo: "Boschloo's test",
};

/** The tests that a printed name may stand for: a chi-square test may be corrected without saying so. */
const NAMED: Readonly<Record<string, readonly ProportionTest[]>> = {
  fisher: ["fisher", "fisher-doubled"],
  "fisher-doubled": ["fisher-doubled"],
  "fisher-mid-p": ["fisher-mid-p"],
  chi2: ["chi2", "chi2-n-1", "yates"],
  "chi2-n-1": ["chi2-n-1"],
  z: ["chi2"],
  yates: ["yates"],
  g: ["g"],
  barnard: ["barnard"],
  boschloo: ["boschloo"],
};

/** Beyond so many tables in all, the exact tests would take minutes. */
const MOST_TABLES = 400_000;

/** Two proportions with their sizes have few counts, and each test one p. */
export const twoProportionsPrintedP: Rule = ruleFor({
  code: "two-proportions-p",
  title: "A p must follow from the two proportions by some test",
  kinds: ["two-proportions"],
  check: (claim) => (claim.p === undefined ? [] : [checkP(claim, claim.p)]),
});

function checkP(claim: TwoProportionsClaim, p: string): RuleFinding {
  const figures = figuresOf(claim, p);
  const tests = claim.test === undefined ? undefined : NAMED[claim.test];
  if (claim.test !== undefined && tests === undefined) {
    return {
      code: "P_OF_ANOTHER_TEST",
      verdict: "possible",
      message: `${printedP(p)} is of the test "${claim.test}", which cannot be recomputed from two proportions.`,
      figures,
    };
  }
  const arms = printedArms(claim);
  if (arms === undefined) {
    return {
      code: "P_WITHOUT_COUNTS",
      verdict: "not-checkable",
      message: `${printedP(p)} cannot be recomputed: the sizes of the arms, or their counts, are not printed.`,
      figures,
    };
  }
  const pairs = arms.map(numberOfCounts).reduce((a, b) => a * b);
  if (pairs === 0) {
    return {
      code: "P_OF_NO_COUNTS",
      verdict: "not-checkable",
      message: `${printedP(p)} cannot be recomputed: no counts give the printed proportions.`,
      figures,
    };
  }
  if (pairs * (arms[0].n + 1) * (arms[1].n + 1) > MOST_TABLES) {
    return {
      code: "P_OF_TOO_MANY_COUNTS",
      verdict: "possible",
      message: `${printedP(p)} is not recomputed: the printed proportions allow ${pairs} pairs of counts in arms of ${arms[0].n} and ${arms[1].n}, too many to try.`,
      figures,
    };
  }
  const result = twoProportionsP(...arms, { p });
  return compare(claim, p, result.pairs, tests, figures);
}

function compare(
  claim: TwoProportionsClaim,
  p: string,
  pairs: readonly PossiblePair[],
  tests: readonly ProportionTest[] | undefined,
  figures: readonly Figure[],
): RuleFinding {
  const tried = pairs.map((pair) => ({
    pair,
    tests: pair.tests.filter(
      (one) =>
        (tests?.includes(one.test) ?? true) &&
        (one.alternative === "two-sided") === (claim.sided !== "one") &&
        !Number.isNaN(one.p),
    ),
  }));
  const all = tried.flatMap((one) => one.tests);
  if (all.length === 0) {
    return {
      code: "P_NOT_DEFINED",
      verdict: "possible",
      message: `${printedP(p)} cannot be recomputed: no test is defined for these proportions.`,
      figures,
    };
  }
  const computed = tried.flatMap(({ pair, tests: ps }) =>
    ps.map((one) => ({ label: `p, ${NAMES[one.test]}, ${countsOf(pair)}`, value: one.p })),
  );
  const base = { figures, computed };
  const agreeing = tried.filter((one) => one.tests.some(({ agrees }) => agrees));
  if (agreeing.length > 0) {
    const ways = agreeing.map(
      ({ pair, tests: ps }) =>
        `${countsOf(pair)} by ${listOf(ps.filter(({ agrees }) => agrees).map(withP))}`,
    );
    const others = all.filter(({ agrees }) => !agrees);
    const not =
      others.length === 0
        ? ""
        : ` ${others.length} of the ${all.length} p tried ${others.length === 1 ? "differs" : "differ"}: ${spanOf(others)}.`;
    return {
      ...base,
      code: "P_REPRODUCED",
      verdict: "reproduced",
      message: `${printedP(p)} follows from ${listOf(ways, "or from")}.${not}`,
    };
  }
  const sided = claim.sided === "one" ? "one-sided" : "two-sided";
  const which =
    claim.test === undefined ? `no ${sided} test` : `no ${sided} form of the named test`;
  return {
    ...base,
    code: "P_CONTRADICTED",
    verdict: "contradicted",
    message: `${printedP(p)} does not follow from ${listOf(pairs.map(countsOf), "or from")}: ${which} gives it. ${sentence(tried[0]!.tests)}${otherSided(pairs, tests, sided)}${byWald(p, pairs, claim)}`,
    wouldBePossible: [`p from ${pInWords(least(all))} to ${pInWords(most(all))}, by the test`],
  };
}

/** A p is two-sided unless it says otherwise, but a reader should know when the other would do. */
function otherSided(
  pairs: readonly PossiblePair[],
  tests: readonly ProportionTest[] | undefined,
  sided: "one-sided" | "two-sided",
): string {
  const agreeing = pairs
    .flatMap((pair) => pair.tests)
    .filter((one) => one.agrees && (tests?.includes(one.test) ?? true));
  if (agreeing.length === 0) return "";
  const other = sided === "two-sided" ? "One-sided" : "Two-sided";
  return ` ${other}, ${listOf([...new Set(agreeing.map(({ test }) => NAMES[test]))])} would give it.`;
}

/** The unpooled z test is no valid reading in small arms, but it explains where a p may come from. */
function byWald(
  p: string,
  pairs: readonly PossiblePair[],
  { test, sided }: TwoProportionsClaim,
): string {
  if (test !== undefined || sided === "one") return "";
  const { bounds } = parsePrintedP(p);
  const wald = pairs
    .map(({ first, second }) => waldZTestP(first, second))
    .find((value) => holds(bounds, value));
  return wald === undefined
    ? ""
    : ` Wald's unpooled z test, which rejects too often in arms of this size, would print it (${pInWords(wald)}).`;
}

function printedArms(claim: TwoProportionsClaim): [PrintedArm, PrintedArm] | undefined {
  const arms = [0, 1].map((arm): PrintedArm | undefined => {
    const n = claim.n?.[arm];
    const count = claim.count?.[arm];
    const percent = claim.percent?.[arm];
    if (n === undefined || (count === undefined && percent === undefined)) return undefined;
    return {
      n: Number(n),
      ...(count === undefined ? {} : { count: Number(count) }),
      ...(percent === undefined ? {} : { percent }),
    };
  });
  const [first, second] = arms;
  return first === undefined || second === undefined ? undefined : [first, second];
}

function numberOfCounts({ n, count, percent }: PrintedArm): number {
  if (percent === undefined) return 1;
  const { counts } = percentCounts(percent, n);
  return counts.filter((one) => count === undefined || one.count === count).length;
}

function countsOf({ first, second }: PossiblePair): string {
  return `${first.count} of ${first.n} against ${second.count} of ${second.n}`;
}

function withP(one: CheckedP): string {
  return `${NAMES[one.test]} (${pInWords(one.p)})`;
}

function sentence(tests: readonly CheckedP[]): string {
  const gives = tests.map((one) => `${NAMES[one.test]} ${pInWords(one.p)}`);
  const text = listOf(gives);
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

function spanOf(tests: readonly CheckedP[]): string {
  const [lower, upper] = [pInWords(least(tests)), pInWords(most(tests))];
  return lower === upper ? lower : `${lower} to ${upper}`;
}

function least(tests: readonly CheckedP[]): number {
  return Math.min(...tests.map(({ p }) => p));
}

function most(tests: readonly CheckedP[]): number {
  return Math.max(...tests.map(({ p }) => p));
}

function figuresOf({ arms, n, count, percent }: TwoProportionsClaim, p: string): Figure[] {
  const ofArms = Object.entries({ n, count, percent }).flatMap(([label, printed]) =>
    (printed ?? []).map((one, arm) => ({ label: `${label} (${arms[arm]})`, printed: one })),
  );
  return [{ label: "p", printed: p }, ...ofArms];
}
