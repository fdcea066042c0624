import { InvalidInput, leastSquares } from "../../numeric/index.js";
import { INTERCEPT, type NamedColumns } from "./covariates.js";

/**
 * A design matrix with the intercept first, its covariates centred and scaled to SD 1 (divisor n),
 * so that neither a large offset nor an odd unit costs digits. Coefficients γ of it become those of
 * the data by `toOriginal`.
 */
export interface DesignMatrix {
  readonly terms: readonly string[]; // (p), the intercept first
  readonly n: number;
  readonly p: number; // columns, the intercept among them
  readonly rows: Float64Array; // (n × p)
  readonly centres: Float64Array; // (p), 0 for the intercept
  readonly scales: Float64Array; // (p), 1 for the intercept
}

/** A column whose SD is below this share of its size is constant but for rounding. */
const CONSTANT_SHARE = 4 * Number.EPSILON;

/**
 * The design matrix of a model with an intercept.
 *
 * @throws InvalidInput (`rank_deficient`), naming the first covariate that those before it, or the
 *   intercept, determine
 */
export function designMatrix(where: string, { names, columns, n }: NamedColumns): DesignMatrix {
  const design = uncheckedDesign({ names, columns, n });
  const singular = firstSingular(design);
  if (singular !== undefined) {
    const rule = `needs covariates that are not linear in one another; ${singular} is constant or a linear combination of those before it`;
    throw new InvalidInput(where, rule, "rank_deficient");
  }
  return design;
}

function uncheckedDesign({ names, columns, n }: NamedColumns): DesignMatrix {
  const p = names.length + 1;
  const rows = new Float64Array(n * p);
  const centres = new Float64Array(p);
  const scales = new Float64Array(p).fill(1);
  for (let i = 0; i < n; i++) rows[i * p] = 1;
  for (const [k, column] of columns.entries()) {
    const { centre, scale } = centreAndScale(column);
    centres[k + 1] = centre;
    scales[k + 1] = scale;
    for (let i = 0; i < n; i++) rows[i * p + k + 1] = (column[i]! - centre) / scale;
  }
  return { terms: [INTERCEPT, ...names], n, p, rows, centres, scales };
}

/** Mean and SD; a constant column has itself as centre and scale 1, so that it becomes 0. */
function centreAndScale(column: ArrayLike<number>): { centre: number; scale: number } {
  const n = column.length;
  let [sum, largest] = [0, 0];
  for (let i = 0; i < n; i++) {
    sum += (column[i]! - column[0]!) / n;
    largest = Math.max(largest, Math.abs(column[i]!));
  }
  const centre = column[0]! + sum;
  let squares = 0;
  for (let i = 0; i < n; i++) squares = Math.hypot(squares, column[i]! - centre);
  const scale = squares / Math.sqrt(n);
  return scale > CONSTANT_SHARE * largest ? { centre, scale } : { centre: column[0]!, scale: 1 };
}

function firstSingular(design: DesignMatrix): string | undefined {
  const { n, p, terms } = design;
  const leading = (count: number): number[][] =>
    Array.from({ length: n }, (_, i) => Array.from(rowOf(design, i).subarray(0, count)));
  const determined = (count: number): boolean =>
    count > n || leastSquares(leading(count), new Float64Array(n)) === undefined;
  if (!determined(p)) return undefined;
  for (let count = 2; count < p; count++) if (determined(count)) return terms[count - 1];
  return terms[p - 1];
}

/** Row i of the standardised design. */
export function rowOf({ rows, p }: DesignMatrix, i: number): Float64Array {
  return rows.subarray(i * p, (i + 1) * p);
}

/** (p): coefficient k of the data is these weights · γ of the standardised design. */
export function coefficientWeights(
  { p, centres, scales }: DesignMatrix,
  term: number,
): Float64Array {
  const weights = new Float64Array(p);
  weights[term] = 1 / scales[term]!;
  if (term === 0) for (let k = 1; k < p; k++) weights[k] = -centres[k]! / scales[k]!;
  return weights;
}

/** Coefficients of the data from those of the standardised design. */
export function toOriginal({ centres, scales }: DesignMatrix, gamma: ArrayLike<number>): number[] {
  const beta = Array.from(gamma, (value, k) => value / scales[k]!);
  for (let k = 1; k < beta.length; k++) beta[0]! -= beta[k]! * centres[k]!;
  return beta;
}

/** Covariance of the data's coefficients from that of the standardised design's. */
export function covarianceToOriginal(
  design: DesignMatrix,
  covariance: readonly (readonly number[])[],
): number[][] {
  const half = transposed(covariance.map((row) => toOriginal(design, row)));
  return half.map((row) => toOriginal(design, row));
}

function transposed(a: readonly (readonly number[])[]): number[][] {
  return a[0]!.map((_, j) => a.map((row) => row[j]!));
}
