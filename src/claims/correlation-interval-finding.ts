import {
  intervalFault,
  type PrintedEnds,
  readEnds,
} from "../analysis/consistency/interval-ends.js";
import { HALF_ROUNDING, printedBounds } from "../analysis/consistency/printed.js";
import {
  type CorrelationError,
  type CorrelationReading,
  correlationInterval,
  correlationShape,
  type IntervalFault,
  parsePrinted,
} from "../analysis/index.js";
import type { CorrelationClaim, Pair } from "./claim.js";
import { figuresOf } from "./figures-of.js";
import { leastChange } from "./least-change.js";
import type { RuleFinding } from "./rule.js";
import type { Change } from "./verdict.js";
import { listOf } from "./wording.js";

const NAMES: Readonly<Record<CorrelationError, string>> = {
  fisher: "Fisher's z",
  "bonett-wright": "Bonett and Wright's standard error",
  fieller: "Fieller's standard error",
};

/** A claim of Pearson's or Spearman's coefficient. */
export interface TestedCorrelation extends CorrelationClaim {
  readonly coefficient: "pearson" | "spearman";
}

const SCALE = [-1, 1] as const;

/** Other confidence levels that papers print. */
const OTHER_LEVELS = [0.9, 0.99] as const;

/** No bootstrap of so many pairs is so much narrower than Fisher's interval. */
const NARROW = 3;
const FEWEST_NARROW = 10;
/** One reach so many times the other, on a scale where they are equal, is no interval of the kind. */
const LOPSIDED = 2.5;
/** From here on an end that is Fisher's but for its sign has lost it. */
const UNEVEN = 1.5;

/** Holds the printed interval of a Pearson's or Spearman's correlation against Fisher's. */
export function correlationIntervalFinding(claim: TestedCorrelation): RuleFinding | undefined {
  const { r, n, ci } = claim;
  if (ci === undefined) return undefined;
  const figures = figuresOf(claim, ["ci", "r", "n"]);
  const shape = correlationShape(r, ci);
  const words = intervalFaultWords(r, ci, SCALE);
  if (words !== undefined) {
    const change = changesOfInterval(r, ci, SCALE);
    return {
      ...words,
      verdict: "contradicted",
      figures,
      wouldBePossible: ["an interval that holds the correlation"],
      ...(change === undefined ? {} : { smallestChange: change }),
    };
  }
  const isLopsided = shape.asymmetry.least > LOPSIDED || shape.asymmetry.most < 1 / LOPSIDED;
  if (n === undefined || Number(n) < 4) {
    const { least, most } = shape.pairs;
    const implied = isLopsided
      ? "the correlation does not lie in its middle on Fisher's scale"
      : `it is as wide as that of ${Math.max(4, Math.ceil(least - SLACK))} to ${most === Number.POSITIVE_INFINITY ? "any number of" : Math.floor(most + SLACK)} pairs`;
    return {
      code: n === undefined ? "INTERVAL_WITHOUT_N" : "INTERVAL_OF_TOO_FEW",
      verdict: "possible",
      ...(isLopsided || n !== undefined ? { unexplained: true as const } : {}),
      message: `The interval holds the correlation, but cannot be recomputed ${n === undefined ? "without the number of pairs" : `from ${n} pairs`}; ${implied}.`,
      figures,
    };
  }
  return recomputed(claim, ci, Number(n), figures);
}

function recomputed(
  claim: TestedCorrelation,
  ci: Pair,
  n: number,
  figures: RuleFinding["figures"],
): RuleFinding {
  const { r, coefficient } = claim;
  const at = (level: number, ends: Pair): readonly CorrelationReading[] =>
    correlationInterval(r, n, coefficient, { ci: ends, level }).readings;
  const readings = at(0.95, ci);
  const computed = readings.flatMap(({ error, interval }) => [
    { label: `lower, ${NAMES[error]}`, value: interval.lower },
    { label: `upper, ${NAMES[error]}`, value: interval.upper },
  ]);
  const base = { figures, computed };
  const exact = readings.filter(({ fit }) => fit === "as-printed");
  if (exact.length > 0) {
    return {
      ...base,
      code: "INTERVAL_REPRODUCED",
      verdict: "reproduced",
      message: `The 95 % interval follows from r = ${r} of ${n} pairs by ${listOf(exact.map(named))}.`,
    };
  }
  const within = readings.filter(({ fit }) => fit === "within-rounding");
  if (within.length > 0) {
    return {
      ...base,
      code: "INTERVAL_WITHIN_ROUNDING",
      verdict: "possible",
      message: `The 95 % interval does not follow from r = ${r} of ${n} pairs itself but from a value that rounds to it, by ${listOf(within.map(named))}.`,
    };
  }
  const wouldBePossible = readings.map((one) => `${spanOf(one)}, ${NAMES[one.error]}`);
  const { asymmetry } = correlationShape(r, ci);
  const isUneven = asymmetry.least > UNEVEN || asymmetry.most < 1 / UNEVEN;
  const lost = isUneven ? lostSign(ci, (ends) => at(0.95, ends).some(fits)) : undefined;
  if (lost !== undefined) {
    return {
      ...base,
      code: "INTERVAL_LOST_SIGN",
      verdict: "contradicted",
      message: `The interval of r = ${r} of ${n} pairs is ${spanOf(readings[0]!)} by ${NAMES[readings[0]!.error]}: the printed ${lost.printed} has lost its minus sign.`,
      wouldBePossible,
      smallestChange: lost,
    };
  }
  const narrow = correlationShape(r, ci).pairs.least - 3 > NARROW ** 2 * (n - 3);
  if (narrow && n >= FEWEST_NARROW) {
    const pairs = Math.round(correlationShape(r, ci).pairs.least);
    return {
      ...base,
      code: "INTERVAL_TOO_NARROW",
      verdict: "contradicted",
      message: `The interval of r = ${r} of ${n} pairs is ${spanOf(readings[0]!)} by ${NAMES[readings[0]!.error]}; the printed one would need at least ${pairs} pairs.`,
      wouldBePossible,
      ...narrowChange(ci, readings[0]!),
    };
  }
  const levels = OTHER_LEVELS.filter((level) => at(level, ci).some(fits));
  const but = levels.map((level) => ` At ${100 * level} % it would follow.`).join("");
  return {
    ...base,
    code: "INTERVAL_NOT_BY_FISHER",
    verdict: "possible",
    unexplained: true,
    message: `The interval of r = ${r} of ${n} pairs is ${listOf(readings.map((one) => `${spanOf(one)} by ${NAMES[one.error]}`))}, not the printed one; a bootstrap could give it.${but}`,
    wouldBePossible,
  };
}

