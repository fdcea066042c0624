import { chiSquareUpperQuantile, InvalidInput } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import { type Constrained, constrained } from "./constrained.js";
import { type Covariates, namedColumns } from "./covariates.js";
import {
  covarianceToOriginal,
  type DesignMatrix,
  designMatrix,
  toOriginal,
} from "./design-matrix.js";
import { type FirthModel, localFirth, penalisedMaximum } from "./firth-likelihood.js";
import { linearPredictor, type Maximum, risk } from "./likelihood.js";
import { type ChiSquareResult, chiSquare } from "./model-tests.js";
import { checkSameLength, countEvents } from "./outcome.js";
import { type ProfilePoint, profileLimit } from "./profile-limit.js";

/** A coefficient on the log-odds scale with the interval and test of the penalised likelihood. */
export interface FirthCoefficient {
  readonly term: string;
  readonly estimate: Estimate; // profile interval
  readonly standardError: number; // from Fisher's information
  readonly likelihoodRatio: ChiSquareResult; // that it is 0
  readonly oddsRatio: Estimate; // of one unit more
}

/** A logistic regression by Firth's penalised likelihood. */
export interface FirthFit {
  readonly method: "firth";
  readonly n: number;
  readonly events: number;
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
    events,
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
  const held = constrained(design, k);
  const slopes = covariance.map((row) => row[k]! / covariance[k]![k]!);
  const { logLikelihood } = maximum;
  const walk = (): ((b: number) => ProfilePoint | undefined) =>
    profileWalk(outcome, design, held, (b) =>
      // where the quadratic approximation has the ridge
      held.free(
        standardised(
          design,
          values.map((v, j) => v + slopes[j]! * (b - value)),
          k,
        ),
      ),
    );
  const root = Math.sqrt(chiSquareUpperQuantile(1 - level, 1));
  const [lower, upper] = [-1, 1].map((side) =>
    profileLimit(walk(), { value, logLikelihood }, side * root * standardError, root),
  ) as [number, number];
  const atNull = walk()(0)?.logLikelihood ?? Number.NaN;
  return {
    term: design.terms[k]!,
    estimate: { value, ci: { lower, upper, level } },
    standardError,
    likelihoodRatio: chiSquare(2 * (logLikelihood - atNull), 1),
    oddsRatio: {
      value: Math.exp(value),
      ci: { lower: Math.exp(lower), upper: Math.exp(upper), level },
    },
  };
}

/**
 * γ of the design that holds a term from coefficients of the data: the constant is the intercept
 * itself when that is held, else the linear predictor at the means.
 */
function standardised(design: DesignMatrix, beta: readonly number[], held: number): Float64Array {
  const { centres, scales } = design;
  const gamma = Float64Array.from(beta, (b, k) => b * scales[k]!);
  if (held !== 0) for (let k = 1; k < beta.length; k++) gamma[0]! += beta[k]! * centres[k]!;
  return gamma;
}

/**
 * The profile of one coefficient. The inner maximum is looked for from where the one before was, from
 * the quadratic approximation and from 0, and the best is taken: far from the optimum it is not the
 * only one.
 */
function profileWalk(
  outcome: ArrayLike<number>,
  { rows: whole, p }: DesignMatrix,
  { rows, q, direction }: Constrained,
  ridge: (b: number) => Float64Array,
): (b: number) => ProfilePoint | undefined {
  let before: Float64Array | undefined;
  return (b) => {
    const offset = direction.map((v) => b * v);
    const model: FirthModel = { outcome, rows, q, offset, whole, p };
    const starts = [...(before === undefined ? [] : [before]), ridge(b), new Float64Array(q)];
    const found = penalisedMaximum(model, starts);
    if (found === undefined) return undefined;
    before = found.gamma;
    const along: FirthModel = {
      outcome,
      rows: direction,
      q: 1,
      offset: inner(model, found),
      whole,
      p,
    };
    const { score } = localFirth(along, [0]);
    return { logLikelihood: found.logLikelihood, slope: score[0]! };
  };
}

function inner(model: FirthModel, { gamma }: Maximum): Float64Array {
  return linearPredictor(model, gamma);
}
