import { InvalidInput, tUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkFinite } from "../columns.js";
import type { EstimateWithError } from "../estimate.js";
import { checkMethods } from "./deming-columns.js";
import { checkDecisionLevels, type DecisionBias } from "./deming-decision-bias.js";
import { demingJackknife, type LineErrors } from "./deming-jackknife.js";
import { demingLine, type Line, type Moments, momentsOf } from "./deming-line.js";
import { demingWeights } from "./deming-weights.js";

/** Deming regression of a test method y on a comparative method x, both with error. */
export interface DemingRegression {
  readonly method: "deming" | "weighted-deming";
  readonly errors: DemingErrors; // how the standard errors were found
  readonly n: number;
  readonly errorRatio: number; // variance of the errors of x over that of the errors of y
  readonly slope: EstimateWithError; // 1: no proportional bias
  readonly intercept: EstimateWithError; // in the unit of y; 0: no constant bias
  readonly covariance: number; // of intercept and slope
  readonly df: number; // n − 2
  readonly residualSd: number; // of y about the line, divisor n − 2; weighted where the fit is
  readonly decisionBiases: readonly DecisionBias[]; // as asked for by `at`
  /**
   * "no-association": x and y do not go together, so the line or its errors are not defined.
   * "not-converged": the weights did not settle.
   */
  readonly note?: "no-association" | "not-converged";
}

/** Options of Deming regressions. */
export interface DemingOptions {
  readonly at?: ArrayLike<number> | undefined;
  readonly level?: number;
}

/** Standard errors from the moments under normal errors, or by leaving out each subject in turn. */
export type DemingErrors = "analytical" | "jackknife";

/**
 * Deming regression: the line between two methods that both measure with error of constant SD.
 *
 * @param x - (n) one value per subject by the comparative method
 * @param y - (n) the same subjects by the test method
 * @param errorRatio - variance of the errors of x over that of the errors of y: mcr's ratio, the
 *   inverse of some texts'; 1 is orthogonal regression
 * @param options.errors - "jackknife", which holds without normal errors, or "analytical"; jackknife
 * @param options.at - (m) values of x at which to give the bias of y; none
 * @param options.level - confidence level of the intervals, by t on n − 2; 0.95
 * @throws InvalidInput on unequal lengths, n < 3, non-finite values, a column of one value
 *   (`zero_variance`), an error ratio not above 0, or a level outside (0, 1)
 * @source [@cornbleet1979] slope, [@linnet1990] jackknife
 */
export function demingRegression(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  errorRatio: number,
  { errors = "jackknife", at, level = 0.95 }: DemingOptions & { errors?: DemingErrors } = {},
): DemingRegression {
  check("demingRegression", x, y, errorRatio, { at, level });
  if (errors !== "jackknife" && errors !== "analytical") {
    const rule = `needs errors "jackknife" or "analytical"; got ${errors}`;
    throw new InvalidInput("demingRegression", rule, "errors");
  }
  const moments = momentsOf(x, y);
  const line = demingLine(moments, errorRatio);
  const found =
    errors === "analytical"
      ? analyticalErrors(moments, line)
      : demingJackknife(x, y, line, { errorRatio, moments });
  return result("deming", errors, line, found, { x, y, errorRatio, at, level });
}

/**
 * Weighted Deming regression: the line between two methods whose errors grow in proportion to the
 * value. Weights are the inverse squares of the estimated true values, found by iteration; standard
 * errors by jackknife, which refits the weights.
 *
 * @param x - (n) one value per subject by the comparative method, above 0
 * @param y - (n) the same subjects by the test method, above 0
 * @param errorRatio - variance of the errors of x over that of the errors of y
 * @param options.at - (m) values of x at which to give the bias of y; none
 * @param options.level - confidence level of the intervals, by t on n − 2; 0.95
 * @throws InvalidInput as `demingRegression`, and on values not above 0 (`non_positive`)
 * @source [@linnet1990], [@linnet1993]
 */
export function weightedDemingRegression(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  errorRatio: number,
  { at, level = 0.95 }: DemingOptions = {},
): DemingRegression {
  const where = "weightedDemingRegression";
  check(where, x, y, errorRatio, { at, level });
  for (let i = 0; i < x.length; i++) {
    if (x[i]! <= 0 || y[i]! <= 0) {
      const got = `pair ${i} is (${x[i]}, ${y[i]})`;
      throw new InvalidInput(where, `needs values above 0; ${got}`, "non_positive");
    }
  }
  const { line, weights, converged } = demingWeights(x, y, errorRatio);
  const found = demingJackknife(x, y, line, { errorRatio });
  const fitted = result("weighted-deming", "jackknife", line, found, {
    x,
    y,
    errorRatio,
    at,
    level,
    weights,
  });
  return converged ? fitted : { ...fitted, note: "not-converged" };
}

/**
 * Errors from the moments: Var(b) = b²(1 − r²)/r²/(n − 2), and Var(a) that of a line through the mean
 * whose x are known.
 */
function analyticalErrors(
  { weight, originX, meanX, sxx, syy, sxy }: Moments,
  { slope }: Line,
): LineErrors {
  const unexplained = Math.max(0, sxx * syy - sxy * sxy) / (sxy * sxy);
  const slopeSe = Math.abs(slope) * Math.sqrt(unexplained / (weight - 2));
  const centre = originX + meanX;
  return {
    slopeSe,
    interceptSe: slopeSe * Math.sqrt(sxx / weight + centre * centre),
    covariance: -centre * slopeSe * slopeSe,
  };
}

interface Fitted {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly errorRatio: number;
  readonly at: ArrayLike<number> | undefined;
  readonly level: number;
  readonly weights?: Float64Array;
}

function result(
  method: DemingRegression["method"],
  errors: DemingErrors,
  line: Line,
  { slopeSe, interceptSe, covariance }: LineErrors,
  { x, y, errorRatio, at = [], level, weights }: Fitted,
): DemingRegression {
  const df = x.length - 2;
  const t = tUpperQuantile((1 - level) / 2, df);
  const around = (value: number, standardError: number): EstimateWithError => {
    const reach = t * standardError;
    return { value, ci: { lower: value - reach, upper: value + reach, level }, standardError };
  };
  const biasAt = (value: number): DecisionBias => ({
    at: value,
    bias: around(
      line.intercept + (line.slope - 1) * value,
      Math.sqrt(Math.max(0, interceptSe ** 2 + 2 * value * covariance + (value * slopeSe) ** 2)),
    ),
  });
  const isDefined = Number.isFinite(line.slope) && Number.isFinite(slopeSe);
  return {
    method,
    errors,
    n: x.length,
    errorRatio,
    slope: around(line.slope, slopeSe),
    intercept: around(line.intercept, interceptSe),
    covariance,
    df,
    residualSd: residualSd(x, y, line, weights),
    decisionBiases: Array.from(at, biasAt),
    ...(isDefined ? {} : { note: "no-association" as const }),
  };
}

function residualSd(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { slope, intercept }: Line,
  weights?: Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    sum += (weights?.[i] ?? 1) * (y[i]! - intercept - slope * x[i]!) ** 2;
  }
  return Math.sqrt(sum / (x.length - 2));
}

function check(
  where: string,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  errorRatio: number,
  { at, level }: { at: ArrayLike<number> | undefined; level: number },
): void {
  checkMethods(where, x, y);
  checkDecisionLevels(where, at);
  checkFinite(where, "error ratio", errorRatio);
  if (errorRatio <= 0) {
    throw new InvalidInput(where, `needs an error ratio above 0; got ${errorRatio}`, "error_ratio");
  }
  checkLevel(where, level);
}
