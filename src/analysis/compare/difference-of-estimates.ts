import { InvalidInput } from "../../numeric/index.js";
import { shown } from "../columns.js";
import type { Estimate } from "../estimate.js";

/**
 * The difference of two independent estimates from their own intervals, first − second.
 *
 * Each limit takes the distances of the two estimates from those of their limits that lie on its
 * side (MOVER), so intervals that are not symmetric, of correlations, shares or ratios, keep their
 * shape.
 *
 * @param first - an estimate within its interval
 * @param second - of other subjects, with an interval of the same level
 * @throws InvalidInput when a number is not finite, an estimate lies outside its interval, or the
 *   levels differ
 * @source [@zou2007] correlations, [@donner2012]
 */
export function differenceOfEstimates(first: Estimate, second: Estimate): Estimate {
  check(first);
  check(second);
  const { level } = first.ci;
  if (level !== second.ci.level) {
    const rule = `needs intervals of one level; got ${level} and ${second.ci.level}`;
    throw new InvalidInput("differenceOfEstimates", rule, "level");
  }
  return moverDifference(first, second);
}

/** The same, unchecked: what a caller made itself. */
export function moverDifference(first: Estimate, second: Estimate): Estimate {
  const value = first.value - second.value;
  return {
    value,
    ci: {
      lower: value - Math.hypot(first.value - first.ci.lower, second.ci.upper - second.value),
      upper: value + Math.hypot(first.ci.upper - first.value, second.value - second.ci.lower),
      level: first.ci.level,
    },
  };
}

function check(estimate: Estimate): void {
  const { lower, upper, level } = estimate?.ci ?? {};
  const finite = [estimate?.value, lower, upper].every(Number.isFinite);
  if (!finite || !(estimate.value >= lower! && estimate.value <= upper!)) {
    const got = `${shown(estimate?.value)} in ${shown(lower)} to ${shown(upper)}`;
    const rule = `needs a finite estimate within its interval; got ${got}`;
    throw new InvalidInput("differenceOfEstimates", rule, "interval");
  }
  if (typeof level !== "number" || !(level > 0 && level < 1)) {
    const rule = `needs a level between 0 and 1; got ${shown(level)}`;
    throw new InvalidInput("differenceOfEstimates", rule, "level");
  }
}
