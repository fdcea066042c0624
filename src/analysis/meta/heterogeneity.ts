import {
  chiSquareQuantile,
  chiSquareUpperQuantile,
  normalUpperQuantile,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Estimate, Interval } from "../estimate.js";
import { degreesOfFreedom, fitAt, tau2OfQ, typicalVariance } from "./between-study-variance.js";
import { checkEffects } from "./effect-columns.js";
import { type QTest, qTest } from "./q-test.js";
import { type Design, meanDesign } from "./weighted-fit.js";

/** How far the effects of studies lie apart beyond chance. */
export interface Heterogeneity {
  readonly method: "heterogeneity";
  readonly k: number;
  readonly q: QTest;
  readonly tau2: Estimate; // Paule and Mandel's, with the Q-profile interval
  readonly i2Percent: Estimate; // both from τ²
  readonly h2: Estimate; // both from τ²
  /** I² from Q with Higgins and Thompson's interval, which rests on the normal distribution of ln Q. */
  readonly i2FromQPercent: Estimate;
  readonly typicalVariance: number; // s² of the text
}

/**
 * Cochran's Q, τ², I² and H² with their intervals.
 *
 * The Q-profile interval holds every τ² at which the generalised Q statistic lies between the two
 * quantiles of its χ² distribution, which is exact for normal effects. When Q is below the lower
 * one already without τ², the interval is [0, 0]. I² = τ²/(τ² + s²) and H² = 1 + τ²/s² carry it
 * over, with s² the variance of a study of typical precision.
 *
 * @param effects - (k) one per study
 * @param variances - (k) their sampling variances, above 0
 * @param options.level - confidence level of the intervals; 0.95
 * @throws InvalidInput on fewer than 2 studies, unequal lengths, non-finite values, a variance that
 *   is not above 0, or a level outside (0, 1)
 * @source [@viechtbauer2007] Q-profile, [@higgins2002] I², H² and the interval from Q
 */
export function heterogeneity(
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): Heterogeneity {
  checkEffects("heterogeneity", effects, variances, 2);
  checkLevel("heterogeneity", level);
  const design = meanDesign(effects, variances);
  const typical = typicalVariance(design);
  const tau2 = { value: tau2OfQ(design, design.effects.length - 1), ci: qProfile(design, level) };
  const q = qTest(design);
  return {
    method: "heterogeneity",
    k: design.effects.length,
    q,
    tau2,
    i2Percent: carried(tau2, (t) => (100 * t) / (t + typical)),
    h2: carried(tau2, (t) => 1 + t / typical),
    i2FromQPercent: { value: q.i2Percent, ci: intervalFromQ(q, level) },
    typicalVariance: typical,
  };
}

function carried({ value, ci }: Estimate, to: (tau2: number) => number): Estimate {
  return {
    value: to(value),
    ci: { lower: to(ci.lower), upper: to(ci.upper), level: ci.level },
  };
}

function qProfile(design: Design, level: number): Interval {
  const df = degreesOfFreedom(design);
  const q = fitAt(design, 0).q;
  const [large, small] = [
    chiSquareUpperQuantile((1 - level) / 2, df),
    chiSquareQuantile((1 - level) / 2, df),
  ];
  return {
    lower: q > large ? tau2OfQ(design, large) : 0,
    upper: q > small ? tau2OfQ(design, small) : 0,
    level,
  };
}

/** Higgins and Thompson's standard error of ln H has one form for Q > k and one for Q ≤ k. */
function intervalFromQ({ statistic, df, h2 }: QTest, level: number): Interval {
  const k = df + 1;
  const se =
    statistic > k
      ? (0.5 * (Math.log(statistic) - Math.log(df))) /
        (Math.sqrt(2 * statistic) - Math.sqrt(2 * k - 3))
      : Math.sqrt((1 / (2 * (k - 2))) * (1 - 1 / (3 * (k - 2) ** 2)));
  const margin = normalUpperQuantile((1 - level) / 2) * se;
  const logH = 0.5 * Math.log(Math.max(h2, 1));
  const toI2 = (log: number): number => 100 * Math.max(0, 1 - Math.exp(-2 * log));
  return { lower: toI2(logH - margin), upper: toI2(logH + margin), level };
}
