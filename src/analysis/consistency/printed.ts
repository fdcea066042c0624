import { InvalidInput } from "../../numeric/index.js";
import { shown } from "../columns.js";

/**
 * How a number was cut to its printed digits: a half goes away from zero, a half goes to the even
 * digit, or the digits that follow are dropped.
 */
export type RoundingRule = "half-up" | "half-even" | "truncation";

const RULES: readonly RoundingRule[] = ["half-up", "half-even", "truncation"];

/** The two rules that count as rounding unless a caller allows more. */
export const HALF_ROUNDING: readonly RoundingRule[] = ["half-up", "half-even"];

/** A number as printed; trailing zeros count, so that "0.60" is not "0.6". */
export interface PrintedNumber {
  readonly text: string;
  readonly digits: bigint; // with its sign: "-0.60" is −60n
  readonly decimals: number;
  readonly negative: boolean; // also of "-0.0"
  readonly value: number;
}

/** An interval of numbers that says whether it holds its ends. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
  readonly lowerIncluded: boolean;
  readonly upperIncluded: boolean;
}

/** A p-value as printed: a number, or a bound such as "<0.01". */
export interface PrintedP {
  readonly text: string;
  readonly relation: "=" | "<" | "≤" | ">" | "≥";
  readonly bounds: Bounds; // of the p that was computed, within [0, 1]
}

const NUMBER = /^[+\-−]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/**
 * Reads a printed number.
 *
 * @param text - digits with an optional sign and decimal point; no exponent, no separator
 * @throws InvalidInput when the text is anything else
 */
export function parsePrinted(text: string): PrintedNumber {
  if (typeof text !== "string") {
    const rule = `needs a number as printed, a string such as "2.50"; got ${text}`;
    throw new InvalidInput("parsePrinted", rule, "printed");
  }
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) {
    throw new InvalidInput("parsePrinted", `needs a printed number such as "0.60"; got "${text}"`);
  }
  const negative = /^[-−]/.test(trimmed);
  const unsigned = trimmed.replace(/^[+\-−]/, "");
  const [whole = "", fraction = ""] = unsigned.split(".");
  const digits = BigInt(whole + fraction);
  return {
    text: trimmed,
    digits: negative ? -digits : digits,
    decimals: fraction.length,
    negative,
    value: (negative ? -1 : 1) * Number(unsigned),
  };
}

/** A rounding rule, or both roundings of a half at once: all that a print allows short of truncation. */
export type EndsRule = RoundingRule | "either-half";

/** Ends of the numbers that print as one, in halves of its last digit, exact. */
export interface DoubledEnds {
  readonly lower: bigint;
  readonly upper: bigint;
  readonly lowerIncluded: boolean;
  readonly upperIncluded: boolean;
}

/** Where the numbers begin and end that a rule prints as this one. */
export function doubledEnds({ digits }: PrintedNumber, rule: EndsRule): DoubledEnds {
  if (rule === "truncation") {
    if (digits === 0n) return { lower: -2n, upper: 2n, ...included(false, false) };
    return digits > 0n
      ? { lower: 2n * digits, upper: 2n * digits + 2n, ...included(true, false) }
      : { lower: 2n * digits - 2n, upper: 2n * digits, ...included(false, true) };
  }
  const ends = { lower: 2n * digits - 1n, upper: 2n * digits + 1n };
  if (rule === "half-up") return { ...ends, ...included(digits > 0n, digits < 0n) };
  const both = rule === "either-half" || digits % 2n === 0n;
  return { ...ends, ...included(both, both) };
}

/**
 * The numbers that one rule prints as this one.
 *
 * The ends are the nearest doubles; whether an end belongs is exact.
 */
export function roundingBounds(printed: PrintedNumber, rule: RoundingRule): Bounds {
  const { lower, upper, lowerIncluded, upperIncluded } = doubledEnds(printed, rule);
  const scale = 2 * 10 ** printed.decimals;
  return {
    lower: Number(lower) / scale,
    upper: Number(upper) / scale,
    lowerIncluded,
    upperIncluded,
  };
}

/**
 * The smallest interval that holds every number which one of the rules prints as this one.
 *
 * @throws InvalidInput when it is no printed number, without a rule, or on an unknown one
 */
export function printedBounds(
  printed: PrintedNumber,
  rules: readonly RoundingRule[] = HALF_ROUNDING,
): Bounds {
  const isPrinted = typeof printed?.digits === "bigint" && Number.isSafeInteger(printed.decimals);
  if (!isPrinted || printed.decimals < 0) {
    throw new InvalidInput(
      "printedBounds",
      "needs a number as parsePrinted gives it; got another",
      "printed",
    );
  }
  checkRules("printedBounds", rules);
  return rules.map((rule) => roundingBounds(printed, rule)).reduce(hull);
}

