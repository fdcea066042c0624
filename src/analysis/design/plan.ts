import { brent, InvalidInput, normalUpperQuantile } from "../../numeric/index.js";
import { shown } from "../columns.js";

/** What a test is planned for. */
export interface Plan {
  /** Chance of a false alarm, over both sides when there are two. */
  readonly alpha: number;
  /** Chance asked for of finding the effect. */
  readonly power: number;
  readonly sides: 1 | 2;
}

const LARGEST = 1e12; // beyond it counts and powers lose their last digits

/**
 * Refuses what cannot be planned for.
 *
 * @throws InvalidInput (`alpha`, `power`, `sides`) unless 0 < alpha < power < 1
 */
export function checkPlan(where: string, { alpha, power, sides }: Plan): void {
  checkShare(where, "alpha", alpha);
  checkShare(where, "power", power);
  if (power <= alpha) {
    throw new InvalidInput(where, `needs a power above alpha, ${alpha}; got ${power}`, "power");
  }
  if (sides !== 1 && sides !== 2) {
    throw new InvalidInput(where, `needs 1 or 2 sides; got ${shown(sides)}`, "sides");
  }
}

/**
 * Refuses what is no share strictly between 0 and 1; the code is the name.
 *
 * @throws InvalidInput
 */
export function checkShare(where: string, name: string, value: number): void {
  if (typeof value !== "number" || !(value > 0 && value < 1)) {
    const rule = `needs ${name} between 0 and 1; got ${shown(value)}`;
    throw new InvalidInput(where, rule, name.replaceAll(" ", "_"));
  }
}

/**
 * Refuses what is no finite number above 0; the code is the name.
 *
 * @throws InvalidInput
 */
export function checkAboveZero(where: string, name: string, value: number): void {
  if (typeof value !== "number" || !(value > 0 && value < Number.POSITIVE_INFINITY)) {
    const rule = `needs ${name} above 0 and finite; got ${shown(value)}`;
    throw new InvalidInput(where, rule, name.replaceAll(" ", "_"));
  }
}

/**
 * Refuses an effect of 0, which no sample finds.
 *
 * @throws InvalidInput (`not_finite`, `no_effect`)
 */
export function checkEffect(where: string, name: string, effect: number): void {
  if (!Number.isFinite(effect)) {
    throw new InvalidInput(where, `needs a finite ${name}; got ${shown(effect)}`, "not_finite");
  }
  if (effect === 0) {
    throw new InvalidInput(where, `needs a ${name} other than 0; got 0`, "no_effect");
  }
}

/**
 * Refuses what is no sample size.
 *
 * @param least - smallest size that the design can have
 * @throws InvalidInput (`n_too_small`) unless n is an integer of at least `least`
 */
export function checkSize(where: string, n: number, least: number): void {
  if (!Number.isSafeInteger(n) || n < least) {
    const rule = `needs a size that is an integer of at least ${least}; got ${shown(n)}`;
    throw new InvalidInput(where, rule, "n_too_small");
  }
}

/** The normal quantile that a test statistic must pass. */
export function criticalZ({ alpha, sides }: Pick<Plan, "alpha" | "sides">): number {
  return normalUpperQuantile(alpha / sides);
}

/** The normal quantile of the power. */
export function powerZ({ power }: Pick<Plan, "power">): number {
  return -normalUpperQuantile(power);
}

/**
 * The size, not rounded, at which a rising power meets its target.
 *
 * @param powerAt - of any size above `floor`, fractions too
 * @param floor - sizes are above it; returned when the power is above the target everywhere
 * @param start - a size to begin with
 * @throws InvalidInput (`effect_too_small`) when no size below 10¹² meets it
 */
export function rawSize(
  where: string,
  powerAt: (n: number) => number,
  target: number,
  { floor, start }: { floor: number; start: number },
): number {
  checkReachable(where, start);
  let upper = start;
  while (powerAt(upper) < target) {
    upper *= 2;
    checkReachable(where, upper);
  }
  let above = upper - floor;
  let lower = upper > start ? upper / 2 : upper;
  while (powerAt(lower) >= target) {
    above /= 2;
    if (above < 1e-9) return floor;
    lower = floor + above;
  }
  return brent((n) => powerAt(n) - target, lower, upper);
}

/**
 * The smallest integer size whose power meets the target, found from a size near it.
 *
 * @param powerAt - rises with the size
 * @throws InvalidInput (`effect_too_small`) when it is near a size above 10¹²
 */
export function smallestSize(
  where: string,
  powerAt: (n: number) => number,
  target: number,
  { least, near }: { least: number; near: number },
): number {
  checkReachable(where, near);
  const start = Math.max(least, Math.ceil(near));
  let [below, meets, step] = [start, start, 1];
  if (powerAt(start) < target) {
    meets += step;
    while (powerAt(meets) < target) {
      below = meets;
      step *= 2;
      meets += step;
    }
  } else {
    below -= step;
    while (below >= least && powerAt(below) >= target) {
      meets = below;
      step *= 2;
      below = Math.max(least - 1, below - step);
    }
  }
  while (meets - below > 1) {
    const middle = Math.floor((below + meets) / 2);
    if (powerAt(middle) >= target) meets = middle;
    else below = middle;
  }
  return meets;
}

const WINDOW = 30; // sizes over which the power of an exact test rises and falls, generously

/**
 * The smallest integer size whose power meets the target when the power rises in a saw-tooth, as
 * that of an exact test: it is below the target at all of the 30 sizes before.
 */
export function firstSize(
  where: string,
  powerAt: (n: number) => number,
  target: number,
  { least, near }: { least: number; near: number },
): number {
  let first = smallestSize(where, powerAt, target, { least, near });
  for (let n = first - 1; n >= Math.max(least, first - WINDOW); n--) {
    if (powerAt(n) >= target) first = n;
  }
  return first;
}

function checkReachable(where: string, size: number): void {
  if (!(size <= LARGEST)) {
    throw new InvalidInput(where, "needs what a size below 10¹² can reach", "effect_too_small");
  }
}

/**
 * A size rounded up.
 *
 * @throws InvalidInput (`effect_too_small`) when it is above 10¹²
 */
export function roundedUp(where: string, raw: number): number {
  checkReachable(where, raw);
  return Math.ceil(raw);
}

/**
 * Size of the other group for a ratio of the groups: the smallest integer of at least
 * `ratio`·n, where rounding of the product does not count.
 */
export function otherGroup(n: number, ratio: number): number {
  const product = ratio * n;
  const nearest = Math.round(product);
  return Math.abs(product - nearest) <= 1e-9 * product ? nearest : Math.ceil(product);
}

const MOST_RATERS = 100;

/**
 * Refuses what cannot be a number of raters.
 *
 * @throws InvalidInput unless it is an integer from 2 to 100
 */
export function checkRaters(where: string, raters: number): void {
  if (!Number.isSafeInteger(raters) || raters < 2 || raters > MOST_RATERS) {
    const rule = `needs at least 2 raters, at most ${MOST_RATERS}; got ${shown(raters)}`;
    throw new InvalidInput(where, rule, "raters");
  }
}
