import { InvalidInput } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { type ChiSquare, chiSquare } from "../chi-square.js";
import { checkColumn } from "../columns.js";
import type { Estimate } from "../estimate.js";
import { type Covariates, namedColumns } from "./covariates.js";
import { type DesignMatrix, designMatrix, rowOf } from "./design-matrix.js";
import { type Maximum, maximise } from "./likelihood.js";
import { type LogisticCoefficient, waldCoefficients } from "./logistic.js";
import {
  localOrdinal,
  type OrdinalModel,
  ordinalLogLikelihood,
  ordinalRecessionRows,
} from "./ordinal-likelihood.js";
import { checkSameLength } from "./outcome.js";
import { isDetermined, overlapping } from "./separation.js";

/** The bound between two neighbouring levels on the latent logistic scale. */
export interface OrdinalThreshold {
  readonly below: number; // the level under it
  readonly above: number; // the next observed level
  readonly estimate: Estimate;
  readonly standardError: number;
}

/** An ordinal regression with proportional odds. */
export interface OrdinalFit {
  readonly method: "ordinal-logistic";
  readonly n: number;
  readonly levels: readonly number[]; // observed, ascending
  readonly counts: readonly number[]; // by level
  readonly thresholds: readonly OrdinalThreshold[];
  /** Log odds ratios of a higher level; the odds ratio is the same at every threshold. */
  readonly coefficients: readonly LogisticCoefficient[];
  readonly covariance: readonly (readonly number[])[]; // thresholds, then coefficients
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number;
  readonly likelihoodRatio: ChiSquare; // all covariates against none
  readonly aic: number;
  readonly bic: number;
}

/** An ordinal outcome and its covariates, checked. */
export interface OrdinalData {
  readonly design: DesignMatrix;
  readonly levels: readonly number[];
  readonly model: OrdinalModel;
}

/**
 * Ordinal logistic regression with proportional odds: P(Y ≤ j) = 1/(1 + exp(−(θⱼ − xβ))), so a
 * positive coefficient goes with higher levels.
 *
 * Levels that do not occur are passed over. `brantTest` asks whether the odds are proportional.
 *
 * @param outcome - (n) numbers whose order is that of the levels
 * @param covariates - rows (n × p) or named columns of n
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput (`one_class`, `separation`, `rank_deficient`, `different_lengths`, …)
 * @source [@mccullagh1980]
 */
export function fitOrdinal(
  outcome: ArrayLike<number>,
  covariates: Covariates,
  { level = 0.95 }: { level?: number } = {},
): OrdinalFit {
  const where = "fitOrdinal";
  checkLevel(where, level);
  const { design, levels, model } = ordinalData(where, outcome, covariates);
  refuseSeparation(where, design, model);
  const maximum = ordinalMaximum(model);
  if (maximum === undefined) {
    const rule = "needs levels that overlap; they do by so little that no maximum is found";
    throw new InvalidInput(where, rule, "separation");
  }
  return describeFit(design, levels, model, maximum, level);
}

/** Checks and indexes what an ordinal regression is given. */
export function ordinalData(
  where: string,
  outcome: ArrayLike<number>,
  covariates: Covariates,
): OrdinalData {
  checkColumn(where, "outcomes", outcome);
  const columns = namedColumns(where, covariates);
  checkSameLength(where, outcome, { length: columns.n }, "rows of covariates");
  const levels = [...new Set(Array.from(outcome))].sort((a, b) => a - b);
  if (levels.length < 2) {
    throw new InvalidInput(where, `needs two levels; all are ${levels[0]}`, "one_class");
  }
  const design = designMatrix(where, columns);
  const index = new Map(levels.map((value, j) => [value, j]));
  const levelOf = Uint32Array.from(outcome, (value) => index.get(value)!);
  const q = design.p - 1;
  const rows = new Float64Array(design.n * q);
  for (let i = 0; i < design.n; i++) rows.set(rowOf(design, i).subarray(1), i * q);
  return { design, levels, model: { levelOf, k: levels.length, rows, q } };
}

function refuseSeparation(where: string, design: DesignMatrix, model: OrdinalModel): void {
  const left = overlapping(ordinalRecessionRows(model));
  const axis = (at: number): number[] =>
    Array.from({ length: model.k - 1 + model.q }, (_, k) => (k === at ? 1 : 0));
  const terms = design.terms.slice(1).filter((_, j) => !isDetermined(left, axis(model.k - 1 + j)));
  if (terms.length === 0) return;
  const rule = `needs levels that overlap; separated by ${terms.join(", ")}: a maximum-likelihood estimate is infinite`;
  throw new InvalidInput(where, rule, "separation");
}

function ordinalMaximum(model: OrdinalModel): Maximum | undefined {
  const start = new Float64Array(model.k - 1 + model.q);
  start.set(nullThresholds(model));
  return maximise(
    {
      at: (point) => localOrdinal(model, point),
      value: (point) => ordinalLogLikelihood(model, point),
    },
    start,
  );
}

/** Log odds of the cumulative shares: the thresholds without covariates. */
function nullThresholds({ levelOf, k }: OrdinalModel): number[] {
  const counts = countsOf(levelOf, k);
  let below = 0;
  return counts.slice(0, -1).map((count) => {
    below += count;
    return Math.log(below / (levelOf.length - below));
  });
}

function countsOf(levelOf: ArrayLike<number>, k: number): number[] {
  const counts = new Array<number>(k).fill(0);
  for (let i = 0; i < levelOf.length; i++) counts[levelOf[i]!]! += 1;
  return counts;
}

function describeFit(
  design: DesignMatrix,
  levels: readonly number[],
  model: OrdinalModel,
  { gamma, logLikelihood, covariance: standardised }: Maximum,
  level: number,
): OrdinalFit {
  const { k, q, levelOf } = model;
  const { n } = design;
  const values = onDataScale(design, k, gamma);
  const half = standardised.map((row) => onDataScale(design, k, row));
  const covariance = values.map((_, j) =>
    onDataScale(
      design,
      k,
      half.map((row) => row[j]!),
    ),
  );
  const names = [...levels.slice(1).map(String), ...design.terms.slice(1)];
  const all = waldCoefficients(names, values, covariance, level);
  const counts = countsOf(levelOf, k);
  const nullLogLikelihood = counts.reduce((sum, count) => sum + count * Math.log(count / n), 0);
  return {
    method: "ordinal-logistic",
    n,
    levels,
    counts,
    thresholds: all.slice(0, k - 1).map(({ estimate, standardError }, j) => {
      return { below: levels[j]!, above: levels[j + 1]!, estimate, standardError };
    }),
    coefficients: all.slice(k - 1),
    covariance,
    logLikelihood,
    nullLogLikelihood,
    likelihoodRatio: chiSquare(2 * (logLikelihood - nullLogLikelihood), q),
    aic: 2 * (k - 1 + q - logLikelihood),
    bic: (k - 1 + q) * Math.log(n) - 2 * logLikelihood,
  };
}

/** θ and β of the data: θ gains the linear predictor at the means, β is unscaled. */
function onDataScale(
  { centres, scales }: DesignMatrix,
  k: number,
  point: ArrayLike<number>,
): number[] {
  const beta = Array.from(
    { length: point.length - k + 1 },
    (_, j) => point[k - 1 + j]! / scales[j + 1]!,
  );
  const shift = beta.reduce((sum, b, j) => sum + b * centres[j + 1]!, 0);
  return [...Array.from({ length: k - 1 }, (_, j) => point[j]! + shift), ...beta];
}
