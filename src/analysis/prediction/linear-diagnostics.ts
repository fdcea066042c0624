import { leastSquares, type Matrix, mean } from "../../numeric/index.js";
import { type ChiSquare, chiSquare } from "../chi-square.js";
import { type DesignMatrix, rowOf } from "./design-matrix.js";
import { quadratic } from "./model-tests.js";

/** Diagonal of the hat matrix, (n), from (ZᵀZ)⁻¹. */
export function leverages(design: DesignMatrix, inverse: Matrix): Float64Array {
  return Float64Array.from({ length: design.n }, (_, i) => quadratic(inverse, rowOf(design, i)));
}

/**
 * White's sandwich covariance of the standardised coefficients, each squared residual divided by
 * (1 − leverage) to a power: 0 is HC0, 2 is HC3.
 */
export function robustCovariance(
  design: DesignMatrix,
  inverse: Matrix,
  residuals: ArrayLike<number>,
  leverage: ArrayLike<number>,
  power: 0 | 2,
): number[][] {
  const { n, p } = design;
  const sum = Array.from({ length: p }, () => new Array<number>(p).fill(0));
  for (let i = 0; i < n; i++) {
    const row = rowOf(design, i);
    // what the coefficients move by with this subject's residual
    const pull = inverse.map((line) => line.reduce((total, a, k) => total + a * row[k]!, 0));
    const square = residuals[i]! ** 2 / (1 - leverage[i]!) ** power;
    for (let j = 0; j < p; j++) {
      for (let k = 0; k < p; k++) sum[j]![k]! += square * pull[j]! * pull[k]!;
    }
  }
  return sum;
}

/** Σ(eᵢ − eᵢ₋₁)²/Σeᵢ², near 2 when residuals in their order do not depend on one another. */
export function durbinWatson(residuals: ArrayLike<number>): number {
  let [steps, squares] = [0, residuals[0]! ** 2];
  for (let i = 1; i < residuals.length; i++) {
    steps += (residuals[i]! - residuals[i - 1]!) ** 2;
    squares += residuals[i]! ** 2;
  }
  return steps / squares;
}

/** Koenker's test of equal variances: n·R² of the squared residuals on the covariates. */
export function breuschPagan(rows: Matrix, residuals: ArrayLike<number>): ChiSquare {
  const squares = Array.from(residuals, (e) => e * e);
  const centre = mean(squares);
  const deviations = squares.map((square) => square - centre);
  const { coefficients } = leastSquares(rows, deviations)!;
  let [explained, total] = [0, 0];
  for (const [i, row] of rows.entries()) {
    explained += row.reduce((sum, z, k) => sum + z * coefficients[k]!, 0) ** 2;
    total += deviations[i]! ** 2;
  }
  return chiSquare((rows.length * explained) / total, rows[0]!.length - 1);
}
