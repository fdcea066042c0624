import { demingLine, type Line, type Moments, momentsWithout } from "./deming-line.js";
import { demingWeights } from "./deming-weights.js";

/** Standard errors of a line and the covariance of its two coefficients. */
export interface LineErrors {
  readonly slopeSe: number;
  readonly interceptSe: number;
  readonly covariance: number;
}

/** How the lines without each subject are found: from moments where given, else with weights. */
export interface JackknifeFit {
  readonly errorRatio: number;
  readonly moments?: Moments; // of the unweighted fit, from which leaving one out is cheap
}

/**
 * Errors of a Deming line from the lines that each subject's absence leaves: variances of the
 * pseudo-values n·(all) − (n − 1)·(without one), over n.
 *
 * @source [@linnet1990]
 */
export function demingJackknife(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { slope, intercept }: Line,
  { errorRatio, moments }: JackknifeFit,
): LineErrors {
  const n = x.length;
  const slopes = new Float64Array(n); // pseudo-values less the estimate
  const intercepts = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const line =
      moments === undefined
        ? demingWeights(without(x, i), without(y, i), errorRatio).line
        : demingLine(momentsWithout(moments, x[i]!, y[i]!), errorRatio);
    slopes[i] = (n - 1) * (slope - line.slope);
    intercepts[i] = (n - 1) * (intercept - line.intercept);
  }
  return {
    slopeSe: Math.sqrt(covarianceOf(slopes, slopes) / n),
    interceptSe: Math.sqrt(covarianceOf(intercepts, intercepts) / n),
    covariance: covarianceOf(intercepts, slopes) / n,
  };
}

function without(values: ArrayLike<number>, index: number): Float64Array {
  const left = new Float64Array(values.length - 1);
  for (let i = 0; i < left.length; i++) left[i] = values[i < index ? i : i + 1]!;
  return left;
}

function covarianceOf(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  let [sumA, sumB] = [0, 0];
  for (let i = 0; i < n; i++) {
    sumA += a[i]!;
    sumB += b[i]!;
  }
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (a[i]! - sumA / n) * (b[i]! - sumB / n);
  return sum / (n - 1);
}
