import { InvalidInput } from "../../numeric/index.js";
import { type Arm, checkArm, type TwoByTwo } from "../arm.js";
import { shown } from "../columns.js";
import { fisherDistribution, fisherP } from "./fisher-distribution.js";

/** Outcomes of one arm turned over one by one, until Fisher's p lies on the other side of alpha. */
export interface FragilityPath {
  readonly arm: "first" | "second";
  readonly change: "gains-events" | "loses-events";
  readonly patients: number; // whose outcome is turned over; NaN when the arm has too few
  readonly first: Arm; // at the end of the path
  readonly second: Arm;
  readonly p: number; // Fisher's two-sided, there
}

/** How many patients' outcomes separate a comparison of two arms from the other side of alpha. */
export interface FragilityIndex {
  readonly method: "fragility-index";
  /** Of a p below alpha, how many make it alpha or more; of another, how many bring it below. */
  readonly kind: "fragility" | "reverse-fragility";
  readonly alpha: number;
  readonly p: number; // Fisher's two-sided, of the arms as they are
  /**
   * The published index: patients of the arm with the lower share of events who get the event
   * (fragility) or lose it (reverse). NaN when that arm runs out of them, as an arm without events does.
   */
  readonly index: number;
  readonly quotient: number; // index over the patients of both arms
  readonly least: number; // patients on the shortest path; NaN when none crosses alpha
  /** One for each arm; two for each where the shares are equal, and may part either way. */
  readonly paths: readonly FragilityPath[];
}

/**
 * The fragility index of a comparison of two proportions by Fisher's exact test, and the reverse
 * index of one that is not significant.
 *
 * The published indices change the arm with fewer events; in arms of unequal size the lower share is
 * meant. Changes in the other arm count as much, so `paths` gives both and `least` the shorter one.
 *
 * @param first - events among the patients of the first arm
 * @param second - of the second
 * @param options.alpha - a p equal to it is not significant; 0.05
 * @throws InvalidInput when an arm is empty, a count is outside it, or alpha not between 0 and 1
 * @source [@walsh2014] fragility index, [@khan2020] reverse, [@ahmed2016] quotient
 */
export function fragilityIndex(
  first: Arm,
  second: Arm,
  { alpha = 0.05 }: { alpha?: number } = {},
): FragilityIndex {
  const where = "fragilityIndex";
  checkArm(where, first);
  checkArm(where, second);
  if (typeof alpha !== "number" || !(alpha > 0 && alpha < 1)) {
    const rule = `needs alpha between 0 and 1; got ${shown(alpha)}`;
    throw new InvalidInput(where, rule, "alpha");
  }
  const p = twoSided(first, second);
  const isSignificant = p < alpha;
  const paths = directions(first, second, isSignificant).map(([arm, step]) =>
    path(first, second, arm, step, alpha, isSignificant),
  );
  const published = paths.filter(
    ({ change }) => change === (isSignificant ? "gains-events" : "loses-events"),
  );
  const index = shortest(published);
  return {
    method: "fragility-index",
    kind: isSignificant ? "fragility" : "reverse-fragility",
    alpha,
    p,
    index,
    quotient: index / (first.n + second.n),
    least: shortest(paths),
    paths,
  };
}

type Direction = readonly [arm: "first" | "second", step: 1 | -1];

/** What brings the shares together, when p is to rise, or apart, when it is to fall. */
function directions(first: Arm, second: Arm, together: boolean): Direction[] {
  const difference = Math.sign(first.count * second.n - second.count * first.n);
  const apart = (sign: 1 | -1): Direction[] => [
    ["first", sign],
    ["second", sign === 1 ? -1 : 1],
  ];
  if (difference === 0) return [...apart(1), ...apart(-1)];
  return apart((together ? -difference : difference) as 1 | -1);
}

function path(
  first: Arm,
  second: Arm,
  arm: "first" | "second",
  step: 1 | -1,
  alpha: number,
  isSignificant: boolean,
): FragilityPath {
  const { count, n } = arm === "first" ? first : second;
  const most = step === 1 ? n - count : count;
  let end = { first, second };
  let [patients, p] = [Number.NaN, Number.NaN];
  for (let moved = 1; moved <= most && Number.isNaN(patients); moved++) {
    end = { first, second, [arm]: { count: count + step * moved, n } };
    p = twoSided(end.first, end.second);
    if (p < alpha !== isSignificant) patients = moved;
  }
  return { arm, change: step === 1 ? "gains-events" : "loses-events", patients, ...end, p };
}

function shortest(paths: readonly FragilityPath[]): number {
  const crossing = paths.map(({ patients }) => patients).filter((one) => !Number.isNaN(one));
  return crossing.length === 0 ? Number.NaN : Math.min(...crossing);
}

function twoSided(first: Arm, second: Arm): number {
  const table: TwoByTwo = [
    [first.count, first.n - first.count],
    [second.count, second.n - second.count],
  ];
  return fisherP(fisherDistribution(table)).twoSided;
}
