import { brent } from "./brent.js";
import { InvalidInput } from "./invalid-input.js";
import { normalCdf, normalLogCdf, normalLogDensity } from "./normal.js";
import { edgeOf } from "./peak-edge.js";
import { integrate } from "./quadrature.js";

const NARROW = 0.3; // standard deviation of Y given X, below which it is narrow beside that of X

/**
 * P(X ≤ x, Y ≤ y) for standard normal X and Y of given correlation, to a relative 1e-12 also far
 * out and at correlations near ±1.
 *
 * Given X = u, Y is normal about correlation·u; the chance is averaged over u ≤ x by adaptive
 * quadrature about its single peak. P(X > x, Y > y) is the same at −x and −y.
 *
 * @param x - ±Infinity allowed
 * @param y - ±Infinity allowed
 * @param correlation - between −1 and 1
 * @throws InvalidInput unless the correlation is between −1 and 1
 */
export function bivariateNormalCdf(x: number, y: number, correlation: number): number {
  if (typeof correlation !== "number" || !(correlation >= -1 && correlation <= 1)) {
    const rule = `needs a correlation between −1 and 1; got ${correlation}`;
    throw new InvalidInput("bivariateNormalCdf", rule);
  }
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const [low, high] = x < y ? [x, y] : [y, x];
  if (low === Number.NEGATIVE_INFINITY) return 0;
  if (high === Number.POSITIVE_INFINITY || correlation === 1) return normalCdf(low);
  if (correlation === -1) return low + high > 0 ? overlap(low, high) : 0;
  if (correlation === 0) return normalCdf(low) * normalCdf(high);
  return averaged(low, high, correlation);
}

/** P(−high ≤ Z ≤ low), from the side where the tails are small. */
function overlap(low: number, high: number): number {
  return low < 0 ? normalCdf(low) - normalCdf(-high) : 1 - normalCdf(-low) - normalCdf(-high);
}

function averaged(low: number, high: number, correlation: number): number {
  const spread = Math.sqrt((1 - correlation) * (1 + correlation));
  const given = (u: number): number => (high - correlation * u) / spread;
  const log = (u: number): number => -0.5 * u * u + normalLogCdf(given(u));
  const slope = (u: number): number => {
    const z = given(u);
    return -u - (correlation / spread) * Math.exp(normalLogDensity(z) - normalLogCdf(z));
  };
  const peak = peakOf(slope, low);
  const top = log(peak);
  const from = edgeOf(log, peak, Number.NEGATIVE_INFINITY);
  // Near ±1 the chance of Y turns within a small part of the range, where its mean passes `high`.
  const turns = spread < NARROW ? [-10, -1, 0, 1, 10] : [];
  const bends = turns.map((z) => (high + z * spread) / correlation);
  const { value } = integrate((u) => Math.exp(log(u) - top), from, low, {
    breaks: [peak, ...bends],
    relative: 1e-13,
  });
  return Math.min(1, (value * Math.exp(top)) / Math.sqrt(2 * Math.PI));
}

/** Where a falling slope changes sign, at most `end`. */
function peakOf(slope: (u: number) => number, end: number): number {
  if (slope(end) >= 0) return end;
  let step = 1;
  while (slope(end - step) < 0) step *= 2;
  return brent(slope, end - step, end);
}
