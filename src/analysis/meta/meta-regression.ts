import {
  chiSquareSurvival,
  choleskyInverse,
  fSurvival,
  InvalidInput,
  mean,
} from "../../numeric/index.js";
import { checkMatrix } from "../columns.js";
import type { Estimate } from "../estimate.js";
import {
  betweenStudyVariance,
  fitAt,
  tau2StandardError,
  typicalVariance,
} from "./between-study-variance.js";
import { checkEffects } from "./effect-columns.js";
import { checkPooling, type PoolingMethod, type PoolingTest } from "./pool-effects.js";
import { type QTest, qTestOf } from "./q-test.js";
import { intervalOf, twoSidedP } from "./reference-distribution.js";
import { type Design, dot, meanDesign, weightedFit } from "./weighted-fit.js";

/** A coefficient of a meta-regression: the effect's change per unit of its moderator. */
export interface RegressionCoefficient {
  readonly estimate: Estimate;
  readonly standardError: number;
  readonly statistic: number;
  readonly p: number; // two-sided
}

/** Effects of studies by what the studies differ in. */
export interface MetaRegression {
  readonly method: PoolingMethod;
  readonly test: PoolingTest;
  readonly k: number;
  /** The intercept, then one per moderator. */
  readonly coefficients: readonly RegressionCoefficient[];
  readonly covariance: readonly (readonly number[])[]; // of the coefficients
  readonly df: number; // of the coefficients' tests; Infinity is the normal
  readonly tau2: number; // residual variance between studies
  readonly tau2StandardError: number; // NaN unless by (restricted) maximum likelihood
  readonly i2Percent: number; // residual
  /** Share of τ² that the moderators account for, at least 0; 0 when there is none to account for. */
  readonly r2Percent: number;
  /** That all moderators are without effect: χ² (df2 Infinity), or F with Hartung and Knapp. */
  readonly moderators: ModeratorTest;
  readonly residual: QTest; // residual heterogeneity
  readonly fitted: Float64Array; // (k)
  readonly residuals: Float64Array; // (k)
  readonly weights: Float64Array; // (k), 1/(v + τ²): the areas of a bubble plot
}

