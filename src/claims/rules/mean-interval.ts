import {
  type MeanInterval,
  type MeanIntervalReading,
  meanInterval as meanIntervals,
} from "../../analysis/index.js";
import type { MeanClaim, Pair } from "../claim.js";
import { figuresOf } from "../figures-of.js";
import { READINGS } from "../mean-groups.js";
import { intervalChange, lostSign, mayBeCutOff, mayBeResampled } from "../mean-interval-changes.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import { listOf } from "../wording.js";

const MULTIPLIERS = {
  t: "Student's t",
  normal: "the normal distribution",
  two: "two standard errors",
} as const;

/** Confidence levels that are printed beside 95 %. */
const OTHER_LEVELS = [0.9, 0.99] as const;

/** The interval of a mean must follow from its standard deviation and n. */
export const meanInterval: Rule = ruleFor({
  code: "mean-interval",
  title: "The interval of a mean must follow from its standard deviation and n",
  source: "student1908",
  kinds: ["mean"],
  check: (claim) => (claim.ci === undefined ? [] : [checkInterval(claim, claim.ci)]),
});

function checkInterval(claim: MeanClaim, ci: Pair): RuleFinding {
  const { mean, sd } = claim;
  const n = Number(claim.n);
  const figures = figuresOf(claim, ["ci", "mean", "sd", "n"]);
  if (n < 2) {
    return {
      code: "CI_OF_ONE_VALUE",
      verdict: "not-checkable",
      message: "The interval cannot be recomputed: one value has no standard error.",
      figures,
    };
  }
  const result = meanIntervals({ mean, sd, n }, { ci });
  const usual = result.readings.filter(isUsual);
  const base = { figures, computed: computedOf(usual) };
  const printed = `The interval ${ci[0]} to ${ci[1]}`;
  const from = `a mean of ${mean}, a standard deviation of ${sd} and n = ${claim.n}`;
  if (result.fault !== undefined) return faulty(claim, ci, result, base);
  const exact = usual.filter(({ fit }) => fit === "as-printed");
  if (exact.length > 0) {
    return {
      ...base,
      code: "CI_REPRODUCED",
      verdict: "reproduced",
      message: `${printed} follows from ${from} by ${methodsOf(exact)}.`,
    };
  }
  const within = usual.filter(({ fit }) => fit !== "none");
  if (within.length > 0) {
    return {
      ...base,
      code: "CI_WITHIN_ROUNDING",
      verdict: "possible",
      message: `${printed} does not follow from ${from} themselves but from values that round to them, by ${methodsOf(within)}.`,
    };
  }
  const would = ` By ${inWords(usual)}.`;
  const others = otherReadings(claim, ci, result);
  if (others.length > 0) {
    return {
      ...base,
      code: "CI_BY_ANOTHER_METHOD",
      verdict: "possible",
      unexplained: true,
      message: `${printed} does not follow from ${from} at 95 %, whatever values round to them, but ${listOf(others, "or")}.${would}`,
    };
  }
  if (mayBeCutOff(claim, ci, usual)) {
    return {
      ...base,
      code: "CI_CUT_OFF",
      verdict: "possible",
      unexplained: true,
      message: `${printed} follows from ${from} only if the end that lies beyond the possible values was cut off there.${would}`,
    };
  }
  if (mayBeResampled(claim, ci, usual)) {
    return {
      ...base,
      code: "CI_NOT_SYMMETRIC",
      verdict: "possible",
      unexplained: true,
      message: `${printed} is not symmetric about the mean and does not follow from ${from}; it is about as wide as it should be, and a bootstrap of skewed values could give it.${would}`,
    };
  }
  return {
    ...base,
    ...contradiction(claim, ci),
    code: "CI_NOT_FROM_SD",
    message: `${printed} does not follow from ${from}, whatever values round to them.${would}${signInWords(claim, ci)}`,
    wouldBePossible: usual.map(named),
  };
}

