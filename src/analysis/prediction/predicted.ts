import { InvalidInput, tUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkColumn, checkFinite, checkMatrix, shown } from "../columns.js";
import { type Covariates, columnsFor, INTERCEPT, type NamedColumns } from "./covariates.js";
import { risk } from "./likelihood.js";
import { quadratic } from "./model-tests.js";

/** A term of a model and its value: what a fit has, or what a publication prints. */
export interface ModelTerm {
  readonly term: string;
  readonly estimate: { readonly value: number };
}

/** Predicted means of a linear regression with their intervals, in the unit of the outcome. */
export interface PredictedMeans {
  readonly method: "predicted-means";
  readonly level: number;
  readonly means: Float64Array; // (n)
  readonly lower: Float64Array; // (n), confidence interval of the mean
  readonly upper: Float64Array;
  readonly lowerForOne: Float64Array; // (n), prediction interval of a new subject
  readonly upperForOne: Float64Array;
}

/**
 * Risks by a logistic model, of this data or of a publication.
 *
 * @param model - `fitLogistic` or `fitFirth`, or terms with the intercept, `"(Intercept)"`, first
 * @param covariates - named columns, found by the model's terms, or rows in their order
 * @returns (n) risks from 0 to 1
 * @throws InvalidInput (`no_intercept`, `unknown_covariate`, `different_lengths`, `not_finite`, …)
 */
export function predictedRisks(
  model: { readonly coefficients: readonly ModelTerm[] },
  covariates: Covariates,
): Float64Array {
  const values = checkedTerms("predictedRisks", model?.coefficients, true);
  const names = model.coefficients.slice(1).map(({ term }) => term);
  const columns = columnsFor("predictedRisks", names, covariates);
  return linear(columns, values.slice(1), values[0]!).map(risk);
}

/**
 * Means by a linear regression, with the confidence interval of the mean and the prediction interval
 * of one more subject.
 *
 * @param model - of `fitLinear`
 * @param covariates - named columns, found by the model's terms, or rows in their order
 * @param options.level - confidence level of both intervals; 0.95
 * @throws InvalidInput (`no_intercept`, `unknown_covariate`, `different_lengths`, `not_finite`, …)
 */
export function predictedMeans(
  model: {
    readonly coefficients: readonly ModelTerm[];
    readonly covariance: readonly (readonly number[])[];
    readonly sigma: number;
    readonly df: number;
  },
  covariates: Covariates,
  { level = 0.95 }: { level?: number } = {},
): PredictedMeans {
  const where = "predictedMeans";
  checkLevel(where, level);
  const values = checkedTerms(where, model?.coefficients, true);
  const p = values.length;
  checkMatrix(where, "covariances", model.covariance, { rows: p, columns: p });
  if (model.covariance.length !== p || model.covariance[0]!.length !== p) {
    const rule = `needs a covariance of its ${p} coefficients; got ${model.covariance.length} rows`;
    throw new InvalidInput(where, rule, "different_lengths");
  }
  checkFinite(where, "sigma", model.sigma);
  checkFinite(where, "df", model.df);
  const names = model.coefficients.slice(1).map(({ term }) => term);
  const columns = columnsFor(where, names, covariates);
  const means = linear(columns, values.slice(1), values[0]!);
  const multiple = tUpperQuantile((1 - level) / 2, model.df);
  const variances = means.map((_, i) =>
    quadratic(model.covariance, [1, ...columns.columns.map((column) => column[i]!)]),
  );
  const margin = variances.map((v) => multiple * Math.sqrt(Math.max(0, v)));
  const wider = variances.map((v) => multiple * Math.sqrt(Math.max(0, v) + model.sigma ** 2));
  return {
    method: "predicted-means",
    level,
    means,
    lower: means.map((m, i) => m - margin[i]!),
    upper: means.map((m, i) => m + margin[i]!),
    lowerForOne: means.map((m, i) => m - wider[i]!),
    upperForOne: means.map((m, i) => m + wider[i]!),
  };
}

/**
 * Chances of each level by an ordinal regression.
 *
 * @param model - of `fitOrdinal`, or its thresholds, ascending, and coefficients
 * @param covariates - named columns, found by the model's terms, or rows in their order
 * @returns (n × levels), each row summing to 1
 * @throws InvalidInput (`unordered`, `unknown_covariate`, `different_lengths`, `not_finite`, …)
 */
export function predictedProbabilities(
  model: {
    readonly thresholds: readonly { readonly estimate: { readonly value: number } }[];
    readonly coefficients: readonly ModelTerm[];
  },
  covariates: Covariates,
): number[][] {
  const where = "predictedProbabilities";
  const values = checkedTerms(where, model?.coefficients, false);
  const thresholds = Array.from(model.thresholds ?? [], ({ estimate }) => estimate?.value);
  checkColumn(where, "thresholds", thresholds);
  for (let j = 1; j < thresholds.length; j++) {
    if (thresholds[j]! > thresholds[j - 1]!) continue;
    const got = `${thresholds[j - 1]} before ${thresholds[j]}`;
    throw new InvalidInput(where, `needs ascending thresholds; got ${got}`, "unordered");
  }
  const names = model.coefficients.map(({ term }) => term);
  const predictor = linear(columnsFor(where, names, covariates), values, 0);
  return Array.from(predictor, (eta) => levelChances(thresholds, eta));
}

function levelChances(thresholds: readonly number[], eta: number): number[] {
  const bounds = [Number.NEGATIVE_INFINITY, ...thresholds, Number.POSITIVE_INFINITY];
  return bounds.slice(1).map((above, j) => {
    const [u, v] = [above - eta, bounds[j]! - eta];
    // F(u) − F(v) without cancellation
    const gap = j === 0 || j === thresholds.length ? 1 : -Math.expm1(v - u);
    return (
      (u === Number.POSITIVE_INFINITY ? 1 : risk(u)) *
      (v === Number.NEGATIVE_INFINITY ? 1 : risk(-v)) *
      gap
    );
  });
}

function checkedTerms(where: string, terms: unknown, withIntercept: boolean): number[] {
  if (!Array.isArray(terms) || terms.length < (withIntercept ? 2 : 1)) {
    throw new InvalidInput(where, `needs a model's coefficients; got ${shown(terms)}`, "no_model");
  }
  if (withIntercept && terms[0]?.term !== INTERCEPT) {
    const got = shown(terms[0]?.term);
    throw new InvalidInput(where, `needs ${INTERCEPT} as first term; got ${got}`, "no_intercept");
  }
  return terms.map((one: ModelTerm) => {
    checkFinite(where, `coefficient of ${one?.term}`, one?.estimate?.value);
    return one.estimate.value;
  });
}

function linear(
  { columns, n }: NamedColumns,
  slopes: readonly number[],
  intercept: number,
): Float64Array {
  const eta = new Float64Array(n).fill(intercept);
  for (const [k, column] of columns.entries()) {
    for (let i = 0; i < n; i++) eta[i]! += slopes[k]! * column[i]!;
  }
  return eta;
}
