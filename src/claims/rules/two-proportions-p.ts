import { holds, overlap } from "../../analysis/consistency/printed.js";
import {
  type CheckedP,
  type PossiblePair,
  type ProportionPExplained,
  parsePrintedP,
  waldZTestP,
} from "../../analysis/index.js";
import type { TwoProportionsClaim } from "../claim.js";
import { figuresOf } from "../figures-of.js";
import {
  type AskedTests,
  askedTests,
  countsOfArms,
  explainP,
  quickOf,
  TEST_IN_WORDS,
} from "../proportions/asked-tests.js";
import { proportionsPChange } from "../proportions/p-change.js";
import { pWithoutSizes } from "../proportions/p-without-sizes.js";
import { type WaldOfRatio, waldOfRatios } from "../proportions/wald-of-ratios.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import type { Computed } from "../verdict.js";
import { listOf, pInWords, printedP } from "../wording.js";

/** What a rule says beside the figures that it looked at. */
type Said = Omit<RuleFinding, "figures">;

type PossiblePairs = readonly PossiblePair[];

const LARGEST_ARM = 200_000; // patients, where Fisher's p takes a tenth of a second

/** Pairs of counts that a sentence lists; so many p that a finding lists. */
const MOST_IN_WORDS = 4;
const MOST_COMPUTED = 100;

/** Two proportions with their sizes have few counts, and each test one p. */
export const twoProportionsPrintedP: Rule = ruleFor({
  code: "two-proportions-p",
  title: "A p must follow from the two proportions by some test",
  source: "fisher1935",
  kinds: ["two-proportions"],
  check: (claim) => {
    const { p } = claim;
    if (p === undefined) return [];
    return [{ ...checkP(claim, p), figures: figuresOf(claim, ["p", "n", "count", "percent"]) }];
  },
});

function checkP(claim: TwoProportionsClaim, p: string): Said {
  const asked = askedTests(claim);
  if (asked === undefined) {
    return {
      code: "P_OF_ANOTHER_TEST",
      verdict: "possible",
      message: `${printedP(p)} is of the test "${claim.test}", which cannot be recomputed from two proportions.`,
    };
  }
  const { n, count, percent } = claim;
  if (n === undefined && count === undefined && percent !== undefined) {
    return pWithoutSizes(percent, p, asked);
  }
  const large = n?.find((size) => Number(size) > LARGEST_ARM);
  if (large !== undefined) {
    return {
      code: "P_OF_TOO_MANY_TABLES",
      verdict: "possible",
      message: `${printedP(p)} is not recomputed: an arm of ${large} patients would take too long.`,
    };
  }
  const arms = countsOfArms(claim);
  if (arms === undefined) {
    return {
      code: "P_WITHOUT_COUNTS",
      verdict: "not-checkable",
      message: `${printedP(p)} cannot be recomputed: the sizes of the arms, or their counts, are not printed.`,
    };
  }
  if (arms.some(({ counts }) => counts.length === 0)) {
    return {
      code: "P_OF_NO_COUNTS",
      verdict: "not-checkable",
      message: `${printedP(p)} cannot be recomputed: no counts give the printed proportions.`,
    };
  }
  return judge(claim, p, asked, definedOnly(explainP(arms, p, asked)));
}

function judge(
  claim: TwoProportionsClaim,
  p: string,
  asked: AskedTests,
  explained: ProportionPExplained,
): Said {
  const { pairs, agrees, undecided, note } = explained;
  const all = pairs.flatMap(({ tests }) => tests);
  if (all.length === 0 && undecided.length === 0) {
    return {
      code: "P_NOT_DEFINED",
      verdict: "possible",
      message: `${printedP(p)} cannot be recomputed: no test is defined for these proportions.`,
    };
  }
  if (agrees) return reproduced(p, pairs);
  if (asked.name === "z" && asked.sides === 2) {
    const pair = byWald(pairs, p);
    if (pair !== undefined) return reproducedByWald(p, pair);
  }
  const computed = computedOf(pairs);
  if (note === "thinned" && liesAmong(p, all)) {
    return {
      code: "P_OF_MANY_COUNTS",
      verdict: "possible",
      message: `${printedP(p)} lies among the p of the many counts that the printed proportions allow: ${spanOf(all)}.`,
      computed,
    };
  }
  if (undecided.length > 0) {
    const others = all.length === 0 ? "" : `none of the p tried (${spanOf(all)}) prints so; `;
    return {
      code: "P_OF_TOO_MANY_TABLES",
      verdict: "possible",
      ...(all.length === 0 ? {} : { unexplained: true }),
      message: `${printedP(p)} is not recomputed: ${others}${namesOf(undecided)} might give it, and ${undecided.length === 1 ? "goes" : "go"} through too many tables in arms of this size.`,
      computed,
    };
  }
  const ofRatio =
    asked.name === undefined && asked.sides === 2 ? waldOfRatios(pairs, p) : undefined;
  return ofRatio === undefined
    ? contradicted(claim, p, asked, explained)
    : byRatio(p, ofRatio, pairs);
}

