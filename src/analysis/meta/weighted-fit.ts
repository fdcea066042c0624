import { choleskyInverse } from "../../numeric/index.js";

/** Effects, their sampling variances and the columns of a linear model, the intercept first. */
export interface Design {
  readonly effects: Float64Array; // (k)
  readonly variances: Float64Array; // (k)
  readonly columns: readonly Float64Array[]; // p columns of (k)
}

/** Weighted least squares of effects, with what likelihood equations of τ² need. P = W − WX(XᵀWX)⁻¹XᵀW. */
export interface WeightedFit {
  readonly coefficients: readonly number[]; // (p)
  readonly covariance: readonly (readonly number[])[]; // (XᵀWX)⁻¹
  readonly logDeterminant: number; // of XᵀWX
  readonly residuals: Float64Array; // (k)
  readonly weights: Float64Array; // (k)
  /** yᵀPy = Σwr² */
  readonly q: number;
}

/** Traces and forms of P at a fit whose weights are 1/(vᵢ + τ²). */
export interface ProjectionTerms {
  readonly traceP: number;
  readonly tracePP: number;
  readonly formPP: number; // yᵀPPy
  readonly formPPP: number; // yᵀPPPy
}

/** The design of a mean alone. */
export function meanDesign(effects: ArrayLike<number>, variances: ArrayLike<number>): Design {
  const y = new Float64Array(effects);
  return {
    effects: y,
    variances: new Float64Array(variances),
    columns: [new Float64Array(y.length).fill(1)],
  };
}

/** The weights of the model with that variance between studies. */
export function inverseVariances({ variances }: Design, tau2: number): Float64Array {
  const weights = new Float64Array(variances.length); // a loop: ten times as fast as map
  for (let i = 0; i < weights.length; i++) weights[i] = 1 / (variances[i]! + tau2);
  return weights;
}

/**
 * Weighted least squares.
 *
 * @returns undefined when the columns are linearly dependent
 */
export function weightedFit(
  { effects, columns }: Design,
  weights: Float64Array,
): WeightedFit | undefined {
  const inverse = invert(crossProduct(columns, weights));
  if (inverse === undefined) return undefined;
  const right = columns.map((column) => weightedDot(weights, column, effects));
  let coefficients = inverse.inverse.map((row) => dot(row, right));
  let residuals = residualsOf(effects, columns, coefficients);
  // One step of refinement: equal effects then leave residuals of exactly 0.
  const rest = columns.map((column) => weightedDot(weights, column, residuals));
  coefficients = coefficients.map((b, j) => b + dot(inverse.inverse[j]!, rest));
  residuals = residualsOf(effects, columns, coefficients);
  return {
    coefficients,
    covariance: inverse.inverse,
    logDeterminant: inverse.logDeterminant,
    residuals,
    weights,
    q: weightedDot(weights, residuals, residuals),
  };
}

/** The traces and forms of P that scores and informations of τ² are made of, in O(kp²). */
export function projectionTerms(
  { columns }: Design,
  { covariance, residuals, weights }: WeightedFit,
): ProjectionTerms {
  const squares = times(weights, weights);
  const cubes = times(squares, weights);
  const second = product(covariance, crossProduct(columns, squares));
  const third = product(covariance, crossProduct(columns, cubes));
  const u = times(weights, residuals); // Py
  const projected = columns.map((column) => weightedDot(weights, column, u));
  return {
    traceP: sum(weights) - trace(second),
    tracePP: sum(squares) - 2 * trace(third) + trace(product(second, second)),
    formPP: dot(u, u),
    formPPP:
      weightedDot(weights, u, u) -
      dot(
        projected,
        covariance.map((row) => dot(row, projected)),
      ),
  };
}

/** Σ values. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

/** Σ a·b. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}

/** Σ w·a·b. */
export function weightedDot(
  w: ArrayLike<number>,
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += w[i]! * a[i]! * b[i]!;
  return total;
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  const products = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) products[i] = a[i]! * b[i]!;
  return products;
}

function residualsOf(
  effects: Float64Array,
  columns: readonly Float64Array[],
  coefficients: readonly number[],
): Float64Array {
  const residuals = effects.slice();
  for (const [j, column] of columns.entries()) {
    const b = coefficients[j]!;
    for (let i = 0; i < residuals.length; i++) residuals[i]! -= b * column[i]!;
  }
  return residuals;
}

function crossProduct(columns: readonly Float64Array[], weights: Float64Array): number[][] {
  const result = columns.map(() => columns.map(() => 0));
  for (let i = 0; i < columns.length; i++) {
    for (let j = 0; j <= i; j++) {
      const cell = weightedDot(weights, columns[i]!, columns[j]!);
      result[i]![j] = cell;
      result[j]![i] = cell;
    }
  }
  return result;
}

/** Scaled to a unit diagonal first: columns of unlike size stay apart from dependent ones. */
function invert(a: number[][]): { inverse: number[][]; logDeterminant: number } | undefined {
  const scale = a.map((row, i) => 1 / Math.sqrt(row[i]!));
  if (!scale.every(Number.isFinite)) return undefined;
  if (a.length === 1) return { inverse: [[1 / a[0]![0]!]], logDeterminant: Math.log(a[0]![0]!) };
  const unit = a.map((row, i) => row.map((cell, j) => cell * (scale[i]! * scale[j]!)));
  const result = choleskyInverse(unit);
  if (result === undefined || !(result.logDeterminant > Math.log(1e-14))) return undefined;
  const cell = (i: number, j: number): number =>
    result.inverse[Math.max(i, j)]![Math.min(i, j)]! * (scale[i]! * scale[j]!); // symmetric to the last bit
  return {
    inverse: a.map((row, i) => row.map((_, j) => cell(i, j))),
    logDeterminant: result.logDeterminant - 2 * sum(scale.map(Math.log)),
  };
}

function product(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  return a.map((row) => b[0]!.map((_, j) => row.reduce((total, x, i) => total + x * b[i]![j]!, 0)));
}

function trace(a: readonly (readonly number[])[]): number {
  return a.reduce((total, row, i) => total + row[i]!, 0);
}
