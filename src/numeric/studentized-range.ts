import { checkPositive, checkProbability } from "./checks.js";
import { InvalidInput } from "./invalid-input.js";
import { normalCdf, normalDensity } from "./normal.js";
import { deviance } from "./point-mass.js";
import { stirlingError } from "./special.js";
import { invertTail } from "./tail-inverse.js";

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
const REACH = 9; // standard deviations about the peak of the largest value
const FURTHEST = 75; // a range of normal values beyond it has a chance below the smallest double
const NARROW = 0.01; // a range over which the normal density is nearly straight
const NEGLIGIBLE = 1e-17;
const MOST_GRIDS = 20; // kept

/** Steps of the sums that leave errors below 1e-11: of the scale's logarithm, and of the largest value. */
const scaleStep = (groups: number, df: number): number =>
  Math.min(0.12, 0.55 / Math.sqrt(2 * df), 0.33 / Math.log(groups));
const valueStep = (groups: number): number => Math.min(0.4, 0.65 / Math.sqrt(groups));

/**
 * P(Q ≤ q) for the studentized range: the range of `groups` independent normal means over their
 * standard error estimated with `df` degrees of freedom.
 *
 * Both quadratures are trapezium sums of analytic functions that fall off fast, which converge
 * exponentially; both tails are averages of positive terms.
 *
 * @param groups - number of means, at least 2
 * @param df - degrees of freedom of the standard error, above 0; Infinity for a known one
 * @throws InvalidInput unless groups is an integer of at least 2 and df above 0
 * @source [@lund1983] the double integral
 */
export function studentizedRangeCdf(q: number, groups: number, df: number): number {
  check("studentizedRangeCdf", groups, df);
  return averaged(rangeCdf, q, groups, df);
}

/** P(Q > q), exact in the far tail. */
export function studentizedRangeSurvival(q: number, groups: number, df: number): number {
  check("studentizedRangeSurvival", groups, df);
  return q <= 0 ? 1 : averaged(rangeSurvival, q, groups, df);
}

/**
 * The q with P(Q ≤ q) = p.
 *
 * @throws InvalidInput when p is not a probability, groups not an integer ≥ 2 or df not above 0
 */
export function studentizedRangeQuantile(p: number, groups: number, df: number): number {
  checkProbability("studentizedRangeQuantile", p);
  check("studentizedRangeQuantile", groups, df);
  if (p === 0) return 0;
  if (p > 0.5) return fromUpper(1 - p, groups, df);
  const tail = (q: number): number => averaged(rangeCdf, q, groups, df);
  return invertTail({ tail, rising: true, guess: 2, step: 0.2 }, p);
}

/** The q with P(Q > q) = tail; for a small tail more precise than from 1 − tail. */
export function studentizedRangeUpperQuantile(tail: number, groups: number, df: number): number {
  checkProbability("studentizedRangeUpperQuantile", tail);
  check("studentizedRangeUpperQuantile", groups, df);
  return tail > 0.5 ? studentizedRangeQuantile(1 - tail, groups, df) : fromUpper(tail, groups, df);
}

function check(where: string, groups: number, df: number): void {
  if (!(Number.isSafeInteger(groups) && groups >= 2)) {
    throw new InvalidInput(where, `needs groups to be an integer of at least 2; got ${groups}`);
  }
  if (df !== Number.POSITIVE_INFINITY) checkPositive(where, "df", df);
}

function fromUpper(p: number, groups: number, df: number): number {
  if (p === 0) return Number.POSITIVE_INFINITY;
  const tail = (q: number): number => averaged(rangeSurvival, q, groups, df);
  return invertTail({ tail, rising: false, guess: 4, step: 0.2 }, p);
}

/** A tail of the range w of standard normal values. */
type RangeTail = (w: number, groups: number) => number;