/** An unnamed p may be that beside an odds or risk ratio, as a logistic regression prints it. */
function byRatio(p: string, { ratio, pair, p: value }: WaldOfRatio, tried: PossiblePairs): Said {
  const how = `Wald's test of the ${ratio}${ratio === "odds ratio" ? ", as in a logistic regression," : ""}`;
  return {
    code: "P_BY_WALD_OF_RATIO",
    verdict: "possible",
    unexplained: true,
    message: `None of the usual tests of two proportions gives ${printedP(p)} (${spanOf(tried.flatMap(({ tests }) => tests))}), but ${how} does (${pInWords(value)}, from ${countsOf(pair)}). The test is not named.`,
    computed: [
      { label: `p, Wald's test of the ${ratio}, ${countsOf(pair)}`, value },
      ...computedOf(tried),
    ],
  };
}

function reproduced(p: string, pairs: readonly PossiblePair[]): Said {
  const agreeing = pairs.flatMap((pair) => {
    const tests = pair.tests.filter((one) => one.agrees);
    return tests.length === 0 ? [] : [{ ...pair, tests }];
  });
  const ways = agreeing.map((pair) => `${countsOf(pair)} by ${listOf(pair.tests.map(withP))}`);
  const all = pairs.flatMap(({ tests }) => tests);
  const others = all.filter((one) => !one.agrees);
  const not =
    others.length === 0
      ? ""
      : ` ${others.length} of the ${all.length} p tried ${others.length === 1 ? "differs" : "differ"}: ${spanOf(others)}.`;
  return {
    code: "P_REPRODUCED",
    verdict: "reproduced",
    message: `${printedP(p)} follows from ${shortened(ways, "or from")}.${not}`,
    computed: computedOf(pairs),
  };
}

function reproducedByWald(p: string, pair: PossiblePair): Said {
  const value = waldZTestP(pair.first, pair.second);
  return {
    code: "P_REPRODUCED",
    verdict: "reproduced",
    message: `${printedP(p)} follows from ${countsOf(pair)} by the z test with the unpooled standard error (${pInWords(value)}).`,
    computed: [{ label: `p, unpooled z test, ${countsOf(pair)}`, value }],
  };
}

function contradicted(
  claim: TwoProportionsClaim,
  p: string,
  asked: AskedTests,
  { pairs, excluded }: ProportionPExplained,
): Said {
  const all = pairs.flatMap(({ tests }) => tests);
  const sided = asked.sides === 1 ? "one-sided" : "two-sided";
  const which =
    claim.test === undefined ? `no ${sided} test` : `no ${sided} form of the named test`;
  const beside =
    excluded.length === 0
      ? ""
      : ` ${namesOf(excluded)} ${excluded.length === 1 ? "does" : "do"} not give it either.`;
  const gives = all.length === 0 ? "" : ` ${sentence(pairs[0]!.tests)}`;
  const change = proportionsPChange(claim, p, asked, all);
  const from = shortened(pairs.map(countsOf), "or from");
  return {
    code: "P_CONTRADICTED",
    verdict: "contradicted",
    message: `${printedP(p)} does not follow from ${from}: ${which} gives it.${gives}${beside}${otherSided(claim, p, asked)}${waldRemark(pairs, p, asked)}`,
    computed: computedOf(pairs),
    ...(all.length === 0 ? {} : { wouldBePossible: [`p from ${spanOf(all)}, by the test`] }),
    ...(change === undefined ? {} : { smallestChange: change }),
  };
}

