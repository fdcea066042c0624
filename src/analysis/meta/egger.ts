import { InvalidInput } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import { betweenStudyVariance, fitAt } from "./between-study-variance.js";
import { checkEffects } from "./effect-columns.js";
import { checkPooling, type PoolingMethod } from "./pool-effects.js";
import { intervalOf, twoSidedP } from "./reference-distribution.js";
import { type Design, inverseVariances, meanDesign, weightedFit } from "./weighted-fit.js";

/** A test whether small studies show other effects than large ones: asymmetry of the funnel plot. */
export interface FunnelRegression {
  readonly method: "egger" | "egger-mixed";
  readonly k: number;
  /** Change of the effect per unit of standard error; 0 for a symmetric funnel. */
  readonly bias: Estimate;
  readonly standardError: number; // of the bias
  readonly statistic: number; // t, or z of the mixed model
  readonly df: number; // Infinity for z
  readonly p: number; // two-sided
  /** The effect that a study without sampling error would have. */
  readonly limit: Estimate;
  readonly tau2: number; // NaN for Egger's own test
}

/**
 * Egger's test: weighted regression of effects on their standard errors, weights 1/vᵢ, with
 * multiplicative dispersion. Its slope is the intercept of Egger's regression of y/se on 1/se.
 *
 * @param effects - (k) one per study
 * @param variances - (k) their sampling variances, above 0
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput on k < 3, equal variances, unequal lengths, non-finite values, a variance
 *   that is not above 0, or a level outside (0, 1)
 * @source [@egger1997], [@sterne2005]
 */
export function eggerTest(
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): FunnelRegression {
  checkEffects("eggerTest", effects, variances, 3);
  checkLevel("eggerTest", level);
  const design = funnelDesign("eggerTest", effects, variances);
  const df = effects.length - 2;
  const fit = fitAt(design, 0);
  return {
    method: "egger",
    ...slopeOf(fit.coefficients, fit.covariance, fit.q / df, df, level),
    k: effects.length,
    tau2: Number.NaN,
  };
}

/**
 * Egger's test with additive variance between studies: meta-regression on the standard errors.
 *
 * @param effects - (k) one per study
 * @param variances - (k) their sampling variances, above 0
 * @param method - estimator of the residual τ², or common effect
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput as `eggerTest`, or an unknown method
 * @source [@sterne2005]
 */
export function mixedEggerTest(
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
  method: PoolingMethod,
  { level = 0.95 }: { level?: number } = {},
): FunnelRegression {
  checkEffects("mixedEggerTest", effects, variances, 3);
  checkPooling("mixedEggerTest", method, level);
  const design = funnelDesign("mixedEggerTest", effects, variances);
  const tau2 = method === "common-effect" ? 0 : betweenStudyVariance(design, method);
  const fit = fitAt(design, tau2);
  return {
    method: "egger-mixed",
    ...slopeOf(fit.coefficients, fit.covariance, 1, Number.POSITIVE_INFINITY, level),
    k: effects.length,
    tau2,
  };
}

/**
 * The design of effects on an intercept and standard errors.
 *
 * @throws InvalidInput (`zero_variance`) when all studies have one standard error
 */
export function funnelDesign(
  where: string,
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
): Design {
  const base = meanDesign(effects, variances);
  const design = { ...base, columns: [...base.columns, base.variances.map(Math.sqrt)] };
  if (weightedFit(design, inverseVariances(design, 0)) === undefined) {
    const rule = `needs studies that differ in variance; all have ${variances[0]}`;
    throw new InvalidInput(where, rule, "zero_variance");
  }
  return design;
}

function slopeOf(
  coefficients: readonly number[],
  covariance: readonly (readonly number[])[],
  dispersion: number,
  df: number,
  level: number,
): Omit<FunnelRegression, "method" | "k" | "tau2"> {
  const [limit, bias] = coefficients as [number, number];
  const standardError = Math.sqrt(dispersion * covariance[1]![1]!);
  const limitError = Math.sqrt(dispersion * covariance[0]![0]!);
  const statistic = bias / standardError;
  return {
    bias: { value: bias, ci: intervalOf(bias, standardError, df, level) },
    standardError,
    statistic,
    df,
    p: twoSidedP(statistic, df),
    limit: { value: limit, ci: intervalOf(limit, limitError, df, level) },
  };
}
