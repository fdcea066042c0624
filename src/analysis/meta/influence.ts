import { chiSquareCdf } from "../../numeric/index.js";
import { fitAt } from "./between-study-variance.js";
import { checkEffects } from "./effect-columns.js";
import { checkPooling, type PooledEffect, type PoolingMethod, pooled } from "./pool-effects.js";
import { type Design, meanDesign } from "./weighted-fit.js";

/** What each study does to the pool, in columns of k; without a study means with all others. */
export interface Influence {
  readonly method: PoolingMethod;
  readonly studentisedResiduals: Float64Array; // of the study about the pool without it
  readonly dffits: Float64Array;
  readonly cookDistances: Float64Array;
  readonly covarianceRatios: Float64Array;
  readonly tau2Without: Float64Array;
  readonly qWithout: Float64Array;
  readonly hatValues: Float64Array;
  readonly weightsPercent: Float64Array;
  readonly dfbetas: Float64Array;
  /** Rows that a rule of thumb calls influential. */
  readonly influential: readonly number[];
}

/**
 * Deletion diagnostics of a pool.
 *
 * A study is called influential when |dffits| > 3√(1/(k − 1)), the lower χ²₁ tail of its Cook's distance
 * exceeds one half, its hat value 3/k, or |dfbetas| 1.
 *
 * @param effects - (k) one per study
 * @param variances - (k) their sampling variances, above 0
 * @param method - as in `poolEffects`
 * @throws InvalidInput on k < 3, and as `poolEffects`
 * @source [@viechtbauer2010]
 */
export function influence(
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
  method: PoolingMethod,
): Influence {
  checkEffects("influence", effects, variances, 3);
  checkPooling("influence", method, 0.95);
  const design = meanDesign(effects, variances);
  const full = pooled(design, method, "normal", 0.95);
  const rows = Array.from(effects, (_, i) => deletion(design, full, method, i));
  const column = (value: (row: Deletion) => number): Float64Array => Float64Array.from(rows, value);
  return {
    method,
    studentisedResiduals: column(({ residual }) => residual),
    dffits: column(({ dffits }) => dffits),
    cookDistances: column(({ cook }) => cook),
    covarianceRatios: column(({ covarianceRatio }) => covarianceRatio),
    tau2Without: column(({ tau2 }) => tau2),
    qWithout: column(({ q }) => q),
    hatValues: column(({ hat }) => hat),
    weightsPercent: full.studies.weightsPercent,
    dfbetas: column(({ dfbetas }) => dfbetas),
    influential: rows.flatMap((row, i) => (isInfluential(row, full.k) ? [i] : [])),
  };
}

interface Deletion {
  readonly residual: number;
  readonly dffits: number;
  readonly cook: number;
  readonly covarianceRatio: number;
  readonly tau2: number;
  readonly q: number;
  readonly hat: number;
  readonly dfbetas: number;
}

function deletion(
  design: Design,
  full: PooledEffect,
  method: PoolingMethod,
  row: number,
): Deletion {
  const others = (values: Float64Array): Float64Array => values.filter((_, i) => i !== row);
  const without = pooled(
    meanDesign(others(design.effects), others(design.variances)),
    method,
    "normal",
    0.95,
  );
  const effect = design.effects[row]!;
  const variance = design.variances[row]! + without.tau2;
  const hat = full.studies.weightsPercent[row]! / 100;
  const change = full.estimate.value - without.estimate.value;
  const variancePool = full.standardError ** 2;
  const varianceWithout = without.standardError ** 2;
  return {
    residual: (effect - without.estimate.value) / Math.sqrt(variance + varianceWithout),
    dffits: change / Math.sqrt(hat * variance),
    cook: change ** 2 / variancePool,
    covarianceRatio: varianceWithout / variancePool,
    tau2: without.tau2,
    q: without.q.statistic,
    hat,
    dfbetas: change / Math.sqrt(fitAt(design, without.tau2).covariance[0]![0]!),
  };
}

function isInfluential({ dffits, cook, hat, dfbetas }: Deletion, k: number): boolean {
  return (
    Math.abs(dffits) > 3 * Math.sqrt(1 / (k - 1)) ||
    chiSquareCdf(cook, 1) > 0.5 ||
    hat > 3 / k ||
    Math.abs(dfbetas) > 1
  );
}
