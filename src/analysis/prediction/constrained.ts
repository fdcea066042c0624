import type { DesignMatrix } from "./design-matrix.js";

/**
 * The design of a model in which one coefficient, on the scale of the data, is held at a value b:
 * the remaining columns, and the direction v that enters the linear predictor as b·v.
 */
export interface Constrained {
  readonly rows: Float64Array; // (n × (p − 1))
  readonly q: number; // p − 1
  readonly direction: Float64Array; // (n)
  /** Free coefficients of the point γ of the whole standardised design. */
  free(gamma: ArrayLike<number>): Float64Array;
}

/**
 * Holds one term. For a covariate its centred column is the direction. For the intercept the others
 * are scaled but not centred: only then is the constant of the standardised design the intercept.
 */
export function constrained(design: DesignMatrix, term: number): Constrained {
  const { n, p, rows, centres, scales } = design;
  const q = p - 1;
  const kept = Array.from({ length: p }, (_, k) => k).filter((k) => k !== term);
  const shift = kept.map((k) => (term === 0 ? centres[k]! / scales[k]! : 0));
  const free = new Float64Array(n * q);
  const direction = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    direction[i] = rows[i * p + term]! * scales[term]!;
    for (const [j, k] of kept.entries()) free[i * q + j] = rows[i * p + k]! + shift[j]!;
  }
  return { rows: free, q, direction, free: (gamma) => Float64Array.from(kept, (k) => gamma[k]!) };
}