/** Wald's test of all moderators. */
export interface ModeratorTest {
  readonly statistic: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

/**
 * Regression of effects on moderators with variance between studies.
 *
 * @param effects - (k) one per study
 * @param variances - (k) their sampling variances, above 0
 * @param moderators - (k × m) by rows, without the constant
 * @param method - common effect or an estimator of the residual τ²
 * @param options.level - confidence level; 0.95
 * @param options.test - `"normal"`, `"hartung-knapp"` (Knapp and Hartung 2003: t and F on k − m − 1)
 *   or `"hartung-knapp-ad-hoc"`; `"normal"`
 * @throws InvalidInput on k < m + 2, unequal lengths, non-finite values, a variance that is not
 *   above 0, moderators that depend linearly on each other or are constant, unknown words or a
 *   level outside (0, 1)
 * @source [@berkey1995], [@knapp2003], [@raudenbush2009] R²
 */
export function metaRegression(
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
  moderators: readonly ArrayLike<number>[],
  method: PoolingMethod,
  { level = 0.95, test = "normal" }: { level?: number; test?: PoolingTest } = {},
): MetaRegression {
  const where = "metaRegression";
  checkEffects(where, effects, variances);
  checkMatrix(where, "moderators", moderators, { rows: 1, columns: 1 });
  const [k, m] = [effects.length, moderators[0]!.length];
  if (moderators.length !== k) {
    const rule = `needs a row of moderators for each study; got ${moderators.length} for ${k}`;
    throw new InvalidInput(where, rule, "different_lengths");
  }
  checkPooling(where, method, level, test);
  if (k < m + 2) {
    const rule = `needs at least ${m + 2} studies for ${m} moderators; got ${k}`;
    throw new InvalidInput(where, rule, "n_too_small");
  }
  const { design, means } = centredDesign(effects, variances, moderators);
  if (
    weightedFit(
      design,
      design.variances.map((v) => 1 / v),
    ) === undefined
  ) {
    const rule = "needs moderators that vary and do not depend linearly on each other";
    throw new InvalidInput(where, `${rule}; got some that do not`, "collinear");
  }
  return regression(design, means, method, test, level);
}

/** Intercept, then moderators minus their means: a moderator such as a year loses no digits. */
function centredDesign(
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
  moderators: readonly ArrayLike<number>[],
): { design: Design; means: number[] } {
  const base = meanDesign(effects, variances);
  const means: number[] = [];
  const centred: Float64Array[] = [];
  for (let j = 0; j < moderators[0]!.length; j++) {
    const column = moderators.map((row) => row[j]!);
    const centre = mean(column);
    means.push(centre);
    centred.push(Float64Array.from(column, (value) => value - centre));
  }
  return { design: { ...base, columns: [...base.columns, ...centred] }, means };
}

function regression(
  design: Design,
  means: readonly number[],
  method: PoolingMethod,
  test: PoolingTest,
  level: number,
): MetaRegression {
  const k = design.effects.length;
  const m = means.length;
  const residualDf = k - m - 1;
  const isCommon = method === "common-effect";
  const tau2 = isCommon ? 0 : betweenStudyVariance(design, method);
  const fit = fitAt(design, tau2);
  const spread = fit.q / residualDf;
  const factor = test === "normal" ? 1 : test === "hartung-knapp" ? spread : Math.max(1, spread);
  const df = test === "normal" ? Number.POSITIVE_INFINITY : residualDf;
  const centred = fit.covariance.map((row) => row.map((cell) => cell * factor));
  const covariance = uncentred(centred, means);
  const values = fit.coefficients.with(
    0,
    fit.coefficients[0]! - dot(fit.coefficients.slice(1), means),
  );
  const residual = qTestOf(fitAt(design, 0).q, residualDf);
  return {
    method,
    test,
    k,
    coefficients: values.map((value, j) => coefficient(value, covariance[j]![j]!, df, level)),
    covariance,
    df,
    tau2,
    tau2StandardError: isCommon ? Number.NaN : tau2StandardError(design, method, tau2),
    i2Percent: isCommon ? residual.i2Percent : (100 * tau2) / (tau2 + typicalVariance(design)),
    r2Percent: isCommon ? Number.NaN : accountedPercent(design, method, tau2),
    moderators: moderatorTest(fit.coefficients.slice(1), centred, df),
    residual,
    fitted: design.effects.map((y, i) => y - fit.residuals[i]!),
    residuals: fit.residuals,
    weights: fit.weights,
  };
}

/** Covariance after the intercept has moved from the means of the moderators to 0. */
function uncentred(
  centred: readonly (readonly number[])[],
  means: readonly number[],
): readonly (readonly number[])[] {
  const shift = [1, ...means.map((value) => -value)];
  const withIntercept = centred.map((row) => dot(row, shift));
  return centred.map((row, i) =>
    row.map((cell, j) => {
      if (i === 0 && j === 0) return dot(shift, withIntercept);
      if (i === 0) return withIntercept[j]!;
      return j === 0 ? withIntercept[i]! : cell;
    }),
  );
}

function coefficient(
  value: number,
  variance: number,
  df: number,
  level: number,
): RegressionCoefficient {
  const standardError = Math.sqrt(variance);
  const statistic = value / standardError;
  return {
    estimate: { value, ci: intervalOf(value, standardError, df, level) },
    standardError,
    statistic,
    p: twoSidedP(statistic, df),
  };
}

function accountedPercent(
  design: Design,
  method: Exclude<PoolingMethod, "common-effect">,
  tau2: number,
): number {
  const without = betweenStudyVariance({ ...design, columns: design.columns.slice(0, 1) }, method);
  return without === 0 ? 0 : 100 * Math.max(0, (without - tau2) / without);
}

function moderatorTest(
  slopes: readonly number[],
  covariance: readonly (readonly number[])[],
  df2: number,
): ModeratorTest {
  const df1 = slopes.length;
  const block = covariance.slice(1).map((row) => row.slice(1));
  const scale = block.map((row, j) => Math.sqrt(row[j]!));
  const unit = block.map((row, i) => row.map((cell, j) => cell / (scale[i]! * scale[j]!)));
  const inverse = scale.every((s) => s > 0) ? choleskyInverse(unit)?.inverse : undefined;
  if (inverse === undefined) return { statistic: Number.NaN, df1, df2, p: Number.NaN };
  const z = slopes.map((b, j) => b / scale[j]!);
  const wald = dot(
    z,
    inverse.map((row) => dot(row, z)),
  );
  return df2 === Number.POSITIVE_INFINITY
    ? { statistic: wald, df1, df2, p: chiSquareSurvival(wald, df1) }
    : { statistic: wald / df1, df1, df2, p: fSurvival(wald / df1, df1, df2) };
}
