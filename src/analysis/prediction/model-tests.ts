import { type ChiSquare, chiSquare } from "../chi-square.js";
import type { DesignMatrix } from "./design-matrix.js";
import { localLogistic, type Maximum } from "./likelihood.js";
import { symmetricInverse } from "./symmetric-inverse.js";

/** The three tests of all covariates against none. */
export interface WholeModelTests {
  readonly nullLogLikelihood: number; // intercept alone
  readonly likelihoodRatio: ChiSquare;
  readonly wald: ChiSquare;
  readonly score: ChiSquare;
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

/** xᵀAx. */
export function quadratic(a: readonly (readonly number[])[], x: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < x.length; j++) {
    for (let k = 0; k < x.length; k++) sum += x[j]! * a[j]![k]! * x[k]!;
  }
  return sum;
}
