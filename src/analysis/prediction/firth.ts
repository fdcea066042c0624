import { chiSquareUpperQuantile, InvalidInput } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { type ChiSquare, chiSquare } from "../chi-square.js";
import type { Estimate } from "../estimate.js";
import { type Covariates, namedColumns } from "./covariates.js";
import {
  covarianceToOriginal,
  type DesignMatrix,
  designMatrix,
  toOriginal,
} from "./design-matrix.js";
import { penalisedMaximum } from "./firth-likelihood.js";
import { firthProfile } from "./firth-profile.js";
import { linearPredictor, type Maximum, risk } from "./likelihood.js";
import { checkSameLength, countEvents } from "./outcome.js";

/** A coefficient on the log-odds scale with the interval and test of the penalised likelihood. */
export interface FirthCoefficient {
  readonly term: string;
  readonly estimate: Estimate; // profile interval
  readonly standardError: number; // from Fisher's information
  readonly likelihoodRatio: ChiSquare; // that it is 0
  readonly oddsRatio: Estimate; // of one unit more
}

/** A logistic regression by Firth's penalised likelihood. */
export interface FirthFit {
  readonly method: "firth";
  readonly n: number;
  readonly nEvents: number;
  readonly coefficients: readonly FirthCoefficient[]; // the intercept first
  readonly covariance: readonly (readonly number[])[]; // (p × p), of the coefficients in their order
  readonly penalisedLogLikelihood: number;
  readonly fitted: Float64Array; // (n) risks
  /** "profile-not-closed": a limit could not be reached and is NaN. */
  readonly note?: "profile-not-closed";
}

/**
 * Logistic regression by Firth's penalised likelihood, finite also when the data are separated, with
 * less bias than maximum likelihood in small samples.
 *
 * Intervals and p values are of the profile penalised likelihood; Wald's are of no use under
 * separation. The mean fitted risk is drawn towards ½ and need not equal the share of events.
 *
 * @param outcome - (n) 1 for the event, 0 for none; one class alone is allowed
 * @param covariates - rows (n × p) or named columns of n; the intercept is added
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput (`rank_deficient`, `not_binary`, `different_lengths`, …)
 * @source [@firth1993]; [@heinze2002] separation, profile intervals
 */
export function fitFirth(
  outcome: ArrayLike<number>,
  covariates: Covariates,
  { level = 0.95 }: { level?: number } = {},
): FirthFit {
  const where = "fitFirth";
  checkLevel(where, level);
  const { events, design, maximum } = firthMaximum(where, outcome, covariates);
  const values = toOriginal(design, maximum.gamma);
  const covariance = covarianceToOriginal(design, maximum.covariance);
  const coefficients = values.map((_, k) =>
    describeTerm(outcome, design, maximum, k, values, covariance, level),
  );
  const open = coefficients.some(({ estimate: { ci } }) => Number.isNaN(ci.lower + ci.upper));
  // the determinant of the standardised information lacks the scales
  const logScales = design.scales.reduce((sum, scale) => sum + Math.log(scale), 0);
  return {
    method: "firth",
    n: design.n,
    nEvents: events,
    coefficients,
    covariance,
    penalisedLogLikelihood: maximum.logLikelihood + logScales,
    fitted: linearPredictor({ outcome, rows: design.rows, q: design.p }, maximum.gamma).map(risk),
    ...(open ? { note: "profile-not-closed" as const } : {}),
  };
}

/**
 * The maximum of the penalised likelihood of data that it checks.
 *
 * @throws InvalidInput as `fitFirth`
 */
export function firthMaximum(
  where: string,
  outcome: ArrayLike<number>,
  covariates: Covariates,
): { events: number; design: DesignMatrix; maximum: Maximum } {
  const events = countEvents(where, outcome);
  const columns = namedColumns(where, covariates);
  checkSameLength(where, outcome, { length: columns.n }, "rows of covariates");
  const design = designMatrix(where, columns);
  const maximum = firthMaximumOf(outcome, design);
  if (maximum === undefined) {
    throw new InvalidInput(where, "finds no maximum of the penalised likelihood", "not_converged");
  }
  return { events, design, maximum };
}

/** The maximum of the penalised likelihood; undefined when none is found. */
export function firthMaximumOf(
  outcome: ArrayLike<number>,
  { rows, p }: DesignMatrix,
): Maximum | undefined {
  return penalisedMaximum({ outcome, rows, q: p, whole: rows, p }, [new Float64Array(p)]);
}

function describeTerm(
  outcome: ArrayLike<number>,
  design: DesignMatrix,
  maximum: Maximum,
  k: number,
  values: readonly number[],
  covariance: readonly (readonly number[])[],
  level: number,
): FirthCoefficient {
  const value = values[k]!;
  const standardError = Math.sqrt(covariance[k]![k]!);
  const profile = firthProfile(outcome, design, maximum, { term: k, value, standardError });
  const root = Math.sqrt(chiSquareUpperQuantile(1 - level, 1));
  const [lower, upper] = [profile.limit(-root), profile.limit(root)];
  const atNull = profile.logLikelihoodAt(0);
  return {
    term: design.terms[k]!,
    estimate: { value, ci: { lower, upper, level } },
    standardError,
    likelihoodRatio: chiSquare(2 * (maximum.logLikelihood - atNull), 1),
    oddsRatio: {
      value: Math.exp(value),
      ci: { lower: Math.exp(lower), upper: Math.exp(upper), level },
    },
  };
}
