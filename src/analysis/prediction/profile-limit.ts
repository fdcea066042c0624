/** A profile likelihood at a value of its parameter, and its slope there. */
export interface ProfilePoint {
  readonly logLikelihood: number;
  readonly slope: number;
}

const MOST_STEPS = 200;
const MOST_GROWTH = 2; // a step outwards reaches at most this many times the distance so far

/**
 * Where, going out from the maximum, the signed root √(2(l̂ − l(b))) first reaches a value: a limit
 * of a profile-likelihood interval. The root is nearly linear in b, so Newton's steps on it, kept
 * inside what brackets the limit, take few evaluations; each is given the chance to start from the
 * one before.
 *
 * @param at - the profile; undefined where it could not be maximised
 * @param best - parameter and log-likelihood of the maximum
 * @param firstStep - signed distance of a first guess, such as Wald's
 * @param root - the value to reach, the square root of a χ² quantile
 * @returns NaN when the profile does not reach it or could not be followed
 */
export function profileLimit(
  at: (b: number) => ProfilePoint | undefined,
  best: { readonly value: number; readonly logLikelihood: number },
  firstStep: number,
  root: number,
): number {
  const side = Math.sign(firstStep);
  let inner = 0; // distances from the maximum
  let outer = Number.POSITIVE_INFINITY;
  let distance = Math.abs(firstStep);
  for (let step = 0; step < MOST_STEPS && distance > 0; step++) {
    const point = at(best.value + side * distance);
    if (point === undefined) {
      outer = distance; // too far to maximise: come back
      distance = (inner + distance) / 2;
      continue;
    }
    const reached = Math.sqrt(Math.max(0, 2 * (best.logLikelihood - point.logLikelihood)));
    if (reached < root) inner = Math.max(inner, distance);
    else outer = Math.min(outer, distance);
    const slope = (-side * point.slope) / reached;
    const newton = distance + (root - reached) / slope;
    const next = inside(newton, inner, outer);
    const small = 1e-13 * (distance + Math.abs(best.value));
    if (Math.abs(next - distance) <= small) return best.value + side * next;
    distance = next;
  }
  return Number.NaN;
}

/** Newton's point when it lies between the brackets, else one that divides or widens them. */
function inside(newton: number, inner: number, outer: number): number {
  if (outer < Number.POSITIVE_INFINITY) {
    return newton >= inner && newton <= outer ? newton : (inner + outer) / 2;
  }
  const furthest = (1 + MOST_GROWTH) * inner;
  return newton > inner && newton < furthest ? newton : furthest;
}
