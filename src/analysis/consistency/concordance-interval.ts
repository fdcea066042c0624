import { InvalidInput, normalUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { fisherInterval } from "../compare/correlations.js";
import type { Interval } from "../estimate.js";
import { readCoefficient } from "./correlation-p.js";
import type { Span } from "./cosine-law.js";
import { type Bounds, checkRules, HALF_ROUNDING, type RoundingRule } from "./printed.js";

/** What a printed coefficient of concordance and n leave of its interval. */
export interface ConcordanceInterval {
  readonly method: "concordance-interval";
  readonly concordance: string; // as printed
  readonly n: number;
  /** Pearson's r that was allowed; its size is at least that of the coefficient. */
  readonly pearson: { readonly least: number; readonly most: number };
  /** Of Fisher's z of the coefficient as printed, over all shifts of scale and location. */
  readonly standardError: { readonly least: number; readonly most: number };
  readonly narrowest: Interval; // of the coefficient as printed
  readonly widest: Interval;
  /** No coefficient that prints so has an interval that leaves this one. */
  readonly hull: Interval;
  /** The same without Fisher's transformation; may leave [−1, 1]. */
  readonly asymptotic: Interval;
}

/**
 * The range of Lin's interval over everything that a printed coefficient and n leave open.
 *
 * The variance depends on Pearson's r and the shifts of scale and location. With ρc = r·C_b, r runs
 * from |ρc| to 1, and with 1/C_b = (v + 1/v + u²)/2 the squared location shift u² from 0 to
 * 2(1/C_b − 1); the variance rises with u² over that range. At r = 1 without a location shift it is
 * 0, so only a bound on Pearson's r keeps the narrowest interval from being a point.
 *
 * @param concordance - coefficient as printed
 * @param n - pairs, at least 3
 * @param options.pearson - least and greatest size of Pearson's r, where something is known of it
 * @param options.level - confidence level; 0.95
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput when the coefficient is no number from −1 to 1, n < 3, Pearson's r can be
 *   neither as large as the coefficient nor at most 1, or on a bad level
 * @source [@lin1989], [@lin2000note] erratum
 */
export function concordanceInterval(
  concordance: string,
  n: number,
  {
    pearson = { least: 0, most: 1 },
    level = 0.95,
    rules = HALF_ROUNDING,
  }: {
    pearson?: { readonly least: number; readonly most: number };
    level?: number;
    rules?: readonly RoundingRule[];
  } = {},
): ConcordanceInterval {
  const where = "concordanceInterval";
  checkRules(where, rules);
  checkLevel(where, level);
  if (!Number.isSafeInteger(n) || n < 3) {
    throw new InvalidInput(where, `needs at least 3 pairs; got ${n}`, "too_few_pairs");
  }
  const estimate = readCoefficient(where, concordance, rules);
  const { value } = estimate;
  checkPearson(where, value, pearson);
  const size = Math.abs(value);
  const allowed: Span = [Math.max(size, pearson.least), Math.max(size, pearson.most)];
  const z = normalUpperQuantile((1 - level) / 2);
  const interval = (rho: number, error: number): Interval => fisherInterval(rho, error, level);
  const own = concordanceErrors(value, n, allowed);
  const others = printedAs(estimate).map((rho) => ({
    rho,
    error: concordanceErrors(rho, n, [pearson.least, pearson.most])[1],
  }));
  const untransformed = ({ rho, error }: { rho: number; error: number }): Interval => {
    const reach = z * error * (1 - rho * rho);
    return { lower: rho - reach, upper: rho + reach, level };
  };
  return {
    method: "concordance-interval",
    concordance,
    n,
    pearson: { least: allowed[0], most: allowed[1] },
    standardError: { least: own[0], most: own[1] },
    narrowest: interval(value, own[0]),
    widest: interval(value, own[1]),
    hull: hull(others.map(({ rho, error }) => interval(rho, error))),
    asymptotic: hull(others.map(untransformed)),
  };
}

const PIECES = 8; // of the rounding interval

/** Coefficients that print as the given one, in order, from end to end of the rounding. */
export function printedAs({ bounds: { lower, upper } }: { readonly bounds: Bounds }): number[] {
  return Array.from({ length: PIECES + 1 }, (_, i) =>
    i === PIECES ? upper : lower + ((upper - lower) * i) / PIECES,
  );
}

/**
 * A bound of the greatest value of a smooth function between the points where it was taken: a
 * parabola rises above the highest of three by at most an eighth of what the others lie below it.
 */
export function greatest(values: readonly number[]): number {
  const most = Math.max(...values);
  const at = values.indexOf(most);
  const [before = most, after = most] = [values[at - 1], values[at + 1]];
  return most + (2 * most - before - after) / 4;
}

/** Least and greatest standard error of Fisher's z of a coefficient, over the sizes of Pearson's r. */
export function concordanceErrors(rho: number, n: number, pearson: Span): Span {
  const size = Math.abs(rho);
  const [least, most] = variances(rho, [Math.max(size, pearson[0]), Math.max(size, pearson[1])]);
  return [Math.sqrt(least / (n - 2)), Math.sqrt(most / (n - 2))];
}

function hull(intervals: readonly Interval[]): Interval {
  return {
    lower: -greatest(intervals.map(({ lower }) => -lower)),
    upper: greatest(intervals.map(({ upper }) => upper)),
    level: intervals[0]!.level,
  };
}

/** Least and greatest variance of Fisher's z of the coefficient, times n − 2. */
function variances(rho: number, r: Span): Span {
  const size = Math.abs(rho);
  const square = rho * rho;
  if (size === 1) return [0, 0];
  if (size === 0) {
    return [0, 1]; // r is 0 and the variance C_b², above 0
  }
  const onZ = (variance: number): number => Math.max(0, variance) / (1 - square) ** 2;
  const withoutShift = (c: number): number => (c * c - square) * (1 - square);
  const withShift = (c: number): number =>
    withoutShift(c) + 4 * square * (1 - rho) * (1 - c) - 2 * square * (1 - c) ** 2;
  // C_b = |ρc|/|r|; both are quadratic in it.
  const [from, to] = [size / r[1], size / r[0]];
  const turn = (2 * square * (1 - rho) - 2 * square) / (1 - 3 * square);
  const candidates = [from, to, ...(turn > from && turn < to ? [turn] : [])];
  return [onZ(withoutShift(from)), Math.max(...candidates.map((c) => onZ(withShift(c))))];
}

function checkPearson(
  where: string,
  rho: number,
  pearson: { readonly least: number; readonly most: number },
): void {
  const { least, most } = pearson ?? {};
  const isRange = typeof least === "number" && typeof most === "number" && least <= most;
  if (!isRange || least < 0 || most > 1 || most < Math.abs(rho)) {
    const got = isRange ? `${least} to ${most}` : String(pearson);
    throw new InvalidInput(
      where,
      `needs sizes of Pearson's r from 0 to 1, at least that of the coefficient; got ${got}`,
    );
  }
}
