import { chiSquareSurvival } from "../../numeric/index.js";
import type { DesignMatrix } from "./design-matrix.js";
import { localLogistic, type Maximum } from "./likelihood.js";
import { symmetricInverse } from "./symmetric-inverse.js";

/** A χ² test of one or several coefficients. */
export interface ChiSquareResult {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/** The three tests of all covariates against none. */
export interface WholeModelTests {
  readonly nullLogLikelihood: number; // intercept alone
  readonly likelihoodRatio: ChiSquareResult;
  readonly wald: ChiSquareResult;
  readonly score: ChiSquareResult;
}

/** Likelihood-ratio, Wald's and Rao's score test that no covariate of a logistic model counts. */
export function wholeModelTests(
  outcome: ArrayLike<number>,
  design: DesignMatrix,
  { gamma, logLikelihood, covariance }: Maximum,
): WholeModelTests {
  const { n, p, rows } = design;
  const events = Array.from(outcome).reduce((sum, y) => sum + y, 0);
  const atNull = new Float64Array(p);
  atNull[0] = Math.log(events / (n - events));
  const local = localLogistic({ outcome, rows, q: p }, atNull);
  const slopes = covariance.slice(1).map((row) => row.slice(1));
  const df = p - 1;
  return {
    nullLogLikelihood: local.logLikelihood,
    likelihoodRatio: chiSquare(2 * (logLikelihood - local.logLikelihood), df),
    wald: chiSquare(quadratic(symmetricInverse(slopes)!, gamma.subarray(1)), df),
    score: chiSquare(quadratic(symmetricInverse(local.information)!, local.score), df),
  };
}

/** A χ² statistic, not below 0 by rounding, with its p. */
export function chiSquare(statistic: number, df: number): ChiSquareResult {
  const value = Math.max(0, statistic);
  return { statistic: value, df, p: chiSquareSurvival(value, df) };
}

/** xᵀAx. */
export function quadratic(a: readonly (readonly number[])[], x: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < x.length; j++) {
    for (let k = 0; k < x.length; k++) sum += x[j]! * a[j]![k]! * x[k]!;
  }
  return sum;
}
