import {
  checkAboveZero,
  checkEffect,
  checkPlan,
  checkSize,
  otherGroup,
  rawSize,
  smallestSize,
} from "./plan.js";
import type { Design } from "./power-curve.js";
import { tPower } from "./t-power.js";

/** Sizes of two independent groups that Student's t test compares. */
export interface TwoMeansDesign extends Design {
  readonly n1: number;
  readonly n2: number;
  /** Of the first group before rounding, the second being `ratio` times as large. */
  readonly raw: number;
  readonly power: number;
  /** Power with n patients in the first group and ratio·n, rounded up, in the second. */
  powerAt(n: number): number;
}

const WHERE = "twoMeansDesign";

/**
 * Sample size of a comparison of two independent means by Student's t test: the smallest groups
 * whose exact power, by the noncentral t, meets the target. For a non-inferiority trial pass the
 * distance from the margin and one side.
 *
 * @param delta - difference of the means to be found; its sign does not matter
 * @param sd - standard deviation within each group, in the same unit
 * @param options.alpha - chance of a false alarm; 0.05
 * @param options.power - chance asked for of finding the difference; 0.8
 * @param options.sides - 1 or 2; 2
 * @param options.ratio - size of the second group over that of the first; 1
 * @throws InvalidInput when delta is 0, sd or ratio not above 0, or 0 < alpha < power < 1 is broken
 * @source [@cohen1988]
 */
export function twoMeansDesign(
  delta: number,
  sd: number,
  {
    alpha = 0.05,
    power = 0.8,
    sides = 2,
    ratio = 1,
  }: { alpha?: number; power?: number; sides?: 1 | 2; ratio?: number } = {},
): TwoMeansDesign {
  checkEffect(WHERE, "delta", delta);
  checkAboveZero(WHERE, "sd", sd);
  checkAboveZero(WHERE, "ratio", ratio);
  checkPlan(WHERE, { alpha, power, sides });
  const exact = (n1: number, n2: number): number => {
    const ncp = Math.abs(delta) / (sd * Math.sqrt(1 / n1 + 1 / n2));
    return tPower(ncp, n1 + n2 - 2, { alpha, sides });
  };
  const powerAt = (n: number): number => {
    checkSize(WHERE, n, 2);
    return exact(n, Math.max(2, otherGroup(n, ratio)));
  };
  const raw = rawSize(WHERE, (n) => exact(n, ratio * n), power, {
    floor: 2 / (1 + ratio),
    start: Math.max(2, 2 / ratio),
  });
  const n1 = smallestSize(WHERE, powerAt, power, { least: 2, near: raw });
  const n2 = Math.max(2, otherGroup(n1, ratio));
  return { name: "t test of two means", n1, n2, raw, power: powerAt(n1), powerAt };
}
