import { brent } from "./brent.js";
import { checkProbability } from "./checks.js";
import { normalSurvival, normalUpperQuantile } from "./normal.js";

/**
 * The r with P(|Z + shift| ≤ r) = p for a standard normal Z: the root of a non-central chi-square
 * with one degree of freedom, without its series.
 *
 * @param shift - of the mean, in standard deviations; its sign does not matter
 * @throws InvalidInput when p is not a probability
 */
export function foldedNormalQuantile(p: number, shift: number): number {
  checkProbability("foldedNormalQuantile", p);
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const away = Math.abs(shift);
  const least = normalUpperQuantile((1 - p) / 2); // no shift: the interval that holds most
  if (away === 0) return least;
  const most = away + least;
  const excess = (r: number): number =>
    normalSurvival(r - away) + normalSurvival(r + away) - (1 - p);
  if (!(excess(least) > 0)) return least;
  return excess(most) < 0 ? brent(excess, least, most) : most;
}