/**
 * Reads a printed p-value: "0.04", ".04", "= 0.04", "<0.01", "≤ 0.05", ">0.2".
 *
 * A number stands for the interval that rounds to it, cut to [0, 1]; a bound stands for
 * everything beyond it.
 *
 * @throws InvalidInput when it is no number or bound, or no probability could print so
 */
export function parsePrintedP(
  text: string,
  rules: readonly RoundingRule[] = HALF_ROUNDING,
): PrintedP {
  if (typeof text !== "string") {
    throw new InvalidInput(
      "parsePrintedP",
      `needs a p as printed, a string; got ${text}`,
      "printed",
    );
  }
  checkRules("parsePrintedP", rules);
  const match = /^\s*p?\s*(<=|>=|[<>≤≥=])?\s*(\S+)\s*$/i.exec(text);
  if (match === null || !NUMBER.test(match[2]!)) {
    throw new InvalidInput("parsePrintedP", `needs a p such as "0.04" or "<0.01"; got "${text}"`);
  }
  const sign = match[1] ?? "=";
  const relation = sign === "<=" ? "≤" : sign === ">=" ? "≥" : (sign as PrintedP["relation"]);
  const printed = parsePrinted(match[2]!);
  if (printed.negative || printed.value > 1) {
    throw new InvalidInput("parsePrintedP", `needs a p between 0 and 1; got "${text}"`);
  }
  return { text: text.trim(), relation, bounds: boundsOfP(printed, relation, rules) };
}

/**
 * Refuses what are no rounding rules.
 *
 * @throws InvalidInput without a rule, or on an unknown one
 */
export function checkRules(where: string, rules: readonly RoundingRule[]): void {
  if (!Array.isArray(rules) || rules.length === 0) {
    const got = Array.isArray(rules) ? "none" : String(rules);
    throw new InvalidInput(where, `needs a list of rounding rules; got ${got}`);
  }
  const unknown = rules.find((rule) => !RULES.includes(rule));
  if (unknown !== undefined) {
    throw new InvalidInput(where, `needs rules among ${RULES.join(", ")}; got "${unknown}"`);
  }
}

/**
 * Whether an interval holds a number.
 *
 * @throws InvalidInput when an end or the number is none, or the lower end lies above the upper
 */
export function holds({ lower, upper, lowerIncluded, upperIncluded }: Bounds, x: number): boolean {
  if (typeof lower !== "number" || typeof upper !== "number" || !(lower <= upper)) {
    throw new InvalidInput("holds", `needs ends in order; got ${shown(lower)} and ${shown(upper)}`);
  }
  if (typeof x !== "number" || Number.isNaN(x)) {
    throw new InvalidInput("holds", `needs a number; got ${shown(x)}`);
  }
  return (lowerIncluded ? x >= lower : x > lower) && (upperIncluded ? x <= upper : x < upper);
}

/** Whether two intervals have a number in common. */
export function overlap(a: Bounds, b: Bounds): boolean {
  const before = (x: Bounds, y: Bounds): boolean =>
    x.upper < y.lower || (x.upper === y.lower && !(x.upperIncluded && y.lowerIncluded));
  return !before(a, b) && !before(b, a);
}

/** A closed interval. */
export function closed(lower: number, upper: number): Bounds {
  return { lower, upper, lowerIncluded: true, upperIncluded: true };
}

function included(
  lowerIncluded: boolean,
  upperIncluded: boolean,
): Pick<Bounds, "lowerIncluded" | "upperIncluded"> {
  return { lowerIncluded, upperIncluded };
}

function hull(a: Bounds, b: Bounds): Bounds {
  const lower = Math.min(a.lower, b.lower);
  const upper = Math.max(a.upper, b.upper);
  const holdsEnd = (x: number): boolean => holds(a, x) || holds(b, x);
  return { lower, upper, lowerIncluded: holdsEnd(lower), upperIncluded: holdsEnd(upper) };
}

function boundsOfP(
  printed: PrintedNumber,
  relation: PrintedP["relation"],
  rules: readonly RoundingRule[],
): Bounds {
  const { value } = printed;
  switch (relation) {
    case "=": {
      const bounds = printedBounds(printed, rules);
      return {
        lower: Math.max(0, bounds.lower),
        upper: Math.min(1, bounds.upper),
        lowerIncluded: bounds.lower < 0 || bounds.lowerIncluded,
        upperIncluded: bounds.upper > 1 || bounds.upperIncluded,
      };
    }
    case "<":
      return { ...closed(0, value), ...included(true, false) };
    case "≤":
      return closed(0, value);
    case ">":
      return { ...closed(value, 1), ...included(false, true) };
    case "≥":
      return closed(value, 1);
  }
}