/** An interval that no method gives. */
function faulty(
  claim: MeanClaim,
  ci: Pair,
  { fault, readings }: MeanInterval,
  base: Pick<RuleFinding, "figures" | "computed">,
): RuleFinding {
  const usual = readings.filter(isUsual);
  if (fault === "ends-swapped") {
    const swapped: Pair = [ci[1], ci[0]];
    const { mean, sd } = claim;
    const again = meanIntervals({ mean, sd, n: Number(claim.n) }, { ci: swapped });
    const fits = again.readings.some((one) => isUsual(one) && one.fit !== "none");
    return {
      ...base,
      verdict: "contradicted",
      code: "CI_ENDS_SWAPPED",
      message: `The lower end of the interval, ${ci[0]}, lies above the upper, ${ci[1]}; exchanged they would ${fits ? "" : "not "}follow from mean, standard deviation and n.${signInWords(claim, ci)}`,
      wouldBePossible: fits ? [`${swapped[0]} to ${swapped[1]}`] : usual.map(named),
    };
  }
  return {
    ...base,
    ...contradiction(claim, ci),
    code: "CI_WITHOUT_MEAN",
    message: `The interval ${ci[0]} to ${ci[1]} does not hold its mean, ${claim.mean}.${signInWords(claim, ci)}`,
    wouldBePossible: usual.map(named),
  };
}

function contradiction(
  claim: MeanClaim,
  ci: Pair,
): Pick<RuleFinding, "verdict" | "smallestChange"> {
  const change = lostSign(claim, ci) ?? intervalChange(claim, ci);
  return { verdict: "contradicted", ...(change === undefined ? {} : { smallestChange: change }) };
}

function signInWords(claim: MeanClaim, ci: Pair): string {
  const lost = lostSign(claim, ci);
  return lost === undefined
    ? ""
    : ` A sign seems lost: with ${lost.instead} in place of ${lost.printed} it would follow.`;
}

/** What else would give the interval: another level, another meaning of the spread, two standard errors. */
function otherReadings({ mean, sd, n }: MeanClaim, ci: Pair, at95: MeanInterval): string[] {
  const fitting = at95.readings.filter(({ fit }) => fit !== "none");
  const bySpread = fitting.map(({ spread, multiplier }) =>
    spread === "sd"
      ? `with ${MULTIPLIERS[multiplier]} on either side`
      : `if ${sd} is the ${READINGS[spread]}`,
  );
  const byLevel = OTHER_LEVELS.filter((level) =>
    meanIntervals({ mean, sd, n: Number(n) }, { ci, level }).readings.some(
      (one) => isUsual(one) && one.fit !== "none",
    ),
  ).map((level) => `at ${100 * level} %`);
  return [...new Set([...byLevel, ...bySpread])];
}

function isUsual({ spread, multiplier }: MeanIntervalReading): boolean {
  return spread === "sd" && multiplier !== "two";
}

function methodsOf(readings: readonly MeanIntervalReading[]): string {
  return listOf(
    readings.map(({ multiplier }) => MULTIPLIERS[multiplier]),
    "or",
  );
}

function inWords(readings: readonly MeanIntervalReading[]): string {
  return listOf(
    readings.map((one) => `${MULTIPLIERS[one.multiplier]} it would be ${named(one)}`),
    "and by",
  );
}

function named({ interval: { lower, upper } }: MeanIntervalReading): string {
  return `${Number(lower.toPrecision(4))} to ${Number(upper.toPrecision(4))}`;
}

function computedOf(readings: readonly MeanIntervalReading[]): RuleFinding["computed"] & object {
  return readings.flatMap(({ multiplier, interval }) => [
    { label: `lower end, ${MULTIPLIERS[multiplier]}`, value: interval.lower },
    { label: `upper end, ${MULTIPLIERS[multiplier]}`, value: interval.upper },
  ]);
}
