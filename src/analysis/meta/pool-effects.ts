import { checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import {
  betweenStudyVariance,
  fitAt,
  TAU2_METHODS,
  type Tau2Method,
  tau2StandardError,
  typicalVariance,
} from "./between-study-variance.js";
import { checkChoice, checkEffects } from "./effect-columns.js";
import { type PredictionIntervals, predictionIntervals } from "./prediction-intervals.js";
import { type QTest, qTest, qTestOf } from "./q-test.js";
import { intervalOf, intervalsOf, quantileOf, twoSidedP } from "./reference-distribution.js";
import { type Design, meanDesign, sum } from "./weighted-fit.js";

/** How effects are pooled: one common effect, or random effects with τ² by one of its estimators. */
export type PoolingMethod = "common-effect" | Tau2Method;

/**
 * What the standard error rests on: the weights alone (normal quantiles), Hartung and Knapp's
 * estimate (Student's t), or theirs where it is not below the former, the ad hoc floor.
 */
export type PoolingTest = "normal" | "hartung-knapp" | "hartung-knapp-ad-hoc";

/** The studies of a pool, in their order: what forest and funnel plots draw. */
export interface PooledStudies {
  readonly effects: Float64Array; // (k)
  readonly standardErrors: Float64Array; // (k)
  readonly lower: Float64Array; // (k) normal limits of each study alone
  readonly upper: Float64Array; // (k)
  readonly weightsPercent: Float64Array; // (k) in the pooled estimate
}

/** A pooled effect, on the scale of the effects. */
export interface PooledEffect {
  readonly method: PoolingMethod;
  readonly test: PoolingTest;
  readonly k: number;
  readonly estimate: Estimate;
  readonly standardError: number;
  readonly statistic: number; // estimate over standard error
  readonly df: number; // Infinity for normal quantiles
  readonly p: number; // two-sided
  readonly tau2: number; // variance between studies, 0 for a common effect
  readonly tau2StandardError: number; // NaN unless by (restricted) maximum likelihood
  readonly i2Percent: number; // of a common effect from Q, else from τ²
  readonly h2: number;
  readonly q: QTest;
  /** Where the effect of a further study is expected. */
  readonly predictions: PredictionIntervals;
  readonly studies: PooledStudies;
  /**
   * "one-study": nothing is known of τ², which is taken as 0; Hartung and Knapp's interval reads NaN.
   * "no-informative-study": no study has an effect; everything reads NaN.
   */
  readonly note?: "one-study" | "no-informative-study";
}

/**
 * The pooled effect of studies by inverse-variance weights.
 *
 * A random-effects estimate weights study i by 1/(vᵢ + τ²). Hartung and Knapp replace its variance
 * 1/Σw by q/Σw with q = Σw(y − μ)²/(k − 1) and take t on k − 1 degrees of freedom; where q < 1 that
 * is the shorter interval, which the ad hoc floor max(1, q) prevents.
 *
 * @param effects - (k) one per study, such as log odds ratios
 * @param variances - (k) their sampling variances, above 0
 * @param method - `"reml"` and `"paule-mandel"` are the usual choices for random effects
 * @param options.level - confidence level of all intervals; 0.95
 * @param options.test - `"normal"`, `"hartung-knapp"` or `"hartung-knapp-ad-hoc"`; `"normal"`
 * @throws InvalidInput on no study, unequal lengths, non-finite values, a variance that is not
 *   above 0, an unknown word, or a level outside (0, 1)
 * @source [@dersimonian1986], [@hartung2001] and [@jackson2017] with the floor, [@higgins2002] I² and H²
 */
export function poolEffects(
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
  method: PoolingMethod,
  { level = 0.95, test = "normal" }: { level?: number; test?: PoolingTest } = {},
): PooledEffect {
  checkEffects("poolEffects", effects, variances);
  checkPooling("poolEffects", method, level, test);
  return pooled(meanDesign(effects, variances), method, test, level);
}

/**
 * Refuses words and levels that no pooling has.
 *
 * @throws InvalidInput (`unknown_choice`, `level`)
 */
export function checkPooling(
  where: string,
  method: PoolingMethod,
  level: number,
  test: PoolingTest = "normal",
): void {
  checkChoice(where, "method", method, ["common-effect", ...TAU2_METHODS]);
  checkChoice(where, "test", test, ["normal", "hartung-knapp", "hartung-knapp-ad-hoc"]);
  checkLevel(where, level);
}

/** `poolEffects` of columns that are known to be good. */
export function pooled(
  design: Design,
  method: PoolingMethod,
  test: PoolingTest,
  level: number,
): PooledEffect {
  const k = design.effects.length;
  const tau2 = method === "common-effect" || k === 1 ? 0 : betweenStudyVariance(design, method);
  const fit = fitAt(design, tau2);
  const totalWeight = sum(fit.weights);
  const spread = fit.q / (k - 1);
  const factor = test === "normal" ? 1 : test === "hartung-knapp" ? spread : Math.max(1, spread);
  const value = fit.coefficients[0]!;
  const standardError = Math.sqrt(factor / totalWeight);
  const df = test === "normal" ? Number.POSITIVE_INFINITY : k - 1;
  const statistic = value / standardError;
  return {
    method,
    test,
    k,
    estimate: { value, ci: intervalOf(value, standardError, df, level) },
    standardError,
    statistic,
    df,
    p: twoSidedP(statistic, df),
    tau2,
    tau2StandardError:
      method === "common-effect" || k === 1 ? Number.NaN : tau2StandardError(design, method, tau2),
    ...inconsistency(design, method, tau2),
    q: qTest(design),
    predictions: predictionIntervals({ value, standardError, tau2, k }, level),
    studies: studiesOf(design, fit.weights, totalWeight, level),
    ...(k === 1 ? { note: "one-study" as const } : {}),
  };
}

/** The pool of no study at all. */
export function emptyPool(method: PoolingMethod, test: PoolingTest, level: number): PooledEffect {
  const nan = Number.NaN;
  const none = new Float64Array(0);
  const ci = { lower: nan, upper: nan, level };
  return {
    method,
    test,
    k: 0,
    estimate: { value: nan, ci },
    standardError: nan,
    statistic: nan,
    df: nan,
    p: nan,
    tau2: nan,
    tau2StandardError: nan,
    i2Percent: nan,
    h2: nan,
    q: qTestOf(nan, -1),
    predictions: { normal: ci, tKMinus2: ci, tKMinus1: ci },
    studies: {
      effects: none,
      standardErrors: none,
      lower: none,
      upper: none,
      weightsPercent: none,
    },
    note: "no-informative-study",
  };
}

/** I² in percent and H²: for a common effect from Q, for random effects from τ² over a typical variance. */
function inconsistency(
  design: Design,
  method: PoolingMethod,
  tau2: number,
): { i2Percent: number; h2: number } {
  if (design.effects.length === 1) return { i2Percent: Number.NaN, h2: Number.NaN };
  if (method === "common-effect") {
    const { i2Percent, h2 } = qTest(design);
    return { i2Percent, h2 };
  }
  const typical = typicalVariance(design);
  return { i2Percent: (100 * tau2) / (tau2 + typical), h2: 1 + tau2 / typical };
}

function studiesOf(
  design: Design,
  weights: Float64Array,
  totalWeight: number,
  level: number,
): PooledStudies {
  const standardErrors = design.variances.map(Math.sqrt);
  const z = quantileOf(Number.POSITIVE_INFINITY, level);
  return {
    effects: design.effects,
    standardErrors,
    ...intervalsOf(design.effects, standardErrors, z),
    weightsPercent: weights.map((w) => (100 * w) / totalWeight),
  };
}
