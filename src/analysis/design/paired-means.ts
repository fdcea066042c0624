import {
  checkAboveZero,
  checkEffect,
  checkPlan,
  checkSize,
  rawSize,
  smallestSize,
} from "./plan.js";
import type { Design } from "./power-curve.js";
import { tPower } from "./t-power.js";

/** Number of pairs whose mean difference a t test holds against 0. */
export interface PairedMeansDesign extends Design {
  readonly n: number;
  readonly raw: number;
  readonly power: number;
}

const WHERE = "pairedMeansDesign";

/**
 * Number of pairs, or of single values, that the one-sample t test needs: the smallest whose exact
 * power, by the noncentral t, meets the target.
 *
 * @param delta - mean difference to be found; its sign does not matter
 * @param sdDifference - standard deviation of the differences, in the same unit; from the SD of
 *   each measurement and their correlation it is SD·√(2(1 − r))
 * @param options.alpha - chance of a false alarm; 0.05
 * @param options.power - chance asked for of finding the difference; 0.8
 * @param options.sides - 1 or 2; 2
 * @throws InvalidInput when delta is 0, the SD not above 0, or 0 < alpha < power < 1 is broken
 * @source [@cohen1988]
 */
export function pairedMeansDesign(
  delta: number,
  sdDifference: number,
  { alpha = 0.05, power = 0.8, sides = 2 }: { alpha?: number; power?: number; sides?: 1 | 2 } = {},
): PairedMeansDesign {
  checkEffect(WHERE, "delta", delta);
  checkAboveZero(WHERE, "sd", sdDifference);
  checkPlan(WHERE, { alpha, power, sides });
  const exact = (n: number): number =>
    tPower((Math.abs(delta) / sdDifference) * Math.sqrt(n), n - 1, { alpha, sides });
  const powerAt = (n: number): number => {
    checkSize(WHERE, n, 2);
    return exact(n);
  };
  const raw = rawSize(WHERE, exact, power, { floor: 1, start: 2 });
  const n = smallestSize(WHERE, powerAt, power, { least: 2, near: raw });
  return { name: "t test of pairs", n, raw, power: powerAt(n), powerAt };
}
