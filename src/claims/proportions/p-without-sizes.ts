import { type PossiblePair, parsePrintedP, proportionSizes } from "../../analysis/index.js";
import type { Pair } from "../claim.js";
import type { RuleFinding } from "../rule.js";
import { listOf, pInWords, printedP } from "../wording.js";
import { type AskedTests, TEST_IN_WORDS } from "./asked-tests.js";

/** Percentages nearer than this may be equal in large arms but for rounding, which makes p large again. */
const APART = 5;
/** The p of a step in the sizes may lie this much above that of the step before. */
const MARGIN = 1.1;

/** What can be said of a p beside two percentages whose arms are of unknown size. */
export function pWithoutSizes(
  percent: Pair,
  p: string,
  asked: AskedTests,
): Omit<RuleFinding, "figures"> {
  const unknown = `${printedP(p)} cannot be recomputed: the sizes of the arms are not printed`;
  if (asked.tests !== undefined) {
    return { code: "P_WITHOUT_N", verdict: "not-checkable", message: `${unknown}.` };
  }
  const together = `${percent[0]} % against ${percent[1]} %`;
  const found = proportionSizes(percent[0], percent[1], p, { sides: asked.sides });
  const { smallest, smallestEqual, leastDifferent, largest } = found;
  if (smallest !== undefined) {
    const equal =
      smallestEqual === undefined || smallestEqual.first.n === smallest.second.n
        ? ""
        : `, the smallest equal ones ${inWords(smallestEqual)}`;
    return {
      code: "P_WITHOUT_N",
      verdict: "not-checkable",
      message: `${unknown}. The smallest arms in which it goes with ${together} are ${inWords(smallest)}${equal}.`,
      computed: computedOf(smallest),
    };
  }
  const most = leastDifferent?.tests[0];
  const apart = Math.abs(Number(percent[0]) - Number(percent[1])) >= APART;
  if (most === undefined || !apart || most.p * MARGIN >= parsePrintedP(p).bounds.lower) {
    return {
      code: "P_WITHOUT_N",
      verdict: "not-checkable",
      message: `${unknown}. No arms of up to ${largest} patients each give it with ${together}.`,
    };
  }
  return {
    code: "P_OF_NO_SIZES",
    verdict: "possible",
    unexplained: true,
    message: `The sizes of the arms are not printed, but no arms of up to ${largest} patients each give ${printedP(p)} with ${together}: the largest p is ${pInWords(most.p)}, of ${countsOf(leastDifferent!)} by ${TEST_IN_WORDS[most.test]}, and larger arms only make it smaller.`,
    computed: computedOf(leastDifferent!),
    wouldBePossible: [`p of at most ${pInWords(most.p)}`],
  };
}

/** `12 and 11 (11 of 12 against 3 of 11 by Fisher's exact test, 0.0028)`. */
function inWords(pair: PossiblePair): string {
  const agreeing = pair.tests.filter(({ agrees }) => agrees);
  const tests = agreeing.map((one) => `${TEST_IN_WORDS[one.test]}, ${pInWords(one.p)}`);
  return `${pair.first.n} and ${pair.second.n} (${countsOf(pair)} by ${listOf(tests, "or")})`;
}

function computedOf(pair: PossiblePair): NonNullable<RuleFinding["computed"]> {
  return pair.tests.map(({ test, p }) => ({
    label: `p, ${TEST_IN_WORDS[test]}, ${countsOf(pair)}`,
    value: p,
  }));
}

function countsOf({ first, second }: PossiblePair): string {
  return `${first.count} of ${first.n} against ${second.count} of ${second.n}`;
}
