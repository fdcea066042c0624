import { coefficientWeights, type DesignMatrix } from "./design-matrix.js";

/**
 * The design of a model in which one coefficient, on the scale of the data, is held at a value b:
 * the free columns, and the direction v that enters the linear predictor as b·v.
 */
export interface Constrained {
  readonly rows: Float64Array; // (n × (p − 1))
  readonly q: number; // p − 1
  readonly direction: Float64Array; // (n)
  /** (p): the coefficient is weights·γ of the standardised design. */
  readonly weights: Float64Array;
  /** Free coefficients of a point γ of the standardised design. */
  free(gamma: ArrayLike<number>): Float64Array;
}

/**
 * Holds one term. The coefficient is a linear function w·γ of the standardised ones; the free columns
 * are the design times an orthonormal basis of what is orthogonal to w, so that they are as well
 * conditioned as the design itself, also for the intercept of covariates far from 0.
 */
export function constrained(design: DesignMatrix, term: number): Constrained {
  const { n, p, rows } = design;
  const weights = coefficientWeights(design, term);
  const square = weights.reduce((sum, w) => sum + w * w, 0);
  const basis = orthogonalBasis(weights, term); // (p − 1) of (p)
  const q = p - 1;
  const free = new Float64Array(n * q);
  const direction = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const row = rows.subarray(i * p, (i + 1) * p);
    direction[i] = dot(row, weights) / square;
    for (let j = 0; j < q; j++) free[i * q + j] = dot(row, basis[j]!);
  }
  return {
    rows: free,
    q,
    direction,
    weights,
    free: (gamma) => Float64Array.from(basis, (unit) => dot(gamma, unit)),
  };
}

/** Householder's reflection of w onto the axis of the term; its other columns. */
function orthogonalBasis(weights: Float64Array, term: number): Float64Array[] {
  const normal = weights.slice();
  normal[term]! += Math.sign(weights[term]!) * Math.hypot(...weights);
  const square = dot(normal, normal);
  const axes = Array.from(weights, (_, k) => k).filter((k) => k !== term);
  return axes.map((axis) =>
    normal.map((value, k) => (k === axis ? 1 : 0) - (2 * normal[axis]! * value) / square),
  );
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
