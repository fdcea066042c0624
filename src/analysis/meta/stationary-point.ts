import { bfgs, type Objective, pseudoInverse } from "../../numeric/index.js";

/** A minimum with the curvature there. */
export interface CurvedMinimum {
  readonly at: number[]; // (p)
  readonly value: number;
  readonly hessian: number[][]; // (p × p)
  readonly converged: boolean;
}

const STEP = 1e-3; // of differences of fourth order: error and rounding both near 1e-11
const MOST_STEPS = 8;

/**
 * A local minimum of a smooth function, to about ten digits of the argument: a quasi-Newton search,
 * then Newton's steps on differences of fourth order.
 *
 * Directions without curvature are left where the search has brought them.
 *
 * @param f - minus a log likelihood of parameters of order 1
 * @param starts - (p) each; the search that comes lowest counts
 */
export function curvedMinimum(
  f: Objective,
  ...starts: readonly (readonly number[])[]
): CurvedMinimum {
  const found = starts
    .map((start) => bfgs(f, start))
    .reduce((lowest, one) => (one.value < lowest.value ? one : lowest));
  let at = [...found.at];
  let { value } = found;
  let hessian = hessianAt(f, at);
  for (let i = 0; i < MOST_STEPS; i++) {
    const slope = gradientAt(f, at);
    const step = pseudoInverse(hessian, 1e-7).inverse.map((row) => -dot(row, slope));
    const next = at.map((x, j) => x + step[j]!);
    const nextValue = f(next);
    if (!(nextValue <= value + 1e-10 * (1 + Math.abs(value)))) break;
    at = next;
    value = nextValue;
    hessian = hessianAt(f, at);
    if (Math.max(...step.map(Math.abs)) < 1e-10) break;
  }
  return { at, value, hessian, converged: found.converged };
}

/**
 * Covariance of the first parameters when the others are estimated too: the inverse of the Schur
 * complement. Parameters without curvature do not enter.
 *
 * @param hessian - (p × p) of minus the log likelihood
 * @param first - how many
 */
export function marginalCovariance(
  hessian: readonly (readonly number[])[],
  first: number,
): number[][] {
  const block = (rows: number[], columns: number[]): number[][] =>
    rows.map((i) => columns.map((j) => hessian[i]![j]!));
  const all = hessian.map((_, i) => i);
  const [mine, others] = [all.slice(0, first), all.slice(first)];
  const own = block(mine, mine);
  if (others.length === 0) return pseudoInverse(own).inverse;
  const cross = block(mine, others);
  const inverse = pseudoInverse(block(others, others), 1e-7).inverse;
  const complement = own.map((row, i) =>
    row.map((cell, j) => {
      const through = inverse.map((line) => dot(line, cross[j]!));
      return cell - dot(cross[i]!, through);
    }),
  );
  return pseudoInverse(complement).inverse;
}

function gradientAt(f: Objective, at: readonly number[]): number[] {
  return at.map((_, i) => slopeAlong(f, at, i));
}

function slopeAlong(f: Objective, at: readonly number[], i: number): number {
  const shifted = (by: number): number => f(at.with(i, at[i]! + by * STEP));
  return (8 * (shifted(1) - shifted(-1)) - (shifted(2) - shifted(-2))) / (12 * STEP);
}

function hessianAt(f: Objective, at: readonly number[]): number[][] {
  const p = at.length;
  const hessian = Array.from({ length: p }, () => new Array<number>(p).fill(0));
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      const value = i === j ? bendAlong(f, at, i) : mixed(f, at, i, j);
      hessian[i]![j] = value;
      hessian[j]![i] = value;
    }
  }
  return hessian;
}

const WIDE = 3 * STEP; // second differences lose more digits

function bendAlong(f: Objective, at: readonly number[], i: number): number {
  const shifted = (by: number): number => f(at.with(i, at[i]! + by * WIDE));
  const near = shifted(1) + shifted(-1) - 2 * f(at);
  const far = shifted(2) + shifted(-2) - 2 * f(at);
  return (16 * near - far) / (12 * WIDE * WIDE);
}

/** Richardson's combination of two mixed differences. */
function mixed(f: Objective, at: readonly number[], i: number, j: number): number {
  const difference = (h: number): number => {
    const g = (a: number, b: number): number =>
      f(at.with(i, at[i]! + a * h).with(j, at[j]! + b * h));
    return (g(1, 1) - g(1, -1) - g(-1, 1) + g(-1, -1)) / (4 * h * h);
  };
  return (4 * difference(WIDE) - difference(2 * WIDE)) / 3;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}
