import {
  fSurvival,
  InvalidInput,
  leastSquares,
  mean,
  tTwoSided,
  tUpperQuantile,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { type ChiSquare, chiSquare } from "../chi-square.js";
import { checkColumn } from "../columns.js";
import type { Estimate } from "../estimate.js";
import { type Covariates, namedColumns } from "./covariates.js";
import {
  covarianceToOriginal,
  type DesignMatrix,
  designMatrix,
  rowOf,
  toOriginal,
} from "./design-matrix.js";
import { breuschPagan, durbinWatson, leverages, robustCovariance } from "./linear-diagnostics.js";
import { checkSameLength } from "./outcome.js";
import { varianceInflation } from "./variance-inflation.js";

/** A coefficient of a linear regression, in units of the outcome per unit of the covariate. */
export interface LinearCoefficient {
  readonly term: string;
  readonly estimate: Estimate;
  readonly standardError: number;
  readonly t: number;
  readonly p: number; // two-sided
  /** Interval from the HC3 standard error, which does not ask for equal variances. */
  readonly robust: Estimate;
  readonly standardErrorHc0: number;
  readonly standardErrorHc3: number;
}

/** A linear regression by least squares. */
export interface LinearFit {
  readonly method: "linear";
  readonly n: number;
  readonly coefficients: readonly LinearCoefficient[]; // the intercept first
  readonly covariance: readonly (readonly number[])[]; // (p × p), of the coefficients in their order
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  readonly sigma: number; // residual SD, in the unit of the outcome
  readonly df: number; // of the residuals
  readonly f: {
    readonly statistic: number;
    readonly df1: number;
    readonly df2: number;
    readonly p: number;
  };
  readonly fitted: Float64Array; // (n)
  readonly residuals: Float64Array; // (n)
  readonly leverages: Float64Array; // (n)
  readonly cookDistances: Float64Array; // (n)
  readonly varianceInflation: readonly number[]; // by covariate
  readonly durbinWatson: number;
  readonly breuschPagan: ChiSquare; // Koenker's studentised form
  /**
   * "zero-variance": all outcomes are equal; "perfect-fit": nothing is left to the residuals. What
   * is a ratio to them is then NaN.
   */
  readonly note?: "zero-variance" | "perfect-fit";
}

/** Residuals whose length is below this share of the outcomes' are rounding. */
const PERFECT = 1e-13;

/**
 * Linear regression by least squares, with what shows whether its assumptions hold.
 *
 * Covariates and outcome are centred first, then solved by QR, so that a large offset costs no digits.
 *
 * @param outcome - (n) measurements
 * @param covariates - rows (n × p) or named columns of n; the intercept is added
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput (`n_too_small` unless n > p + 1, `rank_deficient`, `different_lengths`, …)
 * @source [@mackinnon1985] HC3, [@white1980] HC0; [@cook1977]; [@koenker1981]; [@durbin1950]
 */
export function fitLinear(
  outcome: ArrayLike<number>,
  covariates: Covariates,
  { level = 0.95 }: { level?: number } = {},
): LinearFit {
  const where = "fitLinear";
  checkLevel(where, level);
  checkColumn(where, "outcomes", outcome);
  const columns = namedColumns(where, covariates);
  checkSameLength(where, outcome, { length: columns.n }, "rows of covariates");
  const parameters = columns.names.length + 1;
  if (columns.n <= parameters) {
    const rule = `needs more subjects than its ${parameters} coefficients; got ${columns.n}`;
    throw new InvalidInput(where, rule, "n_too_small");
  }
  return describeFit(outcome, designMatrix(where, columns), level);
}

function describeFit(outcome: ArrayLike<number>, design: DesignMatrix, level: number): LinearFit {
  const { n, p, terms } = design;
  const centre = outcome[0]! + mean(Array.from(outcome, (y) => y - outcome[0]!));
  const deviations = Float64Array.from(outcome, (y) => y - centre);
  const rows = Array.from({ length: n }, (_, i) => Array.from(rowOf(design, i)));
  const { coefficients: gamma, inverseCrossProduct } = leastSquares(rows, deviations)!;
  const explained = rows.map((row) => row.reduce((sum, z, k) => sum + z * gamma[k]!, 0));
  const residuals = deviations.map((d, i) => d - explained[i]!);
  const df = n - p;
  const total = sumOfSquares(deviations);
  const rest = sumOfSquares(residuals);
  const note = noteOf(total, rest);
  const variance = note === undefined ? rest / df : Number.NaN;
  const ofModel = sumOfSquares(explained);
  const rSquared = note === "zero-variance" ? Number.NaN : 1 - rest / total;
  const leverage = leverages(design, inverseCrossProduct);
  const beta = toOriginal(design, gamma);
  beta[0]! += centre;
  const covariance = covarianceToOriginal(
    design,
    inverseCrossProduct.map((row) => row.map((value) => value * variance)),
  );
  const known = note === undefined ? residuals : residuals.map(() => Number.NaN);
  const hc = (power: 0 | 2): number[][] =>
    covarianceToOriginal(
      design,
      robustCovariance(design, inverseCrossProduct, known, leverage, power),
    );
  const f = ofModel / (p - 1) / variance;
  return {
    method: "linear",
    n,
    coefficients: describeTerms(terms, beta, covariance, hc(0), hc(2), df, level),
    covariance,
    rSquared,
    adjustedRSquared: 1 - ((1 - rSquared) * (n - 1)) / df,
    sigma: note === undefined ? Math.sqrt(variance) : 0,
    df,
    f: { statistic: f, df1: p - 1, df2: df, p: fSurvival(f, p - 1, df) },
    fitted: Float64Array.from(explained, (value) => value + centre),
    residuals,
    leverages: leverage,
    cookDistances: residuals.map(
      (e, i) => ((e * e) / (p * variance)) * (leverage[i]! / (1 - leverage[i]!) ** 2),
    ),
    varianceInflation: varianceInflation(design),
    durbinWatson: durbinWatson(known),
    breuschPagan: note === undefined ? breuschPagan(rows, residuals) : chiSquare(Number.NaN, p - 1),
    ...(note === undefined ? {} : { note }),
  };
}

function noteOf(total: number, rest: number): LinearFit["note"] {
  if (total === 0) return "zero-variance";
  return rest <= PERFECT ** 2 * total ? "perfect-fit" : undefined;
}

function describeTerms(
  terms: readonly string[],
  values: readonly number[],
  covariance: readonly (readonly number[])[],
  hc0: readonly (readonly number[])[],
  hc3: readonly (readonly number[])[],
  df: number,
  level: number,
): LinearCoefficient[] {
  const multiple = tUpperQuantile((1 - level) / 2, df);
  const around = (value: number, se: number): Estimate => ({
    value,
    ci: { lower: value - multiple * se, upper: value + multiple * se, level },
  });
  return terms.map((term, k) => {
    const value = values[k]!;
    const standardError = Math.sqrt(covariance[k]![k]!);
    const standardErrorHc3 = Math.sqrt(hc3[k]![k]!);
    const t = value / standardError;
    return {
      term,
      estimate: around(value, standardError),
      standardError,
      t,
      p: tTwoSided(t, df),
      robust: around(value, standardErrorHc3),
      standardErrorHc0: Math.sqrt(hc0[k]![k]!),
      standardErrorHc3,
    };
  });
}

function sumOfSquares(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! ** 2;
  return sum;
}
