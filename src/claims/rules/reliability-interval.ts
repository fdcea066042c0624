import {
  type IccReading,
  reliabilityInterval as iccIntervals,
  parsePrinted,
  printedBounds,
  type ReliabilityInterval,
} from "../../analysis/index.js";
import type { Pair, ReliabilityClaim } from "../claim.js";
import { changesOfInterval, intervalFaultWords } from "../correlation-interval-finding.js";
import { figuresOf } from "../figures-of.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import { listOf } from "../wording.js";

/** An average has no least value. */
const SCALE = [Number.NEGATIVE_INFINITY, 1] as const;

/** Other confidence levels that papers print. */
const OTHER_LEVELS = [0.9, 0.99] as const;

/** Words of a label by which a coefficient is that of the raters' average. */
const OF_AVERAGE = /\baverage|\bmean of\b|,\s*k\)|\(k\)/i;

/** The interval of an intraclass coefficient must follow from it, n and the raters. */
export const reliabilityInterval: Rule = ruleFor({
  code: "reliability-interval",
  title: "The interval of an intraclass coefficient must follow from it, n and the raters",
  source: "shrout1979",
  kinds: ["reliability"],
  check: (claim) => [checkClaim(claim)],
});

function checkClaim(claim: ReliabilityClaim): RuleFinding {
  const { n, raters, icc, ci } = claim;
  const figures = figuresOf(claim, ["icc", "ci", "n", "raters"]);
  const fault = ci === undefined ? undefined : faultFinding(claim, ci);
  if (fault !== undefined) return fault;
  if (Number(n) < 2 || Number(raters) < 2) return tooFew(claim);
  const result = iccIntervals(icc, Number(n), Number(raters));
  if (printedBounds(parsePrinted(icc)).upper < result.least && !isAverage(claim)) {
    return tooLow(claim, result);
  }
  if (ci === undefined) {
    return {
      code: "INTERVAL_NOT_PRINTED",
      verdict: "not-checkable",
      message: `No interval is printed. An intraclass coefficient of ${icc} of ${n} subjects and ${raters} raters has the 95 % interval ${listOf(result.readings.filter(isFixed).map(named), "or")}; that of agreement in a two-way design depends on the raters too.`,
      figures,
      computed: computedOf(result.readings),
    };
  }
  return heldAgainst(claim, ci, result);
}

function heldAgainst(
  claim: ReliabilityClaim,
  ci: Pair,
  { readings: implied }: ReliabilityInterval,
): RuleFinding {
  const { n, raters, icc } = claim;
  const at = (level: number): readonly IccReading[] =>
    iccIntervals(icc, Number(n), Number(raters), { ci, level }).readings;
  const readings = at(0.95);
  const of = `an intraclass coefficient of ${icc}, ${n} subjects and ${raters} raters`;
  const base = {
    figures: figuresOf(claim, ["icc", "ci", "n", "raters"]),
    computed: computedOf(readings),
  };
  const fixed = readings.filter(isFixed);
  const exact = fixed.filter(({ fit }) => fit === "as-printed");
  if (exact.length > 0) {
    return {
      ...base,
      code: "INTERVAL_REPRODUCED",
      verdict: "reproduced",
      message: `The 95 % interval follows from ${of} by ${listOf(exact.map(named), "or")}.`,
    };
  }
  const within = fixed.filter(({ fit }) => fit === "within-rounding");
  if (within.length > 0) {
    return {
      ...base,
      code: "INTERVAL_WITHIN_ROUNDING",
      verdict: "possible",
      message: `The 95 % interval does not follow from ${of} themselves but from a coefficient that rounds to it, by ${listOf(within.map(named), "or")}.`,
    };
  }
  const agreement = readings.filter((one) => !isFixed(one) && one.fit !== "none");
  if (agreement.length > 0) {
    return {
      ...base,
      code: "INTERVAL_OF_SOME_AGREEMENT",
      verdict: "possible",
      message: `The 95 % interval is one of ${listOf(
        agreement.map(({ name }) => name),
        "or",
      )} for some differences between the raters, which are not printed.`,
    };
  }
  const levels = OTHER_LEVELS.filter((level) => at(level).some(({ fit }) => fit !== "none"));
  const but = levels.map((level) => ` At ${100 * level} % it would follow.`).join("");
  return {
    ...base,
    code: "INTERVAL_NOT_BY_F",
    verdict: "possible",
    unexplained: true,
    message: `From ${of} the 95 % interval would be ${listOf(implied.map(named), "or")}, not the printed one; a bootstrap or a mixed model could give it.${but}`,
    wouldBePossible: implied.map(named),
  };
}

