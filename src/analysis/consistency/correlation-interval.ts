import { InvalidInput, normalUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { fisherInterval } from "../compare/correlations.js";
import type { Interval } from "../estimate.js";
import { readCoefficient, type TestedCoefficient } from "./correlation-p.js";
import {
  type EndsFit,
  endsFit,
  type IntervalFault,
  intervalFault,
  readEnds,
} from "./interval-ends.js";
import { checkRules, HALF_ROUNDING, type RoundingRule } from "./printed.js";

/**
 * Standard errors of a correlation on Fisher's scale: 1/√(n − 3); for ranks also Bonett and Wright's
 * √((1 + ρ²/2)/(n − 3)) and Fieller's √(1.06/(n − 3)).
 */
export type CorrelationError = "fisher" | "bonett-wright" | "fieller";

/** The interval of a printed correlation by one standard error. */
export interface CorrelationReading {
  readonly error: CorrelationError;
  readonly interval: Interval; // of the correlation as printed
  readonly fit: EndsFit; // "as-printed" when no interval was printed
}

/** What a printed interval of a correlation says by itself. */
export interface CorrelationShape {
  /** Wrong whatever the method. */
  readonly fault?: IntervalFault;
  /** Upper reach over lower reach on Fisher's scale, over the rounding; 1 is symmetric. */
  readonly asymmetry: { readonly least: number; readonly most: number };
  /** Pairs for which Fisher's interval is as wide, over the rounding. */
  readonly pairs: { readonly least: number; readonly most: number };
}

/** The intervals of a printed correlation, held against the printed one. */
export interface CorrelationInterval {
  readonly method: "correlation-interval";
  readonly r: string; // as printed
  readonly n: number;
  readonly readings: readonly CorrelationReading[];
}

/**
 * The intervals on Fisher's scale that a printed correlation and its number of pairs give, held
 * against a printed interval.
 *
 * @param r - as printed
 * @param n - pairs, at least 4
 * @param coefficient - "pearson", or "spearman" for ranks
 * @param options.ci - interval as printed
 * @param options.level - confidence level; 0.95
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput when a number cannot be read, r is none from −1 to 1, n < 4, or on a bad level
 * @source [@fisher1921]; [@bonett2000], [@fieller1957] ranks
 */
export function correlationInterval(
  r: string,
  n: number,
  coefficient: TestedCoefficient,
  {
    ci,
    level = 0.95,
    rules = HALF_ROUNDING,
  }: {
    ci?: readonly [string, string];
    level?: number;
    rules?: readonly RoundingRule[];
  } = {},
): CorrelationInterval {
  const where = "correlationInterval";
  checkRules(where, rules);
  checkLevel(where, level);
  if (!Number.isSafeInteger(n) || n < 4) {
    throw new InvalidInput(where, `needs at least 4 pairs; got ${n}`, "too_few_pairs");
  }
  if (coefficient !== "pearson" && coefficient !== "spearman") {
    const got = JSON.stringify(coefficient);
    throw new InvalidInput(where, `needs "pearson" or "spearman"; got ${got}`);
  }
  const estimate = readCoefficient(where, r, rules);
  const printed = ci === undefined ? undefined : readEnds(where, ci, rules);
  const errors: readonly CorrelationError[] =
    coefficient === "pearson" ? ["fisher"] : ["bonett-wright", "fisher", "fieller"];
  const readings = errors.map((error): CorrelationReading => {
    const interval = (x: number): Interval => fisherInterval(x, standardError(error, x, n), level);
    const ends = (x: number): readonly [number, number] => {
      const { lower, upper } = interval(x);
      return [lower, upper];
    };
    const fit = printed === undefined ? "as-printed" : endsFit(ends, estimate, printed);
    return { error, interval: interval(estimate.value), fit };
  });
  return { method: "correlation-interval", r, n, readings };
}

/**
 * What a printed interval of a correlation says by itself: whether it can be one at all, whether the
 * correlation lies in its middle on Fisher's scale, and of how many pairs it would be.
 *
 * @param r - as printed
 * @param ci - interval as printed
 * @param options.level - confidence level; 0.95
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput when a number cannot be read, r is none from −1 to 1, or on a bad level
 * @source [@fisher1921]
 */
export function correlationShape(
  r: string,
  ci: readonly [string, string],
  { level = 0.95, rules = HALF_ROUNDING }: { level?: number; rules?: readonly RoundingRule[] } = {},
): CorrelationShape {
  const where = "correlationShape";
  checkRules(where, rules);
  checkLevel(where, level);
  const { bounds } = readCoefficient(where, r, rules);
  const { lower, upper } = readEnds(where, ci, rules);
  const fault = intervalFault(bounds, { lower, upper }, [-1, 1]);
  const z = (x: number): number => Math.atanh(Math.min(1, Math.max(-1, x)));
  const reach = (from: number, to: number): number => Math.max(0, to - from) || 0;
  const ratio = (above: number, below: number): number =>
    above === below ? 1 : below === 0 ? Number.POSITIVE_INFINITY : above / below;
  const width = {
    least: reach(z(lower.upper), z(upper.lower)),
    most: z(upper.upper) - z(lower.lower),
  };
  const pairs = (wide: number): number =>
    3 + ((2 * normalUpperQuantile((1 - level) / 2)) / Math.max(0, wide)) ** 2;
  return {
    ...(fault === undefined ? {} : { fault }),
    asymmetry: {
      least: ratio(reach(z(bounds.upper), z(upper.lower)), reach(z(lower.lower), z(bounds.upper))),
      most: ratio(reach(z(bounds.lower), z(upper.upper)), reach(z(lower.upper), z(bounds.lower))),
    },
    pairs: { least: pairs(width.most), most: pairs(width.least) },
  };
}

const FIELLER = 1.06; // [@fieller1957]

function standardError(error: CorrelationError, r: number, n: number): number {
  const excess = error === "fisher" ? 1 : error === "fieller" ? FIELLER : 1 + (r * r) / 2;
  return Math.sqrt(excess / (n - 3));
}
