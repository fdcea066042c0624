import { noncentralTCdf, noncentralTSurvival, tUpperQuantile } from "../../numeric/index.js";
import type { Plan } from "./plan.js";

/**
 * Power of a t test: the chance that a noncentral t passes its critical value; with two sides both
 * tails count, that against the effect too.
 *
 * @param ncp - effect over its standard error; of a one-sided test, in its direction
 */
export function tPower(ncp: number, df: number, { alpha, sides }: Omit<Plan, "power">): number {
  const critical = tUpperQuantile(alpha / sides, df);
  const along = noncentralTSurvival(critical, df, ncp);
  return sides === 1 ? along : along + noncentralTCdf(-critical, df, ncp);
}
