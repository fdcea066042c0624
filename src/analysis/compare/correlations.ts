import { InvalidInput, tTwoSided } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkPairs } from "../columns.js";
import type { Interval } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";
import { isRounding } from "./mean-sd-n.js";

const PERFECT = 4 * Number.EPSILON; // a correlation this close to ±1 is ±1 but for rounding

/**
 * Refuses pairs that have no correlation.
 *
 * @throws InvalidInput (`too_few_pairs`, `zero_variance`, …) on fewer than 3 pairs, unequal lengths,
 *   values that are not finite, or a constant column
 */
export function checkCorrelated(
  where: string,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  level: number,
): void {
  checkPairs(where, first, second, 3);
  checkLevel(where, level);
  for (const [name, values] of [["first", first] as const, ["second", second] as const]) {
    const centred = centredOn(values);
    if (isRounding(Math.sqrt(dot(centred, centred)) / values.length, values[0]!)) {
      const rule = `needs columns that vary; all ${name} values are ${values[0]}`;
      throw new InvalidInput(where, rule, "zero_variance");
    }
  }
}

/** Pearson's correlation of columns that vary. */
export function correlationOf(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const [x, y] = [centredOn(first), centredOn(second)];
  const r = dot(x, y) / Math.sqrt(dot(x, x)) / Math.sqrt(dot(y, y));
  return 1 - Math.abs(r) <= PERFECT ? Math.sign(r) : r;
}

/** Student's t of a correlation and its two-sided p; infinite and 0 for a perfect one. */
export function correlationT(r: number, df: number): { t: number; p: number } {
  const t = r * Math.sqrt(df / ((1 - r) * (1 + r)));
  return { t, p: Math.abs(t) === Number.POSITIVE_INFINITY ? 0 : tTwoSided(t, df) };
}

/**
 * An interval on Fisher's scale, where a correlation has nearly a normal distribution.
 *
 * @param standardError - on that scale; NaN gives NaN limits
 * @source [@fisher1921]
 */
export function fisherInterval(value: number, standardError: number, level: number): Interval {
  if (Number.isNaN(standardError)) return { lower: Number.NaN, upper: Number.NaN, level };
  if (Math.abs(value) === 1) return { lower: value, upper: value, level };
  const centre = Math.atanh(value);
  const reach = criticalZ(level) * standardError;
  return { lower: Math.tanh(centre - reach), upper: Math.tanh(centre + reach), level };
}

function centredOn(values: ArrayLike<number>): Float64Array {
  const origin = values[0]!; // a far offset goes first, so that the mean keeps its digits
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! - origin;
  const centre = sum / values.length;
  return Float64Array.from(values, (value) => value - origin - centre);
}

function dot(x: Float64Array, y: Float64Array): number {
  return x.reduce((sum, value, i) => sum + value * y[i]!, 0);
}
