/**
 * Directions in which a log-concave likelihood never falls.
 *
 * Each observation says that the direction d must have aᵢ·d ≥ 0. Where such a d has some aᵢ·d > 0,
 * the likelihood has no maximum. By Moreau's decomposition the projection of Σaᵢ onto the cone
 * {d: aᵢ·d ≥ 0} is Σaᵢ + Σμᵢaᵢ for the μ ≥ 0 that makes it shortest: a least-squares problem with
 * non-negative coefficients, whose solution is 0 exactly when there is no such d.
 */

/** What is left of the sum, relative to the size of its terms, that counts as nothing. */
const NOTHING = 1e-9;
/** Largest violation of aᵢ·d ≥ 0 that rounding explains, relative to the lengths. */
const ROUNDING = 1e-8;

/** A direction of recession: its components, and which observations it separates strictly. */
export interface Recession {
  readonly direction: Float64Array; // (p), length 1
  readonly strict: readonly number[]; // indices of rows with aᵢ·d > 0
}

/**
 * A direction d with aᵢ·d ≥ 0 for every row and aᵢ·d > 0 for some, of rows of like length.
 *
 * @param rows - (m) of (p)
 * @returns undefined when there is none
 * @source [@albert1984] the conditions; [@lawson1995] non-negative least squares
 */
export function recession(rows: readonly Float64Array[]): Recession | undefined {
  if (rows.length === 0) return undefined;
  const p = rows[0]!.length;
  const target = new Float64Array(p);
  for (const row of rows) for (let k = 0; k < p; k++) target[k]! -= row[k]!;
  const residual = nonNegativeResidual(rows, target);
  const length = Math.hypot(...residual);
  const typical = Math.sqrt(rows.reduce((sum, row) => sum + dot(row, row), 0) / rows.length);
  if (!(length > NOTHING * typical)) return undefined;
  const direction = residual.map((value) => -value / length);
  const strict: number[] = [];
  for (const [i, row] of rows.entries()) {
    const along = dot(row, direction);
    if (along < -ROUNDING * typical) return undefined;
    if (along > ROUNDING * typical) strict.push(i);
  }
  return strict.length > 0 ? { direction, strict } : undefined;
}

/** target − Σμᵢaᵢ for the μ ≥ 0 that makes it shortest, by Lawson and Hanson's active sets. */
function nonNegativeResidual(rows: readonly Float64Array[], target: Float64Array): Float64Array {
  const active: number[] = []; // rows with μ > 0, linearly independent
  let weights: number[] = [];
  let residual: Float64Array = target.slice();
  const lengths = rows.map((row) => Math.hypot(...row));
  for (let step = 0; step < 10 * rows.length + 100; step++) {
    const entering = steepest(rows, lengths, residual, active, target);
    if (entering < 0) break;
    active.push(entering);
    weights.push(0);
    for (;;) {
      const solved = leastSquaresOf(active, rows, target);
      if (solved === undefined) return residual; // the entering row adds nothing but rounding
      const worst = furthestBack(weights, solved);
      if (worst === undefined) {
        weights = solved;
        break;
      }
      weights = weights.map((w, i) => Math.max(0, w + worst.share * (solved[i]! - w)));
      active.splice(worst.index, 1); // it has reached 0
      weights.splice(worst.index, 1);
    }
    residual = residualOf(active, weights, rows, target);
  }
  return residual;
}

/** The row that most shortens the residual, −1 when none does. */
function steepest(
  rows: readonly Float64Array[],
  lengths: readonly number[],
  residual: Float64Array,
  active: readonly number[],
  target: Float64Array,
): number {
  let best = -1;
  let steep = 1e-12 * Math.max(Math.hypot(...target), Math.hypot(...residual));
  for (const [i, row] of rows.entries()) {
    const gain = dot(row, residual) / (lengths[i]! || 1);
    if (gain > steep && !active.includes(i)) {
      steep = gain;
      best = i;
    }
  }
  return best;
}

/** Where on the way to the solution the first weight reaches 0; undefined when none does. */
function furthestBack(
  from: readonly number[],
  to: readonly number[],
): { share: number; index: number } | undefined {
  let first: { share: number; index: number } | undefined;
  for (const [index, goal] of to.entries()) {
    if (goal > 0) continue;
    const share = from[index] === goal ? 0 : from[index]! / (from[index]! - goal);
    if (first === undefined || share < first.share) first = { share, index };
  }
  return first;
}

/** Weights of the least-squares combination, by modified Gram–Schmidt: at most p short vectors. */
function leastSquaresOf(
  active: readonly number[],
  rows: readonly Float64Array[],
  target: Float64Array,
): number[] | undefined {
  const basis: Float64Array[] = [];
  const upper: number[][] = [];
  for (const index of active) {
    const rest = rows[index]!.slice();
    const column: number[] = [];
    for (const unit of [...basis, ...basis]) {
      const along = dot(unit, rest);
      column.push(along);
      for (let k = 0; k < rest.length; k++) rest[k]! -= along * unit[k]!;
    }
    const length = Math.hypot(...rest);
    if (!(length > 1e-13 * Math.hypot(...rows[index]!))) return undefined;
    const once = basis.map((_, k) => column[k]! + column[k + basis.length]!);
    basis.push(rest.map((value) => value / length));
    upper.push([...once, length]);
  }
  const weights = new Array<number>(active.length).fill(0);
  for (let j = active.length - 1; j >= 0; j--) {
    let sum = dot(basis[j]!, target);
    for (let k = j + 1; k < active.length; k++) sum -= upper[k]![j]! * weights[k]!;
    weights[j] = sum / upper[j]![j]!;
  }
  return weights;
}

function residualOf(
  active: readonly number[],
  weights: readonly number[],
  rows: readonly Float64Array[],
  target: Float64Array,
): Float64Array {
  const residual = target.slice();
  for (const [j, index] of active.entries()) {
    for (let k = 0; k < residual.length; k++) residual[k]! -= weights[j]! * rows[index]![k]!;
  }
  return residual;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