/** ∫ f(s) tail(q·s) ds over the scale s = √(χ²/df), by equal steps of ln s about the peak. */
function averaged(tail: RangeTail, q: number, groups: number, df: number): number {
  if (Number.isNaN(q)) return Number.NaN;
  if (q <= 0) return 0;
  if (q === Number.POSITIVE_INFINITY) return tail === rangeCdf ? 1 : 0;
  if (df === Number.POSITIVE_INFINITY) return tail(q, groups);
  const a = df / 2;
  const constant = Math.LN2 + 0.5 * Math.log(a) - HALF_LOG_TWO_PI - stirlingError(a);
  const logDensity = (u: number): number => constant - a * deviance(1, Math.exp(2 * u));
  const log = (u: number): number => logDensity(u) + Math.log(tail(q * Math.exp(u), groups));
  const step = scaleStep(groups, df);
  let peak = tail === rangeSurvival ? Math.min(0, Math.log(4 / q)) : 0; // the tail is not 0 there
  for (const side of [-1, 1]) {
    for (let stride = 16 * step; stride >= step; stride /= 4) {
      while (log(peak + side * stride) > log(peak)) peak += side * stride;
    }
  }
  const top = log(peak);
  if (top === Number.NEGATIVE_INFINITY) return 0;
  const integrand = (u: number): number => {
    const density = Math.exp(logDensity(u) - top);
    return density === 0 ? 0 : density * tail(q * Math.exp(u), groups);
  };
  let sum = integrand(peak);
  for (const side of [-1, 1]) {
    for (let i = 1; ; i++) {
      const term = integrand(peak + side * i * step);
      sum += term;
      if (!(term > sum * NEGLIGIBLE)) break;
    }
  }
  return Math.min(1, sum * step * Math.exp(top));
}

/** P(range ≤ w): the largest at z, all others within w below it. */
function rangeCdf(w: number, groups: number): number {
  const others = groups - 1;
  return overLargest(Math.min(w / 2, 1), groups, (z, density, below) => {
    if (w < NARROW) return density * narrowBand(z, w) ** others;
    const within = z > w ? normalCdf(w - z) - normalCdf(-z) : below - normalCdf(z - w);
    return density * within ** others;
  });
}

/** P(range > w): the largest at z and not all others within w below it. */
function rangeSurvival(w: number, groups: number): number {
  if (w > FURTHEST) return 0;
  const others = groups - 1;
  return overLargest(w / 2, groups, (z, density, below) => {
    if (below === 0) return 0;
    const outside = Math.min(1, normalCdf(z - w) / below); // share of the others beyond w
    return -density * below ** others * Math.expm1(others * Math.log1p(-outside));
  });
}

/** Σ over the places z of the largest value about its peak; `part` has its density and Φ(z). */
function overLargest(
  peak: number,
  groups: number,
  part: (z: number, density: number, below: number) => number,
): number {
  const { step, most, densities, cdfs } = gridOf(groups);
  const first = Math.max(-most, Math.ceil((peak - REACH) / step));
  const last = Math.min(most, Math.floor((peak + REACH) / step));
  let sum = 0;
  for (let i = first; i <= last; i++) {
    sum += part(i * step, densities[i + most]!, cdfs[i + most]!);
  }
  return Math.min(1, groups * step * sum);
}

/** The normal distribution at multiples of the step, from −most to most. */
interface Grid {
  readonly step: number;
  readonly most: number;
  readonly densities: Float64Array;
  readonly cdfs: Float64Array;
}

const grids = new Map<number, Grid>();

function gridOf(groups: number): Grid {
  const known = grids.get(groups);
  if (known) return known;
  const step = valueStep(groups);
  const most = Math.ceil((FURTHEST / 2 + REACH) / step);
  const places = Float64Array.from({ length: 2 * most + 1 }, (_, i) => (i - most) * step);
  const grid = { step, most, densities: places.map(normalDensity), cdfs: places.map(normalCdf) };
  if (grids.size >= MOST_GRIDS) grids.clear();
  grids.set(groups, grid);
  return grid;
}

/** Φ(z) − Φ(z − w) where the difference of two close values would cancel. */
function narrowBand(z: number, w: number): number {
  const square = (z - w / 2) ** 2; // Taylor about the middle
  const second = ((square - 1) * w ** 2) / 24;
  const fourth = ((square ** 2 - 6 * square + 3) * w ** 4) / 1920;
  return w * normalDensity(z - w / 2) * (1 + second + fourth);
}
