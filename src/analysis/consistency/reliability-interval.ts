import { InvalidInput } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Interval } from "../estimate.js";
import type { IccChoice } from "../reliability/icc-choice.js";
import { iccInterval, iccQuantiles } from "../reliability/icc-inference.js";
import type { RatingMeanSquares } from "../reliability/icc-mean-squares.js";
import { readCoefficient } from "./correlation-p.js";
import { type EndsFit, endsFit, type PrintedEnds, readEnds } from "./interval-ends.js";
import {
  type Bounds,
  checkRules,
  closed,
  HALF_ROUNDING,
  overlap,
  type RoundingRule,
} from "./printed.js";

/** Intraclass correlations by McGraw and Wong's names. */
export type IccName = "ICC(1)" | "ICC(C,1)" | "ICC(A,1)" | "ICC(k)" | "ICC(C,k)" | "ICC(A,k)";

/** The interval of a printed intraclass coefficient, if it is one of these. */
export interface IccReading {
  readonly name: IccName;
  /** Of the coefficient as printed; its hull over all differences between raters for ICC(A,·). */
  readonly interval: Interval;
  readonly fit: EndsFit; // "as-printed" when no interval was printed
}

/** The intervals that a printed intraclass coefficient, the subjects and the raters give. */
export interface ReliabilityInterval {
  readonly method: "reliability-interval";
  readonly icc: string; // as printed
  readonly n: number; // subjects
  readonly k: number; // raters
  readonly least: number; // that a coefficient of single ratings can be, −1/(k − 1)
  readonly readings: readonly IccReading[]; // agreement last
}

const CHOICES: Readonly<Record<IccName, IccChoice>> = {
  "ICC(1)": { model: "one-way", type: "agreement", unit: "single" },
  "ICC(C,1)": { model: "two-way-mixed", type: "consistency", unit: "single" },
  "ICC(k)": { model: "one-way", type: "agreement", unit: "average" },
  "ICC(C,k)": { model: "two-way-mixed", type: "consistency", unit: "average" },
  "ICC(A,1)": { model: "two-way-random", type: "agreement", unit: "single" },
  "ICC(A,k)": { model: "two-way-random", type: "agreement", unit: "average" },
};

/** Pieces of the curve of agreement; each is taken for the box that holds its ends. */
const STEPS = 32;

/**
 * The F-based intervals of a printed intraclass coefficient, held against a printed interval.
 *
 * Those of one-way designs and of consistency follow from the coefficient, n and k. That of agreement
 * depends on the raters' mean square too, so it runs along a curve: from raters that do not differ to
 * raters that differ without bound.
 *
 * @param icc - coefficient as printed
 * @param n - subjects, at least 2
 * @param k - raters, at least 2
 * @param options.ci - interval as printed
 * @param options.level - confidence level; 0.95
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput when a number cannot be read, the coefficient is none from −1 to 1, n < 2,
 *   k < 2, or on a bad level
 * @source [@shrout1979], [@mcgraw1996] table 7
 */
export function reliabilityInterval(
  icc: string,
  n: number,
  k: number,
  {
    ci,
    level = 0.95,
    rules = HALF_ROUNDING,
  }: {
    ci?: readonly [string, string];
    level?: number;
    rules?: readonly RoundingRule[];
  } = {},
): ReliabilityInterval {
  const where = "reliabilityInterval";
  checkRules(where, rules);
  checkLevel(where, level);
  for (const [name, size] of [["n", n] as const, ["k", k] as const]) {
    if (!Number.isSafeInteger(size) || size < 2) {
      throw new InvalidInput(where, `needs ${name} of at least 2; got ${size}`, "n_too_small");
    }
  }
  const estimate = readCoefficient(where, icc, rules);
  const printed = ci === undefined ? undefined : readEnds(where, ci, rules);
  const readings = (Object.keys(CHOICES) as IccName[]).flatMap((name): IccReading[] => {
    const size = { n, k, level };
    return CHOICES[name].type === "agreement" && CHOICES[name].model !== "one-way"
      ? ofAgreement(name, size, estimate, printed)
      : ofVariances(name, size, estimate, printed);
  });
  return { method: "reliability-interval", icc, n, k, least: leastOf(k), readings };
}

interface Size {
  readonly n: number;
  readonly k: number;
  readonly level: number;
}

interface PrintedEstimate {
  readonly value: number;
  readonly bounds: Bounds;
}

