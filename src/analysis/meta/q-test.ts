import { chiSquareSurvival } from "../../numeric/index.js";
import { degreesOfFreedom, fitAt } from "./between-study-variance.js";
import type { Design } from "./weighted-fit.js";

/** Cochran's test that all studies have one effect. */
export interface QTest {
  readonly statistic: number; // Q
  readonly df: number;
  readonly p: number;
  readonly i2Percent: number; // max(0, 1 − df/Q)
  readonly h2: number; // Q/df
}

/**
 * Q of the fit without τ², with the I² and H² that rest on it.
 *
 * @source [@cochran1954], [@higgins2002]
 */
export function qTest(design: Design): QTest {
  return qTestOf(fitAt(design, 0).q, degreesOfFreedom(design));
}

/** The test of a Q statistic. A single study cannot disagree: Q reads 0 and p 1, I² and H² NaN. */
export function qTestOf(statistic: number, df: number): QTest {
  if (df === 0) return { statistic: 0, df, p: 1, i2Percent: Number.NaN, h2: Number.NaN };
  if (!(df > 0)) {
    return { statistic, df, p: Number.NaN, i2Percent: Number.NaN, h2: Number.NaN };
  }
  return {
    statistic,
    df,
    p: Number.isNaN(statistic) ? Number.NaN : chiSquareSurvival(statistic, df),
    i2Percent:
      statistic > df ? 100 * (1 - df / statistic) : Number.isNaN(statistic) ? statistic : 0,
    h2: statistic / df,
  };
}