function faultFinding(claim: ReliabilityClaim, ci: Pair): RuleFinding | undefined {
  const words = intervalFaultWords(claim.icc, ci, SCALE);
  if (words === undefined) return undefined;
  const change = changesOfInterval(claim.icc, ci, SCALE);
  return {
    ...words,
    verdict: "contradicted",
    figures: figuresOf(claim, ["icc", "ci"]),
    wouldBePossible: ["an interval that holds the coefficient and ends at most at 1"],
    ...(change === undefined
      ? {}
      : { smallestChange: { ...change, label: change.label === "r" ? "icc" : change.label } }),
  };
}

function tooFew(claim: ReliabilityClaim): RuleFinding {
  const few = Number(claim.n) < 2 ? "n" : "raters";
  if (few === "n") {
    return {
      code: "COEFFICIENT_OF_ONE_SUBJECT",
      verdict: "contradicted",
      message:
        "One subject has no intraclass coefficient: it is a share of the variance between subjects.",
      figures: figuresOf(claim, ["icc", "n"]),
      wouldBePossible: ["n of at least 2"],
      smallestChange: { label: "n", printed: claim.n, instead: "2" },
    };
  }
  return {
    code: "COEFFICIENT_OF_ONE_RATER",
    verdict: "not-checkable",
    message:
      "One rater has an intraclass coefficient only of repeated measurements, whose number is not printed.",
    figures: figuresOf(claim, ["icc", "raters"]),
  };
}

function tooLow(claim: ReliabilityClaim, { least }: ReliabilityInterval): RuleFinding {
  const { icc, raters } = claim;
  const decimals = (icc.split(".")[1] ?? "").length;
  const unit = 10 ** decimals;
  return {
    code: "COEFFICIENT_TOO_LOW",
    verdict: "contradicted",
    message: `An intraclass coefficient of single ratings by ${raters} raters is at least −1/(${raters} − 1) = ${least.toFixed(3)}; ${icc} is less. Only one of the raters' average can be.`,
    figures: figuresOf(claim, ["icc", "raters"]),
    computed: [{ label: "least possible coefficient of single ratings", value: least }],
    wouldBePossible: [`at least ${least.toFixed(3)}`],
    smallestChange: {
      label: "icc",
      printed: icc,
      instead: (Math.ceil(least * unit) / unit).toFixed(decimals),
    },
  };
}

function isAverage({ label, note }: ReliabilityClaim): boolean {
  return OF_AVERAGE.test(`${label} ${note ?? ""}`);
}

/** Whether coefficient, subjects and raters alone determine the interval. */
function isFixed({ name }: IccReading): boolean {
  return !name.startsWith("ICC(A");
}

function computedOf(readings: readonly IccReading[]): NonNullable<RuleFinding["computed"]> {
  return readings.flatMap(({ name, interval }) => [
    {
      label: `${isFixed({ name } as IccReading) ? "" : "least "}lower, ${name}`,
      value: interval.lower,
    },
    {
      label: `${isFixed({ name } as IccReading) ? "" : "greatest "}upper, ${name}`,
      value: interval.upper,
    },
  ]);
}

function named({ name, interval: { lower, upper } }: IccReading): string {
  return `${lower.toFixed(3)} to ${upper.toFixed(3)} as ${name}`;
}