/** A reading that follows from the coefficient alone; none where no such coefficient can be printed so. */
function ofVariances(
  name: IccName,
  size: Size,
  { value, bounds }: PrintedEstimate,
  printed: PrintedEnds | undefined,
): IccReading[] {
  const choice = CHOICES[name];
  const least = choice.unit === "single" ? leastOf(size.k) : Number.NEGATIVE_INFINITY;
  if (bounds.upper < least) return [];
  const quantiles = iccQuantiles(meanSquares(size, choice, 0, 1), choice, size.level);
  const ends = (rho: number): readonly [number, number] => {
    if (rho === 1) return [1, 1];
    const ms = meanSquares(size, choice, Math.max(least, rho), 1);
    const { lower, upper } = iccInterval(ms, choice, quantiles);
    return [lower, upper];
  };
  const [lower, upper] = ends(value);
  const fit = printed === undefined ? "as-printed" : endsFit(ends, { value, bounds }, printed);
  return [{ name, interval: { lower, upper, level: size.level }, fit }];
}

/** Agreement, over the mean square of raters from 0 to beyond all bounds. */
function ofAgreement(
  name: IccName,
  size: Size,
  { value, bounds }: PrintedEstimate,
  printed: PrintedEnds | undefined,
): IccReading[] {
  if (value >= 1) {
    const fit =
      printed === undefined || overlap(printed.lower, closed(1, 1)) ? "as-printed" : "none";
    return [{ name, interval: { lower: 1, upper: 1, level: size.level }, fit }];
  }
  const curve = curveOf(name, size, value);
  if (curve.length === 0) return [];
  const interval = {
    lower: Math.min(...curve.map(([lower]) => lower)),
    upper: Math.max(...curve.map(([, upper]) => upper)),
    level: size.level,
  };
  if (printed === undefined) return [{ name, interval, fit: "as-printed" }];
  if (meets([curve], printed)) return [{ name, interval, fit: "as-printed" }];
  // Between the ends of the rounding both limits rise with the coefficient.
  const nearOne = 1 - 1e-12;
  const outer = [bounds.lower, bounds.upper].map((rho) =>
    curveOf(name, size, Math.min(nearOne, rho)),
  );
  const fit = meets(outer, printed) ? "within-rounding" : "none";
  return [{ name, interval, fit }];
}

type Ends = readonly [number, number];

/** Whether a piece of the curve, or of the band between two curves, meets the printed interval. */
function meets(curves: readonly (readonly Ends[])[], { lower, upper }: PrintedEnds): boolean {
  const steps = Math.min(...curves.map((curve) => curve.length)) - 1;
  return Array.from({ length: Math.max(0, steps) }, (_, i) => i).some((i) => {
    const piece = curves.flatMap((curve) => [curve[i]!, curve[i + 1]!]);
    const within = (printed: Bounds, end: 0 | 1): boolean => {
      const values = piece.map((ends) => ends[end]);
      return overlap(printed, closed(Math.min(...values) - SLACK, Math.max(...values) + SLACK));
    };
    return within(lower, 0) && within(upper, 1);
  });
}

const SLACK = 1e-9;

/** The intervals of a coefficient of agreement along the share of raters in raters + error. */
function curveOf(name: IccName, size: Size, rho: number): Ends[] {
  const choice = CHOICES[name];
  return Array.from({ length: STEPS + 1 }, (_, i) => i).flatMap((i): Ends[] => {
    const share = i === STEPS ? 1 - 1e-9 : i / STEPS;
    const ms = meanSquares(size, choice, rho, share / (1 - share));
    if (!(ms.subjects >= 0)) return [];
    const { lower, upper } = iccInterval(ms, choice, iccQuantiles(ms, choice, size.level));
    return Number.isNaN(lower) || Number.isNaN(upper) ? [] : [[lower, upper]];
  });
}

/** Mean squares, of which that of the noise is 1, with the coefficient rho. */
function meanSquares(
  { n, k }: Size,
  choice: IccChoice,
  rho: number,
  raters: number,
): RatingMeanSquares {
  const spread = choice.unit === "single" ? k : 1;
  const countsOffsets = choice.model !== "one-way" && choice.type === "agreement";
  const bias = countsOffsets ? (spread * (raters - 1)) / n : 0;
  const subjects = (1 + rho * (spread - 1 + bias)) / (1 - rho);
  const within = choice.model === "one-way" ? 1 : (raters + n - 1) / n;
  return { n, k, subjects, raters, error: 1, within };
}

/** Raters that differ as much as they can from each other on every subject. */
function leastOf(k: number): number {
  return -1 / (k - 1);
}
