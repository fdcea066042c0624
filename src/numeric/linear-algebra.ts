import {
  CholeskyDecomposition,
  EigenvalueDecomposition,
  inverse,
  Matrix as MlMatrix,
  QrDecomposition,
  SingularValueDecomposition,
} from "ml-matrix";

/** A small dense matrix by rows. */
export type Matrix = readonly (readonly number[])[];

/** Inverse of a symmetric positive definite matrix and the logarithm of its determinant. */
export interface CholeskyInverse {
  readonly inverse: number[][];
  readonly logDeterminant: number;
}

/** Solution of a least-squares problem. */
export interface LeastSquares {
  readonly coefficients: number[];
  /** (XᵀX)⁻¹, by rows. */
  readonly inverseCrossProduct: number[][];
}

/** A pseudo-inverse and the rank that it was made with. */
export interface PseudoInverse {
  readonly inverse: number[][];
  readonly rank: number;
}

/** Columns whose part orthogonal to those before is below this share of their length count as linear in those; lm's tolerance. */
const RANK_TOLERANCE = 1e-7;

/**
 * Inverse and log determinant of a symmetric positive definite matrix. Of two mirrored entries that
 * rounding has driven apart, their mean counts.
 *
 * @returns undefined when it is not positive definite
 */
export function choleskyInverse(a: Matrix): CholeskyInverse | undefined {
  const symmetric = a.map((row, i) => row.map((value, j) => (value + a[j]![i]!) / 2));
  const cholesky = new CholeskyDecomposition(rows(symmetric));
  if (!cholesky.isPositiveDefinite()) return undefined;
  const lower = cholesky.lowerTriangularMatrix;
  let logDeterminant = 0;
  for (let i = 0; i < a.length; i++) logDeterminant += 2 * Math.log(lower.get(i, i));
  return { inverse: cholesky.solve(MlMatrix.eye(a.length)).to2DArray(), logDeterminant };
}

/**
 * Least squares of y on the columns of x by Householder's QR.
 *
 * @param x - (n × p) by rows, n ≥ p
 * @param y - (n)
 * @returns undefined when a column is a linear combination of those before it
 */
export function leastSquares(x: Matrix, y: ArrayLike<number>): LeastSquares | undefined {
  const qr = new QrDecomposition(rows(x));
  const upper = qr.upperTriangularMatrix;
  const p = x[0]!.length;
  for (let j = 0; j < p; j++) {
    let length = 0;
    for (let i = 0; i <= j; i++) length = Math.hypot(length, upper.get(i, j));
    if (!(Math.abs(upper.get(j, j)) > RANK_TOLERANCE * length)) return undefined;
  }
  const coefficients = qr.solve(MlMatrix.columnVector(Array.from(y))).to1DArray();
  const inverseUpper = inverse(upper.subMatrix(0, p - 1, 0, p - 1));
  return {
    coefficients,
    inverseCrossProduct: inverseUpper.mmul(inverseUpper.transpose()).to2DArray(),
  };
}

/** Moore–Penrose inverse of a symmetric or rectangular matrix; singular values below the tolerance count as 0. */
export function pseudoInverse(a: Matrix, tolerance = 1e-10): PseudoInverse {
  const { diagonal, leftSingularVectors, rightSingularVectors } = new SingularValueDecomposition(
    rows(a),
    { autoTranspose: true },
  );
  const least = tolerance * Math.max(...diagonal);
  const rank = diagonal.filter((value) => value > least).length;
  const scaled = rightSingularVectors.clone();
  for (const [j, value] of diagonal.entries()) scaled.mulColumn(j, value > least ? 1 / value : 0);
  return { inverse: scaled.mmul(leftSingularVectors.transpose()).to2DArray(), rank };
}

/** Eigenvalues of a symmetric matrix, ascending, and the vectors as columns in their order. */
export function symmetricEigen(a: Matrix): { values: number[]; vectors: number[][] } {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(rows(a), {
    assumeSymmetric: true,
  });
  return { values: realEigenvalues, vectors: eigenvectorMatrix.to2DArray() };
}

function rows(a: Matrix): MlMatrix {
  return new MlMatrix(a as number[][]);
}
