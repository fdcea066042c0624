import { tTwoSided, tUpperQuantile } from "../../numeric/index.js";
import type { EstimateWithError } from "../estimate.js";

/** Spread below which values are constant but for rounding, as a share of their mean. */
const CONSTANT_BELOW = 4 * Number.EPSILON;

/** A straight line fitted by ordinary least squares; NaN where n or the spread of x is too small. */
export interface StraightLine {
  readonly intercept: number;
  readonly centre: { readonly x: number; readonly y: number }; // the means, through which it runs
  readonly slope: EstimateWithError; // by t on n − 2
  readonly interceptStandardError: number;
  readonly t: number; // slope against 0
  readonly p: number; // two-sided
  readonly residualSd: number; // divisor n − 2
  readonly r: number; // Pearson's correlation; its test is that of the slope
}

/**
 * Ordinary least squares of y on x about their means, so that a large offset costs no digits.
 *
 * @param x - (n)
 * @param y - (n)
 * @returns the slope is NaN when x is constant; tests and intervals are NaN when n < 3
 */
export function straightLine(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  level: number,
): StraightLine {
  const n = x.length;
  const { meanX, meanY, sxx, sxy, syy } = crossProducts(x, y);
  const slope = isConstant(sxx, meanX, n) ? Number.NaN : sxy / sxx;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (y[i]! - meanY - slope * (x[i]! - meanX)) ** 2;
  const residualSd = n > 2 ? Math.sqrt(squares / (n - 2)) : Number.NaN;
  const standardError = residualSd / Math.sqrt(sxx);
  const t = slope / standardError;
  const reach = n > 2 ? tUpperQuantile((1 - level) / 2, n - 2) * standardError : Number.NaN;
  return {
    intercept: meanY - slope * meanX,
    centre: { x: meanX, y: meanY },
    slope: {
      value: slope,
      ci: { lower: slope - reach, upper: slope + reach, level },
      standardError,
    },
    interceptStandardError: residualSd * Math.sqrt(1 / n + (meanX * meanX) / sxx),
    t,
    p: n > 2 ? tTwoSided(t, n - 2) : Number.NaN,
    residualSd,
    r: pearson({ meanX, meanY, sxx, sxy, syy }, n),
  };
}

/** The height of a line at x, counted from its centre, so that a large offset costs no digits. */
export function heightAt({ centre, slope }: StraightLine, x: number): number {
  return centre.y + slope.value * (x - centre.x);
}

/** Means of two columns and the sums of squares and products about them. */
export interface CrossProducts {
  readonly meanX: number;
  readonly meanY: number;
  readonly sxx: number;
  readonly sxy: number;
  readonly syy: number;
}

/** Means of two columns of one length and their sums of squares and products about them. */
export function crossProducts(x: ArrayLike<number>, y: ArrayLike<number>): CrossProducts {
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  let [sxx, sxy, syy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const dx = x[i]! - meanX;
    const dy = y[i]! - meanY;
    sxx += dx * dx;
    sxy += dx * dy;
    syy += dy * dy;
  }
  return { meanX, meanY, sxx, sxy, syy };
}

/** Whether n values whose squares about the mean add up to `squares` are one constant but for rounding. */
export function isConstant(squares: number, mean: number, n: number): boolean {
  return Math.sqrt(squares / n) <= CONSTANT_BELOW * Math.abs(mean);
}

/** Pearson's correlation; NaN when a column is constant. */
export function pearson({ meanX, meanY, sxx, sxy, syy }: CrossProducts, n: number): number {
  if (isConstant(sxx, meanX, n) || isConstant(syy, meanY, n)) return Number.NaN;
  const r = sxy / Math.sqrt(sxx) / Math.sqrt(syy);
  return Math.max(-1, Math.min(1, r)); // rounding may carry it past ±1
}

/** The mean in two passes: the second adds what the rounding of the first left. */
function meanOf(values: ArrayLike<number>): number {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  const guess = sum / n;
  let rest = 0;
  for (let i = 0; i < n; i++) rest += values[i]! - guess;
  return guess + rest / n;
}