/** A p is two-sided unless it says otherwise, but a reader should know when the other would do. */
function otherSided(claim: TwoProportionsClaim, p: string, asked: AskedTests): string {
  const sides = asked.sides === 1 ? 2 : 1;
  const quick = quickOf(asked, sides);
  if (quick.tests?.length === 0) return "";
  const { pairs } = explainP(countsOfArms(claim)!, p, quick);
  const agreeing = pairs.flatMap(({ tests }) => tests).filter(({ agrees }) => agrees);
  if (agreeing.length === 0) return "";
  const names = new Set(agreeing.map(({ test }) => TEST_IN_WORDS[test]));
  return ` ${sides === 1 ? "One-sided" : "Two-sided"}, ${listOf([...names])} would give it.`;
}

/** The unpooled z test is no valid reading in small arms, but it explains where a p may come from. */
function waldRemark(pairs: readonly PossiblePair[], p: string, asked: AskedTests): string {
  const pair = asked.name === undefined && asked.sides === 2 ? byWald(pairs, p) : undefined;
  return pair === undefined
    ? ""
    : ` Wald's unpooled z test, which rejects too often in arms of this size, would print it (${pInWords(waldZTestP(pair.first, pair.second))}).`;
}

/** A pair whose unpooled z test prints as the p. */
function byWald(pairs: readonly PossiblePair[], p: string): PossiblePair | undefined {
  const { bounds } = parsePrintedP(p);
  return pairs.find(({ first, second }) => {
    const value = waldZTestP(first, second);
    return !Number.isNaN(value) && holds(bounds, value);
  });
}

/** A test that is not defined for these counts says nothing. */
function definedOnly(explained: ProportionPExplained): ProportionPExplained {
  const pairs = explained.pairs.map((pair) => ({
    ...pair,
    tests: pair.tests.filter(({ p }) => !Number.isNaN(p)),
  }));
  return { ...explained, pairs };
}

function liesAmong(p: string, tests: readonly CheckedP[]): boolean {
  const ps = tests.map((one) => one.p);
  const [lower, upper] = [Math.min(...ps), Math.max(...ps)];
  const span = { lower, upper, lowerIncluded: true, upperIncluded: true };
  return overlap(parsePrintedP(p).bounds, span);
}

/** Every p, or those that agree, the smallest and the largest where there are very many. */
function computedOf(pairs: readonly PossiblePair[]): readonly Computed[] {
  const all = pairs.flatMap((pair) =>
    pair.tests.map((one) => ({
      ...one,
      label: `p, ${TEST_IN_WORDS[one.test]}, ${countsOf(pair)}`,
    })),
  );
  const rising = [...all].sort((a, b) => a.p - b.p);
  const listed =
    all.length <= MOST_COMPUTED
      ? all
      : [rising[0]!, rising.at(-1)!, ...all.filter(({ agrees }) => agrees).slice(0, MOST_COMPUTED)];
  return listed.map(({ label, p }) => ({ label, value: p }));
}

function countsOf({ first, second }: PossiblePair): string {
  return `${first.count} of ${first.n} against ${second.count} of ${second.n}`;
}

function shortened(words: readonly string[], last: string): string {
  const more = words.length - MOST_IN_WORDS;
  return more <= 1
    ? listOf(words, last)
    : listOf([...words.slice(0, MOST_IN_WORDS), `${more} other pairs of counts`], last);
}

function withP(one: CheckedP): string {
  return `${TEST_IN_WORDS[one.test]} (${pInWords(one.p)})`;
}

function sentence(tests: readonly CheckedP[]): string {
  return `${capital(listOf(tests.map((one) => `${TEST_IN_WORDS[one.test]} ${pInWords(one.p)}`)))}.`;
}

function namesOf(tests: readonly CheckedP["test"][]): string {
  return listOf(tests.map((test) => TEST_IN_WORDS[test]));
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function spanOf(tests: readonly CheckedP[]): string {
  const ps = tests.map(({ p }) => p);
  const [lower, upper] = [pInWords(Math.min(...ps)), pInWords(Math.max(...ps))];
  return lower === upper ? lower : `${lower} to ${upper}`;
}