/** What is wrong with an interval on its face, in words; undefined when nothing is. */
export function intervalFaultWords(
  estimate: string,
  ci: Pair,
  scale: Scale,
): { readonly code: string; readonly message: string } | undefined {
  const fault = faultOf(estimate, ci, scale);
  if (fault === undefined) return undefined;
  const printed = `${ci[0]} to ${ci[1]}`;
  const lost = lostSign(ci, (ends) => isInMiddle(estimate, ends));
  const signs =
    lost === undefined
      ? ""
      : ` A minus sign may be lost: ${lost.instead} instead of ${lost.printed}.`;
  switch (fault) {
    case "ends-swapped":
      return {
        code: "INTERVAL_ENDS_SWAPPED",
        message: `The interval ${printed} begins above its end.${signs}`,
      };
    case "beyond-scale":
      return {
        code: "INTERVAL_BEYOND_SCALE",
        message: `The interval ${printed} reaches beyond ${scale
          .map(String)
          .filter((end) => !end.includes("Infinity"))
          .join(" and ")}, where no coefficient can be.`,
      };
    case "estimate-outside":
      return {
        code: "ESTIMATE_OUTSIDE_INTERVAL",
        message: `The interval ${printed} does not hold the estimate ${estimate}.${signs}`,
      };
  }
}

/** The least change of an end, or of the estimate, after which nothing is wrong on its face. */
export function changesOfInterval(estimate: string, ci: Pair, scale: Scale): Change | undefined {
  const fault = faultOf(estimate, ci, scale);
  if (fault === "ends-swapped") return undefined; // both ends are wrong
  const of = (text: string): number => parsePrinted(text).value;
  const to = (text: string, number: number): string => number.toFixed(parsePrinted(text).decimals);
  const [lower, value, upper] = [of(ci[0]), of(estimate), of(ci[1])];
  if (fault === "beyond-scale") {
    const [end, limit] = upper > scale[1] ? ([1, scale[1]] as const) : ([0, scale[0]] as const);
    return { label: LABELS[end], printed: ci[end], instead: to(ci[end], limit) };
  }
  const end = value < lower ? 0 : 1;
  return leastChange([
    { label: LABELS[end], printed: ci[end], instead: to(ci[end], value) },
    { label: "r", printed: estimate, instead: to(estimate, end === 0 ? lower : upper) },
  ]);
}

const LABELS = ["ci (lower)", "ci (upper)"] as const;

/** Least and greatest value of an end. */
type Scale = readonly [number, number];

/** Whether the ends, one of them with a minus sign, lie about as far from the estimate on Fisher's scale. */
function isInMiddle(estimate: string, ends: Pair): boolean {
  if (faultOf(estimate, ends, [-1, 1]) !== undefined) return false;
  const { least, most } = correlationShape(estimate, ends).asymmetry;
  return least <= LOPSIDED && most >= 1 / LOPSIDED;
}

const SLACK = 1e-6;

function faultOf(estimate: string, ci: Pair, scale: Scale): IntervalFault | undefined {
  const ends: PrintedEnds = readEnds("intervalFault", ci, HALF_ROUNDING);
  return intervalFault(printedBounds(parsePrinted(estimate), HALF_ROUNDING), ends, scale);
}

/** The end that needs a minus sign for a condition to hold; undefined when neither alone will do. */
function lostSign(ci: Pair, isGood: (ends: Pair) => boolean): Change | undefined {
  const minus = (text: string): string => `-${text.replace(/^[+\-−]/, "")}`;
  const candidates: readonly (readonly [Pair, string, string])[] = [
    [[minus(ci[0]), ci[1]], LABELS[0], ci[0]],
    [[ci[0], minus(ci[1])], LABELS[1], ci[1]],
  ];
  const found = candidates.find(([ends, , was]) => minus(was) !== was && isGood(ends));
  return found === undefined
    ? undefined
    : { label: found[1], printed: found[2], instead: minus(found[2]) };
}

function narrowChange(ci: Pair, { interval }: CorrelationReading): { smallestChange?: Change } {
  const ends = [interval.lower, interval.upper];
  const change = leastChange(
    ci.map((printed, i) => ({
      label: LABELS[i]!,
      printed,
      instead: ends[i]!.toFixed(parsePrinted(printed).decimals),
    })),
  );
  return change === undefined ? {} : { smallestChange: change };
}

function fits({ fit }: CorrelationReading): boolean {
  return fit !== "none";
}

function named(one: CorrelationReading): string {
  return `${NAMES[one.error]} (${spanOf(one)})`;
}

function spanOf({ interval: { lower, upper } }: CorrelationReading): string {
  return `${lower.toFixed(3)} to ${upper.toFixed(3)}`;
}
