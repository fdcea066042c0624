import { brent, normalCdf } from "../../numeric/index.js";
import { criticalZ, type Plan, powerZ } from "./plan.js";

/**
 * Power of a z test: the chance that a normal variable passes its critical value; with two sides
 * both tails count, that against the effect too.
 *
 * @param shift - mean of the variable, in the direction of the effect
 */
export function zPower(shift: number, { alpha, sides }: Omit<Plan, "power">): number {
  const critical = criticalZ({ alpha, sides });
  const along = normalCdf(shift - critical);
  return sides === 1 ? along : along + normalCdf(-shift - critical);
}

/** The shift that gives the power; its square is the noncentrality of a chi-square of 1 df. */
export function shiftFor(plan: Plan): number {
  const oneTail = criticalZ(plan) + powerZ(plan);
  if (plan.sides === 1) return oneTail;
  // The far tail only helps, so the root is not above that of one tail; at 0 the power is alpha.
  return brent((shift) => zPower(shift, plan) - plan.power, 0, oneTail);
}
