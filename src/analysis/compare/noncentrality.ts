import { brent, noncentralTCdf, noncentralTSurvival } from "../../numeric/index.js";
import type { Interval } from "../estimate.js";

/**
 * The noncentralities under which an observed t is in neither tail of the noncentral t
 * distribution.
 *
 * @param t - finite
 * @source [@cumming2001] intervals of standardised differences by inversion
 */
export function noncentralityOfT(t: number, df: number, level: number): Interval {
  const tail = (1 - level) / 2;
  const spread = Math.hypot(1, t / Math.sqrt(2 * df)); // about one standard error
  const solve = (rising: (ncp: number) => number): number => {
    let [lower, upper] = [t - 2 * spread, t + 2 * spread];
    for (let reach = 2 * spread; rising(lower) > 0; reach *= 2) lower -= reach;
    for (let reach = 2 * spread; rising(upper) < 0; reach *= 2) upper += reach;
    return brent(rising, lower, upper);
  };
  return {
    lower: solve((ncp) => noncentralTSurvival(t, df, ncp) - tail),
    upper: solve((ncp) => tail - noncentralTCdf(t, df, ncp)),
    level,
  };
}
