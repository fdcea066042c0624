import { InvalidInput, normalSurvival, normalUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { ChiSquare } from "../chi-square.js";
import type { Estimate } from "../estimate.js";
import { cStatistic } from "./c-statistic.js";
import { type Covariates, namedColumns } from "./covariates.js";
import {
  covarianceToOriginal,
  type DesignMatrix,
  designMatrix,
  toOriginal,
} from "./design-matrix.js";
import { reweightedMaximum } from "./irls.js";
import { linearPredictor, type Maximum, risk } from "./likelihood.js";
import { wholeModelTests } from "./model-tests.js";
import { checkSameLength, countEventsOfBoth } from "./outcome.js";
import { refuseSeparation } from "./separation.js";
import { varianceInflation } from "./variance-inflation.js";

/** A coefficient on the log-odds scale with Wald's interval and test. */
export interface LogisticCoefficient {
  readonly term: string;
  readonly estimate: Estimate;
  readonly standardError: number;
  readonly z: number;
  readonly p: number; // two-sided
  readonly oddsRatio: Estimate; // of one unit more
}

/** A logistic regression. */
export interface LogisticFit {
  readonly method: "logistic";
  readonly n: number;
  readonly nEvents: number;
  /** The smaller class by the number of covariates; below 10 the fit is thin. */
  readonly eventsPerVariable: number;
  readonly coefficients: readonly LogisticCoefficient[]; // the intercept first
  readonly covariance: readonly (readonly number[])[]; // (p × p), of the coefficients in their order
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number; // intercept alone
  readonly deviance: number;
  readonly likelihoodRatio: ChiSquare; // all covariates against none
  readonly wald: ChiSquare;
  readonly score: ChiSquare;
  readonly aic: number;
  readonly bic: number;
  readonly mcFadden: number;
  readonly coxSnell: number;
  readonly nagelkerke: number;
  readonly tjur: number;
  readonly auc: number; // apparent: on the data of the fit
  readonly brier: number; // apparent
  readonly varianceInflation: readonly number[]; // by covariate
  readonly fitted: Float64Array; // (n) risks
}

/**
 * Logistic regression by maximum likelihood.
 *
 * Separated data have no such fit and are refused by what separates them; `fitFirth` has one.
 * Wald's intervals and tests are given here, those of the likelihood by `logisticProfile`.
 *
 * @param outcome - (n) 1 for the event, 0 for none
 * @param covariates - rows (n × p) or named columns of n; the intercept is added
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput (`one_class`, `separation`, `rank_deficient`, `not_binary`, `different_lengths`, …)
 * @source [@hosmer2013]; [@nagelkerke1991], [@tjur2009] coefficients of determination
 */
export function fitLogistic(
  outcome: ArrayLike<number>,
  covariates: Covariates,
  { level = 0.95 }: { level?: number } = {},
): LogisticFit {
  const where = "fitLogistic";
  const { design, maximum } = logisticMaximum(where, outcome, covariates);
  checkLevel(where, level);
  return describeFit(outcome, design, maximum, level);
}

/**
 * The maximum of the logistic likelihood of data that it checks.
 *
 * @throws InvalidInput as `fitLogistic`
 */
export function logisticMaximum(
  where: string,
  outcome: ArrayLike<number>,
  covariates: Covariates,
): { design: DesignMatrix; maximum: Maximum } {
  countEventsOfBoth(where, outcome);
  const columns = namedColumns(where, covariates);
  checkSameLength(where, outcome, { length: columns.n }, "rows of covariates");
  const design = designMatrix(where, columns);
  refuseSeparation(where, outcome, design);
  const maximum = reweightedMaximum({ outcome, rows: design.rows, q: design.p });
  if (maximum === undefined) {
    const rule = "needs outcomes that overlap; they do by so little that no maximum is found";
    throw new InvalidInput(where, rule, "separation");
  }
  return { design, maximum };
}

function describeFit(
  outcome: ArrayLike<number>,
  design: DesignMatrix,
  maximum: Maximum,
  level: number,
): LogisticFit {
  const { n, p } = design;
  const fitted = linearPredictor({ outcome, rows: design.rows, q: p }, maximum.gamma).map(risk);
  const events = Array.from(outcome).reduce((sum, y) => sum + y, 0);
  const { logLikelihood } = maximum;
  const tests = wholeModelTests(outcome, design, maximum);
  const { nullLogLikelihood } = tests;
  const coxSnell = -Math.expm1((2 * (nullLogLikelihood - logLikelihood)) / n);
  const covariance = covarianceToOriginal(design, maximum.covariance);
  return {
    method: "logistic",
    n,
    nEvents: events,
    eventsPerVariable: Math.min(events, n - events) / (p - 1),
    coefficients: waldCoefficients(
      design.terms,
      toOriginal(design, maximum.gamma),
      covariance,
      level,
    ),
    covariance,
    logLikelihood,
    deviance: -2 * logLikelihood,
    ...tests,
    aic: 2 * (p - logLikelihood),
    bic: p * Math.log(n) - 2 * logLikelihood,
    mcFadden: 1 - logLikelihood / nullLogLikelihood,
    coxSnell,
    nagelkerke: coxSnell / -Math.expm1((2 * nullLogLikelihood) / n),
    tjur: meanRisk(outcome, fitted, 1) - meanRisk(outcome, fitted, 0),
    auc: cStatistic(outcome, fitted),
    brier: fitted.reduce((sum, risk, i) => sum + (risk - outcome[i]!) ** 2, 0) / n,
    varianceInflation: varianceInflation(design),
    fitted,
  };
}

/** Coefficients with Wald's intervals and tests. */
export function waldCoefficients(
  terms: readonly string[],
  values: readonly number[],
  covariance: readonly (readonly number[])[],
  level: number,
): LogisticCoefficient[] {
  const multiple = normalUpperQuantile((1 - level) / 2);
  return terms.map((term, k) => {
    const value = values[k]!;
    const standardError = Math.sqrt(covariance[k]![k]!);
    const [lower, upper] = [value - multiple * standardError, value + multiple * standardError];
    const z = value / standardError;
    return {
      term,
      estimate: { value, ci: { lower, upper, level } },
      standardError,
      z,
      p: 2 * normalSurvival(Math.abs(z)),
      oddsRatio: {
        value: Math.exp(value),
        ci: { lower: Math.exp(lower), upper: Math.exp(upper), level },
      },
    };
  });
}

function meanRisk(outcome: ArrayLike<number>, fitted: Float64Array, group: 0 | 1): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < fitted.length; i++) {
    if (outcome[i] !== group) continue;
    sum += fitted[i]!;
    count++;
  }
  return sum / count;
}
